/**
 * Whether a ticket was issued for an assignment, sealed: a mark of one size that lies there from opening on and is
 * overwritten in place, so that neither a copy of the store nor the layout of its pages tells who has one.
 *
 * A mark is AES-256-GCM of a flag and the hash of the blinded element, under a key derived from the wave's invitation
 * key. That key is destroyed at closing; from then on every mark is noise, for us as well.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const IV_BYTES = 12;
const TAG_BYTES = 16;
const HASH_BYTES = 32;
const UNISSUED = 0;
const ISSUED = 1;
/** A ticket was issued, and a second one allowed: none is bound to the mark. */
const FREED = 2;

/** The size of every mark. */
export const TICKET_MARK_BYTES = IV_BYTES + 1 + HASH_BYTES + TAG_BYTES;

/** The marks of one wave. Each is bound to its assignment: moved to another one it does not open. */
export interface TicketMarks {
  /** A new mark that says: no ticket yet. No two are alike. */
  readonly fresh: (assignment: string) => Uint8Array;
  /** A mark that says: a ticket was issued for the blinded element of this hash (32 bytes). */
  readonly issued: (assignment: string, hash: Uint8Array) => Uint8Array;
  /**
   * The mark once a second ticket is allowed: free to be issued, and still saying whether one was before, so that a
   * second ticket counts nobody down.
   */
  readonly freed: (assignment: string, mark: Uint8Array | null) => Uint8Array;
  /** Whether a ticket was ever issued, also if a second one is free now. */
  readonly wasIssued: (assignment: string, mark: Uint8Array | null) => boolean;
  /**
   * @param mark as stored; null for an assignment that came before its wave opened
   * @returns the hash a ticket was issued for, undefined if one is free
   * @throws RangeError for a mark that was made with another key or for another assignment
   */
  readonly read: (assignment: string, mark: Uint8Array | null) => Uint8Array | undefined;
}

/** @param invitationKey of the wave, unwrapped, 32 bytes */
export function ticketMarksOf(invitationKey: Uint8Array): TicketMarks {
  const key = new Uint8Array(hkdfSync("sha256", invitationKey, "", "soundings ticket marks", 32));
  const seal = (assignment: string, flag: number, hash: Uint8Array): Uint8Array => {
    if (hash.length !== HASH_BYTES) throw new RangeError("a ticket mark holds a hash of 32 bytes");
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(assignment));
    const content = [cipher.update(Uint8Array.of(flag)), cipher.update(hash), cipher.final()];
    return new Uint8Array(Buffer.concat([iv, ...content, cipher.getAuthTag()]));
  };
  const contentOf = (assignment: string, mark: Uint8Array | null): Uint8Array => {
    if (mark === null) return Uint8Array.of(UNISSUED);
    const opened = open(key, assignment, mark);
    if (opened === undefined) throw new RangeError("a ticket mark requires the key it was sealed with");
    return opened;
  };
  const wasIssued = (assignment: string, mark: Uint8Array | null) =>
    contentOf(assignment, mark)[0] !== UNISSUED;
  return {
    fresh: (assignment) => seal(assignment, UNISSUED, new Uint8Array(HASH_BYTES)),
    issued: (assignment, hash) => seal(assignment, ISSUED, hash),
    freed: (assignment, mark) =>
      seal(assignment, wasIssued(assignment, mark) ? FREED : UNISSUED, new Uint8Array(HASH_BYTES)),
    wasIssued,
    read: (assignment, mark) => {
      const content = contentOf(assignment, mark);
      return content[0] === ISSUED ? content.subarray(1) : undefined;
    },
  };
}

function open(key: Uint8Array, assignment: string, mark: Uint8Array): Uint8Array | undefined {
  if (mark.length !== TICKET_MARK_BYTES) return undefined;
  const end = mark.length - TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", key, mark.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(assignment))
    .setAuthTag(mark.subarray(end));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(mark.subarray(IV_BYTES, end)), decipher.final()]));
  } catch {
    return undefined;
  }
}
