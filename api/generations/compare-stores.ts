/**
 * Whether the two stores belong together: both note the same generation of the same installation, anew at each start
 * and never for an answer, so that a store that went missing, or came back from another time than its other half, is
 * noticed without anything that links a person to an answer.
 */
import type { AnswerReader } from "../storage/answer-store.ts";
import type { PeopleReader } from "../storage/people-store.ts";
import {
  type AnswersGeneration,
  answersGeneration,
  type PeopleGeneration,
  peopleGeneration,
  wavesBegun,
  wavesKnown,
  wavesSealed,
} from "./store.ts";

export type StoresFault =
  | "answers-missing"
  | "people-missing"
  | "other-installation"
  | "answers-older"
  | "people-older"
  | "more-answers-than-tickets";

const CURE =
  "Restore both stores from the same backup. To go on without what is missing, start once with SOUNDINGS_ACCEPT_STORES=yes.";

/** What whoever runs the server is told. */
export const FAULT_SENTENCES: Readonly<Record<StoresFault, string>> = {
  "answers-missing": `The people's store has waves that the answers' store does not know: that one is empty, or of an earlier time. Answers are missing. ${CURE}`,
  "people-missing": `The answers' store has waves that the people's store does not know: that one is empty, or of an earlier time. Lists and tickets are missing. ${CURE}`,
  "other-installation": `The two stores belong to different installations. Name the folder, or the databases, that belong together. ${CURE}`,
  "answers-older": `The answers' store is of an earlier time than the people's store. Answers may be missing. ${CURE}`,
  "people-older": `The people's store is of an earlier time than the answers' store. Tickets may be missing, so that somebody could answer twice. ${CURE}`,
  "more-answers-than-tickets": `An open wave has more answers than tickets were given out: the people's store is of an earlier time, or answers were added. ${CURE}`,
};

/** What each store says of itself. */
export interface Generations {
  readonly people: PeopleGeneration | undefined;
  readonly answers: AnswersGeneration | undefined;
}

/** What two notes say of each other. Neither store has one before the first start of a version that makes them. */
export function faultOfGenerations({ people, answers }: Generations): StoresFault | undefined {
  if (people === undefined) return answers === undefined ? undefined : "people-missing";
  // The first start may have been interrupted between the two notes.
  if (answers === undefined) return people.next === people.generation ? undefined : "answers-missing";
  if (people.installation !== answers.installation) return "other-installation";
  if (answers.generation === people.generation || answers.generation === people.next) return undefined;
  return answers.generation < people.generation ? "answers-older" : "people-older";
}

interface Readable {
  readonly people: { read<T>(ask: (db: PeopleReader) => Promise<T>): Promise<T> };
  readonly answers: { read<T>(ask: (db: AnswerReader) => Promise<T>): Promise<T> };
}

/** @returns undefined if the stores belong together as far as can be told without keys */
export async function storesFault({ people, answers }: Readable): Promise<StoresFault | undefined> {
  const ofPeople = await people.read(async (db) => ({
    note: await peopleGeneration(db),
    begun: await wavesBegun(db),
    known: await wavesKnown(db),
  }));
  const ofAnswers = await answers.read(async (db) => ({
    note: await answersGeneration(db),
    sealed: await wavesSealed(db),
  }));
  const fault = faultOfGenerations({ people: ofPeople.note, answers: ofAnswers.note });
  if (fault !== undefined) return fault;
  const sealed = new Set(ofAnswers.sealed);
  const known = new Set(ofPeople.known);
  if (ofPeople.begun.some((wave) => !sealed.has(wave))) return "answers-missing";
  return ofAnswers.sealed.some((wave) => !known.has(wave)) ? "people-missing" : undefined;
}
