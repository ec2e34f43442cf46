/** What the board asks the server for. */
import { mentoringApi } from "../../ui/api.ts";
import { answerOf } from "../../ui/ask.ts";

const roundApi = mentoringApi.rounds[":round"];

export async function loadBoard(round: string) {
  return answerOf(roundApi.board.$get({ param: { round } }));
}

export type Board = Awaited<ReturnType<typeof loadBoard>>;
export type Outcome = NonNullable<Board["outcome"]>;
export type BoardPair = Outcome["pairs"][number];
export type PersonCard = BoardPair["mentee"];
export type MentorLoad = Outcome["load"][number];

export type DecisionKind = "lock" | "forbid" | "clear";

/** The ids of the two. */
export interface PairOfTwo {
  readonly mentee: string;
  readonly mentor: string;
}

export async function decide(round: string, kind: DecisionKind, { mentee, mentor }: PairOfTwo) {
  await answerOf(roundApi.decisions.$post({ param: { round }, json: { kind, mentee, mentor } }));
}

export async function undo(round: string) {
  return answerOf(roundApi.undo.$post({ param: { round }, json: {} }));
}

export async function runMatch(round: string) {
  return answerOf(roundApi.runs.$post({ param: { round }, json: {} }));
}

export async function repeatRun(round: string, run: string) {
  return answerOf(roundApi.runs[":run"].repeat.$get({ param: { round, run } }));
}

export async function confirmRun(round: string, run: string) {
  return answerOf(roundApi.runs[":run"].confirm.$post({ param: { round, run }, json: {} }));
}

export async function explainPair(round: string, { mentee, mentor }: PairOfTwo) {
  return answerOf(roundApi.pairs[":mentee"][":mentor"].$get({ param: { round, mentee, mentor } }));
}

export async function rankMentors(round: string, mentee: string) {
  return (await answerOf(roundApi.pairs[":mentee"].$get({ param: { round, mentee } }))).mentors;
}

export interface Supposition {
  readonly locked?: PairOfTwo[];
  readonly forbidden?: PairOfTwo[];
  readonly capacities?: { mentor: string; capacity: number }[];
  readonly weights?: Record<string, number>;
}

export async function suppose(round: string, supposition: Supposition) {
  return answerOf(roundApi["what-if"].$post({ param: { round }, json: supposition }));
}

export async function loadWeights(round: string) {
  return (await answerOf(roundApi.weights.$get({ param: { round } }))).criteria;
}

export type Criterion = Awaited<ReturnType<typeof loadWeights>>[number];

export async function saveWeights(round: string, weights: Record<string, number>) {
  await answerOf(roundApi.weights.$put({ param: { round }, json: { weights } }));
}
