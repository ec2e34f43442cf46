/** Changes what a coordinator may set for a round, and who stands aside in it. */
import type { RoundSettings } from "../../../analysis/mentoring/round-settings.ts";
import { appendAudit } from "../../audit/append-audit.ts";
import type { StaffContext } from "../../context.ts";
import { DomainError } from "../../errors.ts";
import { requireRole, type StaffMember } from "../../permissions.ts";
import { personById } from "../../roster/store.ts";
import { findRound } from "./find-round.ts";
import { type SideOfPerson, setStanding, standingsOf, updateRound } from "./store.ts";

/** Only what is named changes. */
export interface RoundChange {
  readonly title?: string | undefined;
  readonly settings?:
    | { readonly [Field in keyof RoundSettings]?: RoundSettings[Field] | undefined }
    | undefined;
}

function merged(before: RoundSettings, change: NonNullable<RoundChange["settings"]>): RoundSettings {
  return {
    grades: change.grades ?? before.grades,
    fairnessCap: change.fairnessCap ?? before.fairnessCap,
    answerDays: change.answerDays ?? before.answerDays,
    choice: change.choice ?? before.choice,
    cascade: change.cascade ?? before.cascade,
    workshopRequired: change.workshopRequired ?? before.workshopRequired,
    months: change.months ?? before.months,
    // As with every policy: the threshold may rise and never fall.
    minimumGroupSize: Math.max(change.minimumGroupSize ?? 0, before.minimumGroupSize),
  };
}

/** @throws DomainError "not-allowed", "not-found" */
export async function changeRound(
  context: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  { round: id, title, settings }: RoundChange & { readonly round: string },
): Promise<RoundSettings> {
  requireRole(staff, "coordinator");
  return context.people.write(async (tx) => {
    const round = await findRound(tx, id);
    const after = merged(round.settings, settings ?? {});
    await updateRound(tx, id, { title: title?.trim() ?? round.title, settings: after });
    await appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "mentoring-round-changed",
      details: { round: id, settings: after },
    });
    return after;
  });
}

/**
 * Lets somebody stand aside, or lifts it; "stopped" is set by the program alone and lifted here.
 * @throws DomainError "not-allowed", "not-found"
 */
export async function changeStanding(
  context: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  { standing, ...key }: SideOfPerson & { readonly standing: "available" | "paused" | "ended" },
): Promise<void> {
  requireRole(staff, "coordinator");
  await context.people.write(async (tx) => {
    const round = await findRound(tx, key.roundId);
    if ((await personById(tx, key.personId)) === undefined) {
      throw new DomainError("not-found", "This person is not on the list of people.");
    }
    const before = (await standingsOf(tx, round.id)).find(
      ({ personId, side }) => personId === key.personId && side === key.side,
    );
    await setStanding(tx, key, standing === "available" ? null : standing);
    await appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "mentoring-standing-changed",
      details: { round: round.id, person: key.personId, side: key.side, before: before?.standing, standing },
    });
  });
}
