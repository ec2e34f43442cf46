/** The manifest as the server sends it, held against what the invitation tells of it, before anything else is asked. */
import { manifestMarkOf } from "../../../surveys/link-fragment.ts";
import { manifestLine } from "../../../surveys/manifest-chain.ts";
import { isWorthRetrying, type Refusal, refusalOf, type Server } from "./server.ts";

export type ToldManifest =
  | {
      readonly ok: true;
      /** The manifest as opened, and a line for each amendment. */
      readonly text: string;
      /** SHA-256 of the manifest as opened. */
      readonly digest: Uint8Array<ArrayBuffer>;
    }
  | { readonly ok: false; readonly reason: "offline" }
  | { readonly ok: false; readonly reason: "refused"; readonly refusal: Refusal }
  /** Another manifest than the invitation was made for. */
  | { readonly ok: false; readonly reason: "differs" }
  /** The wave's links tell of its manifest, and this one does not. */
  | { readonly ok: false; readonly reason: "untold"; readonly digest: Uint8Array<ArrayBuffer> };

export async function sha256(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

/** Waves opened under the first version of the manifest have links that tell nothing of it. */
function isFirstVersion(manifestText: string): boolean {
  try {
    const value: unknown = JSON.parse(manifestText);
    return typeof value === "object" && value !== null && "protocol" in value && value.protocol === 1;
  } catch {
    return false;
  }
}

/**
 * Fetches a manifest. Sends nothing but the wave's name: not the secret, nor what was told.
 * @param mark of the manifest, from the link; undefined where the link has none
 */
export async function fetchToldManifest(
  server: Server,
  wave: string,
  mark: string | undefined,
): Promise<ToldManifest> {
  const answer = await server.get(`/api/waves/${encodeURIComponent(wave)}/manifest`);
  if (isWorthRetrying(answer)) return { ok: false, reason: "offline" };
  if (answer.status !== 200) return { ok: false, reason: "refused", refusal: refusalOf(answer) };
  const opened = manifestLine(answer.text);
  const digest = await sha256(opened);
  if (mark === undefined && !isFirstVersion(opened)) return { ok: false, reason: "untold", digest };
  if (mark !== undefined && mark !== manifestMarkOf(digest)) return { ok: false, reason: "differs" };
  return { ok: true, text: answer.text, digest };
}
