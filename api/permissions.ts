/** Who may do what, as pure functions of who is signed in. */
import { DomainError } from "./errors.ts";

export const ROLES = ["coordinator", "coach", "evaluator"] as const;
export type Role = (typeof ROLES)[number];

/** A person signed in with at least one role. */
export interface StaffMember {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Roles held in some programmes only, with their ids; a role that is not named here is held everywhere. */
  readonly limits?: RoleLimits;
}

export type RoleLimits = Readonly<Partial<Record<Role, readonly string[]>>>;

/** Whether the role is held in this programme; undefined stands for a programme that does not exist, or for all. */
function holdsIn({ limits }: StaffMember, role: Role, programme: string | undefined): boolean {
  const own = limits?.[role];
  return own === undefined || (programme !== undefined && own.includes(programme));
}

/**
 * The person with the roles they have in this programme; undefined: with those they have everywhere.
 * @example staffIn({ ...ada, roles: ["coordinator"], limits: { coordinator: ["p1"] } }, "p2").roles // []
 */
export function staffIn(staff: StaffMember, programme: string | undefined): StaffMember {
  return { ...staff, roles: staff.roles.filter((role) => holdsIn(staff, role, programme)) };
}

/** Whether the person has one of the roles in this programme. */
export function reaches(staff: StaffMember, programme: string, ...roles: readonly Role[]): boolean {
  return roles.some((role) => staff.roles.includes(role) && holdsIn(staff, role, programme));
}

/** Whether the person has the role in all programmes. */
export function holdsEverywhere(staff: StaffMember, role: Role): boolean {
  return staff.roles.includes(role) && holdsIn(staff, role, undefined);
}

/**
 * For what belongs to no programme, as the list of people does.
 * @throws DomainError "not-allowed" unless the person has the role in all programmes.
 */
export function requireEverywhere(staff: StaffMember, role: Role): void {
  requireRole(staff, role);
  if (holdsEverywhere(staff, role)) return;
  throw new DomainError(
    "not-allowed",
    `This concerns all programmes, and you are ${role === "evaluator" ? "an" : "a"} ${role} of some. Ask a coordinator of all programmes to do it.`,
  );
}

/** @throws DomainError "not-allowed" unless the person has one of the roles. */
export function requireRole(staff: StaffMember, ...roles: readonly Role[]): void {
  if (roles.some((role) => staff.roles.includes(role))) return;
  throw new DomainError(
    "not-allowed",
    `This is for ${roles.map((role) => `${role === "evaluator" ? "an" : "a"} ${role}`).join(" or ")}. Ask a coordinator if it should be yours.`,
  );
}

/**
 * A coach reaches own coachees only; a coordinator runs the wave but does not read reports.
 * The answer for somebody else's coachee is the same as for nobody.
 * @throws DomainError "not-found"
 */
export function requireOwnCoachee(staff: StaffMember, coachPersonId: string | null | undefined): void {
  if (staff.roles.includes("coach") && coachPersonId === staff.personId) return;
  throw new DomainError("not-found", "There is no such report among your coachees.");
}
