/** A comparison of released waves as a book: each wave's figures and each change a row, with codebook and notes. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { ComparedRate } from "../comparison/comparison-model.ts";
import type { LinkedChanges } from "../linking/linked-changes-model.ts";
import type {
  StaffBand,
  StaffChange,
  StaffChoiceItem,
  StaffComparison,
  StaffDifference,
  StaffEffect,
  StaffFigures,
  StaffMeasure,
  StaffResponse,
  StaffShare,
  StaffShareChange,
  WaveCell,
} from "../staff-comparison/staff-comparison-model.ts";
import { boundedValues } from "./bound-columns.ts";
import { codebookOf } from "./codebook.ts";
import { COMPARISON_COLUMNS, RECORDS } from "./comparison-columns.ts";
import { breaksTable, ratesTable, weightedTable } from "./comparison-tables.ts";
import { type FileBook, type FileRow, type FileTable, STATUS } from "./file-book.ts";
import { boundNotes, type FileSource, GENERAL_NOTES, sourceNotes } from "./file-notes.ts";
import { linkedTable } from "./linked-table.ts";
import { SHOWN, statusOf } from "./status-codes.ts";
import { boundedVerdictOf } from "./verdict-columns.ts";

/** The comparison, and what it was made from: one source and one definition a wave, in the order of time. */
export interface ComparisonToWrite {
  readonly sources: readonly FileSource[];
  readonly definitions: readonly SurveyDefinition[];
  readonly comparison: StaffComparison;
  readonly rates: readonly ComparedRate[];
  readonly linked: LinkedChanges | null;
  /** Hash of the whole comparison, base64url. */
  readonly hash: string;
}

/** Of whom a row speaks. */
interface Place {
  readonly cut: string | null;
  readonly category: string | null;
  readonly category_label: string;
}

/**
 * Makes the book of a comparison.
 * @param compared the comparison with its sources
 * @returns figures, the further tables that are not empty, codebook and notes
 * @throws RangeError when there is not one source a wave
 * @example xlsxFile(comparisonBook({ sources, definitions, comparison, rates: [], linked: null, hash }))
 */
export function comparisonBook(compared: ComparisonToWrite): FileBook {
  const { sources, definitions, comparison, rates, linked, hash } = compared;
  if (sources.length !== comparison.surveys.length) {
    throw new RangeError("comparisonBook requires one source a wave");
  }
  const titles = sources.map(({ title }) => title);
  const further: readonly FileTable[] = [
    ratesTable(rates),
    weightedTable(comparison.weighted),
    breaksTable(comparison.breaks, titles),
    ...(linked === null ? [] : [linkedTable(linked)]),
  ];
  return {
    title: `Comparison: ${titles.join(", ")}`,
    tables: [
      {
        name: "figures",
        title: "Figures",
        columns: COMPARISON_COLUMNS,
        rows: figureRows(comparison, titles),
      },
      ...further.filter(({ rows }) => rows.length > 0),
      codebookOf(definitions),
    ],
    notes: [
      { about: "comparison", text: `Hash of this comparison (SHA-256, base64url): ${hash}` },
      ...sources.flatMap(sourceNotes),
      ...comparison.methods.map((text) => ({ about: "method", text })),
      ...boundNotes(comparison.width).map((text) => ({ about: "bounds", text })),
      ...(linked?.methods ?? []).map((text) => ({ about: "linking", text })),
      ...GENERAL_NOTES,
    ],
  };
}

function figureRows(comparison: StaffComparison, titles: readonly string[]): readonly FileRow[] {
  const { of, response, items, choices, scales, index, cuts } = comparison;
  const whole: Place = {
    cut: of?.codes.join("+") ?? null,
    category: of?.values.join("+") ?? null,
    category_label: of?.label ?? "Everybody",
  };
  const measures = [...items, ...scales, ...(index === null ? [] : [index])];
  const labels = new Map(measures.map(({ code, label, kind }) => [code, { label, kind }]));
  return [
    ...responseRows(response, whole, titles),
    ...measures.flatMap((measure) => measureRows(measure, whole, titles)),
    ...choices.flatMap((item) => choiceRows(item, whole, titles)),
    ...cuts.flatMap(({ codes, categories }) =>
      categories.flatMap((category) => {
        const place = {
          cut: codes.join("+"),
          category: category.values.join("+"),
          category_label: category.label,
        };
        return [
          ...responseRows(category.response, place, titles),
          ...category.measures.flatMap(({ code, waves, change }) => {
            const about = { ...place, code, label: labels.get(code)?.label ?? code };
            const kind = labels.get(code)?.kind ?? "scale";
            return [...levelRows(kind, { about, waves }, titles), changeRow(kind, about, { change, titles })];
          }),
        ];
      }),
    ),
  ];
}

function choiceRows(item: StaffChoiceItem, place: Place, titles: readonly string[]): readonly FileRow[] {
  const { code, label, choices } = item;
  return choices.flatMap((choice) => {
    const about = { ...place, code, label, answer: choice.label };
    const shares = choice.waves.map((cell, wave) => ({
      record: RECORDS.choice,
      ...about,
      wave: titles[wave] ?? "",
      ...statusOf(cell),
      ...(cell.shown ? { n: cell.n, ...sharesOf(cell.value) } : {}),
    }));
    const { shareChange, verdict } = choice.change;
    const change = {
      record: RECORDS.choiceChange,
      ...about,
      ...between(titles, 0, titles.length - 1),
      [STATUS]: SHOWN,
      ...shareChanged(shareChange),
      ...boundedVerdictOf(verdict),
    };
    return [...shares, change];
  });
}

function sharesOf({ share, interval }: StaffShare): FileRow {
  return {
    ...boundedValues("share", share, percent),
    share_lower: percent(interval.lower),
    share_upper: percent(interval.upper),
  };
}

function responseRows(
  response: readonly StaffResponse[],
  place: Place,
  titles: readonly string[],
): readonly FileRow[] {
  return response.map(({ answered, headcount, rate }, wave) => ({
    record: RECORDS.persons,
    ...place,
    label: "Persons who answered",
    wave: titles[wave] ?? "",
    ...statusOf(answered),
    ...(answered.shown ? { n: answered.value } : {}),
    headcount,
    response_rate: rate === null ? null : percent(rate),
  }));
}

function measureRows(measure: StaffMeasure, place: Place, titles: readonly string[]): readonly FileRow[] {
  const { kind, code, label, dimension, waves, change, steps } = measure;
  const about = { ...place, code, label, dimension };
  return [
    ...levelRows(kind, { about, waves }, titles),
    ...[change, ...steps].map((one) => changeRow(kind, about, { change: one, titles })),
  ];
}

function levelRows(
  kind: StaffMeasure["kind"],
  { about, waves }: { readonly about: FileRow; readonly waves: readonly WaveCell<StaffFigures>[] },
  titles: readonly string[],
): readonly FileRow[] {
  return waves.map((cell, wave) => ({
    record: RECORDS[kind],
    ...about,
    wave: titles[wave] ?? "",
    ...statusOf(cell),
    ...(cell.shown ? levels(cell.n, cell.value) : {}),
  }));
}

function levels(n: number, { mean, sd, sdAtMost, interval, favourable }: StaffFigures): FileRow {
  return {
    n,
    ...boundedValues("mean", mean),
    sd,
    sd_at_most: sdAtMost,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    ...(favourable === null ? {} : sharesOf(favourable)),
  };
}

function changeRow(
  kind: StaffMeasure["kind"],
  about: FileRow,
  { change, titles }: { readonly change: StaffChange; readonly titles: readonly string[] },
): FileRow {
  const { from, to, difference, shareChange, verdict, effect, band } = change;
  return {
    record: RECORDS[`${kind}Change`],
    ...about,
    ...between(titles, from, to),
    [STATUS]: SHOWN,
    ...differed(difference),
    ...shareChanged(shareChange),
    ...boundedVerdictOf(verdict),
    ...sized(effect, band),
  };
}

function between(titles: readonly string[], from: number, to: number): FileRow {
  return { from_wave: titles[from] ?? "", wave: titles[to] ?? "" };
}

function differed(difference: StaffDifference | null): FileRow {
  if (difference === null) return {};
  const { estimate, interval } = difference;
  return {
    ...boundedValues("difference", estimate),
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
  };
}

function shareChanged(change: StaffShareChange | null): FileRow {
  if (change === null) return {};
  const { estimate, interval, p, pAdjusted } = change;
  return {
    ...boundedValues("share", estimate, percent),
    share_lower: interval === null ? null : percent(interval.lower),
    share_upper: interval === null ? null : percent(interval.upper),
    ...boundedValues("share_p", p),
    ...boundedValues("share_p_adjusted", pAdjusted),
  };
}

function sized(effect: StaffEffect | null, band: StaffBand | null): FileRow {
  return {
    effect: effect?.name ?? null,
    ...boundedValues("effect_size", effect?.value ?? null),
    effect_lower: effect?.interval?.lower ?? null,
    effect_upper: effect?.interval?.upper ?? null,
    band: band?.size ?? null,
    band_limit: band?.limit ?? null,
  };
}

function percent(share: number): number {
  return Number((share * 100).toFixed(4));
}
