/** Answers on the rater's own device: sealed under a key of which the server holds half; otherwise in memory alone. */
import { fromBase64url, toBase64url } from "../../../surveys/base64url.ts";
import { padToBox, unpadBox } from "../../../surveys/box-bytes.ts";
import type { TicketScope } from "../../../surveys/ticket-info.ts";
import { findPlace, knownHalf, type NoPlace } from "./place.ts";
import { deviceKey, type KeptAnswers, type Rater } from "./rater.ts";
import { deriveSecret, joinHalf, type Seed } from "./seed.ts";

const IV_BYTES = 12;
/** Stands before what is sealed with both halves; what lies there without it is of an earlier version. */
const SPLIT = "2.";
/** What the padding itself needs to say how long the inside is. */
const LENGTH_BYTES = 4;

export type OpenedAnswers =
  | { readonly state: "none" }
  | { readonly state: "open"; readonly value: unknown }
  /** They lie here, and the half that opens them is not to be had now, or no more. */
  | { readonly state: "locked"; readonly why: NoPlace };

async function aesKey(seed: Seed, purpose: "kept-key" | "draft-key", scope: TicketScope): Promise<CryptoKey> {
  const bytes = await deriveSecret(seed, purpose, scope, 32);
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** @returns initialisation vector and ciphertext, base64url */
export async function sealPadded(key: CryptoKey, padded: Uint8Array<ArrayBuffer>): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, padded));
  const whole = new Uint8Array(IV_BYTES + sealed.length);
  whole.set(iv, 0);
  whole.set(sealed, IV_BYTES);
  return toBase64url(whole);
}

/** @returns undefined if it was sealed under another key or is damaged */
export async function openPadded(key: CryptoKey, text: string): Promise<unknown> {
  const whole = fromBase64url(text);
  if (whole === undefined) return undefined;
  try {
    const iv = whole.slice(0, IV_BYTES);
    const padded = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, whole.slice(IV_BYTES));
    const bytes = unpadBox(new Uint8Array(padded));
    return bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** The key of copies for another device, and of what is kept on this one. */
export async function splitKey(
  rater: Rater,
  scope: TicketScope,
  { half, purpose }: { readonly half: Uint8Array; readonly purpose: "kept-key" | "draft-key" },
): Promise<CryptoKey> {
  return aesKey(await joinHalf(rater.seed, half), purpose, scope);
}

/** So that its length on the device tells little: whole boxes. */
function padded(rater: Rater, value: unknown): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const box = rater.manifest.boxBytes;
  const size = Math.ceil((bytes.length + LENGTH_BYTES) / box) * box;
  return padToBox(bytes, size) ?? bytes;
}

/**
 * Keeps answers.
 * @returns true if they lie on the device; false if in memory alone, because there is no half to seal them with
 */
export async function keepAnswers(
  rater: Rater,
  thing: KeptAnswers,
  scope: TicketScope,
  value: unknown,
): Promise<boolean> {
  const key = await deviceKey(rater, thing, scope);
  const half = rater.durable ? await knownHalf(rater, scope) : undefined;
  if (half === undefined) {
    rater.memory.things.set(key, JSON.stringify(value));
    return false;
  }
  const sealKey = await splitKey(rater, scope, { half, purpose: "kept-key" });
  await rater.device.set(key, SPLIT + (await sealPadded(sealKey, padded(rater, value))));
  rater.memory.things.delete(key);
  return true;
}

/** Opens what is kept, for which the half may have to be fetched. */
export async function openAnswers(
  rater: Rater,
  thing: KeptAnswers,
  scope: TicketScope,
): Promise<OpenedAnswers> {
  const key = await deviceKey(rater, thing, scope);
  const remembered = rater.memory.things.get(key);
  if (remembered !== undefined) return { state: "open", value: JSON.parse(remembered) };
  const text = await rater.device.get(key);
  if (text === undefined) return { state: "none" };
  if (!text.startsWith(SPLIT)) return opened(await openEarlier(rater, scope, text));
  const place = await findPlace(rater, scope);
  if (place.outcome !== "found") return { state: "locked", why: place };
  const sealKey = await splitKey(rater, scope, { half: place.half, purpose: "kept-key" });
  return opened(await openPadded(sealKey, text.slice(SPLIT.length)));
}

function opened(value: unknown): OpenedAnswers {
  return value === undefined ? { state: "none" } : { state: "open", value };
}

/** As earlier versions kept them: a request as JSON, a draft under a key of the seed alone. */
async function openEarlier(rater: Rater, scope: TicketScope, text: string): Promise<unknown> {
  if (text.startsWith("{")) return JSON.parse(text);
  return openPadded(await aesKey(rater.seed, "draft-key", scope), text);
}

/** True if such answers lie here, whether or not they can be opened now. */
export async function hasAnswers(rater: Rater, thing: KeptAnswers, scope: TicketScope): Promise<boolean> {
  const key = await deviceKey(rater, thing, scope);
  return rater.memory.things.has(key) || (await rater.device.get(key)) !== undefined;
}

export async function dropAnswers(rater: Rater, thing: KeptAnswers, scope: TicketScope): Promise<void> {
  const key = await deviceKey(rater, thing, scope);
  rater.memory.things.delete(key);
  await rater.device.remove(key);
}

/** These answers have arrived: what is left of them here goes, and the device remembers that they were sent. */
export async function noteArrival(rater: Rater, scope: TicketScope): Promise<void> {
  await rater.device.set(await deviceKey(rater, "sent", scope), "1");
  for (const thing of ["send", "named-send", "draft"] as const) await dropAnswers(rater, thing, scope);
}
