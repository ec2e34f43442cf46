/** What was typed behind `soundings import`, read into what it means. */
import { parseArgs } from "node:util";
import type { SurveyKind } from "../../surveys/definition.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { DEFAULT_POLICIES, POLICY_FLOORS } from "../../surveys/disclosure-policy.ts";
import { joinDashedValues } from "./dashed-values.ts";
import type { ImportFiles } from "./import-input.ts";

/** Where the wave is stored, and under what. */
export interface ImportTarget {
  readonly data: string;
  readonly programme: string;
  readonly title: string;
  readonly coach: string;
}

export interface ImportArguments {
  readonly files: ImportFiles;
  readonly json: boolean;
  /** Absent for a look at the reports without storing anything. */
  readonly target?: ImportTarget;
  readonly minimumGroupSize: number | undefined;
  readonly minimumComments: number | undefined;
}

interface Refused {
  readonly sentence: string;
}

const OPTIONS = {
  survey: { type: "string" },
  map: { type: "string" },
  data: { type: "string" },
  programme: { type: "string" },
  title: { type: "string" },
  coach: { type: "string" },
  "dry-run": { type: "boolean" },
  "minimum-group-size": { type: "string" },
  "minimum-comments": { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean" },
} as const;

/** Longest title that screens have room for. */
const LONGEST_TITLE = 200;

export function readImportArguments(args: readonly string[]): ImportArguments | Refused {
  try {
    const { values, positionals } = parseArgs({
      args: [...joinDashedValues(args, OPTIONS)],
      options: OPTIONS,
      allowPositionals: true,
    });
    const [ratings, ...more] = positionals;
    const { survey, map } = values;
    if (ratings === undefined || more.length > 0) return { sentence: "Name one CSV file of ratings." };
    if (survey === undefined || map === undefined) return { sentence: "Name --survey and --map." };
    const target = readTarget(values);
    if ("sentence" in target) return target;
    const stored = target.store !== undefined && values["dry-run"] !== true;
    return {
      files: { ratings, survey, map },
      json: values.json === true,
      minimumGroupSize: wholeNumber(values["minimum-group-size"]),
      minimumComments: wholeNumber(values["minimum-comments"]),
      ...(stored ? { target: target.store } : {}),
    };
  } catch (error) {
    return { sentence: error instanceof Error ? error.message : "These options cannot be read." };
  }
}

function readTarget(
  values: Readonly<Partial<Record<keyof ImportTarget, string>>>,
): Refused | { readonly store?: ImportTarget } {
  const { data, programme, coach } = values;
  const title = values.title?.trim();
  const given = [data, programme, title, coach].filter((value) => value !== undefined);
  if (given.length === 0) return {};
  if (data === undefined || programme === undefined || !title || coach === undefined) {
    return { sentence: "--data, --programme, --title and --coach belong together: name all four, or none." };
  }
  if (title.length > LONGEST_TITLE) return { sentence: `--title has at most ${LONGEST_TITLE} characters.` };
  return { store: { data, programme, title, coach } };
}

function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}

/** The kind's default policy with the minimums that were typed, never below the floors. */
export function importPolicy(
  kind: SurveyKind,
  { minimumGroupSize, minimumComments }: ImportArguments,
): DisclosurePolicy | Refused {
  const policyKind = kind === "360" ? "360" : "staff-survey";
  const floors = POLICY_FLOORS[policyKind];
  const defaults = DEFAULT_POLICIES[policyKind];
  const policy = {
    ...defaults,
    minimumGroupSize: minimumGroupSize ?? defaults.minimumGroupSize,
    minimumComments: minimumComments ?? defaults.minimumComments,
  };
  if (!(policy.minimumGroupSize >= floors.minimumGroupSize)) {
    return { sentence: `--minimum-group-size is a whole number from ${floors.minimumGroupSize}.` };
  }
  if (!(policy.minimumComments >= floors.minimumComments)) {
    return { sentence: `--minimum-comments is a whole number from ${floors.minimumComments}.` };
  }
  return policy;
}
