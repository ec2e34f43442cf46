/** Programmes are a boundary: behind an address of one, staff have the roles they hold in it and no others. */
import type { MiddlewareHandler } from "hono";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { relationshipById } from "../mentoring/relationships/store.ts";
import { roundById } from "../mentoring/rounds/store.ts";
import { mailById } from "../outbox/store.ts";
import { staffIn } from "../permissions.ts";
import type { PeopleReader } from "../storage/people-store.ts";
import { waveById } from "../waves/store.ts";
import type { RouterEnvironment } from "./router-environment.ts";

type ProgrammeOf = (db: PeopleReader, id: string) => Promise<string | undefined>;

const programmeOfWave: ProgrammeOf = async (db, id) => (await waveById(db, id))?.programmeId;
const programmeOfRound: ProgrammeOf = async (db, id) => (await roundById(db, id))?.programmeId;

/** Addresses that name something of one programme. The id is taken as it is written: in another form it is unknown. */
const OF_ONE: readonly (readonly [RegExp, ProgrammeOf])[] = [
  [/^\/api\/programmes\/([^/]+)/, async (_, id) => id],
  [/^\/api\/waves\/([^/]+)/, programmeOfWave],
  [/^\/api\/mentoring\/rounds\/([^/]+)/, programmeOfRound],
  [
    /^\/api\/mentoring\/relationships\/([^/]+)/,
    async (db, id) => {
      const pair = await relationshipById(db, id);
      return pair && programmeOfRound(db, pair.roundId);
    },
  ],
  [
    /^\/api\/outbox\/([^/]+)/,
    async (db, id) => {
      const wave = (await mailById(db, id))?.waveId;
      return wave == null ? undefined : programmeOfWave(db, wave);
    },
  ],
];

/** Addresses whose features look at programmes themselves: lists of several, and what belongs to none. */
const OF_SEVERAL =
  /^\/api\/(programmes|people(\/.*)?|definitions(\/.*)?|comparisons(\/.*)?|evaluator\/waves|coach\/subjects|mentoring\/rounds|outbox|audit)$/;

/**
 * To stand behind `authenticate`. What is in a programme of others is answered as what is nowhere; an address that is
 * known to neither list is open to roles held everywhere only.
 */
export function atProgramme({ people }: Pick<StaffContext, "people">): MiddlewareHandler<RouterEnvironment> {
  return async (c, next) => {
    const { staff } = c.var;
    if (staff.limits === undefined || OF_SEVERAL.test(c.req.path)) return next();
    const found = OF_ONE.flatMap(([address, programmeOf]) => {
      const id = address.exec(c.req.path)?.[1];
      return id === undefined ? [] : [people.read((db) => programmeOf(db, id))];
    });
    const here = staffIn(staff, await found[0]);
    if (here.roles.length === 0) {
      c.set("outside", true);
      throw new DomainError(
        "not-found",
        "There is no such thing in your programmes. Go back to the list and choose one, or ask a coordinator of all programmes to give you its programme.",
      );
    }
    c.set("staff", here);
    return next();
  };
}
