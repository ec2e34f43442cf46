/** Gives each entry of a line-up its salt, and works out what the manifest commits to. */
import { randomBytes } from "node:crypto";
import { giveWay } from "../give-way.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader, Writer } from "../storage/store.ts";
import { lineUpLeaf, sortedLeaves } from "./line-up-commitment.ts";
import { insertSalts, lineUpEntries, unsaltedEntries } from "./store.ts";

const SALT_BYTES = 16;

/** Entries that have a salt keep it, so that opening again commits to the same. */
export async function saltLineUp(tx: Writer<PeopleTables>, wave: string): Promise<void> {
  const unsalted = await unsaltedEntries(tx, wave);
  await insertSalts(
    tx,
    unsalted.map((assignmentId) => ({ assignmentId, salt: new Uint8Array(randomBytes(SALT_BYTES)) })),
  );
}

/** @returns the sorted leaves, or undefined if an entry has no salt */
export async function leavesOfLineUp(
  db: Reader<PeopleTables>,
  wave: string,
): Promise<Uint8Array | undefined> {
  const leaves: Uint8Array[] = [];
  for (const { salt, ...entry } of await lineUpEntries(db, wave)) {
    if (salt === null) return undefined;
    leaves.push(lineUpLeaf({ ...entry, salt }));
    await giveWay();
  }
  return sortedLeaves(leaves);
}
