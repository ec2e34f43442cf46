/** Gathers what a run of matching rests on: forms, roster, decisions, pairs there are and pairs there were. */
import type { CasePair } from "../../../analysis/matching/match-case.ts";
import {
  type MenteeRequest,
  type MentorOffer,
  type RosterPerson,
  readMenteeRequest,
  readMentorOffer,
} from "../../../analysis/matching/match-people.ts";
import { rematchEffect } from "../../../analysis/mentoring/exit-reasons.ts";
import { takesPlace } from "../../../analysis/mentoring/relationship-state.ts";
import type { RoundInputs } from "../../../analysis/mentoring/round-inputs.ts";
import { everyPerson, type StoredPerson } from "../../roster/store.ts";
import type { PeopleReader } from "../../storage/people-store.ts";
import { type Relationship, relationshipsInStates, relationshipsOfRound } from "../relationships/store.ts";
import { findRound } from "../rounds/find-round.ts";
import {
  formsOfWave,
  type SentForm,
  type Standing,
  type StoredRound,
  standingsOf,
  workshopsOf,
} from "../rounds/store.ts";
import { standingDecisions } from "./standing-decisions.ts";
import { type Decision, decisionsOf, openShortlists, type Shortlist } from "./store.ts";

/** A round as it stands, with the maps between people and staff numbers. */
export interface Pool {
  readonly round: StoredRound;
  readonly inputs: RoundInputs;
  readonly personOf: ReadonlyMap<string, StoredPerson>;
  readonly byRef: ReadonlyMap<string, StoredPerson>;
  readonly requests: ReadonlyMap<string, SentForm>;
  readonly offers: ReadonlyMap<string, SentForm>;
  readonly relationships: readonly Relationship[];
  readonly shortlists: readonly Shortlist[];
  readonly decisions: readonly Decision[];
  readonly workshops: ReadonlyMap<string, readonly string[]>;
  /** By side and person, such as "mentor p1". */
  readonly standings: ReadonlyMap<string, Standing>;
}

const DAY = 86_400_000;

function byRefOrder(a: { readonly ref: string }, b: { readonly ref: string }): number {
  return a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0;
}

function rosterPerson(person: StoredPerson): RosterPerson {
  const { ref, name, unit, site, grade, lineManagerRef } = person;
  const languages = person.languages.split(" ").filter((code) => code !== "");
  return { ref, name, unit, site, grade, lineManagerRef, ...(languages.length === 0 ? {} : { languages }) };
}

async function readFacts(db: PeopleReader, round: StoredRound) {
  const people = await everyPerson(db);
  const forms = async (wave: string) =>
    new Map((await formsOfWave(db, wave)).map((form) => [form.personId, form]));
  const workshops = new Map<string, string[]>();
  for (const { personId, heldOn } of await workshopsOf(db)) {
    workshops.set(personId, [...(workshops.get(personId) ?? []), heldOn].sort());
  }
  return {
    round,
    personOf: new Map(people.map((person) => [person.id, person])),
    byRef: new Map(people.map((person) => [person.ref, person])),
    requests: await forms(round.requestWaveId),
    offers: await forms(round.offerWaveId),
    relationships: await relationshipsOfRound(db, round.id),
    endedAnywhere: await relationshipsInStates(db, ["ended"]),
    shortlists: await openShortlists(db, round.id),
    decisions: await decisionsOf(db, round.id),
    workshops,
    standings: new Map(
      (await standingsOf(db, round.id)).map(({ side, personId, standing }) => [
        `${side} ${personId}`,
        standing,
      ]),
    ),
  };
}

type Facts = Awaited<ReturnType<typeof readFacts>>;

/** Pairs there are, and those kept for mentees who are still choosing; as persons. */
function livePairs({ relationships, shortlists }: Facts): readonly CasePair[] {
  return [
    ...relationships
      .filter(({ state }) => takesPlace(state))
      .map(({ menteePersonId, mentorPersonId }) => ({ mentee: menteePersonId, mentor: mentorPersonId })),
    ...shortlists.flatMap(({ menteePersonId, mentors: [mentor] }) =>
      mentor === undefined ? [] : [{ mentee: menteePersonId, mentor }],
    ),
  ];
}

function mentorsOf(facts: Facts, load: ReadonlyMap<string, number>): readonly MentorOffer[] {
  const { workshopRequired } = facts.round.settings;
  return [...facts.offers.values()].flatMap(({ personId, answers }) => {
    const person = facts.personOf.get(personId);
    if (person === undefined) return [];
    const offer = readMentorOffer(rosterPerson(person), answers);
    const mayTake =
      !facts.standings.has(`mentor ${personId}`) && (!workshopRequired || facts.workshops.has(personId));
    // Pairs there are stay, whatever was offered since.
    return [{ ...offer, capacity: Math.max(mayTake ? offer.capacity : 0, load.get(personId) ?? 0) }];
  });
}

function menteesOf(facts: Facts, live: readonly CasePair[]) {
  const placed = new Set(live.map(({ mentee }) => mentee));
  const finished = new Set(
    facts.relationships
      .filter(({ state, ending }) => state === "ended" && ending === "as-planned")
      .map(({ menteePersonId }) => menteePersonId),
  );
  return [...facts.requests.values()].flatMap(({ personId, answers }) => {
    const person = facts.personOf.get(personId);
    const waits = !finished.has(personId) && !facts.standings.has(`mentee ${personId}`);
    if (person === undefined || (!placed.has(personId) && !waits)) return [];
    return [readMenteeRequest(rosterPerson(person), answers)];
  });
}

/** A lock is used up once the pair was asked: if it passed or ended, it is not made again by itself. */
function unusedLocks({ relationships, decisions }: Facts): readonly CasePair[] {
  return standingDecisions(decisions).locked.filter(
    ({ mentee, mentor, decidedAt }) =>
      !relationships.some(
        (pair) =>
          pair.menteePersonId === mentee &&
          pair.mentorPersonId === mentor &&
          !takesPlace(pair.state) &&
          pair.askedAt >= decidedAt,
      ),
  );
}

/** Locks of mentees who have no mentor yet, as far as the mentor has a place left for them. */
function openLocks(
  locked: readonly CasePair[],
  live: readonly CasePair[],
  mentors: readonly MentorOffer[],
): readonly CasePair[] {
  const placed = new Set(live.map(({ mentee }) => mentee));
  const left = new Map(mentors.map(({ person, capacity }) => [person.ref, capacity]));
  for (const { mentor } of live) left.set(mentor, (left.get(mentor) ?? 0) - 1);
  return locked.filter(({ mentee, mentor }) => {
    const places = left.get(mentor) ?? 0;
    if (placed.has(mentee) || places <= 0) return false;
    left.set(mentor, places - 1);
    return true;
  });
}

function refusedPairs(facts: Facts): readonly CasePair[] {
  const passed = facts.relationships.filter(({ state }) => state === "passed");
  return [
    ...standingDecisions(facts.decisions).forbidden,
    ...passed.map(({ menteePersonId, mentorPersonId }) => ({
      mentee: menteePersonId,
      mentor: mentorPersonId,
    })),
  ];
}

function endedPairs({ endedAnywhere }: Facts): readonly CasePair[] {
  return endedAnywhere
    .filter(({ ending, exitReason }) => ending === "early" && !rematchEffect(exitReason).pairAgain)
    .map(({ menteePersonId, mentorPersonId }) => ({ mentee: menteePersonId, mentor: mentorPersonId }));
}

function inputsOf(facts: Facts, now: Date): RoundInputs {
  const { settings } = facts.round;
  const { weights } = standingDecisions(facts.decisions);
  const live = livePairs(facts);
  const load = new Map<string, number>();
  for (const { mentor } of live) load.set(mentor, (load.get(mentor) ?? 0) + 1);
  const mentees = menteesOf(facts, live);
  const mentors = mentorsOf(facts, load);
  const inRound = {
    mentees: new Set(mentees.map(({ person }) => person.ref)),
    mentors: new Set(mentors.map(({ person }) => person.ref)),
  };
  const refs = (pairs: readonly CasePair[]): readonly CasePair[] =>
    pairs
      .map(({ mentee, mentor }) => ({
        mentee: facts.personOf.get(mentee)?.ref ?? "",
        mentor: facts.personOf.get(mentor)?.ref ?? "",
      }))
      .filter(({ mentee, mentor }) => inRound.mentees.has(mentee) && inRound.mentors.has(mentor))
      .sort((a, b) => byRefOrder({ ref: `${a.mentee} ${a.mentor}` }, { ref: `${b.mentee} ${b.mentor}` }));
  const waited = (submittedAt: Date) =>
    Math.max(0, Math.floor((now.getTime() - submittedAt.getTime()) / DAY));
  return {
    roster: [...facts.personOf.values()].map(rosterPerson).sort(byRefOrder),
    grades: settings.grades,
    weights,
    fairnessCap: settings.fairnessCap,
    mentees: mentees.toSorted((a, b) => byRefOrder(a.person, b.person)),
    mentors: mentors.toSorted((a, b) => byRefOrder(a.person, b.person)),
    waitingDays: Object.fromEntries(
      mentees.map(({ person: { ref } }) => {
        const form = facts.requests.get(facts.byRef.get(ref)?.id ?? "");
        return [ref, form === undefined ? 0 : waited(form.submittedAt)];
      }),
    ),
    live: refs(live),
    locked: openLocks(refs(unusedLocks(facts)), refs(live), mentors),
    refused: refs(refusedPairs(facts)),
    ended: refs(endedPairs(facts)),
  };
}

/** The round as it stands now. */
export async function collectPool(db: PeopleReader, round: StoredRound, now: Date): Promise<Pool> {
  const facts = await readFacts(db, round);
  const { endedAnywhere: _, ...pool } = facts;
  return { ...pool, inputs: inputsOf(facts, now) };
}

/** The round of this id as it stands now. @throws DomainError "not-found" */
export async function poolOfRound(db: PeopleReader, id: string, now: Date): Promise<Pool> {
  return collectPool(db, await findRound(db, id), now);
}

/** The request of a person who is in the pool. */
export function requestIn({ personOf, inputs }: Pool, personId: string): MenteeRequest | undefined {
  const ref = personOf.get(personId)?.ref;
  return inputs.mentees.find(({ person }) => person.ref === ref);
}

/** The offer of a person who is in the pool. */
export function offerIn({ personOf, inputs }: Pool, personId: string): MentorOffer | undefined {
  const ref = personOf.get(personId)?.ref;
  return inputs.mentors.find(({ person }) => person.ref === ref);
}
