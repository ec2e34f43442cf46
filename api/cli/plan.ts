/** The command `soundings plan`: the smallest change that a number of answers is likely to show. */
import { parseArgs } from "node:util";
import { bandLimit } from "../../analysis/comparison/practical-band.ts";
import { howMany, rounded } from "../../analysis/number-text.ts";
import { smallestDetectableDs, smallestDetectableDz } from "../../analysis/statistics/power.ts";
import type { CliCommand, CliIo } from "./command.ts";
import { joinDashedValues } from "./dashed-values.ts";
import { type FileProblem, printFileProblems } from "./file-problem.ts";

const FINE = 0;

const HELP = `Usage: soundings plan --answers N [options]

Says how large a change of a scale must be so that a comparison of two waves is
likely to show it, before anybody is asked.

  --answers N          answers expected in each wave
  --before N           answers of the first wave, if other than --answers
  --linked             the same persons answer both waves and are linked
  --correlation R      of a person's answers in both waves, for --linked; default 0.5
  --sd S               standard deviation of the scale in points; default 0.8
  --points P           points of the scale; default 5
  --power W            wanted chance of showing the change; default 0.8
  --json               one JSON object instead of lines
  --help               this text

Exit code: 0 planned, 2 the options cannot be used.`;

const OPTIONS = {
  answers: { type: "string" },
  before: { type: "string" },
  linked: { type: "boolean" },
  correlation: { type: "string" },
  sd: { type: "string" },
  points: { type: "string" },
  power: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean" },
} as const;

export const planCommand: CliCommand = {
  name: "plan",
  summary: "the smallest change that a number of answers can show",
  help: HELP,
  run: runPlan,
};

interface Plan {
  readonly before: number;
  readonly after: number;
  readonly linked: boolean;
  readonly correlation: number;
  readonly sd: number;
  readonly points: number;
  readonly power: number;
  readonly json: boolean;
}

async function runPlan(args: readonly string[], io: CliIo): Promise<number> {
  if (args.includes("--help")) {
    io.out(HELP);
    return FINE;
  }
  const read = readPlan(args);
  if ("sentence" in read) {
    const problems: readonly FileProblem[] = [{ file: "arguments", sentence: read.sentence }];
    return printFileProblems(io, problems, {
      json: args.includes("--json"),
      nothing: "Nothing was planned.",
    });
  }
  const found = smallestChange(read);
  if (read.json) io.out(JSON.stringify({ ...read, ...found }, null, 2));
  else for (const line of sentences(read, found)) io.out(line);
  return FINE;
}

function readPlan(args: readonly string[]): Plan | { readonly sentence: string } {
  try {
    const { values } = parseArgs({ args: [...joinDashedValues(args, OPTIONS)], options: OPTIONS });
    const after = between(values.answers, undefined, { from: 2, to: 10_000_000, whole: true });
    if (after === undefined) return { sentence: "--answers is a whole number from 2." };
    const before = between(values.before, after, { from: 2, to: 10_000_000, whole: true });
    if (before === undefined) return { sentence: "--before is a whole number from 2." };
    const correlation = between(values.correlation, 0.5, { from: -0.99, to: 0.99, whole: false });
    if (correlation === undefined) return { sentence: "--correlation is a number from -0.99 to 0.99." };
    const sd = between(values.sd, 0.8, { from: 0.01, to: 100, whole: false });
    if (sd === undefined) return { sentence: "--sd is a number from 0.01 to 100." };
    const points = between(values.points, 5, { from: 2, to: 127, whole: true });
    if (points === undefined) return { sentence: "--points is a whole number from 2 to 127." };
    const power = between(values.power, 0.8, { from: 0.1, to: 0.99, whole: false });
    if (power === undefined) return { sentence: "--power is a number from 0.1 to 0.99." };
    const linked = values.linked === true;
    return { before, after, linked, correlation, sd, points, power, json: values.json === true };
  } catch (error) {
    return { sentence: error instanceof Error ? error.message : "These options cannot be read." };
  }
}

function between(
  text: string | undefined,
  otherwise: number | undefined,
  { from, to, whole }: { readonly from: number; readonly to: number; readonly whole: boolean },
): number | undefined {
  if (text === undefined) return otherwise;
  const pattern = whole ? /^\d{1,9}$/ : /^-?\d{1,9}(\.\d{1,9})?$/;
  const value = pattern.test(text) ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : undefined;
}

interface Smallest {
  /** In standard deviations: of the changes when linked, else of the answers. */
  readonly effect: number;
  /** In scale points. */
  readonly change: number;
  /** In points of an index from 0 to 100. */
  readonly indexPoints: number;
  /** Changes below this count as about the same. */
  readonly band: number;
}

function smallestChange({ before, after, linked, correlation, sd, points, power }: Plan): Smallest {
  const effect = linked
    ? smallestDetectableDz(Math.min(before, after), power)
    : smallestDetectableDs([before, after], power);
  const spread = linked ? sd * Math.sqrt(2 * (1 - correlation)) : sd;
  const change = effect * spread;
  return { effect, change, indexPoints: (change / (points - 1)) * 100, band: bandLimit("scale", 1, points) };
}

function sentences(plan: Plan, { effect, change, indexPoints, band }: Smallest): readonly string[] {
  const { before, after, linked, correlation, sd, points, power } = plan;
  const persons = linked
    ? `${howMany(Math.min(before, after))} persons who answer both waves (correlation ${rounded(correlation, 2)})`
    : `${howMany(before)} answers in the first wave and ${howMany(after)} in the second, of different persons`;
  const verdict =
    change <= band
      ? `That is enough to show what matters in practice (${rounded(band, 2)} points).`
      : `A change that matters in practice (${rounded(band, 2)} points) may stay unseen: ask more people, or link the waves.`;
  return [
    `With ${persons}, a change of ${rounded(change, 2)} points on a scale of ${points} is found with ${rounded(power * 100, 0)} % probability.`,
    `That is ${rounded(indexPoints, 1)} points of an index from 0 to 100, or ${rounded(effect, 2)} standard deviations ${linked ? "of the changes (d_z)" : "(d)"}; the scale's own is taken as ${rounded(sd, 2)}.`,
    verdict,
  ];
}
