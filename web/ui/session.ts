/** Who is signed in on this screen. */

export type StaffRole = "coordinator" | "coach" | "evaluator";

export interface Session {
  readonly name: string;
  readonly roles: readonly StaffRole[];
}
