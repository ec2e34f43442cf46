/** What the guards in front of a route leave for it. */
import type { StaffMember } from "../permissions.ts";

/** What middleware leaves in the Hono context. */
export interface RouterEnvironment {
  Variables: {
    staff: StaffMember;
    /** True: the address lies outside this person's programmes, or leads nowhere. */
    outside?: boolean;
    /** Whom limits are counted by; absent where a test leaves the guards out. */
    client?: string;
  };
}
