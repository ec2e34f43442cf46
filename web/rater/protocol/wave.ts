/** What a browser has to know of a wave before it trusts it: manifest, its fingerprint, and the form it names. */
import { toBase64url } from "../../../surveys/base64url.ts";
import { wordsOfBytes } from "../../../surveys/fingerprint-words.ts";
import type { Manifest } from "../../../surveys/manifest.ts";
import { readManifest } from "../../../surveys/read-manifest.ts";
import { isWorthRetrying, type Refusal, refusalOf, type Server } from "./server.ts";

const FINGERPRINT_BYTES = 16;

export type LoadedManifest =
  | { readonly ok: true; readonly manifest: Manifest; readonly fingerprint: readonly string[] }
  | { readonly ok: false; readonly reason: "offline" }
  | { readonly ok: false; readonly reason: "refused"; readonly refusal: Refusal }
  /** The server's manifest is not one: another wave's, or of a shape this page does not know. */
  | { readonly ok: false; readonly reason: "not-trusted" };

async function sha256(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

/** The words that every rater of the wave and every reader of its reports see. */
export async function fingerprintOfManifest(manifestText: string): Promise<readonly string[]> {
  return wordsOfBytes((await sha256(manifestText)).subarray(0, FINGERPRINT_BYTES));
}

/** Fetches and reads the manifest. */
export async function loadManifest(server: Server, wave: string): Promise<LoadedManifest> {
  const answer = await server.get(`/api/waves/${encodeURIComponent(wave)}/manifest`);
  if (isWorthRetrying(answer)) return { ok: false, reason: "offline" };
  if (answer.status !== 200) return { ok: false, reason: "refused", refusal: refusalOf(answer) };
  const manifest = readManifest(answer.text);
  if (manifest === undefined || manifest.wave !== wave) return { ok: false, reason: "not-trusted" };
  return { ok: true, manifest, fingerprint: await fingerprintOfManifest(answer.text) };
}

export type LoadedForm =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: "offline" | "not-trusted" };

/** Fetches the form's definition and checks that it is the one the manifest names. */
export async function loadForm(server: Server, manifest: Manifest): Promise<LoadedForm> {
  const answer = await server.get(`/api/waves/${encodeURIComponent(manifest.wave)}/form`);
  if (isWorthRetrying(answer)) return { ok: false, reason: "offline" };
  const hash = toBase64url(await sha256(answer.text));
  if (answer.status !== 200 || hash !== manifest.formHash) return { ok: false, reason: "not-trusted" };
  return { ok: true, text: answer.text };
}
