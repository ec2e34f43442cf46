/** What was asked and what each answer's number means, "not observed" and missing included. */
import type { Item, LocalisedText, SurveyDefinition } from "../../surveys/definition.ts";
import type { FileColumn, FileRow, FileTable } from "./file-book.ts";
import { numberColumn, textColumn } from "./file-columns.ts";
import { MISSING_VALUE, NOT_OBSERVED_VALUE } from "./status-codes.ts";

const COLUMNS: readonly FileColumn[] = [
  textColumn("survey", "Survey and version"),
  textColumn("code", "Item"),
  textColumn("label", "Wording"),
  textColumn("kind", "Kind"),
  textColumn("dimension", "Dimension"),
  textColumn("reverse_keyed", "A high answer means little"),
  numberColumn("value", "Answer"),
  textColumn("value_label", "What the answer means"),
  textColumn("meaning", "How it is counted"),
];

/**
 * The codebook of one or several definitions: one line an answer.
 * @param definitions the surveys; a version that comes twice is listed once
 * @returns the table; answers that are counted have the values of the figures' columns, others values below 0
 * @example codebookOf([definition]).rows.filter(({ value }) => value === -8) // "not observed"
 */
export function codebookOf(definitions: readonly SurveyDefinition[]): FileTable {
  const distinct = new Map(
    definitions.map((one) => [`${one.soundings.id} ${one.soundings.version}`, one] as const),
  );
  return {
    name: "codebook",
    title: "Codebook",
    columns: COLUMNS,
    rows: [...distinct].flatMap(([survey, definition]) =>
      definition.items.flatMap((item) =>
        answersOf(item, definition).map((answer) => ({ survey, ...aboutItem(item, definition), ...answer })),
      ),
    ),
  };
}

/**
 * A text of the definition in its first language.
 * @param text the text
 * @param definition whose
 * @returns one text
 * @example firstText(item.title, definition)
 */
export function firstText(text: LocalisedText, { soundings }: SurveyDefinition): string {
  return text[soundings.languages[0] ?? ""] ?? Object.values(text)[0] ?? "";
}

function aboutItem(item: Item, definition: SurveyDefinition): FileRow {
  const { metadata, code, kind, title } = item;
  return {
    code,
    label: firstText(title, definition),
    kind: kind === "scale" ? "scale" : "choice",
    dimension: metadata.dimension ?? null,
    reverse_keyed: metadata.reverseKeyed === true ? "yes" : "no",
  };
}

const NO_ANSWER: FileRow = { value: MISSING_VALUE, value_label: "No answer", meaning: "in no count" };

/** Items without counts, such as comments and the personal code, have no lines. */
function answersOf(item: Item, definition: SurveyDefinition): readonly FileRow[] {
  const counted = (labels: readonly string[], meaning: string): FileRow[] =>
    labels.map((label, place) => ({ value: place + 1, value_label: label, meaning }));
  if (item.kind === "scale") {
    const scale = definition.soundings.scales[item.metadata.scale ?? ""];
    if (scale === undefined) return [];
    const points = counted(
      scale.labels.map((label) => firstText(label, definition)),
      "point of the scale",
    );
    const notObserved =
      scale.notObserved === undefined
        ? []
        : [
            {
              value: NOT_OBSERVED_VALUE,
              value_label: firstText(scale.notObserved, definition),
              meaning: "not observed: in no count",
            },
          ];
    return [...points, ...notObserved, NO_ANSWER];
  }
  if (item.kind !== "choice") return [];
  const choices = (item.choices ?? []).map(({ label }) => firstText(label, definition));
  return [...counted(choices, "choice"), NO_ANSWER];
}
