/** Who sees what of mentoring: one table, through which every answer to a person passes. */

export const VIEWERS = ["mentee", "mentor", "coordinator", "evaluator"] as const;

/** Mentee and mentor: of the pair itself. An evaluator sees figures over many people, and no row of these tables. */
export type Viewer = (typeof VIEWERS)[number];

export type Rights = Readonly<Record<string, readonly Viewer[]>>;

/** What of a record a viewer sees. */
export type Visible<Row, Table extends Rights, By extends Viewer> = {
  readonly [Field in keyof Row as Field extends keyof Table
    ? By extends Table[Field][number]
      ? Field
      : never
    : never]: Row[Field];
};

const PAIR = ["mentee", "mentor", "coordinator"] as const;
const COORDINATOR = ["coordinator"] as const;
const OF_MENTEE = ["mentee", "coordinator"] as const;
const OF_MENTOR = ["mentor", "coordinator"] as const;

/**
 * Answers to the request form, by item. The form says the same on each of its pages: a mentor proposed to the mentee
 * reads the role and the page on what the mentee wants to get out of it.
 */
export const REQUEST_RIGHTS = {
  role: PAIR,
  areas: PAIR,
  "first-area": PAIR,
  goal: PAIR,
  values: PAIR,
  "live-issue": PAIR,
  horizon: PAIR,
  "time-in-role": OF_MENTEE,
  "leads-people": OF_MENTEE,
  path: OF_MENTEE,
  "proud-of": OF_MENTEE,
  "had-before": OF_MENTEE,
  "what-helped": OF_MENTEE,
  "what-did-not-help": OF_MENTEE,
  style: OF_MENTEE,
  seniority: OF_MENTEE,
  distance: OF_MENTEE,
  "shared-experience": OF_MENTEE,
  "working-together": OF_MENTEE,
  mode: OF_MENTEE,
  days: OF_MENTEE,
  "how-often": OF_MENTEE,
  language: OF_MENTEE,
  "language-Comment": OF_MENTEE,
  access: OF_MENTEE,
  "not-these-people": OF_MENTEE,
  "not-these-areas": OF_MENTEE,
  "anything-else": OF_MENTEE,
  consent: OF_MENTEE,
} as const satisfies Rights;

/** Answers to the offer form, by item: a mentee proposed to the mentor reads the areas. */
export const OFFER_RIGHTS = {
  areas: PAIR,
  capacity: OF_MENTOR,
  mode: OF_MENTOR,
  "not-these-people": OF_MENTOR,
} as const satisfies Rights;

/**
 * A pair. Whether it was declined, left unanswered or taken back is in no field. A pulse is seen by its own side;
 * the coordinator sees warnings, whose rules are in early-warnings.ts.
 */
export const RELATIONSHIP_RIGHTS = {
  id: PAIR,
  state: PAIR,
  mentee: COORDINATOR,
  mentor: COORDINATOR,
  menteeName: OF_MENTOR,
  mentorName: OF_MENTEE,
  /** What the mentee wants, as far as REQUEST_RIGHTS lets each viewer read it. */
  request: OF_MENTOR,
  offer: OF_MENTEE,
  reasonsForMentee: ["mentee"],
  reasonsForMentor: ["mentor"],
  reasons: COORDINATOR,
  score: COORDINATOR,
  askedAt: COORDINATOR,
  answerBy: OF_MENTOR,
  agreement: PAIR,
  proposedAgreement: ["mentee", "mentor"],
  menteeAgreed: PAIR,
  mentorAgreed: PAIR,
  activeAt: PAIR,
  endsOn: PAIR,
  endedAt: PAIR,
  meetings: PAIR,
  /** Open pulses of one side. */
  menteePulse: ["mentee"],
  mentorPulse: ["mentor"],
  warnings: COORDINATOR,
  ending: COORDINATOR,
  /** Who ended it early and why is read by the coordinator alone; the other side learns that it has ended. */
  exitSide: COORDINATOR,
  exitReason: COORDINATOR,
  /** Whether each side's review is still to come. */
  menteeReviewOpen: ["mentee"],
  mentorReviewOpen: ["mentor"],
  menteeReview: COORDINATOR,
  mentorReview: COORDINATOR,
  certificate: ["mentor"],
  /** Each side sees whether it was asked to move and what itself said; the coordinator only whether both agreed. */
  menteeMove: ["mentee"],
  mentorMove: ["mentor"],
  moveAsked: COORDINATOR,
  moveAgreed: COORDINATOR,
} as const satisfies Rights;

/** A pair of the board, before anybody has been asked. */
export const BOARD_PAIR_RIGHTS = {
  mentee: COORDINATOR,
  mentor: COORDINATOR,
  score: COORDINATOR,
  kind: COORDINATOR,
  reasons: COORDINATOR,
  relationship: COORDINATOR,
} as const satisfies Rights;

/** A mentor on the list that a mentee chooses from: not how well anybody fits, nor what a mentor asked for. */
export const CHOICE_RIGHTS = {
  mentor: ["mentee", "coordinator"],
  name: ["mentee", "coordinator"],
  areas: ["mentee", "coordinator"],
  reasonsForMentee: ["mentee", "coordinator"],
} as const satisfies Rights;

/** Whether this person is available in this round. Others learn nothing of it: no place left looks the same. */
export const STANDING_RIGHTS = {
  menteeStanding: OF_MENTEE,
  mentorStanding: OF_MENTOR,
  capacity: OF_MENTOR,
} as const satisfies Rights;

/**
 * What a viewer sees of a record: every field that the table gives to that viewer, and nothing else.
 *
 * @param viewer who reads it
 * @param rights the table of the record
 * @param record the record; a field that is not in the table is seen by nobody
 * @returns a record of the fields allowed
 * @example visibleTo("mentor", OFFER_RIGHTS, { areas: ["presenting"], mode: "remote" }).mode; // "remote"
 */
export function visibleTo<By extends Viewer, Table extends Rights, Row extends object>(
  viewer: By,
  rights: Table,
  record: Row,
): Visible<Row, Table, By> {
  const allowed = Object.entries(record).filter(([field]) => {
    const viewers = Object.hasOwn(rights, field) ? rights[field] : undefined;
    return viewers?.includes(viewer) === true;
  });
  return asVisible(Object.fromEntries(allowed));
}

/** Guarantee: the caller kept exactly the fields of Visible; see visibleTo. */
function asVisible<Row, Table extends Rights, By extends Viewer>(
  fields: Readonly<Record<string, unknown>>,
): Visible<Row, Table, By> {
  return fields as Visible<Row, Table, By>;
}
