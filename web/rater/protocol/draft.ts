/** Drafts: encrypted under a key of the seed, of one size, on the device or (with a resume code) on the server. */
import { fromBase64url, toBase64url } from "../../../surveys/base64url.ts";
import { padToBox, unpadBox } from "../../../surveys/box-bytes.ts";
import type { TicketScope } from "../../../surveys/ticket-info.ts";
import { deviceKey, type Rater } from "./rater.ts";
import { deriveSecret } from "./seed.ts";
import { fieldsOf, isWorthRetrying, type Refusal, refusalOf } from "./server.ts";

const IV_BYTES = 12;

async function draftKey(rater: Rater, scope: TicketScope): Promise<CryptoKey> {
  const bytes = await deriveSecret(rater.seed, "draft-key", scope, 32);
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

async function draftId(rater: Rater, scope: TicketScope): Promise<string> {
  return toBase64url(await deriveSecret(rater.seed, "draft-id", scope, 32));
}

/** @returns initialisation vector and ciphertext, base64url; undefined if the draft is longer than a box */
async function encryptDraft(rater: Rater, scope: TicketScope, draft: unknown): Promise<string | undefined> {
  const padded = padToBox(new TextEncoder().encode(JSON.stringify(draft)), rater.manifest.boxBytes);
  if (padded === undefined) return undefined;
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await draftKey(rater, scope);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, padded));
  const whole = new Uint8Array(IV_BYTES + sealed.length);
  whole.set(iv, 0);
  whole.set(sealed, IV_BYTES);
  return toBase64url(whole);
}

async function decryptDraft(rater: Rater, scope: TicketScope, text: string): Promise<unknown> {
  const whole = fromBase64url(text);
  if (whole === undefined) return undefined;
  try {
    const key = await draftKey(rater, scope);
    const iv = whole.slice(0, IV_BYTES);
    const padded = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, whole.slice(IV_BYTES));
    const bytes = unpadBox(new Uint8Array(padded));
    return bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** Keeps the draft on the device. @returns false if it is longer than a box can hold; the older draft then stays */
export async function keepDraft(rater: Rater, scope: TicketScope, draft: unknown): Promise<boolean> {
  const text = await encryptDraft(rater, scope, draft);
  if (text === undefined) return false;
  await rater.device.set(await deviceKey(rater, "draft", scope), text);
  return true;
}

/** The draft on the device; undefined if there is none that this seed opens. */
export async function keptDraft(rater: Rater, scope: TicketScope): Promise<unknown> {
  const text = await rater.device.get(await deviceKey(rater, "draft", scope));
  return text === undefined ? undefined : decryptDraft(rater, scope, text);
}

export type DraftAnswer =
  | { readonly outcome: "done" }
  | { readonly outcome: "too-long" | "offline" }
  | { readonly outcome: "refused"; readonly refusal: Refusal };

/** Puts an encrypted copy on the server, from where the resume code fetches it on another device. */
export async function uploadDraft(rater: Rater, scope: TicketScope, draft: unknown): Promise<DraftAnswer> {
  const box = await encryptDraft(rater, scope, draft);
  if (box === undefined) return { outcome: "too-long" };
  await rater.device.set(await deviceKey(rater, "draft-elsewhere", scope), "1");
  const body = JSON.stringify({ wave: scope.wave, id: await draftId(rater, scope), box });
  const answer = await rater.server.send("PUT", "/api/drafts", body);
  if (answer.status === 0 || answer.status >= 500) return { outcome: "offline" };
  return answer.status < 300 ? { outcome: "done" } : { outcome: "refused", refusal: refusalOf(answer) };
}

export type FetchedDraft =
  | { readonly outcome: "found"; readonly draft: unknown }
  | { readonly outcome: "none" | "offline" };

/** Fetches the copy on the server; afterwards it counts as known here, so that sending deletes it. */
export async function fetchDraft(rater: Rater, scope: TicketScope): Promise<FetchedDraft> {
  const body = JSON.stringify({ wave: scope.wave, id: await draftId(rater, scope) });
  const answer = await rater.server.send("POST", "/api/drafts/read", body);
  if (isWorthRetrying(answer)) return { outcome: "offline" };
  const { box } = fieldsOf(answer);
  const draft = typeof box === "string" ? await decryptDraft(rater, scope, box) : undefined;
  if (draft === undefined) return { outcome: "none" };
  await rater.device.set(await deviceKey(rater, "draft-elsewhere", scope), "1");
  return { outcome: "found", draft };
}

/** Deletes the draft here, and the copy on the server if this device knows of one. */
export async function discardDraft(rater: Rater, scope: TicketScope): Promise<void> {
  await rater.device.remove(await deviceKey(rater, "draft", scope));
  const elsewhere = await deviceKey(rater, "draft-elsewhere", scope);
  if ((await rater.device.get(elsewhere)) === undefined) return;
  const body = JSON.stringify({ wave: scope.wave, id: await draftId(rater, scope) });
  const answer = await rater.server.send("POST", "/api/drafts/delete", body);
  if (!isWorthRetrying(answer)) await rater.device.remove(elsewhere);
}
