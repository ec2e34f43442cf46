/** Asks the ledger what follows for a wave from the waves before it. */
import type { GroupStanding, LedgerGroup, LedgerWave } from "../../analysis/wave-ledger/ledger-model.ts";
import { weighWave } from "../../analysis/wave-ledger/weigh-wave.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader } from "../storage/store.ts";
import type { StoredWave } from "../waves/store.ts";
import { itemDigests } from "./digests.ts";
import { existingLedgerKey, ledgerEntries } from "./note-wave.ts";
import { everybodyInLedger, type LedgerPerson, peopleInLedger, wavesInLedger } from "./store.ts";

type Db = Reader<PeopleTables>;

/** Each group by itself, and all about one person together, since a report may merge them. */
export function groupsOf(people: readonly LedgerPerson[]): readonly LedgerGroup[] {
  const about = new Map<string, Map<string, Set<string>>>();
  for (const row of people) {
    const groups = about.get(row.about) ?? new Map<string, Set<string>>();
    about.set(row.about, groups);
    groups.set(row.group, (groups.get(row.group) ?? new Set()).add(row.person));
  }
  return [...about].flatMap(([subject, groups]) => {
    const codes = [...groups.keys()].sort();
    const single = codes.map((code) => ({
      about: subject,
      groups: code === "" ? [] : [code],
      people: groups.get(code) ?? new Set<string>(),
    }));
    if (codes.length < 2) return single;
    const everybody = new Set([...groups.values()].flatMap((some) => [...some]));
    return [...single, { about: subject, groups: codes, people: everybody }];
  });
}

interface WaveInQuestion {
  readonly wave: Pick<StoredWave, "id" | "title" | "policy" | "programmeId">;
  readonly definition: SurveyDefinition;
  /** When it was opened, or is about to be. */
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  /** Its anonymous groups. */
  readonly groups: readonly LedgerGroup[];
}

function weighed(
  { wave, openedAt, closedAt, groups }: WaveInQuestion,
  items: LedgerWave["items"],
): LedgerWave {
  const minimum = wave.policy.minimumGroupSize;
  return { wave: wave.id, title: wave.title, openedAt, closedAt, minimum, items, groups };
}

/** Stands for the title of a wave that belongs to another programme. */
const TITLE_ELSEWHERE = "Wave of another programme";

/** All other waves that were opened, with their groups about the same people; those that share no item are left out. */
async function otherWaves(
  db: Db,
  { wave, groups, definition }: WaveInQuestion,
): Promise<readonly LedgerWave[]> {
  const asked = new Set(Object.values(itemDigests(definition)).flat());
  const about = [...new Set(groups.map((group) => group.about))];
  const others: LedgerWave[] = [];
  for (const found of await wavesInLedger(db)) {
    const shares = Object.values(found.items).some((digests) => digests.some((one) => asked.has(one)));
    if (found.wave === wave.id || found.openedAt === null || !shares) continue;
    others.push({
      wave: found.wave,
      // Read by people of this programme, who are told nothing else of others.
      title: found.programme === wave.programmeId ? found.title : TITLE_ELSEWHERE,
      openedAt: found.openedAt,
      closedAt: found.closedAt,
      minimum: found.policy.minimumGroupSize,
      items: new Map(Object.entries(found.items)),
      groups: groupsOf(await peopleInLedger(db, found.wave, about)),
    });
  }
  return others;
}

export interface LedgerAnswer {
  readonly standings: readonly GroupStanding[];
  readonly earlier: readonly LedgerWave[];
}

export interface OpenedInLedger extends LedgerAnswer {
  /** Of the wave itself. */
  readonly people: readonly LedgerPerson[];
}

async function answerOf(db: Db, asked: WaveInQuestion): Promise<LedgerAnswer> {
  const earlier = await otherWaves(db, asked);
  const later = weighed(asked, new Map(Object.entries(itemDigests(asked.definition))));
  return { earlier, standings: weighWave(later, earlier) };
}

/** What follows for a wave that was opened, from its list as it was then. */
export async function ledgerOfOpened(
  db: Db,
  { wave, definition }: { readonly wave: StoredWave; readonly definition: SurveyDefinition },
): Promise<OpenedInLedger> {
  if (wave.openedAt === null) return { standings: [], earlier: [], people: [] };
  const people = await everybodyInLedger(db, wave.id);
  const { openedAt, closedAt } = wave;
  const asked = { wave, definition, openedAt, closedAt, groups: groupsOf(people) };
  return { ...(await answerOf(db, asked)), people };
}

/** What follows for a draft that is opened at this moment, from its list as it is. */
export async function ledgerOfDraft(
  db: Db,
  keys: KeyRing,
  {
    wave,
    definition,
    now,
  }: { readonly wave: StoredWave; readonly definition: SurveyDefinition; readonly now: Date },
): Promise<LedgerAnswer> {
  const key = await existingLedgerKey(db, keys);
  if (key === undefined) return { standings: [], earlier: [] };
  const people = await ledgerEntries(db, key, { wave: wave.id, definition });
  return answerOf(db, { wave, definition, openedAt: now, closedAt: null, groups: groupsOf(people) });
}
