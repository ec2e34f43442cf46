/** Why rows were not tested: each reason stands once below their table, and the rows refer to it by a number. */
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";

const TEXTS = COMPARISON_TEXTS;

/** What a row says: a word, or the reason why there is none. */
export type Outcome = { readonly word: string } | { readonly reason: string };

/** Each reason once, in the order of the rows. */
export function reasonsOf(outcomes: readonly Outcome[]): readonly string[] {
  return [...new Set(outcomes.flatMap((one) => ("reason" in one ? [one.reason] : [])))];
}

interface OutcomeWordProps {
  readonly outcome: Outcome;
  /** Of all rows of the table. */
  readonly reasons: readonly string[];
}

export function OutcomeWord({ outcome, reasons }: OutcomeWordProps) {
  if ("word" in outcome) return outcome.word;
  return (
    <>
      {TEXTS.courses["not-tested"]} <sup>{reasons.indexOf(outcome.reason) + 1}</sup>
    </>
  );
}

export function ReasonNotes({ reasons }: { readonly reasons: readonly string[] }) {
  return reasons.map((reason, place) => (
    <p key={reason} className="hint reason-note">
      <sup>{place + 1}</sup> {reason}
    </p>
  ));
}
