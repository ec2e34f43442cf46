/** Refusals to a person: a closed list of codes, each with a sentence that says what to do next. */

import { firstProblems, moreProblems } from "../analysis/csv-table.ts";

export type ErrorCode =
  | "bad-input"
  | "bad-json"
  | "wrong-content-type"
  | "wrong-origin"
  | "too-large"
  | "not-signed-in"
  | "not-allowed"
  | "not-found"
  | "link-not-valid"
  | "wrong-state"
  /** The auditor found that figures would tell of single people: waiting does not help. */
  | "not-released"
  | "changed-meanwhile"
  | "wave-closed"
  | "ticket-already-issued"
  | "ticket-not-accepted"
  | "already-recorded"
  | "group-full"
  | "answers-refused"
  /** The server has no place left for a draft; waiting does not help, and answers can be sent all the same. */
  | "no-draft-place"
  | "too-many-requests"
  | "store-busy";

/** One part of the input that has to be mended. Holds paths and sentences, never what was sent. */
export interface InputProblem {
  /** Where in the input, for instance "people.3.mail" or "line 4". */
  readonly path: string;
  readonly sentence: string;
}

/** What a person can read and mend at once. */
const MOST_SHOWN = 200;

/** The problems as they leave the server: the first, and how many more there are. */
export function shownProblems(problems: readonly InputProblem[]): readonly InputProblem[] {
  return firstProblems(problems, MOST_SHOWN, (count) => ({
    path: "and more",
    sentence: moreProblems(count),
  }));
}

/** A refusal. The message is shown to the person: what happened, then what to do. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly problems: readonly InputProblem[];

  constructor(code: ErrorCode, sentence: string, problems: readonly InputProblem[] = []) {
    super(sentence);
    this.name = "DomainError";
    this.code = code;
    this.problems = shownProblems(problems);
  }
}
