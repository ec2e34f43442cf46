/** Reads the files of a comparison: surveys, map, waves, headcounts and counts; all of them, or every problem. */
import { open, readFile, stat } from "node:fs/promises";
import type { EventCounts, Headcount, MarginCounts } from "../../analysis/comparison/comparison-plan.ts";
import type { ReadRows } from "../../analysis/comparison/headcount-file.ts";
import { readEventCounts, readHeadcounts, readMargins } from "../../analysis/comparison/headcount-file.ts";
import type { WaveFile, WaveFilePlan } from "../../analysis/comparison/wave-file.ts";
import { WaveFileReader } from "../../analysis/comparison/wave-file.ts";
import type { ComparisonMap } from "../../analysis/comparison/wave-map.ts";
import { plainMap, readComparisonMap } from "../../analysis/comparison/wave-map.ts";
import { type CsvTable, readCsv } from "../../analysis/csv-table.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { loadDefinition } from "../../surveys/load-definition.ts";
import type { CompareArguments } from "./compare-arguments.ts";
import type { FileProblem } from "./file-problem.ts";

export interface CompareInput {
  /** The survey of each wave. */
  readonly definitions: readonly SurveyDefinition[];
  readonly map: ComparisonMap;
  /** The first wave, then the later ones in order. */
  readonly waves: readonly WaveFile[];
  /** Of each wave and the next, where they were given. */
  readonly headcounts: readonly (readonly Headcount[])[];
  readonly counts: readonly (readonly EventCounts[])[];
  readonly margins: readonly (readonly MarginCounts[])[];
}

export type ReadCompareInput = CompareInput | { readonly problems: readonly FileProblem[] };

/** Largest file besides the waves, which are streamed and may be larger. */
const LARGEST_SMALL_FILE = 10_000_000;
const PIECE_BYTES = 1 << 20;
const UNOPENED = "The file cannot be opened. Check its name, and that you may read it.";

export async function readCompareInput(given: CompareArguments): Promise<ReadCompareInput> {
  const problems: FileProblem[] = [];
  const definition = await readSurvey(given.survey, problems);
  const older = await readAll(given.beforeSurveys, (file) => readSurvey(file, problems));
  const map = definition === undefined ? undefined : await readMap(given.map, definition, problems);
  const tables = <T>(files: readonly string[], read: (table: CsvTable) => ReadRows<T>) =>
    readAll(files, (file) => readTable(file, read, problems));
  const headcounts = await tables(given.headcounts, (table) => readHeadcounts(table, given.by));
  const counts = await tables(given.counts, readEventCounts);
  const margins = await tables(given.weightTo, readMargins);
  if (definition === undefined || map === undefined) return { problems };
  if (given.subject !== undefined && definition.soundings.kind !== "360") {
    problems.push({
      file: given.survey,
      sentence: "--subject is for surveys of 360 feedback. Leave it out.",
    });
  }
  const files = [given.before, ...given.after];
  const definitions = files.map((_, place) => older[place] ?? definition);
  const columns = new Set(margins.flatMap((rows) => rows.map(({ column }) => column)));
  const waves: WaveFile[] = [];
  for (const [place, file] of files.entries()) {
    const plan: WaveFilePlan = {
      definition: definitions[place] ?? definition,
      map: place === 0 ? map.before : map.after,
      margins: [...columns],
      ...(given.link === undefined ? {} : { link: given.link }),
      ...(given.by === undefined ? {} : { by: given.by }),
      ...(given.subject === undefined ? {} : { subject: given.subject }),
    };
    const wave = await readWave(file, plan, problems);
    if (wave !== undefined) waves.push(wave);
  }
  if (problems.length > 0) return { problems };
  return { definitions, map, waves, headcounts, counts, margins };
}

/** One after the other; what could not be read is left out, and is a problem. */
async function readAll<T>(
  files: readonly string[],
  read: (file: string) => Promise<T | undefined>,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (const file of files) {
    const one = await read(file);
    if (one !== undefined) found.push(one);
  }
  return found;
}

async function readText(file: string, problems: FileProblem[]): Promise<string | undefined> {
  try {
    const { size } = await stat(file);
    if (size <= LARGEST_SMALL_FILE) return await readFile(file, "utf8");
    problems.push({ file, sentence: "The file is larger than 10 MB, which none of its kind is." });
  } catch {
    problems.push({ file, sentence: UNOPENED });
  }
  return undefined;
}

async function readSurvey(file: string, problems: FileProblem[]): Promise<SurveyDefinition | undefined> {
  const text = await readText(file, problems);
  if (text === undefined) return undefined;
  const loaded = loadDefinition(text);
  if ("definition" in loaded) return loaded.definition;
  for (const { line, sentence, repair } of loaded.problems) {
    problems.push({ file, line, sentence: `${sentence} ${repair}` });
  }
  return undefined;
}

async function readMap(
  file: string | undefined,
  definition: SurveyDefinition,
  problems: FileProblem[],
): Promise<ComparisonMap | undefined> {
  if (file === undefined) return plainMap();
  const text = await readText(file, problems);
  if (text === undefined) return undefined;
  const read = readComparisonMap(parseJson(text), definition);
  if ("map" in read) return read.map;
  for (const sentence of read.problems) problems.push({ file, sentence });
  return undefined;
}

/** Undefined if the text is no JSON; the reader of the map says what it should be. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readTable<T>(
  file: string,
  read: (table: CsvTable) => ReadRows<T>,
  problems: FileProblem[],
): Promise<readonly T[] | undefined> {
  const text = await readText(file, problems);
  if (text === undefined) return undefined;
  const table = read(readCsv(text));
  if ("rows" in table) return table.rows;
  for (const problem of table.problems) problems.push({ file, ...problem });
  return undefined;
}

/** Streamed: of the file only two pieces are in memory, one being read from the disk while the other is taken in. */
async function readWave(
  file: string,
  plan: WaveFilePlan,
  problems: FileProblem[],
): Promise<WaveFile | undefined> {
  const reader = new WaveFileReader(plan);
  try {
    const opened = await open(file);
    try {
      let room = new Uint8Array(PIECE_BYTES);
      let other = new Uint8Array(PIECE_BYTES);
      let coming = opened.read(room);
      for (;;) {
        const { bytesRead } = await coming;
        if (bytesRead === 0) break;
        coming = opened.read(other);
        reader.push(room.subarray(0, bytesRead));
        [room, other] = [other, room];
      }
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    problems.push({ file, sentence: UNOPENED });
    return undefined;
  }
  const read = reader.finish();
  if ("wave" in read) return read.wave;
  for (const problem of read.problems) problems.push({ file, ...problem });
  if (read.more > 0) problems.push({ file, sentence: `${read.more} more problems are not listed.` });
  return undefined;
}
