/** Queries on how many people there are in the categories of a wave's cuts. */
import { eq } from "drizzle-orm";
import { chunksOf } from "../storage/chunks.ts";
import type { PeopleReader, PeopleWriter } from "../storage/people-store.ts";

/** How many people there are in one category of a cut, answered or not. */
export interface CategoryHeadcount {
  /** Codes of the cut, joined by "+". */
  readonly cut: string;
  /** Values of the category, joined by "+". */
  readonly category: string;
  readonly headcount: number;
}

export async function headcountsOf(db: PeopleReader, wave: string): Promise<CategoryHeadcount[]> {
  const { waveHeadcounts } = db.tables;
  return db
    .select({
      cut: waveHeadcounts.cut,
      category: waveHeadcounts.category,
      headcount: waveHeadcounts.headcount,
    })
    .from(waveHeadcounts)
    .where(eq(waveHeadcounts.waveId, wave));
}

export async function replaceHeadcounts(
  tx: PeopleWriter,
  wave: string,
  rows: readonly CategoryHeadcount[],
): Promise<void> {
  const { waveHeadcounts } = tx.tables;
  await tx.delete(waveHeadcounts).where(eq(waveHeadcounts.waveId, wave));
  for await (const part of chunksOf(rows)) {
    await tx.insert(waveHeadcounts).values(part.map((row) => ({ waveId: wave, ...row })));
  }
}

/** What the list of people says of those who are invited, each once. */
export async function participantsOf(db: PeopleReader, wave: string) {
  const { assignments, persons } = db.tables;
  return db
    .selectDistinct({ id: persons.id, unit: persons.unit, site: persons.site, grade: persons.grade })
    .from(assignments)
    .innerJoin(persons, eq(persons.id, assignments.raterPersonId))
    .where(eq(assignments.waveId, wave));
}
