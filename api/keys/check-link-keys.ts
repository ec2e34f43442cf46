/** Tries the keys that links are made with, so that a damaged one is found at the start and not by raters. */
import { INVITATION_KEY_PURPOSE } from "../invitations/invitation-key.ts";
import { linkKeysOfWaves } from "../invitations/store.ts";
import { LINK_KEY_PURPOSE } from "../mentoring/personal/personal-link.ts";
import { everyRound } from "../mentoring/rounds/store.ts";
import type { PeopleStore } from "../storage/people-store.ts";
import { KeyError, type KeyRing } from "./key-ring.ts";

interface LinkKey {
  readonly of: string;
  readonly key: Uint8Array;
  readonly purpose: string;
}

async function everyLinkKey(people: Pick<PeopleStore, "read">): Promise<LinkKey[]> {
  return people.read(async (db) => [
    ...(await linkKeysOfWaves(db)).map(({ id, key }) => ({
      of: `wave ${id}`,
      key,
      purpose: INVITATION_KEY_PURPOSE,
    })),
    ...(await everyRound(db)).map(({ id, linkKey }) => ({
      of: `round of mentoring ${id}`,
      key: linkKey,
      purpose: LINK_KEY_PURPOSE,
    })),
  ]);
}

/** @throws KeyError with a sentence for whoever starts the server, that names the first whose key does not open */
export async function requireLinkKeys({
  people,
  keys,
}: {
  readonly people: Pick<PeopleStore, "read">;
  readonly keys: KeyRing;
}): Promise<void> {
  for (const { of, key, purpose } of await everyLinkKey(people)) {
    try {
      keys.unwrap(key, purpose);
    } catch (error) {
      if (!(error instanceof KeyError)) throw error;
      throw new KeyError(
        `The key that the links of ${of} are made with does not open. Nothing was changed. Start with the SOUNDINGS_KEY or key file that belongs to these stores; if it is the right one, restore both stores from the newest backup.`,
      );
    }
  }
}
