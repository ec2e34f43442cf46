/** Lint rule for regular expressions: none that takes long on any answer. */
import { isJsonObject, ownValue, pointerTo, stringOf } from "../json-value.ts";
import { patternCost } from "../pattern-cost.ts";
import { LONGEST_PATTERN_TEXT } from "../text-limits.ts";
import { type Finding, type LintRule, quoted } from "./finding.ts";

/** Steps a pattern may take on the worst answer: some ten milliseconds. */
const MOST_STEPS = 10_000_000;

/** A pattern that cannot be read, uses what cannot be bounded, or may take too many steps. */
export const dangerousPattern: LintRule = ({ placed }) => {
  return placed.flatMap(({ node, pointer }) => {
    const validators = ownValue(node, "validators");
    if (!Array.isArray(validators)) return [];
    return validators.flatMap((validator: unknown, place): readonly Finding[] => {
      const source = isJsonObject(validator) ? stringOf(validator, "regex") : undefined;
      if (source === undefined) return [];
      const cost = patternCost(source, LONGEST_PATTERN_TEXT);
      if (cost.steps <= MOST_STEPS) return [];
      return [
        {
          rule: "dangerous-pattern",
          pointer: pointerTo(pointer, "validators", place, "regex"),
          sentence: `The pattern ${quoted(source)} ${cost.reason}.`,
          repair:
            "Anchor it with ^ and $, repeat single characters only, and give repetitions an upper bound.",
        },
      ];
    });
  });
};
