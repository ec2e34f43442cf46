/** Who is signed in on this screen. */
import { createContext, useContext } from "react";

export type StaffRole = "coordinator" | "coach" | "evaluator";

export interface Session {
  readonly name: string;
  readonly roles: readonly StaffRole[];
}

export const SessionContext = createContext<Session>({ name: "", roles: [] });

export function useSession(): Session {
  return useContext(SessionContext);
}
