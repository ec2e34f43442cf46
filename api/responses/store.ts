/** Queries on sealed answers and drafts. */
import { and, count, eq } from "drizzle-orm";
import type { AnswerReader, AnswerTables, AnswerWriter } from "../storage/answer-store.ts";

type NewResponse = AnswerTables["responses"]["$inferInsert"];

/** The hash of the body that was recorded for a spent ticket. */
export async function recordedBody(db: AnswerReader, spend: Uint8Array): Promise<Uint8Array | undefined> {
  const { responses } = db.tables;
  const [found] = await db
    .select({ bodyHash: responses.bodyHash })
    .from(responses)
    .where(eq(responses.spend, spend));
  return found?.bodyHash;
}

export async function responsesOfGroup(
  db: AnswerReader,
  { wave, subject, group }: Pick<NewResponse, "wave" | "subject" | "group">,
): Promise<number> {
  const { responses } = db.tables;
  return db.$count(
    responses,
    and(eq(responses.wave, wave), eq(responses.subject, subject), eq(responses.group, group)),
  );
}

export async function insertResponse(tx: AnswerWriter, response: NewResponse): Promise<void> {
  await tx.insert(tx.tables.responses).values(response);
}

export async function draftBox(
  db: AnswerReader,
  draft: { readonly wave: string; readonly id: Uint8Array },
): Promise<Uint8Array | undefined> {
  const { drafts } = db.tables;
  const [found] = await db
    .select({ box: drafts.box })
    .from(drafts)
    .where(and(eq(drafts.id, draft.id), eq(drafts.wave, draft.wave)));
  return found?.box;
}

export async function draftsOfWave(db: AnswerReader, wave: string): Promise<number> {
  const { drafts } = db.tables;
  const [counted] = await db.select({ drafts: count() }).from(drafts).where(eq(drafts.wave, wave));
  return counted?.drafts ?? 0;
}

/** An id belongs to the wave it was first used in. */
export async function putDraft(
  tx: AnswerWriter,
  draft: AnswerTables["drafts"]["$inferInsert"],
): Promise<void> {
  const { drafts } = tx.tables;
  await tx
    .insert(drafts)
    .values(draft)
    .onConflictDoUpdate({
      target: drafts.id,
      set: { box: draft.box },
      setWhere: eq(drafts.wave, draft.wave),
    });
}

export async function removeDraft(
  tx: AnswerWriter,
  draft: { readonly wave: string; readonly id: Uint8Array },
): Promise<void> {
  const { drafts } = tx.tables;
  await tx.delete(drafts).where(and(eq(drafts.id, draft.id), eq(drafts.wave, draft.wave)));
}
