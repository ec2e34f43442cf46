/** Gives a person a role or takes it away. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { DomainError } from "../errors.ts";
import { type Role, type RoleLimits, requireEverywhere, type StaffMember } from "../permissions.ts";
import { requireProgramme } from "../programmes/require-programme.ts";
import { limitsOf, signOutEverywhere } from "../sign-in/store.ts";
import type { PeopleWriter } from "../storage/people-store.ts";
import { ratedBy } from "../waves/store.ts";
import { addRole, coordinatorCount, personById, removeRole, rolesOf, type StoredPerson } from "./store.ts";

export interface RoleChange {
  readonly personId: string;
  readonly role: Role;
  readonly has: boolean;
  /** In these programmes only; left out: in all. */
  readonly programmes?: readonly string[] | undefined;
}

/** A person's roles, and the programmes of those that are not held in all. */
export interface HeldRoles {
  readonly roles: readonly Role[];
  readonly limits: RoleLimits;
}

async function heldRoles(tx: PeopleWriter, personId: string): Promise<HeldRoles> {
  return { roles: await rolesOf(tx, personId), limits: await limitsOf(tx, personId) };
}

/** Whether the change would leave everything as it is. */
function isSo({ roles, limits }: HeldRoles, { role, has, programmes }: RoleChange): boolean {
  if (!has || !roles.includes(role)) return has === roles.includes(role);
  const own = limits[role];
  if (own === undefined || programmes === undefined) return own === programmes;
  return JSON.stringify(own) === JSON.stringify(programmes.toSorted());
}

/** @throws DomainError "bad-input" for a role that reaches no further than single coachees, "not-found" */
async function requireProgrammes(
  tx: PeopleWriter,
  { role, programmes = [] }: Pick<RoleChange, "role" | "programmes">,
): Promise<void> {
  if (programmes.length > 0 && role === "coach") {
    throw new DomainError(
      "bad-input",
      "Coaches reach their own coachees, whichever programme these belong to. Give the role without programmes.",
    );
  }
  for (const programme of programmes) await requireProgramme(tx, programme);
}

/** Who hands out the links of a 360 cannot be among those whose answers are anonymous in it. */
async function requireNotRating(
  tx: PeopleWriter,
  context: Pick<StaffContext, "answers">,
  { id, name }: StoredPerson,
  programmes: readonly string[] | undefined,
): Promise<void> {
  for (const { wave, group } of await ratedBy(tx, id)) {
    if (programmes?.includes(wave.programmeId) === false) continue;
    const { soundings } = await definitionOfId(context, wave.definitionId);
    if (soundings.groups.find(({ code }) => code === group)?.attributed === true) continue;
    throw new DomainError(
      "wrong-state",
      `${name} is among those whose answers are anonymous in “${wave.title}”, so they cannot become a coordinator before its reports are released. Name somebody else, or wait until then.`,
    );
  }
}

/** Roles, the list of people and the audit log are in the hands of those who coordinate all programmes. */
async function requireCoordinatorLeft(
  tx: PeopleWriter,
  { roles, limits }: HeldRoles,
  { role, has, programmes }: RoleChange,
): Promise<void> {
  const coordinatesAll = roles.includes("coordinator") && limits.coordinator === undefined;
  if (role !== "coordinator" || !coordinatesAll || (has && programmes === undefined)) return;
  if ((await coordinatorCount(tx)) > 1) return;
  throw new DomainError(
    "wrong-state",
    "This is the last coordinator of all programmes. Name another one first.",
  );
}

/**
 * Ends the person's sessions: with other roles they sign in anew.
 * @returns the roles the person has now.
 * @throws DomainError "not-allowed", "not-found", "wrong-state" if nobody would coordinate all programmes, the person has no
 *   mail address to sign in with, or answers anonymously in 360 feedback that is under way.
 */
export async function changeRole(
  context: Pick<StaffContext, "people" | "answers" | "clock">,
  staff: StaffMember,
  change: RoleChange,
): Promise<HeldRoles> {
  requireEverywhere(staff, "coordinator");
  const { personId, role, has } = change;
  const programmes = change.programmes && [...new Set(change.programmes)].sort();
  return context.people.write(async (tx) => {
    const person = await personById(tx, personId);
    if (person === undefined) throw new DomainError("not-found", "This person is not on the list of people.");
    const before = await heldRoles(tx, personId);
    if (isSo(before, { ...change, programmes })) return before;
    await requireProgrammes(tx, { role, programmes });
    if (has && person.mail === null) {
      throw new DomainError(
        "wrong-state",
        "This person has no mail address, and staff sign in by mail. Add the address to the list of people first.",
      );
    }
    if (has && role === "coordinator") await requireNotRating(tx, context, person, programmes);
    await requireCoordinatorLeft(tx, before, { ...change, programmes });
    if (has) await addRole(tx, personId, role, programmes);
    else await removeRole(tx, personId, role);
    // Whoever holds a session from before must not act on it, nor have it come to life again.
    await signOutEverywhere(tx, person);
    await appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: has ? "role-given" : "role-taken",
      details: { personId, role, ...(has && programmes !== undefined ? { programmes } : {}) },
    });
    return heldRoles(tx, personId);
  });
}
