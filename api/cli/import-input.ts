/** Reads the three files of an import: the ratings, the survey definition and the map. */
import { readFile, stat } from "node:fs/promises";
import { readCsv } from "../../analysis/csv-table.ts";
import type { AnsweredForm } from "../../analysis/fold-answers.ts";
import { importRatings } from "../../analysis/import-ratings.ts";
import { readRatingsMap } from "../../analysis/ratings-map.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { loadDefinition } from "../../surveys/load-definition.ts";

export interface ImportFiles {
  readonly ratings: string;
  readonly survey: string;
  readonly map: string;
}

export interface ImportProblem {
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
  readonly sentence: string;
}

export type ImportInput =
  | {
      readonly definition: SurveyDefinition;
      readonly forms: readonly AnsweredForm[];
      readonly subjects: readonly string[];
    }
  | { readonly problems: readonly ImportProblem[] };

const LARGEST_FILE_BYTES = 100_000_000;

/** All rows as checked answers, or every problem found on the way; nothing in between. */
export async function readImport(files: ImportFiles): Promise<ImportInput> {
  const texts = await Promise.all([files.ratings, files.survey, files.map].map(readText));
  const unreadable = texts.flatMap((text) => ("problem" in text ? [text.problem] : []));
  const [ratings, survey, mapText] = texts.flatMap((text) => ("text" in text ? [text.text] : []));
  if (ratings === undefined || survey === undefined || mapText === undefined) return { problems: unreadable };

  const loaded = loadDefinition(survey);
  if ("problems" in loaded) {
    return {
      problems: loaded.problems.map(({ line, sentence, repair }) => ({
        file: files.survey,
        line,
        sentence: `${sentence} ${repair}`,
      })),
    };
  }
  const { definition } = loaded;
  const read = readRatingsMap(parseJson(mapText), definition);
  if ("problems" in read) {
    return { problems: read.problems.map((sentence) => ({ file: files.map, sentence })) };
  }
  const imported = importRatings(readCsv(ratings), read.map, definition);
  if ("problems" in imported) {
    return { problems: imported.problems.map((problem) => ({ file: files.ratings, ...problem })) };
  }
  return { definition, ...imported };
}

async function readText(
  file: string,
): Promise<{ readonly text: string } | { readonly problem: ImportProblem }> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE_BYTES) {
      return {
        problem: { file, sentence: "The file is larger than 100 MB. Split it and import the parts." },
      };
    }
    return { text: await readFile(file, "utf8") };
  } catch {
    return {
      problem: { file, sentence: "The file cannot be opened. Check its name, and that you may read it." },
    };
  }
}

/** Undefined if the text is no JSON; the reader of the map says what it should be. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
