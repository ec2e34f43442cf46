/** Begins a generation at each start if the two stores belong together, says so if they do not, and stops a closing. */
import { DomainError } from "../errors.ts";
import { ticketMarksOfWave } from "../invitations/invitation-key.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { openSealedWaves } from "../keys/sealed-waves.ts";
import { type RowScope, rowsOf } from "../responses/sealed-rows.ts";
import { newId } from "../short-id.ts";
import type { AnswerStore } from "../storage/answer-store.ts";
import type { PeopleStore } from "../storage/people-store.ts";
import type { TicketMarks } from "../tickets/ticket-mark.ts";
import { findWave } from "../waves/find-wave.ts";
import { type Assignment, assignmentsOfWave, wavesInStates } from "../waves/store.ts";
import { FAULT_SENTENCES, faultOfGenerations, type StoresFault, storesFault } from "./compare-stores.ts";
import { answersGeneration, peopleGeneration, putAnswersGeneration, putPeopleGeneration } from "./store.ts";

interface Stores {
  readonly people: PeopleStore;
  readonly answers: AnswerStore;
  readonly keys: KeyRing;
}

/** Tickets ever given out, second ones included, by subject and group. */
function ticketsByGroup(assignments: readonly Assignment[], marks: TicketMarks) {
  const groups = new Map<string, { readonly scope: RowScope; given: number }>();
  for (const { id, subjectCode: subject, group, ticketMark, reissues } of assignments) {
    const key = JSON.stringify([subject, group]);
    const found = groups.get(key) ?? { scope: { subject, group }, given: 0 };
    found.given += reissues + (marks.read(id, ticketMark) === undefined ? 0 : 1);
    groups.set(key, found);
  }
  return groups;
}

/** Whether some group of an open wave has more answers than tickets were ever given out for it. */
async function hasTooMany({ people, answers, keys }: Stores, wave: string): Promise<boolean> {
  const open = await openSealedWaves({ answers, keys }).open(wave);
  if (open === undefined || open === "closed") return false;
  const tickets = await people.read(async (db) => {
    const found = await findWave(db, wave);
    const marks = found.identity === "anonymous" ? ticketMarksOfWave(keys, found) : undefined;
    if (marks === undefined) return undefined;
    return ticketsByGroup(await assignmentsOfWave(db, wave), marks);
  });
  if (tickets === undefined) return false;
  return answers.write(async (tx) => {
    const rows = await rowsOf(tx, open.rowKey, "answer");
    return [...tickets.values()].some(({ scope, given }) => rows.count(scope) > given);
  });
}

async function faultOf(stores: Stores): Promise<StoresFault | undefined> {
  const fault = await storesFault(stores);
  if (fault !== undefined) return fault;
  for (const { id } of await stores.people.read((db) => wavesInStates(db, ["open"])))
    if (await hasTooMany(stores, id)) return "more-answers-than-tickets";
  return undefined;
}

async function notesOf({ people, answers }: Stores) {
  return { people: await people.read(peopleGeneration), answers: await answers.read(answersGeneration) };
}

/** The people's store first says what comes next, so that a stop in between is not taken for a store of another time. */
async function begin(stores: Stores, accepted: boolean): Promise<void> {
  const { people, answers } = await notesOf(stores);
  const installation = people?.installation ?? answers?.installation ?? newId();
  const next = 1 + Math.max(people?.generation ?? 0, people?.next ?? 0, answers?.generation ?? 0);
  const note = { installation, accepted };
  await stores.people.write((tx) =>
    putPeopleGeneration(tx, { ...note, generation: people?.generation ?? next, next }),
  );
  await stores.answers.write((tx) => putAnswersGeneration(tx, { installation, generation: next }));
  await stores.people.write((tx) => putPeopleGeneration(tx, { ...note, generation: next, next: null }));
}

/**
 * To be called at each start. Stores that do not belong together keep what they say of themselves, so that each start
 * says it again, until whoever runs the server accepts it.
 */
export async function beginGeneration(
  stores: Stores,
  { accept, say }: { readonly accept: boolean; readonly say: (sentence: string) => void },
): Promise<void> {
  const fault = await faultOf(stores);
  if (fault !== undefined) say(FAULT_SENTENCES[fault]);
  if (fault === undefined || accept) await begin(stores, fault !== undefined);
}

/**
 * To be asked before an open wave is closed: what is folded then cannot be completed by another backup.
 * @throws DomainError "wrong-state"
 */
export async function requireStoresTogether(stores: Stores, wave: string): Promise<void> {
  const notes = await notesOf(stores);
  if (notes.people?.accepted === true) return;
  if (faultOfGenerations(notes) === undefined && !(await hasTooMany(stores, wave))) return;
  throw new DomainError(
    "wrong-state",
    "The two stores of this server are not of the same time, so answers may be missing. The wave stays open and nothing is lost. Whoever runs the server is told at its start what to do.",
  );
}
