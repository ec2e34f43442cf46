/** Gives a person a role or takes it away. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { type Role, requireRole, type StaffMember } from "../permissions.ts";
import { signOutEverywhere } from "../sign-in/store.ts";
import { addRole, coordinatorCount, personById, removeRole, rolesOf } from "./store.ts";

export interface RoleChange {
  readonly personId: string;
  readonly role: Role;
  readonly has: boolean;
}

/**
 * Ends the person's sessions: with other roles they sign in anew.
 * @returns the roles the person has now.
 * @throws DomainError "not-allowed", "not-found", "wrong-state" if no coordinator would be left or the person has no
 *   mail address to sign in with.
 */
export async function changeRole(
  context: Pick<StaffContext, "people" | "clock">,
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
