/** Who may do what, as pure functions of who is signed in. */
import { DomainError } from "./errors.ts";

export const ROLES = ["coordinator", "coach", "evaluator"] as const;
export type Role = (typeof ROLES)[number];

/** A person signed in with at least one role. */
export interface StaffMember {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly Role[];
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
