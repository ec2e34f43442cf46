/** Queries on what the program wrote down that it did by itself, once a wave. */
import { eq } from "drizzle-orm";
import type { PeopleReader } from "../storage/people-store.ts";

/** Waves that have an entry of this action in the audit log. */
export async function remindedOf(db: PeopleReader, action: string): Promise<ReadonlySet<unknown>> {
  const { auditEvents } = db.tables;
  const rows = await db
    .select({ details: auditEvents.details })
    .from(auditEvents)
    .where(eq(auditEvents.action, action));
  return new Set(rows.map(({ details }) => details["wave"]));
}
