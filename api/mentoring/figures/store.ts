/** Queries on the figures that an evaluator was shown. */
import { desc, eq } from "drizzle-orm";
import type { PeopleReader, PeopleWriter } from "../../storage/people-store.ts";
import type { PeopleTables } from "../../storage/people-tables.ts";

export type StoredFigures = PeopleTables["mentoringFigures"]["$inferSelect"];

export async function newestFigures(db: PeopleReader, roundId: string): Promise<StoredFigures | undefined> {
  const { mentoringFigures } = db.tables;
  const [newest] = await db
    .select()
    .from(mentoringFigures)
    .where(eq(mentoringFigures.roundId, roundId))
    .orderBy(desc(mentoringFigures.number))
    .limit(1);
  return newest;
}

export async function insertFigures(tx: PeopleWriter, row: StoredFigures): Promise<void> {
  await tx.insert(tx.tables.mentoringFigures).values(row);
}
