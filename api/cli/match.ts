/** The command `soundings match`: the best pairs of a round of mentoring, with proof, and who goes without and why. */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { OBJECTIVES, type Objective } from "../../analysis/matching/assign.ts";
import { justifiedEnvy } from "../../analysis/matching/justified-envy.ts";
import { ifLockedPairsMayMove } from "../../analysis/matching/locked-pairs-may-move.ts";
import type { MatchCase } from "../../analysis/matching/match-case.ts";
import { readMatchCase } from "../../analysis/matching/read-match-case.ts";
import { type MatchResult, type MatchWish, solveMatch } from "../../analysis/matching/solve-match.ts";
import type { UnmatchedMentee } from "../../analysis/matching/unmatched.ts";
import { cleanText } from "../../surveys/clean-text.ts";
import type { CliCommand, CliIo } from "./command.ts";

const FINE = 0;
const UNUSABLE = 2;

const HELP = `Usage: soundings match CASE.json [--objective NAME] [--cap G] [--priority] [--json]

Reads a round of mentoring (format mentoring-match-case/1: mentees, mentors with
capacities, scores 0..100, forbidden and locked pairs) and prints the best pairs.
As many mentees as possible are matched; among all ways to do that:

  --objective cappedLeximin  the lowest score as high as possible, then the second
                             lowest and so on, up to the cap; then the total (usual)
              leximin        the same without cap
              maxMin         the lowest score, then the total
              maxTotal       the total
  --cap G      from this score on a pair is good enough (usual: the case's
               fairnessCap, or 60)
  --priority   where places are short, mentees who wait longest (waitingDays) or
               can have few mentors go first
  --json       one JSON object instead of text
  --help       this text

The same case gives the same pairs, in whatever order its lists are. Every result
is proven optimal before it is printed.

Exit code: 0 solved, 2 the case or an option cannot be used.`;

export const matchCommand: CliCommand = {
  name: "match",
  summary: "pair mentees with mentors, with proof that no pairing is better",
  help: HELP,
  run: match,
};

async function match(args: readonly string[], io: CliIo): Promise<number> {
  const read = readArguments(args);
  if ("sentence" in read) {
    io.error(`${read.sentence}\n\n${HELP}`);
    return UNUSABLE;
  }
  if (read.help) {
    io.out(HELP);
    return FINE;
  }
  const loaded = await loadCase(read.file);
  if ("sentences" in loaded) {
    for (const sentence of loaded.sentences) io.error(cleanText(`${read.file}: ${sentence}`, false));
    return UNUSABLE;
  }
  const report = reportOn(loaded.case, read.wish);
  if (read.json) io.out(JSON.stringify(report));
  else for (const line of summary(report)) io.out(printable(line));
  return FINE;
}

type Arguments =
  | { readonly sentence: string }
  | { readonly help: boolean; readonly json: boolean; readonly file: string; readonly wish: MatchWish };

function readArguments(args: readonly string[]): Arguments {
  const options = {
    objective: { type: "string" },
    cap: { type: "string" },
    priority: { type: "boolean" },
    json: { type: "boolean" },
    help: { type: "boolean" },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const wish = readWish(values.objective, values.cap);
    if ("sentence" in wish) return wish;
    const help = values.help === true;
    const [file = "", ...others] = positionals;
    if (!help && (file === "" || others.length > 0))
      return { sentence: "Name one file with the case to solve." };
    return { help, json: values.json === true, file, wish: { ...wish, priority: values.priority === true } };
  } catch (error) {
    return { sentence: error instanceof Error ? error.message : "These options cannot be read." };
  }
}

function readWish(
  name: string | undefined,
  cap: string | undefined,
): { readonly sentence: string } | { readonly objective?: Objective; readonly cap?: number } {
  const objective = OBJECTIVES.find((candidate) => candidate === name);
  if (name !== undefined && objective === undefined) {
    return { sentence: `The objective is one of ${OBJECTIVES.join(", ")}.` };
  }
  if (cap !== undefined && !/^\d{1,6}$/.test(cap)) return { sentence: "The cap is a whole number from 0." };
  return {
    ...(objective === undefined ? {} : { objective }),
    ...(cap === undefined ? {} : { cap: Number(cap) }),
  };
}

async function loadCase(
  file: string,
): Promise<{ readonly case: MatchCase } | { readonly sentences: readonly string[] }> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) {
    return { sentences: ["The file cannot be opened. Check its name, and that you may read it."] };
  }
  const parsed = parseJson(text);
  if (parsed === undefined) return { sentences: ["The file is not JSON. Check that it is whole."] };
  const read = readMatchCase(parsed);
  if ("case" in read) return read;
  return {
    sentences: read.problems.map(({ path, sentence }) => (path === "" ? sentence : `${path}: ${sentence}`)),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reportOn(matchCase: MatchCase, wish: MatchWish) {
  const result = solveMatch(matchCase, wish);
  const { objective, cap, matched, worst, total, lockedTotal, belowCap, histogram } = result;
  return {
    objective,
    cap,
    matched,
    worst,
    total,
    lockedTotal,
    belowCap,
    histogram,
    pairs: result.pairs.map(({ mentee, mentor, score }) => [mentee, mentor, score] as const),
    unmatched: result.unmatched,
    overDemandedGroups: result.overDemandedGroups,
    ...(matchCase.locked.length === 0 ? {} : { ifLockedPairsMayMove: ifLockedPairsMayMove(matchCase) }),
    justifiedEnvyPairs: justifiedEnvy(matchCase, result.pairs).pairs,
    certificate: result.certificate,
  };
}

/** Ids come from the file: nothing in them may steer a terminal. The indent stays. */
function printable(line: string): string {
  return (line.startsWith("  ") ? "  " : "") + cleanText(line, false);
}

type Report = ReturnType<typeof reportOn>;

function summary(report: Report): readonly string[] {
  const { objective, cap, matched, worst, total, belowCap, unmatched } = report;
  const below = belowCap.map(([score, count]) => `${count} at ${score}`).join(", ");
  const moved = report.ifLockedPairsMayMove;
  return [
    `Objective     ${objective}${objective === "cappedLeximin" ? ` (cap ${cap})` : ""}, proven optimal`,
    `Matched       ${matched} of ${matched + unmatched.length}`,
    `Lowest score  ${worst ?? "none: no pair but locked ones"}`,
    `Total         ${total}`,
    `Below ${cap}`.padEnd(14) + (below === "" ? "none" : below),
    "",
    "Pairs (mentee, mentor, score)",
    ...report.pairs.map(([mentee, mentor, score]) => `  ${mentee}  ${mentor}  ${score}`),
    ...(unmatched.length === 0 ? [] : ["", "Without a mentor"]),
    ...unmatched.map((mentee) => `  ${mentee.mentee}  ${because(mentee, report.overDemandedGroups)}`),
    ...(moved === undefined || moved.matched <= matched
      ? []
      : ["", `If ${moved.moved.length} locked pairs might move, ${moved.matched} could be matched.`]),
  ];
}

function because({ reason, group }: UnmatchedMentee, groups: MatchResult["overDemandedGroups"]): string {
  if (reason === "noAllowedMentor") return "every mentor is forbidden";
  if (reason === "allowedMentorsHaveNoPlace") return "no allowed mentor has a place left";
  const found = groups[(group ?? 0) - 1];
  if (found === undefined) return "too few places";
  const { mentees, mentors, places, shortfall } = found;
  return `${mentees.length} mentees can only have ${mentors.join(", ")}, with ${places} places: ${shortfall} too few`;
}
