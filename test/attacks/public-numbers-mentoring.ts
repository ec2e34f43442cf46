/** The list of public numbers for mentoring, whose forms carry names: coordinators, mentors and mentees read them so. */
import { NAMED, NOTHING, OF_NAMED_FORMS, type PublicNumbers } from "./public-reasons.ts";

const BY_NAME: PublicNumbers = { "**": NAMED };
const ROUND = "/api/mentoring/rounds/{round}";
const MINE = "/api/mentoring/mine";

/** Read and changed by coordinators. */
const OF_COORDINATORS: Readonly<Record<string, PublicNumbers>> = {
  "GET /api/mentoring/rounds": BY_NAME,
  "POST /api/mentoring/rounds": NOTHING,
  "GET /api/mentoring/guidance": { "**": "advice for mentors and mentees, the same for everybody" },
  [`GET ${ROUND}`]: BY_NAME,
  [`POST ${ROUND}`]: BY_NAME,
  [`GET ${ROUND}/people`]: BY_NAME,
  [`GET ${ROUND}/people/{person}`]: BY_NAME,
  [`POST ${ROUND}/invitations`]: BY_NAME,
  [`POST ${ROUND}/workshops`]: NOTHING,
  [`POST ${ROUND}/standings`]: NOTHING,
  [`GET ${ROUND}/board`]: BY_NAME,
  [`POST ${ROUND}/runs`]: BY_NAME,
  [`GET ${ROUND}/runs/{run}/repeat`]: BY_NAME,
  [`POST ${ROUND}/runs/{run}/confirm`]: BY_NAME,
  [`POST ${ROUND}/what-if`]: BY_NAME,
  [`GET ${ROUND}/pairs/{mentee}/{mentor}`]: BY_NAME,
  [`GET ${ROUND}/pairs/{mentee}`]: BY_NAME,
  [`POST ${ROUND}/decisions`]: NOTHING,
  [`POST ${ROUND}/undo`]: NOTHING,
  [`GET ${ROUND}/weights`]: BY_NAME,
  [`PUT ${ROUND}/weights`]: NOTHING,
  [`GET ${ROUND}/relationships`]: BY_NAME,
  "POST /api/mentoring/relationships/{relationship}/withdraw": NOTHING,
  "POST /api/mentoring/relationships/{relationship}/ask-to-move": NOTHING,
  [`POST ${ROUND}/alerts/{alert}/settle`]: NOTHING,
};

/** Read and sent by mentors and mentees, through links of their own. */
const OF_PAIRS: Readonly<Record<string, PublicNumbers>> = {
  "POST /api/mentoring/decline-offer": NOTHING,
  [`POST ${MINE}`]: BY_NAME,
  [`POST ${MINE}/form`]: { "**": "the form, the same for everybody" },
  [`POST ${MINE}/choose`]: NOTHING,
  [`POST ${MINE}/answer`]: NOTHING,
  [`POST ${MINE}/agreement`]: NOTHING,
  [`POST ${MINE}/meeting`]: NOTHING,
  [`POST ${MINE}/pulse`]: NOTHING,
  [`POST ${MINE}/leave`]: NOTHING,
  [`POST ${MINE}/review`]: NOTHING,
  [`POST ${MINE}/move`]: NOTHING,
  [`POST ${MINE}/standing`]: NOTHING,
};

export const MENTORING_NUMBERS: Readonly<Record<string, PublicNumbers>> = {
  ...OF_COORDINATORS,
  ...OF_PAIRS,
  "GET /api/programmes/{programme}/mentoring-figures": { "**": OF_NAMED_FORMS },
};
