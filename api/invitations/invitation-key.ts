/** The key of a wave that its links and its ticket marks are made with; it is destroyed when the wave closes. */
import { randomBytes } from "node:crypto";
import { DomainError } from "../errors.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { type TicketMarks, ticketMarksOf } from "../tickets/ticket-mark.ts";

export const INVITATION_KEY_PURPOSE = "invitation-key";

/** A wave's key as it is stored: wrapped; null before opening and after closing. */
export interface WaveWithKey {
  readonly invitationKey: Uint8Array | null;
}

/** A fresh key for a wave's links, and the same wrapped for the store. */
export function createInvitationKey(keys: KeyRing): {
  readonly key: Uint8Array;
  readonly wrapped: Uint8Array;
} {
  const key = new Uint8Array(randomBytes(32));
  return { key, wrapped: keys.wrap(key, INVITATION_KEY_PURPOSE) };
}

/** @throws DomainError "wrong-state" for a wave that has no links yet or any more. */
export function readInvitationKey(keys: KeyRing, wave: WaveWithKey): Uint8Array {
  if (wave.invitationKey === null) {
    throw new DomainError("wrong-state", "This wave has no links. Open it first.");
  }
  return keys.unwrap(wave.invitationKey, INVITATION_KEY_PURPOSE);
}

/** The ticket marks of a wave; undefined before opening, and for ever after closing: the key is gone then. */
export function ticketMarksOfWave(keys: KeyRing, wave: WaveWithKey): TicketMarks | undefined {
  return wave.invitationKey === null ? undefined : ticketMarksOf(readInvitationKey(keys, wave));
}
