/** How many links of a wave staff had in hand, in which way and who: without a word on whose they are. */
import type { LinkWay } from "../storage/open-wave-tables.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader } from "../storage/store.ts";
import { handlingsOf } from "./store.ts";

export interface LinksInHand {
  readonly way: LinkWay;
  /** How many people's links. */
  readonly people: number;
  /** For how many of them more than once. */
  readonly again: number;
  /** Names of those members of staff. */
  readonly by: readonly string[];
}

const WAYS: readonly LinkWay[] = ["letter", "mail-text", "new-link"];

/** In a fixed order; ways that were not used are left out. */
export async function linksInHand(db: Reader<PeopleTables>, waveId: string): Promise<LinksInHand[]> {
  const handlings = await handlingsOf(db, waveId);
  return WAYS.flatMap((way) => {
    const own = handlings.filter((handling) => handling.way === way);
    if (own.length === 0) return [];
    const times = new Map<string, number>();
    for (const { personId, times: more } of own) times.set(personId, (times.get(personId) ?? 0) + more);
    const again = [...times.values()].filter((count) => count > 1).length;
    const by = new Map(own.map(({ staffPersonId, staffName }) => [staffPersonId, staffName]));
    return [{ way, people: times.size, again, by: [...by.values()] }];
  });
}
