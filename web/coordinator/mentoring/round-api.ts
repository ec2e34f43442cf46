/** What the screens of a round ask the server for. */
import { mentoringApi } from "../../ui/api.ts";
import { answerOf } from "../../ui/ask.ts";

export const roundApi = mentoringApi.rounds[":round"];
export const relationshipApi = mentoringApi.relationships[":relationship"];

export async function loadRounds() {
  return (await answerOf(mentoringApi.rounds.$get({ query: {} }))).rounds;
}

export type RoundSummary = Awaited<ReturnType<typeof loadRounds>>[number];

export async function loadRound(round: string) {
  return answerOf(roundApi.$get({ param: { round } }));
}

export type Round = Awaited<ReturnType<typeof loadRound>>;

export async function loadPeople(round: string) {
  return (await answerOf(roundApi.people.$get({ param: { round } }))).people;
}

export type RoundPerson = Awaited<ReturnType<typeof loadPeople>>[number];

export async function loadPairs(round: string) {
  return answerOf(roundApi.relationships.$get({ param: { round } }));
}

export type WatchedPairs = Awaited<ReturnType<typeof loadPairs>>;
export type WatchedPair = WatchedPairs["pairs"][number];
