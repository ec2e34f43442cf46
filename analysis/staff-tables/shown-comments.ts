/** The comments of a staff survey: one list a question, of everybody together, or none. */
import { askedOfSome } from "../../surveys/asked-of-some.ts";
import { cleanText } from "../../surveys/clean-text.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import type { Dataset } from "../dataset.ts";
import type { Cell } from "../disclosure/cell.ts";
import { firstLanguage } from "./release-plan.ts";
import type { StaffComments } from "./staff-tables-model.ts";

/** What stands for "no comment", such as a dash or some dots, hides nobody among others. */
const SAYS_SOMETHING = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/**
 * The comments to each question, in the dataset's random order, never by a cut. Texts without a letter, a digit or a
 * picture are no comments.
 *
 * @param definition the survey
 * @param dataset the answers
 * @param policy the wave's policy
 * @returns one list a free-text question, in the order asked
 * @see README.md in this folder, comments
 * @example shownComments(definition, dataset, policy)[0]?.list.shown;
 */
export function shownComments(
  definition: SurveyDefinition,
  dataset: Dataset,
  policy: Pick<DisclosurePolicy, "minimumComments" | "minimumGroupSize">,
): readonly StaffComments[] {
  const { minimumComments, minimumGroupSize } = policy;
  const ofSome = askedOfSome(definition);
  const lists = new Map(dataset.comments.map(({ code, comments }) => [code, comments]));
  return definition.items
    .filter(({ kind }) => kind === "text")
    .map(({ code, title }) => {
      const conditional = ofSome.has(code);
      const minimum = conditional ? Math.max(minimumComments, minimumGroupSize) : minimumComments;
      const texts = (lists.get(code) ?? [])
        .map(({ text }) => cleanText(text, true))
        .filter((text) => SAYS_SOMETHING.test(text));
      const others = conditional ? { least: minimumGroupSize, are: dataset.rows - texts.length } : undefined;
      const list: Cell<readonly string[]> =
        dataset.rows < minimumGroupSize
          ? { shown: false, reason: "too-few-answers" }
          : listCell(texts, minimum, others);
      return { code, label: firstLanguage(title, definition), minimum, list };
    });
}

/** Where nearly everybody wrote, each is known to have been asked; then the list is not shown either. */
function listCell(
  texts: readonly string[],
  minimum: number,
  others: { readonly least: number; readonly are: number } | undefined,
): Cell<readonly string[]> {
  if (texts.length < minimum) return { shown: false, reason: "too-few-answers" };
  if (others !== undefined && others.are < others.least) return { shown: false, reason: "too-uniform" };
  return { shown: true, n: texts.length, value: texts };
}
