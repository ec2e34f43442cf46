/** Queries on answers that are given with a name. */
import { eq } from "drizzle-orm";
import type { SurveyAnswers } from "../../surveys/definition.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader, Writer } from "../storage/store.ts";

export async function identifiedAnswersOf(
  db: Reader<PeopleTables>,
  assignmentId: string,
): Promise<SurveyAnswers | undefined> {
  const { identifiedAnswers } = db.tables;
  const [found] = await db
    .select({ answers: identifiedAnswers.answers })
    .from(identifiedAnswers)
    .where(eq(identifiedAnswers.assignmentId, assignmentId));
  return found?.answers;
}

export interface NewIdentifiedAnswers {
  readonly assignmentId: string;
  readonly waveId: string;
  readonly answers: SurveyAnswers;
  readonly submittedAt: Date;
}

/** Marks the assignment as sent too, so that reminders stop. */
export async function insertIdentifiedAnswers(
  tx: Writer<PeopleTables>,
  row: NewIdentifiedAnswers,
  ticketMark: Uint8Array,
): Promise<void> {
  const { identifiedAnswers, assignments } = tx.tables;
  await tx.insert(identifiedAnswers).values(row);
  await tx.update(assignments).set({ ticketMark }).where(eq(assignments.id, row.assignmentId));
}
