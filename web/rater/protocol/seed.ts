/** The seed: 128 random bits from which all secrets of one rater's browser come, so that every retry is the same. */
import { bytesOfWords, wordsOfBytes } from "../../../surveys/fingerprint-words.ts";
import { type TicketScope, ticketInfo } from "../../../surveys/ticket-info.ts";

const SEED_BYTES = 16;
const SALT = new TextEncoder().encode("soundings/1");

export type Seed = Uint8Array<ArrayBuffer>;

/** What a secret is for. Two purposes never give the same bytes. */
export type SecretPurpose =
  | "nonce"
  | "blind"
  | "draft-key"
  | "draft-nonce"
  | "draft-blind"
  | "kept-key"
  | "device-label";

/** A new seed; from the random generator alone, never from the invitation. */
export function newSeed(): Seed {
  return crypto.getRandomValues(new Uint8Array(SEED_BYTES));
}

/** The secret of one purpose for one person asked about (HKDF, RFC 5869). */
export async function deriveSecret(
  seed: Seed,
  purpose: SecretPurpose,
  scope: TicketScope,
  bytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey("raw", seed, "HKDF", false, ["deriveBits"]);
  const label = new TextEncoder().encode(purpose);
  const info = Uint8Array.of(label.length, ...label, ...ticketInfo(scope));
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: SALT, info }, key, bytes * 8),
  );
}

/**
 * The seed of one form: the rater's seed and the half of a key that the server holds while the form is unsent. Once
 * that half is deleted, whoever finds the rater's seed makes nothing of it: no key, no nonce.
 */
export async function joinHalf(seed: Seed, half: Uint8Array): Promise<Seed> {
  const key = await crypto.subtle.importKey("raw", Uint8Array.of(...seed, ...half), "HKDF", false, [
    "deriveBits",
  ]);
  const info = new TextEncoder().encode("seed and half");
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: SALT, info }, key, 256),
  );
}

async function checkByte(seed: Uint8Array<ArrayBuffer>): Promise<number> {
  const digest = await crypto.subtle.digest("SHA-256", Uint8Array.of(...SALT, ...seed));
  return new Uint8Array(digest)[0] ?? 0;
}

/** The seed as sixteen words and a seventeenth that shows typing mistakes. */
export async function resumeCodeOf(seed: Seed): Promise<readonly string[]> {
  return wordsOfBytes(Uint8Array.of(...seed, await checkByte(seed)));
}

export type SeedOfResumeCode =
  | { readonly ok: true; readonly seed: Seed }
  | { readonly ok: false; readonly reason: "unknown-word"; readonly place: number }
  | { readonly ok: false; readonly reason: "wrong-length"; readonly words: number }
  | { readonly ok: false; readonly reason: "check-word" };

/** Reads a resume code as typed; says which mistake it holds. */
export async function seedOfResumeCode(text: string): Promise<SeedOfResumeCode> {
  const read = bytesOfWords(text);
  if (!read.ok) return { ok: false, reason: "unknown-word", place: read.unknownWord };
  if (read.bytes.length !== SEED_BYTES + 1) {
    return { ok: false, reason: "wrong-length", words: read.bytes.length };
  }
  const seed = read.bytes.slice(0, SEED_BYTES);
  if ((await checkByte(seed)) !== read.bytes[SEED_BYTES]) return { ok: false, reason: "check-word" };
  return { ok: true, seed };
}
