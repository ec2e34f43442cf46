/** Whether the ledger over waves holds what was asked, and of whom, as far as lists are there; without its key. */
import { canonicalJson } from "../../surveys/json-value.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { itemDigests } from "../wave-ledger/digests.ts";
import type { StoredWave } from "../waves/store.ts";
import type { LookedAtAnswers, LookedAtPeople } from "./installation.ts";
import { everyAssignment, everyLedgerEntry, everyLedgerWave, everySubject, everyTombstone } from "./store.ts";

export interface Stores {
  readonly people: Pick<LookedAtPeople, "read">;
  readonly answers: Pick<LookedAtAnswers, "read">;
}

/** Somebody, by id or by digest, at a place: a group of a wave, or a wave that is about them. */
interface AtPlace {
  readonly who: string;
  readonly place: string;
}

interface Entry {
  readonly wave: string;
  readonly subject: string;
  readonly group: string;
  readonly about: string;
  readonly person: string;
}

function ratersOf(entries: readonly Entry[]): AtPlace[] {
  return entries.map(({ person, wave, subject, group }) => ({
    who: person,
    place: JSON.stringify([wave, subject, group]),
  }));
}

function subjectsOf(entries: readonly Entry[]): AtPlace[] {
  return entries.map(({ about, wave, subject }) => ({ who: about, place: JSON.stringify([wave, subject]) }));
}

/** For each person all their places together, and how many people have exactly these: told without who they are. */
function patternsOf(found: readonly AtPlace[]): ReadonlyMap<string, number> {
  const places = new Map<string, Set<string>>();
  for (const { who, place } of found) {
    const own = places.get(who) ?? new Set<string>();
    places.set(who, own.add(place));
  }
  const patterns = new Map<string, number>();
  for (const own of places.values()) {
    const pattern = [...own].sort().join("\n");
    patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
  }
  return patterns;
}

/** Waves of places at which other people stand on one side than on the other. */
function wavesThatDiffer(listed: readonly AtPlace[], noted: readonly AtPlace[]): ReadonlySet<string> {
  const [asked, kept] = [patternsOf(listed), patternsOf(noted)];
  const differing = [...new Set([...asked.keys(), ...kept.keys()])].filter(
    (pattern) => asked.get(pattern) !== kept.get(pattern),
  );
  return new Set(differing.flatMap((pattern) => pattern.split("\n").map(waveOfPlace)));
}

function waveOfPlace(place: string): string {
  const [wave]: unknown[] = JSON.parse(place);
  return String(wave);
}

/** The lists of these waves, of their anonymous groups alone. */
async function listedEntries({ people, answers }: Stores, waves: readonly StoredWave[]): Promise<Entry[]> {
  const assignments = await people.read(everyAssignment);
  const persons = new Map(
    (await people.read(everySubject)).map(({ wave, code, personId }) => [
      JSON.stringify([wave, code]),
      personId,
    ]),
  );
  const entries: Entry[] = [];
  for (const { id, definitionId } of waves) {
    const { soundings } = await definitionOfId({ answers }, definitionId);
    const byName = new Set(soundings.groups.filter(({ attributed }) => attributed).map(({ code }) => code));
    for (const { wave, subject, group, raterPersonId: person } of assignments) {
      if (wave !== id || byName.has(group)) continue;
      const about = persons.get(JSON.stringify([wave, subject])) ?? "";
      entries.push({ wave, subject, group, about, person });
    }
  }
  return entries;
}

/** Waves whose answers were destroyed before anybody released them: there is no figure of them, and no entry either. */
async function wavesWithoutFigures({ answers }: Stores, waves: readonly StoredWave[]): Promise<Set<string>> {
  const destroyed = new Set((await answers.read(everyTombstone)).map(({ wave }) => wave));
  const without = waves.filter(({ id, state }) => state === "closed" && destroyed.has(id));
  return new Set(without.map(({ id }) => id));
}

/** Waves of which the ledger holds other questions than were asked, or none. */
async function otherItems({ people, answers }: Stores, waves: readonly StoredWave[]): Promise<string[]> {
  const noted = new Map((await people.read(everyLedgerWave)).map(({ waveId, items }) => [waveId, items]));
  const findings: string[] = [];
  for (const { id, definitionId } of waves) {
    const asked = itemDigests(await definitionOfId({ answers }, definitionId));
    const items = noted.get(id);
    if (items === undefined || canonicalJson({ ...items }) !== canonicalJson({ ...asked }))
      findings.push(
        `The ledger of who was asked what holds other questions of wave ${id} than it asked: later waves are held against something else than what happened.`,
      );
  }
  return findings;
}

/**
 * @param waves anonymous ones that were opened
 * @returns sentences; none if all is as it should be
 */
export async function ledgerFindings(stores: Stores, waves: readonly StoredWave[]): Promise<string[]> {
  const without = await wavesWithoutFigures(stores, waves);
  const kept = waves.filter(({ id }) => !without.has(id));
  const listed = await listedEntries(stores, kept);
  // Lists are deleted in the end; the ledger stays.
  const lists = new Set(listed.map(({ wave }) => wave));
  const entries = (await stores.people.read(everyLedgerEntry)).map(({ waveId: wave, ...entry }) => ({
    wave,
    ...entry,
  }));
  const noted = entries.filter(({ wave }) => lists.has(wave));
  const differing = [
    ...new Set([
      ...wavesThatDiffer(ratersOf(listed), ratersOf(noted)),
      ...wavesThatDiffer(subjectsOf(listed), subjectsOf(noted)),
    ]),
  ].sort();
  const findings = await otherItems(stores, kept);
  if (differing.length > 0)
    findings.push(
      `The ledger of who was asked what differs from the ${differing.length === 1 ? "list of wave" : "lists of waves"} ${differing.join(" and ")}: later waves are held against something else than what happened.`,
    );
  const held = new Set(entries.map(({ wave }) => wave));
  for (const { id, releasedAt } of kept)
    if (releasedAt !== null && !held.has(id))
      findings.push(
        `The ledger holds nobody who was asked in wave ${id}, of which figures are stored: later waves are not held against it.`,
      );
  for (const id of without)
    if (held.has(id))
      findings.push(`The ledger still holds who was asked in wave ${id}, of which no figure is stored.`);
  return findings;
}
