/** What is wrong with an input file, and how a command prints it. */
import { cleanText } from "../../surveys/clean-text.ts";
import type { CliIo } from "./command.ts";

export interface FileProblem {
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
  readonly sentence: string;
}

/** Exit code of input that cannot be used. */
const BAD_INPUT = 2;

/** Prints every problem, and that nothing was made of the input; returns the exit code. */
export function printFileProblems(
  io: CliIo,
  problems: readonly FileProblem[],
  { json, nothing }: { readonly json: boolean; readonly nothing: string },
): number {
  if (json) io.out(JSON.stringify({ problems }, null, 2));
  for (const { file, line, column, sentence } of json ? [] : problems) {
    const place = line === undefined ? file : `${file}:${line}`;
    io.error(cleanText(`${place}${column === undefined ? "" : ` ${column}`}: ${sentence}`, false));
  }
  if (!json) io.error(nothing);
  return BAD_INPUT;
}
