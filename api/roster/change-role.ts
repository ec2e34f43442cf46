/** Gives a person a role or takes it away. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { DomainError } from "../errors.ts";
import { type Role, requireRole, type StaffMember } from "../permissions.ts";
import { signOutEverywhere } from "../sign-in/store.ts";
import type { PeopleWriter } from "../storage/people-store.ts";
import { ratedBy } from "../waves/store.ts";
import { addRole, coordinatorCount, personById, removeRole, rolesOf, type StoredPerson } from "./store.ts";

export interface RoleChange {
  readonly personId: string;
  readonly role: Role;
  readonly has: boolean;
}

/** Who hands out the links of a 360 cannot be among those whose answers are anonymous in it. */
async function requireNotRating(
  tx: PeopleWriter,
  context: Pick<StaffContext, "answers">,
  { id, name }: StoredPerson,
): Promise<void> {
  for (const { wave, group } of await ratedBy(tx, id)) {
    const { soundings } = await definitionOfId(context, wave.definitionId);
    if (soundings.groups.find(({ code }) => code === group)?.attributed === true) continue;
    throw new DomainError(
      "wrong-state",
      `${name} is among those whose answers are anonymous in “${wave.title}”, so they cannot become a coordinator before its reports are released. Name somebody else, or wait until then.`,
    );
  }
}

/**
 * Ends the person's sessions: with other roles they sign in anew.
 * @returns the roles the person has now.
 * @throws DomainError "not-allowed", "not-found", "wrong-state" if no coordinator would be left, the person has no
 *   mail address to sign in with, or answers anonymously in 360 feedback that is under way.
 */
export async function changeRole(
  context: Pick<StaffContext, "people" | "answers" | "clock">,
  staff: StaffMember,
  { personId, role, has }: RoleChange,
): Promise<readonly Role[]> {
  requireRole(staff, "coordinator");
  return context.people.write(async (tx) => {
    const person = await personById(tx, personId);
    if (person === undefined) throw new DomainError("not-found", "This person is not on the list of people.");
    const before = await rolesOf(tx, personId);
    if (before.includes(role) === has) return before;
    if (has && person.mail === null) {
      throw new DomainError(
        "wrong-state",
        "This person has no mail address, and staff sign in by mail. Add the address to the list of people first.",
      );
    }
    if (has && role === "coordinator") await requireNotRating(tx, context, person);
    if (!has && role === "coordinator" && (await coordinatorCount(tx)) === 1) {
      throw new DomainError("wrong-state", "This is the last coordinator. Name another one first.");
    }
    if (has) await addRole(tx, personId, role);
    else await removeRole(tx, personId, role);
    // Whoever holds a session from before must not act on it, nor have it come to life again.
    await signOutEverywhere(tx, person);
    await appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: has ? "role-given" : "role-taken",
      details: { personId, role },
    });
    return rolesOf(tx, personId);
  });
}
