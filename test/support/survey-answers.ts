/** Invented answers of staff to any survey, repeatable, with a level for each unit. */
import type { SurveyAnswers, SurveyDefinition } from "../../surveys/definition.ts";
import { seededRandom } from "./seeded-random.ts";

export interface InventedStaff {
  readonly count: number;
  readonly seed: number;
  /** Added to the common level, in points. */
  readonly shift?: number;
  /** How many write a comment to each free-text question; nobody unless given. */
  readonly comments?: number;
  /** How the choices of the first cut are spread: persons of each in turn, a weight each. */
  readonly cut?: { readonly code: string; readonly weights: Readonly<Record<string, number>> };
}

/** One form a person; scale items around the middle, choices at random. */
export function inventStaffAnswers(
  definition: SurveyDefinition,
  { count, seed, shift = 0, cut, comments = 0 }: InventedStaff,
): readonly SurveyAnswers[] {
  const below = seededRandom(seed);
  return Array.from({ length: count }, (_, author) => {
    const given: Record<string, unknown> = {};
    for (const item of definition.items) {
      const scale = definition.soundings.scales[item.metadata.scale ?? ""];
      if (item.code === cut?.code) given[item.question] = weighted(cut.weights, below);
      else if (item.kind === "choice")
        given[item.question] = item.choices?.[below(item.choices.length)]?.value;
      else if (item.kind === "text") {
        if (author < comments) given[item.question] = `${item.code}: more of 1 and less of ${author + 2}`;
      } else if (scale !== undefined) {
        const turned = item.metadata.reverseKeyed === true ? -shift : shift;
        const level = 1 + below(scale.points * 100) / 100 + turned;
        const value = Math.min(scale.points, Math.max(1, Math.floor(level)));
        if (item.row === undefined) given[item.question] = value;
        else given[item.question] = { ...Object(given[item.question]), [item.row]: value };
      }
    }
    return given;
  });
}

function weighted(weights: Readonly<Record<string, number>>, below: (limit: number) => number): string {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  let left = below(total);
  for (const [value, weight] of Object.entries(weights)) {
    if (left < weight) return value;
    left -= weight;
  }
  return "";
}
