/** Questions with choices in all waves: how many of 100 chose what, and whether that changed. */
import { changeText, per100Range } from "../../../analysis/bound-text.ts";
import { linearly } from "../../../analysis/bounds.ts";
import type { NotTestedReason } from "../../../analysis/comparison/comparison-model.ts";
import { BAND_IN_POINTS_OF_100, practicalBand } from "../../../analysis/comparison/practical-band.ts";
import { signed } from "../../../analysis/number-text.ts";
import type {
  StaffChoice,
  StaffChoiceItem,
  StaffShare,
  WaveCell,
} from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { EVALUATOR_TEXTS } from "../../ui/texts/evaluator.ts";
import { COMPARISON_TEXTS, NOT_TESTED } from "../../ui/texts/evaluator-comparison.ts";
import { HiddenFigure } from "../figures/hidden-figure.tsx";
import type { ComparisonParts } from "./comparison-parts.ts";
import { type Outcome, OutcomeWord, ReasonNotes, reasonsOf } from "./reason-notes.tsx";

const TEXTS = COMPARISON_TEXTS;

function Per100({ cell, minimum }: { readonly cell: WaveCell<StaffShare>; readonly minimum: number }) {
  if (!cell.shown) return <HiddenFigure reason={cell.reason} minimum={minimum} />;
  return (
    <>
      <span className="figure-strong">{per100Range(cell.value.share)}</span>{" "}
      <span className="figure-count">{EVALUATOR_TEXTS.results.answersN(cell.value.n)}</span>
    </>
  );
}

function notTested(reason: NotTestedReason): string {
  return reason === "no-variance" ? TEXTS.sameShare : TEXTS.notTestedBecause(NOT_TESTED[reason]);
}

/** In words; shares that moved by less than the practical band did not matter, however surely. */
function outcomeOf({ change: { verdict, shareChange } }: StaffChoice): Outcome {
  if (verdict.state === "not-tested") return { reason: notTested(verdict.reason) };
  if (verdict.state === "not-significant") return { word: TEXTS.courses["not-shown"] };
  const { low, high } = linearly(shareChange?.estimate ?? { low: 0, high: 0 }, 100);
  const [size, other] = [low, high].map((end) => practicalBand(end, BAND_IN_POINTS_OF_100, null).size);
  if (verdict.state === "only-bounds" || size !== other) return { word: TEXTS.courses["not-told"] };
  if (size === "about-the-same") return { word: TEXTS.courses.little };
  return { word: size === "higher" ? TEXTS.courses.rose : TEXTS.courses.fell };
}

interface ChoiceRowProps {
  readonly choice: StaffChoice;
  readonly parts: ComparisonParts;
  readonly reasons: readonly string[];
}

function ChoiceRow({ choice, parts, reasons }: ChoiceRowProps) {
  const { label, waves, change } = choice;
  const { shareChange } = change;
  const limits = shareChange?.interval ?? null;
  return (
    <tr>
      <th scope="row">{label}</th>
      {waves.map((cell, place) => (
        <td
          key={parts.sheet.waves[place]?.wave}
          className="number"
          data-head={parts.sheet.waves[place]?.title}
        >
          <Per100 cell={cell} minimum={parts.minimum} />
        </td>
      ))}
      <td className="number" data-head={TEXTS.changeColumn}>
        {shareChange === null ? (
          "–"
        ) : (
          <>
            <span className="figure-strong">{changeText(linearly(shareChange.estimate, 100), 0)}</span>
            {limits !== null && (
              <span className="figure-limits">
                {" "}
                {signed(limits.lower * 100, 0)} to {signed(limits.upper * 100, 0)}
              </span>
            )}
          </>
        )}
      </td>
      <td data-head={TEXTS.verdict}>
        <OutcomeWord outcome={outcomeOf(choice)} reasons={reasons} />
      </td>
    </tr>
  );
}

function RateTable({ item, parts }: { readonly item: StaffChoiceItem; readonly parts: ComparisonParts }) {
  const reasons = reasonsOf(item.choices.map(outcomeOf));
  return (
    <div className="choice-item">
      <h3>{item.label}</h3>
      <ScrollRegion className="list-scroll" label={item.label}>
        <table className="list list-stack rate-table">
          <caption className="reader-only">{item.label}</caption>
          <TableHead
            columns={[
              TEXTS.choice,
              ...parts.sheet.waves.map(({ wave, title }) => numbers(title, wave)),
              numbers(TEXTS.changeColumn),
              TEXTS.verdict,
            ]}
          />
          <tbody>
            {item.choices.map((choice) => (
              <ChoiceRow key={choice.label} choice={choice} parts={parts} reasons={reasons} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <ReasonNotes reasons={reasons} />
    </div>
  );
}

export function RatesSection({ parts }: { readonly parts: ComparisonParts }) {
  const { choices } = parts.sheet.comparison;
  if (choices.length === 0) return null;
  return (
    <section className="page-section" aria-labelledby="rates">
      <h2 id="rates">{TEXTS.rates}</h2>
      <p className="hint">{TEXTS.ratesIntro}</p>
      {choices.map((item) => (
        <RateTable key={item.code} item={item} parts={parts} />
      ))}
    </section>
  );
}
