/** The categories of a wave's cuts, by value and by label, as a list of headcounts may name them. */
import type { Item, SurveyDefinition } from "../../surveys/definition.ts";

export interface NamedCategory {
  /** Values joined by "+", as stored. */
  readonly category: string;
  readonly label: string;
  /** One a question of the cut. */
  readonly values: readonly string[];
}

export interface NamedCut {
  /** Codes joined by "+", as stored. */
  readonly cut: string;
  readonly codes: readonly string[];
  readonly label: string;
  readonly categories: readonly NamedCategory[];
}

/** Every cut with its categories, in the definition's order. */
export function cutCategories(
  definition: SurveyDefinition,
  cuts: readonly (readonly string[])[],
): readonly NamedCut[] {
  const language = definition.soundings.languages[0] ?? "en";
  const text = (words: Readonly<Record<string, string>>): string =>
    words[language] ?? Object.values(words)[0] ?? "";
  return cuts.map((codes) => {
    const items = codes.flatMap((code) => definition.items.filter((item) => item.code === code));
    return {
      cut: codes.join("+"),
      codes,
      label: items.map(({ title }) => text(title)).join(" · "),
      categories: combinations(items).map((choices) => ({
        category: choices.map(({ value }) => value).join("+"),
        label: choices.map(({ label }) => text(label)).join(" · "),
        values: choices.map(({ value }) => value),
      })),
    };
  });
}

type Choice = NonNullable<Item["choices"]>[number];

function combinations(items: readonly Item[]): readonly (readonly Choice[])[] {
  return items.reduce<readonly (readonly Choice[])[]>(
    (found, item) => found.flatMap((before) => (item.choices ?? []).map((choice) => [...before, choice])),
    [[]],
  );
}
