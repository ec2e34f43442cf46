/** Reads the files of a comparison: surveys, map, waves, headcounts and counts; all of them, or every problem. */
import { open, readFile, stat } from "node:fs/promises";
import type { EventCounts, Headcount } from "../../analysis/comparison/comparison-plan.ts";
import { readEventCounts, readHeadcounts } from "../../analysis/comparison/headcount-file.ts";
import type { WaveFile, WaveFilePlan } from "../../analysis/comparison/wave-file.ts";
import { WaveFileReader } from "../../analysis/comparison/wave-file.ts";
import type { ComparisonMap } from "../../analysis/comparison/wave-map.ts";
import { plainMap, readComparisonMap } from "../../analysis/comparison/wave-map.ts";
import { type CsvProblem, readCsv } from "../../analysis/csv-table.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { loadDefinition } from "../../surveys/load-definition.ts";
import type { CompareArguments } from "./compare-arguments.ts";
import type { FileProblem } from "./file-problem.ts";

export interface CompareInput {
  readonly definition: SurveyDefinition;
  readonly beforeDefinition: SurveyDefinition | undefined;
  readonly map: ComparisonMap;
  /** The first wave, then the later ones in order. */
  readonly waves: readonly WaveFile[];
  readonly headcounts: readonly Headcount[] | undefined;
  readonly counts: readonly EventCounts[] | undefined;
}

export type ReadCompareInput = CompareInput | { readonly problems: readonly FileProblem[] };

/** Largest file besides the waves, which are streamed and may be larger. */
const LARGEST_SMALL_FILE = 10_000_000;
const PIECE_BYTES = 1 << 20;
const UNOPENED = "The file cannot be opened. Check its name, and that you may read it.";

export async function readCompareInput(given: CompareArguments): Promise<ReadCompareInput> {
  const problems: FileProblem[] = [];
  const definition = await readSurvey(given.survey, problems);
  const older = given.beforeSurvey === undefined ? undefined : await readSurvey(given.beforeSurvey, problems);
  const map = definition === undefined ? undefined : await readMap(given.map, definition, problems);
  const headcounts = await readTable(
    given.headcount,
    (text) => readHeadcounts(readCsv(text), given.by),
    problems,
  );
  const counts = await readTable(given.counts, (text) => readEventCounts(readCsv(text)), problems);
  if (definition === undefined || map === undefined) return { problems };
  const waves: WaveFile[] = [];
  for (const [place, file] of [given.before, ...given.after].entries()) {
    const isFirst = place === 0;
    const plan: WaveFilePlan = {
      definition: isFirst ? (older ?? definition) : definition,
      map: isFirst ? map.before : map.after,
      ...(given.link === undefined ? {} : { link: given.link }),
      ...(given.by === undefined ? {} : { by: given.by }),
    };
    const wave = await readWave(file, plan, problems);
    if (wave !== undefined) waves.push(wave);
  }
  if (problems.length > 0) return { problems };
  return { definition, beforeDefinition: older, map, waves, headcounts, counts };
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
  file: string | undefined,
  read: (text: string) => { readonly rows: readonly T[] } | { readonly problems: readonly CsvProblem[] },
  problems: FileProblem[],
): Promise<readonly T[] | undefined> {
  const text = file === undefined ? undefined : await readText(file, problems);
  if (file === undefined || text === undefined) return undefined;
  const table = read(text);
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
