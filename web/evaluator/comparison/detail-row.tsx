/** The row behind a row: the test, p and d, each with the sentence that says what it means. */
import { changeText, meanText, percentRange } from "../../../analysis/bound-text.ts";
import { linearly } from "../../../analysis/bounds.ts";
import { rounded } from "../../../analysis/number-text.ts";
import type { StaffMeasure } from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { intervalText, pText } from "../figures/change-text.ts";
import { courseSentence } from "./course-word.tsx";

const TEXTS = COMPARISON_TEXTS.details;

function testSentences(
  { change: { verdict, effect, band } }: StaffMeasure,
  digits: number,
): readonly string[] {
  const sentences: string[] = [];
  if (verdict.state !== "not-tested") {
    const { test, statistic, df, p, pAdjusted, state } = verdict;
    const name = TEXTS.tests[test];
    sentences.push(TEXTS.test(name, meanText(statistic, 2), df === null ? null : meanText(df, 1)));
    sentences.push(TEXTS.p(pText(p), pText(pAdjusted)));
    if (state === "only-bounds") sentences.push(TEXTS.onlyBounds);
  }
  if (effect !== null) {
    const limits = effect.interval === null ? null : intervalText(effect.interval, 2);
    sentences.push(TEXTS.d(TEXTS.effectNames[effect.name], meanText(effect.value, 2), limits));
  }
  if (band !== null) sentences.push(TEXTS.band(rounded(band.limit, digits)));
  return sentences;
}

function figureSentences(measure: StaffMeasure): readonly string[] {
  const { waves, change } = measure;
  const shown = waves.flatMap((cell) => (cell.shown ? [cell.value] : []));
  const sds = shown.flatMap(({ sd }) => (sd === null ? [] : [rounded(sd, 2)]));
  const [before, after] = [waves[change.from], waves[change.to]];
  const [first, last] = [
    before?.shown === true ? before.value.favourable : null,
    after?.shown === true ? after.value.favourable : null,
  ];
  const { shareChange } = change;
  const sentences: string[] = [];
  if (shareChange !== null && first !== null && last !== null) {
    const { interval, estimate } = shareChange;
    const limits =
      interval === null
        ? null
        : intervalText({ lower: interval.lower * 100, upper: interval.upper * 100 }, 0);
    sentences.push(
      TEXTS.shares({
        before: percentRange(first.share),
        after: percentRange(last.share),
        change: changeText(linearly(estimate, 100), 0),
        limits,
      }),
    );
  }
  if (sds.length === waves.length) sentences.push(TEXTS.sd(sds));
  return sentences;
}

interface DetailRowProps {
  readonly measure: StaffMeasure;
  readonly id: string;
  readonly columns: number;
  readonly digits: number;
  /** The wording of items, by code. */
  readonly labels: ReadonlyMap<string, string>;
}

export function DetailRow({ measure, id, columns, digits, labels }: DetailRowProps) {
  const named = (codes: readonly string[]) =>
    codes.map((code) => `“${(labels.get(code) ?? code).replace(/\.$/, "")}”`);
  const rests = measure.kind === "scale" ? [TEXTS.items(named(measure.items))] : [];
  const left = measure.leftOut.length === 0 ? [] : [TEXTS.leftOut(named(measure.leftOut))];
  const sentences = [
    courseSentence(measure.change),
    ...figureSentences(measure),
    ...testSentences(measure, digits),
    ...rests,
    ...left,
  ];
  return (
    <tr className="detail-row" id={id}>
      <td colSpan={columns}>
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

interface DetailButtonProps {
  readonly label: string;
  readonly id: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}

export function DetailButton({ label, id, open, onToggle }: DetailButtonProps) {
  return (
    <button
      type="button"
      className="button button-plain detail-button"
      aria-expanded={open}
      aria-controls={id}
      aria-label={open ? COMPARISON_TEXTS.hideDetail(label) : COMPARISON_TEXTS.showDetail(label)}
      onClick={onToggle}
    >
      {COMPARISON_TEXTS.detail}
      <span aria-hidden="true"> {open ? "▴" : "▾"}</span>
    </button>
  );
}
