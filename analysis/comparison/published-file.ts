/** Reads a published table of shares by its map: units, measures, suppressed cells, codes that change form. */
import { isJsonObject, ownValue } from "../../surveys/json-value.ts";
import { type CsvProblem, type CsvRow, type CsvTable, columnName } from "../csv-table.ts";
import type { PublishedShare, PublishedTable } from "./published-shares.ts";

/** Which column is what. */
export interface PublishedMap {
  /** Columns that together name the unit. */
  readonly unit: readonly string[];
  readonly measure: string;
  readonly share: string;
  readonly answers: string | undefined;
  /** Column that says why a share is missing. */
  readonly note: string | undefined;
  /** 1 for shares of 0 to 1, 100 for per cent. */
  readonly of: 1 | 100;
  /** What stands in the share's or the note's cell where the publisher suppressed it. */
  readonly suppressed: readonly string[];
  /** Endings that a unit's code has in some years only. */
  readonly endings: readonly string[];
  /** Units that changed their code, old to new. */
  readonly units: ReadonlyMap<string, string>;
  readonly where: ReadonlyMap<string, string>;
  /** Measures that are no shares of answers, such as response rates (which reach 102 % when people join). */
  readonly skip: readonly string[];
}

/** The maps of both waves, or their problems as sentences. */
export type ReadPublishedMap =
  | { readonly before: PublishedMap; readonly after: PublishedMap }
  | { readonly problems: readonly string[] };

const KEYS = [
  "unit",
  "measure",
  "share",
  "answers",
  "note",
  "of",
  "suppressed",
  "endings",
  "units",
  "where",
  "skip",
];

/**
 * Reads the map of published tables.
 * @param json the parsed file: {"unit", "measure", "share", "answers"?, "note"?, "of"?, "suppressed"?, "endings"?,
 * "units"?, "where"?, "skip"?, "before"?, "after"?}; before and after replace parts for one wave
 * @returns both maps, or the problems
 * @example readPublishedMap({ unit: "organisation", measure: "item", share: "percent", of: 100 })
 */
export function readPublishedMap(json: unknown): ReadPublishedMap {
  if (!isJsonObject(json))
    return { problems: ["The map is not a JSON object with unit, measure and share."] };
  const problems: string[] = [];
  const { before, after, ...top } = json;
  const read = (side: unknown): PublishedMap => {
    if (side !== undefined && !isJsonObject(side))
      problems.push("The map's before or after is not an object.");
    return readOne({ ...top, ...(isJsonObject(side) ? side : {}) }, problems);
  };
  const maps = { before: read(before), after: read(after) };
  return problems.length > 0 ? { problems: [...new Set(problems)] } : maps;
}

function readOne(json: Readonly<Record<string, unknown>>, problems: string[]): PublishedMap {
  for (const key of Object.keys(json)) {
    if (!KEYS.includes(key))
      problems.push(`The map has a part "${key.slice(0, 40)}"; it may have ${KEYS.join(", ")}.`);
  }
  const text = (name: string): string | undefined => {
    const given = ownValue(json, name);
    if (given !== undefined && typeof given !== "string") problems.push(`The map's ${name} is not a text.`);
    return typeof given === "string" ? given : undefined;
  };
  const texts = (name: string): readonly string[] => {
    const given = ownValue(json, name) ?? [];
    const list: readonly unknown[] = Array.isArray(given) ? given : [given];
    if (list.some((one) => typeof one !== "string"))
      problems.push(`The map's ${name} is not a list of texts.`);
    return list.filter((one) => typeof one === "string");
  };
  const pairs = (name: string): readonly (readonly [string, string])[] => {
    const given = ownValue(json, name) ?? {};
    const entries: readonly (readonly [string, unknown])[] = isJsonObject(given)
      ? Object.entries(given)
      : [["", 0]];
    return entries.flatMap(([key, value]) => {
      if (typeof value === "string") return [[key, value] as const];
      problems.push(`The map's ${name} does not give each entry a text.`);
      return [];
    });
  };
  const unit = texts("unit").map(columnName);
  const measure = text("measure");
  const share = text("share");
  const answers = text("answers");
  const note = text("note");
  const of = ownValue(json, "of") ?? 1;
  if (unit.length === 0 || measure === undefined || share === undefined) {
    problems.push("The map names the columns of unit, measure and share.");
  }
  if (of !== 1 && of !== 100) problems.push("The map's of is 1 (shares of 0 to 1) or 100 (per cent).");
  return {
    unit,
    measure: columnName(measure ?? ""),
    share: columnName(share ?? ""),
    answers: answers === undefined ? undefined : columnName(answers),
    note: note === undefined ? undefined : columnName(note),
    of: of === 100 ? 100 : 1,
    suppressed: texts("suppressed"),
    endings: texts("endings"),
    units: new Map(pairs("units")),
    skip: texts("skip"),
    where: new Map(pairs("where").map(([column, value]) => [columnName(column), value])),
  };
}

/** The table, or every problem found. */
export type ReadPublished = { readonly table: PublishedTable } | { readonly problems: readonly CsvProblem[] };

/**
 * Reads one wave of a published table.
 * @param csv the file
 * @param map which column is what
 * @returns units with their measures, or the problems with lines
 * @example readPublished(readCsv(text), maps.before)
 */
export function readPublished(csv: CsvTable, map: PublishedMap): ReadPublished {
  const problems: CsvProblem[] = [...csv.problems];
  const optional = [map.answers, map.note].filter((column) => column !== undefined);
  for (const column of [...map.unit, map.measure, map.share, ...optional, ...map.where.keys()]) {
    if (!csv.columns.includes(column)) {
      problems.push({
        line: 1,
        column,
        sentence: `The column "${column}" is missing. The first line names the columns.`,
      });
    }
  }
  if (problems.length > 0) return { problems };
  const table = new Map<string, Map<string, PublishedShare>>();
  for (const row of csv.rows) {
    if ([...map.where].some(([column, value]) => row.cells[column] !== value)) continue;
    const measure = row.cells[map.measure] ?? "";
    if (map.skip.includes(measure)) continue;
    const unit = unitOf(row, map);
    const measures = table.get(unit) ?? new Map<string, PublishedShare>();
    table.set(unit, measures);
    if (measures.has(measure)) {
      const sentence =
        "The same unit and measure are there twice. Narrow the map's where, or name more unit columns.";
      problems.push({ line: row.line, sentence });
    }
    measures.set(measure, figureOf(row, map, problems));
  }
  if (table.size === 0)
    problems.push({ line: 1, sentence: "No row of the file takes part. Check the map's where." });
  return problems.length > 0 ? { problems } : { table };
}

function unitOf(row: CsvRow, { unit, endings, units }: PublishedMap): string {
  const code = unit.map((column) => row.cells[column] ?? "").join(" / ");
  const ending = endings.find((one) => code.endsWith(one) && code.length > one.length);
  const plain = ending === undefined ? code : code.slice(0, -ending.length);
  return units.get(plain) ?? plain;
}

function figureOf(row: CsvRow, map: PublishedMap, problems: CsvProblem[]): PublishedShare {
  const text = row.cells[map.share] ?? "";
  const note = map.note === undefined ? "" : (row.cells[map.note] ?? "");
  if (map.suppressed.includes(text) || (text === "" && (note === "" || map.suppressed.includes(note)))) {
    return { published: false };
  }
  const given = /^\d{1,3}(\.\d{1,12})?$/.test(text) ? Number(text) / map.of : -1;
  if (given < 0 || given > 1) {
    const sentence = `This is no share from 0 to ${map.of}. List what marks a suppressed cell in the map's suppressed, and a measure that is no share in its skip.`;
    problems.push({ line: row.line, column: map.share, sentence });
  }
  return { published: true, share: given, answers: answersOf(row, map, problems) };
}

function answersOf(row: CsvRow, { answers }: PublishedMap, problems: CsvProblem[]): number | null {
  if (answers === undefined) return null;
  const text = row.cells[answers] ?? "";
  if (text === "") return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  problems.push({ line: row.line, column: answers, sentence: "This is no whole number of answers." });
  return null;
}
