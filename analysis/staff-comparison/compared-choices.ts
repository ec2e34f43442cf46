/** Questions with choices that are no cut, such as whether somebody was bullied: each choice's share in all waves. */
import { partsOf } from "../staff-tables/answer-bounds.ts";
import { adjustBounded } from "./bounded-verdicts.ts";
import type { CommonItem } from "./common-items.ts";
import type { Comparing } from "./compared-measures.ts";
import { choiceChange } from "./staff-change.ts";
import type { StaffChoice, StaffChoiceItem, StaffShare, WaveCell } from "./staff-comparison-model.ts";
import { cellAt, headcountAt, shareFigure } from "./wave-figures.ts";

/**
 * The choice items of all waves; their p values are adjusted as one family.
 * @param items the items, all of them choices
 * @param comparing which waves, of whom
 * @returns one entry an item, with each choice's share of those who answered the question
 * @see Benjamini and Hochberg (1995)
 * @example comparedChoices(items, comparing)[0]?.choices[0]?.change.verdict.state
 */
export function comparedChoices(
  items: readonly CommonItem[],
  comparing: Comparing,
): readonly StaffChoiceItem[] {
  const found = items.map((common) => ({
    code: common.item.code,
    label: common.item.label,
    choices: common.item.points.map((_, choice) => comparedChoice(common, choice, comparing)),
  }));
  const verdicts = adjustBounded(
    found.flatMap(({ choices }) => choices.map(({ change }) => change.verdict)),
    "item-shares",
  );
  let next = 0;
  return found.map((item) => ({
    ...item,
    choices: item.choices.map((choice): StaffChoice => {
      const verdict = verdicts[next++] ?? choice.change.verdict;
      const { shareChange } = choice.change;
      const pAdjusted = verdict.state === "not-tested" ? null : verdict.pAdjusted;
      const adjusted = shareChange === null ? null : { ...shareChange, pAdjusted };
      return { ...choice, change: { shareChange: adjusted, verdict } };
    }),
  }));
}

function comparedChoice(common: CommonItem, choice: number, comparing: Comparing): StaffChoice {
  const waves = comparing.waves.map((_, wave) => shareAt(common, choice, { comparing, wave }));
  const first = waves[0];
  const last = waves.at(-1);
  return {
    label: common.item.points[choice] ?? "",
    waves,
    change: choiceChange(
      first?.shown === true ? first.value : null,
      last?.shown === true ? last.value : null,
      comparing.minimums,
    ),
  };
}

function shareAt(
  { waves: items }: CommonItem,
  choice: number,
  { comparing, wave }: { readonly comparing: Comparing; readonly wave: number },
): WaveCell<StaffShare> {
  const item = items[wave];
  const tables = comparing.waves[wave]?.tables;
  const place = comparing.places[wave];
  if (item === undefined || tables === undefined) return { shown: false, reason: "not-asked" };
  const cell = cellAt(item.cells, place);
  if (!cell.shown) return cell;
  const { given } = cell.value;
  const part = partsOf(item, cell)[choice];
  if (part === undefined || given.low < 1) return { shown: false, reason: "no-answers" };
  const { low, high } = part;
  const figure = shareFigure({ count: { low, high }, n: given }, headcountAt(tables, place));
  return { shown: true, n: cell.n, value: figure };
}
