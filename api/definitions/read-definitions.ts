/** The definitions a coordinator may choose from, with what each asks and of whom. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { AnswerStore } from "../storage/answer-store.ts";
import { definitionById, everyDefinition } from "./store.ts";

/** @throws DomainError "not-found" */
export async function definitionOfId(
  context: { readonly answers: Pick<AnswerStore, "read"> },
  id: string,
): Promise<SurveyDefinition> {
  const stored = await context.answers.read((db) => definitionById(db, id));
  if (stored === undefined) {
    throw new DomainError("not-found", "There is no such survey definition. Choose one from the list.");
  }
  return readDefinition(stored.canonical);
}

/** Every published definition, newest version of each instrument first. */
export async function listDefinitions(
  context: Pick<StaffContext, "answers">,
): Promise<readonly { readonly id: string; readonly definition: SurveyDefinition }[]> {
  const stored = await context.answers.read(everyDefinition);
  return stored
    .map(({ id, canonical }) => ({ id, definition: readDefinition(canonical) }))
    .sort(({ definition: { soundings: a } }, { definition: { soundings: b } }) => {
      const rank = (kind: string): number => (kind === "360" ? 0 : 1);
      return (
        rank(a.kind) - rank(b.kind) ||
        a.id.localeCompare(b.id) ||
        b.version.localeCompare(a.version, "en", { numeric: true })
      );
    });
}
