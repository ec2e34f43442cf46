/** What was typed behind `soundings compare`, read into what it means. */
import { parseArgs } from "node:util";
import { joinDashedValues } from "./dashed-values.ts";

/** How the comparison is printed. */
export type CompareFormat = "text" | "json" | "markdown" | "html";

export interface CompareArguments {
  /** "" for published tables, which need none. */
  readonly survey: string;
  /** Map of published tables of shares; then before and after are such tables. */
  readonly published: string | undefined;
  /** Surveys of the first wave, the second …, where they were other versions. */
  readonly beforeSurveys: readonly string[];
  readonly before: string;
  /** One later wave or several in a row. */
  readonly after: readonly string[];
  readonly map: string | undefined;
  /** One file for each wave and the next, in order; so with counts and weights. */
  readonly headcounts: readonly string[];
  readonly counts: readonly string[];
  readonly weightTo: readonly string[];
  readonly link: string | undefined;
  readonly subject: string | undefined;
  readonly by: string | undefined;
  readonly comparison: string | undefined;
  readonly minimumGroupSize: number;
  readonly format: CompareFormat;
  readonly output: string | undefined;
  readonly dryRun: boolean;
}

export interface RefusedArguments {
  readonly sentence: string;
}

const OPTIONS = {
  survey: { type: "string" },
  published: { type: "string" },
  "before-survey": { type: "string", multiple: true },
  before: { type: "string" },
  after: { type: "string", multiple: true },
  map: { type: "string" },
  headcount: { type: "string", multiple: true },
  counts: { type: "string", multiple: true },
  "weight-to": { type: "string", multiple: true },
  link: { type: "string" },
  subject: { type: "string" },
  by: { type: "string" },
  comparison: { type: "string" },
  "minimum-group-size": { type: "string" },
  output: { type: "string" },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
  markdown: { type: "boolean" },
  html: { type: "boolean" },
  help: { type: "boolean" },
} as const;

/** Smallest group that a table shows when nothing is said, and the smallest that may be asked for. */
const DEFAULT_GROUP = 10;
const GROUP_FLOOR = 5;

export function readCompareArguments(args: readonly string[]): CompareArguments | RefusedArguments {
  try {
    const { values } = parseArgs({ args: [...joinDashedValues(args, OPTIONS)], options: OPTIONS });
    const { published, before, after = [] } = values;
    const survey = published === undefined ? values.survey : "";
    if (survey === undefined || before === undefined || after.length === 0) {
      return { sentence: "Name --survey, --before and --after." };
    }
    const formats = (["json", "markdown", "html"] as const).filter((format) => values[format] === true);
    if (formats.length > 1) return { sentence: "Choose one of --json, --markdown and --html." };
    const size = groupSize(values["minimum-group-size"]);
    if (size === undefined)
      return { sentence: `--minimum-group-size is a whole number from ${GROUP_FLOOR}.` };
    if (values.by === undefined && values.comparison !== undefined) {
      return { sentence: "--comparison names a group of the column that --by names. Name both." };
    }
    const tooMany = repeated(values, after.length);
    if (tooMany !== undefined) return { sentence: tooMany };
    return {
      survey,
      published,
      before,
      after,
      beforeSurveys: values["before-survey"] ?? [],
      map: values.map,
      headcounts: values.headcount ?? [],
      counts: values.counts ?? [],
      weightTo: values["weight-to"] ?? [],
      link: values.link,
      subject: values.subject,
      by: values.by,
      comparison: values.comparison,
      minimumGroupSize: size,
      format: formats[0] ?? "text",
      output: values.output,
      dryRun: values["dry-run"] === true,
    };
  } catch (error) {
    return { sentence: error instanceof Error ? error.message : "These options cannot be read." };
  }
}

/** What may be given once for each wave and the next. */
const REPEATED = ["before-survey", "headcount", "counts", "weight-to"] as const;

function repeated(
  values: Readonly<Partial<Record<(typeof REPEATED)[number], readonly string[]>>>,
  pairs: number,
): string | undefined {
  const option = REPEATED.find((name) => (values[name]?.length ?? 0) > pairs);
  if (option === undefined) return undefined;
  return pairs === 1
    ? `--${option} is there more than once. Name it once, or more waves with --after.`
    : `--${option} is there more than ${pairs} times. Name it at most once for each wave and the next.`;
}

function groupSize(text: string | undefined): number | undefined {
  if (text === undefined) return DEFAULT_GROUP;
  return /^\d{1,6}$/.test(text) && Number(text) >= GROUP_FLOOR ? Number(text) : undefined;
}
