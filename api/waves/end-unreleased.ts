/** The end of answers that nobody releases: a wave that closed and was forgotten keeps nothing for ever. */
import { UNRELEASED_KEPT_DAYS } from "../../surveys/disclosure-policy.ts";
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { enqueueMails } from "../outbox/enqueue-mails.ts";
import { peopleWithRole, personById } from "../roster/store.ts";
import { daysAgo } from "./end-lists.ts";
import { wavesNeverReleased } from "./ended-list-store.ts";
import { unreleasedMail } from "./ending-mails.ts";
import { remindedOf } from "./reminded-store.ts";
import type { StoredWave } from "./store.ts";

/** Coordinators are told so long before. */
const TOLD_DAYS_BEFORE = 30;

const REMINDED = "release-reminded";

/** @returns null for a wave that was released, has not closed, or whose answers go on a day that was told */
export function unreleasedEnds({
  identity,
  state,
  closedAt,
  policy,
}: Pick<StoredWave, "identity" | "state" | "closedAt" | "policy">): Date | null {
  const untilRelease = identity === "anonymous" && policy.retention.rule === "until-release";
  if (!untilRelease || state !== "closed" || closedAt === null) return null;
  return daysAgo(closedAt, -UNRELEASED_KEPT_DAYS);
}

type EndContext = Pick<StaffContext, "people" | "clock">;

/** Waves whose answers nobody released in time. */
export async function wavesUnreleasedTooLong({ people, clock }: EndContext): Promise<ReadonlySet<string>> {
  const found = await people.read((db) => wavesNeverReleased(db, daysAgo(clock(), UNRELEASED_KEPT_DAYS)));
  return new Set(found.map(({ id }) => id));
}

/** Tells every coordinator of the programme by mail, once a wave, that its answers will be destroyed. */
export async function remindOfRelease(context: EndContext & Pick<StaffContext, "baseUrl">): Promise<void> {
  const { people, clock, baseUrl } = context;
  const since = daysAgo(clock(), UNRELEASED_KEPT_DAYS - TOLD_DAYS_BEFORE);
  const due = await people.read(async (db) => {
    const reminded = await remindedOf(db, REMINDED);
    return (await wavesNeverReleased(db, since)).filter(({ id }) => !reminded.has(id));
  });
  for (const { id, title, closedAt, programmeId } of due) {
    if (closedAt === null) continue;
    await people.write(async (tx) => {
      const mails = [];
      for (const person of await peopleWithRole(tx, "coordinator", programmeId)) {
        const found = await personById(tx, person);
        if (found?.mail == null) continue;
        const ends = daysAgo(closedAt, -UNRELEASED_KEPT_DAYS);
        const text = unreleasedMail({
          name: found.name,
          title,
          ends,
          link: `${baseUrl()}/staff/waves/${id}`,
        });
        mails.push({ waveId: null, toAddress: found.mail, ...text });
      }
      await enqueueMails(tx, mails, clock());
      await appendAudit(tx, { at: clock(), actorPersonId: null, action: REMINDED, details: { wave: id } });
    });
  }
}
