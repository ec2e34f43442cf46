/** The commitment to a line-up: salted hashes of who is asked about whom, and one hash of them all, in the manifest. */
import { createHash } from "node:crypto";
import { canonicalJson } from "../../surveys/json-value.ts";

export interface LineUpEntry {
  readonly wave: string;
  readonly raterPersonId: string;
  /** "" in a survey that is about nobody in particular. */
  readonly subjectPersonId: string;
  readonly subject: string;
  readonly group: string;
  /** Random: whoever knows the manifest cannot try out people. */
  readonly salt: Uint8Array;
}

const LEAF_BYTES = 32;

/** The salted hash of one entry, 32 bytes. It tells nothing once the salt is gone, and keeps the commitment valid. */
export function lineUpLeaf({ salt, ...entry }: LineUpEntry): Uint8Array {
  const text = canonicalJson({ ...entry, salt: Buffer.from(salt).toString("base64url") });
  return new Uint8Array(createHash("sha256").update(`soundings line-up entry ${text}`).digest());
}

/** All leaves of a line-up in one piece, sorted, so that they tell no order of the list. */
export function sortedLeaves(leaves: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat([...leaves].sort(Buffer.compare)));
}

/** The leaves of a piece, base64url. */
export function leavesIn(sorted: Uint8Array): ReadonlySet<string> {
  const leaves = new Set<string>();
  for (let start = 0; start < sorted.length; start += LEAF_BYTES)
    leaves.add(Buffer.from(sorted.subarray(start, start + LEAF_BYTES)).toString("base64url"));
  return leaves;
}

/** What stands in the manifest: SHA-256 of the sorted leaves, base64url. */
export function lineUpCommitment(sorted: Uint8Array): string {
  return createHash("sha256").update("soundings line-up ").update(sorted).digest("base64url");
}
