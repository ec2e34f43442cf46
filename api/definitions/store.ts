/** Queries on the published definitions; they lie in the responses store, where the answers to them go. */
import { asc, eq } from "drizzle-orm";
import type { LocalisedText } from "../../surveys/definition.ts";
import type { AnswerReader, AnswerWriter } from "../storage/answer-store.ts";

export interface StoredDefinition {
  readonly id: string;
  readonly canonical: string;
  readonly title: LocalisedText;
}

export async function definitionById(db: AnswerReader, id: string): Promise<StoredDefinition | undefined> {
  const { definitions } = db.tables;
  const [found] = await db.select().from(definitions).where(eq(definitions.id, id));
  return found;
}

export async function everyDefinition(db: AnswerReader): Promise<StoredDefinition[]> {
  const { definitions } = db.tables;
  return db.select().from(definitions).orderBy(asc(definitions.id));
}

export async function insertDefinitions(tx: AnswerWriter, found: readonly StoredDefinition[]): Promise<void> {
  for (const definition of found)
    await tx.insert(tx.tables.definitions).values(definition).onConflictDoNothing();
}
