/** Queries on commitments to line-ups: entries with their salts, and the leaves that manifests commit to. */
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { allPages, chunksOf } from "../storage/chunks.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader, Writer } from "../storage/store.ts";
import type { LineUpEntry } from "./line-up-commitment.ts";

/** Entries of a line-up that have no salt yet. */
export async function unsaltedEntries(db: Reader<PeopleTables>, wave: string): Promise<readonly string[]> {
  const { assignments, lineUpSalts } = db.tables;
  const rows = await db
    .select({ id: assignments.id })
    .from(assignments)
    .leftJoin(lineUpSalts, eq(lineUpSalts.assignmentId, assignments.id))
    .where(and(eq(assignments.waveId, wave), isNull(lineUpSalts.assignmentId)));
  return rows.map(({ id }) => id);
}

export async function insertSalts(
  tx: Writer<PeopleTables>,
  salts: readonly { readonly assignmentId: string; readonly salt: Uint8Array }[],
): Promise<void> {
  for await (const part of chunksOf(salts)) await tx.insert(tx.tables.lineUpSalts).values(part);
}

/** Who is asked about whom, as people are known here; salt null where an entry has none. */
export async function lineUpEntries(
  db: Reader<PeopleTables>,
  wave: string,
): Promise<readonly (Omit<LineUpEntry, "salt"> & { readonly salt: Uint8Array | null })[]> {
  const { assignments, lineUpSalts, subjects } = db.tables;
  const key = sql`(${assignments.raterPersonId}, ${assignments.subjectCode})`;
  const selected = {
    raterPersonId: assignments.raterPersonId,
    subject: assignments.subjectCode,
    group: assignments.group,
    salt: lineUpSalts.salt,
    subjectPersonId: subjects.personId,
  };
  const rows = await allPages(
    (after: { readonly raterPersonId: string; readonly subject: string } | undefined, most) =>
      db
        .select(selected)
        .from(assignments)
        .leftJoin(lineUpSalts, eq(lineUpSalts.assignmentId, assignments.id))
        .leftJoin(
          subjects,
          and(eq(subjects.waveId, assignments.waveId), eq(subjects.code, assignments.subjectCode)),
        )
        .where(
          and(
            eq(assignments.waveId, wave),
            after && sql`${key} > (${after.raterPersonId}, ${after.subject})`,
          ),
        )
        .orderBy(asc(assignments.raterPersonId), asc(assignments.subjectCode))
        .limit(most),
  );
  return rows.map((row) => ({ ...row, wave, subjectPersonId: row.subjectPersonId ?? "" }));
}

/** The leaves of a line-up, as opened (0) or after an amendment. */
export async function insertLineUp(
  tx: Writer<PeopleTables>,
  lineUp: { readonly waveId: string; readonly amendment: number; readonly leaves: Uint8Array },
): Promise<void> {
  await tx.insert(tx.tables.lineUps).values(lineUp);
}
