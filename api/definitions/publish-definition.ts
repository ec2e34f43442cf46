/** Publishes a definition: found free of problems, stored under an id made of its text. */
import { createHash } from "node:crypto";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { SHIPPED_INSTRUMENTS } from "../../surveys/library.ts";
import { loadDefinition } from "../../surveys/load-definition.ts";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { readAside } from "../reading/read-aside.ts";
import { insertDefinitions, type StoredDefinition } from "./store.ts";

/** Twelve characters of the text's SHA-256: the same text is the same definition. */
export function definitionIdOf(definition: SurveyDefinition): string {
  return createHash("sha256").update(definition.canonical).digest("base64url").slice(0, 12);
}

function rowOf(definition: SurveyDefinition): StoredDefinition {
  return { id: definitionIdOf(definition), canonical: definition.canonical, title: definition.title };
}

/** Stores the shipped instruments; done at every start, so that an upgrade brings its new versions. */
export async function publishShippedInstruments(context: Pick<StaffContext, "answers">): Promise<void> {
  const rows = SHIPPED_INSTRUMENTS.map((file) => {
    const loaded = loadDefinition(JSON.stringify(file));
    if (!("definition" in loaded))
      throw new RangeError("a shipped instrument has problems: run soundings lint");
    return rowOf(loaded.definition);
  });
  await context.answers.write((tx) => insertDefinitions(tx, rows));
}

/**
 * @returns the definition's id.
 * @throws DomainError "not-allowed"; "bad-input" with each problem and its line.
 */
export async function publishDefinition(
  context: Pick<StaffContext, "answers">,
  staff: StaffMember,
  { text }: { readonly text: string },
): Promise<StoredDefinition> {
  requireRole(staff, "coordinator");
  const loaded = await readAside("definition", { text });
  if (!("definition" in loaded)) {
    throw new DomainError(
      "bad-input",
      "The definition has problems, so it was not published. Mend them and try again.",
      loaded.problems.slice(0, 200).map((problem) => ({
        path: `line ${problem.line}`,
        sentence: `${problem.sentence} ${problem.repair}`,
      })),
    );
  }
  const row = rowOf(loaded.definition);
  await context.answers.write((tx) => insertDefinitions(tx, [row]));
  return row;
}
