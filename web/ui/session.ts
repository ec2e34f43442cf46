/** Who is signed in on this screen. */

export type StaffRole = "coordinator" | "coach" | "evaluator";

export interface Session {
  readonly name: string;
  readonly roles: readonly StaffRole[];
  /** Programmes of the roles that are not held in all. */
  readonly limits: Readonly<Partial<Record<StaffRole, readonly string[] | undefined>>>;
}
