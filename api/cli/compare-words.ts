/** The words of a printed comparison: changes, verdicts and sizes, and the sentence above them. */
import type {
  Change,
  ComparedMeasure,
  NotTestedReason,
  Verdict,
} from "../../analysis/comparison/comparison-model.ts";
import { digitsOf, rounded, signed } from "../../analysis/number-text.ts";

export const NOTHING = "–";

export function number(value: number | null, digits: number): string {
  return value === null ? NOTHING : rounded(value, digits);
}

/** "+0.31 (0.12 to 0.50)". */
export function change(difference: Change | null, digits: number, factor = 1): string {
  if (difference === null) return NOTHING;
  const estimate = signed(difference.estimate * factor, digits);
  if (difference.interval === null) return estimate;
  const { lower, upper } = difference.interval;
  return `${estimate} (${signed(lower * factor, digits)} to ${signed(upper * factor, digits)})`;
}

const REASONS: Readonly<Record<NotTestedReason, string>> = {
  "no-answers": "nobody answered in one of the waves",
  "too-few-answers": "too few answers",
  "below-minimum": "fewer answers than the minimum for a test",
  "no-variance": "all answers, or all changes, are the same",
  "complete-separation": "the waves' answers do not overlap",
  "no-convergence": "the calculation did not settle",
  "single-leader-item": "single items about one person are not tested",
  "group-not-shown": "the comparison group is too small, or would reveal another",
  suppressed: "suppressed by the publisher",
  "number-unknown": "the number of answers is not known",
};

/** The three states in words; a difference that was not tested never reads like one that is not significant. */
export function verdict(one: Verdict): string {
  if (one.state === "not-tested") return `not tested: ${REASONS[one.reason]}`;
  return one.state === "significant" ? "tested: changed" : "tested: no change shown";
}

/** "p" as printed in a detail row. */
export function pValue(p: number): string {
  return p < 0.001 ? "< 0.001" : rounded(p, 3);
}

export const SIZES = { "about-the-same": "about the same", higher: "higher", lower: "lower" } as const;

/** The practical size: "about the same", also when a large survey finds it significant. */
export function sizeOf({ band }: ComparedMeasure): string {
  if (band === null) return NOTHING;
  return band.size === "about-the-same" && band.equivalent === true
    ? "about the same (shown)"
    : SIZES[band.size];
}

/** What became of a single scale. */
function courseOf({ verdict: found, band, difference, kind }: ComparedMeasure): string {
  if (found.state === "not-significant") return "no change shown";
  const by = signed(difference?.estimate ?? 0, digitsOf(kind));
  if (band?.size === "about-the-same") return `changed by less than matters in practice (${by})`;
  return `${(difference?.estimate ?? 0) > 0 ? "rose" : "fell"} (${by})`;
}

/** The one sentence for somebody who reads no more. */
export function headline(measures: readonly ComparedMeasure[]): string {
  const tested = measures.filter((one) => one.verdict.state !== "not-tested");
  if (measures.length === 0) return "The two waves have no scale in common.";
  if (tested.length === 0) return "No change could be tested: there were too few answers, or nothing varied.";
  const [only] = measures;
  if (measures.length === 1 && only !== undefined) return `${only.label}: ${courseOf(only)}.`;
  const real = tested.filter((one) => one.verdict.state === "significant");
  const up = real.filter((one) => (one.difference?.estimate ?? 0) > 0 && one.band?.size === "higher");
  const down = real.filter((one) => (one.difference?.estimate ?? 0) < 0 && one.band?.size === "lower");
  const small = real.length - up.length - down.length;
  const names = (list: readonly ComparedMeasure[]): string => list.map(({ label }) => label).join(", ");
  const parts = [
    up.length > 0 ? `${up.length} rose (${names(up)})` : "",
    down.length > 0 ? `${down.length} fell (${names(down)})` : "",
    small > 0 ? `${small} changed by less than matters in practice` : "",
    tested.length > real.length ? `${tested.length - real.length} showed no change` : "",
    measures.length > tested.length ? `${measures.length - tested.length} could not be tested` : "",
  ].filter((part) => part !== "");
  return `Of ${measures.length} ${measures.length === 1 ? "scale" : "scales"}, ${parts.join("; ")}.`;
}
