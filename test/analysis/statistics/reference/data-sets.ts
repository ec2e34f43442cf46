/** The real data behind the reference values, as columns. */
import { readFileSync } from "node:fs";
import { scaleScore } from "../../../../analysis/statistics/scale-score.ts";

const FILES = {
  "leadership-climate": "leadership-climate/data.csv",
  "personality-items": "stats/data/personality-items.csv",
  "state-anxiety-waves": "stats/data/state-anxiety-waves.csv",
  "job-attitudes-waves": "stats/data/job-attitudes-waves.csv",
} as const;

/** Names of the data sets kept as files. */
type DataSetName = keyof typeof FILES;

/** One row by column name; an empty field is null. */
export type Row = Readonly<Record<string, string | null>>;

/** The data set that an entry names. */
export function dataSetOf(entry: { readonly dataset: string }): DataSetName {
  const { dataset } = entry;
  if (Object.hasOwn(FILES, dataset)) return knownName(dataset);
  throw new Error(`there is no file of ${dataset}`);
}

/** Called with a key of FILES only. */
function knownName(dataset: string): DataSetName {
  return dataset as DataSetName;
}

const cache = new Map<DataSetName, readonly Row[]>();

/** All rows of a data set. None of its fields is quoted. */
export function rowsOf(name: DataSetName): readonly Row[] {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`../../../fixtures/${FILES[name]}`, import.meta.url), "utf8");
  const [head = "", ...lines] = text.trimEnd().split(/\r?\n/);
  const names = head.split(",");
  const rows = lines.map((line) => {
    const fields = line.split(",");
    return Object.fromEntries(names.map((column, i) => [column, fields[i] ? fields[i] : null]));
  });
  cache.set(name, rows);
  return rows;
}

/** A field as a number; null when missing. */
export function numberOf(row: Row, column: string): number | null {
  const text = row[column] ?? null;
  return text === null ? null : Number(text);
}

/** The items of a scale, those to be turned, and its lowest + highest point. */
export interface ScaleItems {
  readonly items: readonly string[];
  readonly reversed: readonly string[];
  readonly turn: number;
}

/** One item's answers, turned where it is reversed. */
export function itemAnswers(rows: readonly Row[], scale: ScaleItems, item: string): (number | null)[] {
  const turned = scale.reversed.includes(item);
  return rows.map((row) => {
    const value = numberOf(row, item);
    return value !== null && turned ? scale.turn - value : value;
  });
}

/** Scale scores of rows: the mean of the answered items when at least the minimum is answered. */
export function scaleScores(rows: readonly Row[], scale: ScaleItems, minimum: number): (number | null)[] {
  const columns = scale.items.map((item) => itemAnswers(rows, scale, item));
  return rows.map((_, i) =>
    scaleScore(
      columns.map((column) => column[i] ?? null),
      minimum,
    ),
  );
}

function numbered(stem: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${stem}${String(i + 1).padStart(2, "0")}`);
}

/** The eleven leadership items of leadership-climate. */
export const LEAD: ScaleItems = { items: numbered("lead", 11), reversed: [], turn: 6 };
/** Its three items on the task, and five on hostility. */
export const TASK: ScaleItems = { items: numbered("task", 3), reversed: [], turn: 6 };
export const HOSTILE: ScaleItems = { items: numbered("hostile", 5), reversed: [], turn: 4 };
/** Agreeableness of personality-items. */
export const AGREE: ScaleItems = { items: ["a1", "a2", "a3", "a4", "a5"], reversed: ["a1"], turn: 7 };

const POSITIVE = "calm secure at_ease rested comfortable confident relaxed content joyful pleasant".split(
  " ",
);

/** The twenty items of state-anxiety-waves. */
export const ANXIETY: ScaleItems = {
  items: Object.keys(rowsOf("state-anxiety-waves")[0] ?? {}).slice(4),
  reversed: POSITIVE,
  turn: 5,
};

const anxietyScores = new Map<Row, number | null>();

/** One row's answer to an item, or its anxiety score. */
export function anxietyAnswers(rows: readonly Row[], column: string): (number | null)[] {
  if (column !== "anxiety") return rows.map((row) => numberOf(row, column));
  if (anxietyScores.size === 0) {
    const all = rowsOf("state-anxiety-waves");
    const scores = scaleScores(all, ANXIETY, 10);
    for (const [i, row] of all.entries()) anxietyScores.set(row, scores[i] ?? null);
  }
  return rows.map((row) => anxietyScores.get(row) ?? null);
}

/** Two waves of the same persons. */
export interface LinkedColumns {
  readonly persons: readonly string[];
  readonly before: readonly (number | null)[];
  readonly after: readonly (number | null)[];
}

/** Persons of one study with a row in both waves, in the order of their ids. */
export function linkedAnxiety(
  study: string,
  column: string,
  waves: readonly [number, number],
): LinkedColumns {
  const inWave = (wave: number): Map<string, number | null> => {
    const rows = rowsOf("state-anxiety-waves").filter(
      (row) => row["study"] === study && Number(row["wave"]) === wave,
    );
    const answers = anxietyAnswers(rows, column);
    return new Map(rows.map((row, i) => [row["person_id"] ?? "", answers[i] ?? null]));
  };
  const first = inWave(waves[0]);
  const second = inWave(waves[1]);
  const persons = [...first.keys()].filter((person) => second.has(person)).sort();
  return {
    persons,
    before: persons.map((person) => first.get(person) ?? null),
    after: persons.map((person) => second.get(person) ?? null),
  };
}

/** One scale of job-attitudes-waves in two waves; every person has a row in both. */
export function linkedAttitudes(column: string, waves: readonly [number, number]): LinkedColumns {
  const inWave = (wave: number): Row[] =>
    rowsOf("job-attitudes-waves").filter((row) => Number(row["wave"]) === wave);
  const first = inWave(waves[0]);
  return {
    persons: first.map((row) => row["person_id"] ?? ""),
    before: first.map((row) => numberOf(row, column)),
    after: inWave(waves[1]).map((row) => numberOf(row, column)),
  };
}
