/** What a browser has to know of a wave before it trusts it: manifest, its fingerprint, and the form it names. */
import { toBase64url } from "../../../surveys/base64url.ts";
import { wordsOfBytes } from "../../../surveys/fingerprint-words.ts";
import { MANIFEST_MARK_BYTES } from "../../../surveys/link-fragment.ts";
import type { Manifest } from "../../../surveys/manifest.ts";
import { readManifestChain } from "../../../surveys/manifest-chain.ts";
import { isWorthRetrying, type Refusal, type Server } from "./server.ts";
import { fetchToldManifest, sha256, type ToldManifest } from "./told-manifest.ts";

export type LoadedManifest =
  /** The manifest with the numbers that hold now; fingerprint and mark are those of the manifest as opened. */
  | { readonly ok: true; readonly manifest: Manifest; readonly fingerprint: readonly string[] }
  | { readonly ok: false; readonly reason: "offline" }
  | { readonly ok: false; readonly reason: "refused"; readonly refusal: Refusal }
  /** Another manifest than the link tells of. */
  | { readonly ok: false; readonly reason: "differs" }
  /** The server's manifest is not one: another wave's, or of a shape this page does not know. */
  | { readonly ok: false; readonly reason: "not-trusted" };

/** The words that every rater of the wave and every reader of its reports see. */
export async function fingerprintOfManifest(manifestText: string): Promise<readonly string[]> {
  return wordsOfBytes((await sha256(manifestText)).subarray(0, MANIFEST_MARK_BYTES));
}

/** Reads a manifest that was held against what its invitation tells. */
export async function readToldManifest(
  { text, digest }: Extract<ToldManifest, { readonly ok: true }>,
  wave: string,
): Promise<LoadedManifest> {
  const chain = await readManifestChain(text, sha256);
  if (chain === undefined || chain.manifest.wave !== wave) return { ok: false, reason: "not-trusted" };
  const { manifest, groups } = chain;
  return {
    ok: true,
    manifest: { ...manifest, groups },
    fingerprint: wordsOfBytes(digest.subarray(0, MANIFEST_MARK_BYTES)),
  };
}

/** Fetches and reads the manifest; the mark is that of the link, undefined where it has none. */
export async function loadManifest(
  server: Server,
  wave: string,
  mark: string | undefined,
): Promise<LoadedManifest> {
  const told = await fetchToldManifest(server, wave, mark);
  if (told.ok) return readToldManifest(told, wave);
  return told.reason === "untold" ? { ok: false, reason: "not-trusted" } : told;
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
