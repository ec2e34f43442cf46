/** What signing in needs. */
import type { StaffContext } from "../context.ts";

export type SignInContext = Pick<StaffContext, "people" | "clock" | "baseUrl">;
