/** A form's place on the server while it is unsent: it holds half of the key under which this device keeps answers. */
import { fromBase64url, toBase64url } from "../../../surveys/base64url.ts";
import type { TicketScope } from "../../../surveys/ticket-info.ts";
import { deviceKey, keptKeys, type Rater } from "./rater.ts";
import { fieldsOf, isWorthRetrying, type Refusal, refusalOf, type ServerAnswer } from "./server.ts";
import { blindDraftToken, draftNonce, unblindTicket } from "./ticket.ts";

const HALF_BYTES = 32;

/** One token is one place: its id follows from the token's nonce. */
export async function placeId(rater: Rater, scope: TicketScope): Promise<string> {
  const nonce = await draftNonce(rater.seed, scope);
  const named = Uint8Array.of(...new TextEncoder().encode("draft"), ...nonce);
  return toBase64url(new Uint8Array(await crypto.subtle.digest("SHA-256", named)));
}

/** The half, if this page has it. */
export async function knownHalf(rater: Rater, scope: TicketScope): Promise<Uint8Array | undefined> {
  return rater.memory.halves.get(await placeId(rater, scope));
}

export type NoPlace =
  | { readonly outcome: "offline" }
  /** The survey is open and has no such place: what belonged to it was sent, here or from another device. */
  | { readonly outcome: "gone" }
  | { readonly outcome: "refused"; readonly refusal: Refusal };

export type FoundPlace =
  | { readonly outcome: "found"; readonly half: Uint8Array; readonly box?: string }
  | NoPlace;

function readPlace(answer: ServerAnswer): FoundPlace {
  if (isWorthRetrying(answer)) return { outcome: "offline" };
  const refusal = refusalOf(answer);
  if (answer.status === 404 && refusal.code === "not-found") return { outcome: "gone" };
  const { half, box } = fieldsOf(answer);
  const bytes = typeof half === "string" ? fromBase64url(half) : undefined;
  if (answer.status !== 200 || bytes?.length !== HALF_BYTES) return { outcome: "refused", refusal };
  return { outcome: "found", half: bytes, ...(typeof box === "string" ? { box } : {}) };
}

/** Notes the half for as long as the page is open, and on the device that there is a place to be left. */
async function noted(rater: Rater, scope: TicketScope, place: FoundPlace): Promise<FoundPlace> {
  if (place.outcome !== "found") return place;
  rater.memory.halves.set(await placeId(rater, scope), place.half);
  await rater.device.set(await deviceKey(rater, "place", scope), "1");
  return place;
}

/** Looks for the place. @param copy true for what another device put there as well */
export async function findPlace(rater: Rater, scope: TicketScope, copy = false): Promise<FoundPlace> {
  const half = await knownHalf(rater, scope);
  if (half !== undefined && !copy) return { outcome: "found", half };
  const body = JSON.stringify({ wave: scope.wave, id: await placeId(rater, scope), copy });
  return noted(rater, scope, readPlace(await rater.server.send("POST", "/api/drafts/read", body)));
}

/**
 * Takes the place, or finds it taken by an earlier opening of the form. The token it costs is asked for over the link,
 * blind; the place is taken without it.
 */
export async function takePlace(rater: Rater, scope: TicketScope): Promise<FoundPlace> {
  const known = await knownHalf(rater, scope);
  if (known !== undefined) return { outcome: "found", half: known };
  const { wave } = scope;
  const blinded = await blindDraftToken(rater.seed, rater.manifest, scope);
  const ask = JSON.stringify({ wave, secret: rater.secret, blinded: toBase64url(blinded.blinded) });
  const answer = await rater.server.send("POST", "/api/draft-tokens", ask);
  if (isWorthRetrying(answer)) return { outcome: "offline" };
  const { evaluated, proof } = fieldsOf(answer);
  const token = unblindTicket(blinded, String(evaluated), String(proof));
  if (token === undefined) return { outcome: "refused", refusal: refusalOf(answer) };
  // Kept before the place is taken: if the answer is lost, it is still left in the end.
  await rater.device.set(await deviceKey(rater, "place", scope), "1");
  const half = toBase64url(crypto.getRandomValues(new Uint8Array(HALF_BYTES)));
  const put = JSON.stringify({ wave, id: await placeId(rater, scope), half, ...token });
  return noted(rater, scope, readPlace(await rater.server.send("PUT", "/api/drafts", put)));
}

/** Puts a sealed copy into the place. */
export async function fillPlace(rater: Rater, scope: TicketScope, box: string): Promise<FoundPlace> {
  const taken = await takePlace(rater, scope);
  if (taken.outcome !== "found") return taken;
  const name = { wave: scope.wave, id: await placeId(rater, scope) };
  const put = JSON.stringify({ ...name, half: toBase64url(taken.half), box });
  return readPlace(await rater.server.send("PUT", "/api/drafts", put));
}

/** Has the half deleted, and the copy with it. From then on nothing on this device opens what was kept under it. */
async function leavePlace(rater: Rater, scope: TicketScope): Promise<boolean> {
  const key = await deviceKey(rater, "place", scope);
  if ((await rater.device.get(key)) === undefined) return true;
  const id = await placeId(rater, scope);
  const body = JSON.stringify({ wave: scope.wave, id });
  if (isWorthRetrying(await rater.server.send("POST", "/api/drafts/delete", body))) return false;
  rater.memory.halves.delete(id);
  await rater.device.remove(key);
  return true;
}

/** A second or so, at random, so that neither ticket and answers nor answers and the end of a draft arrive as a pair. */
export function shortPause(): Promise<void> {
  const random = crypto.getRandomValues(new Uint16Array(1))[0] ?? 0;
  return new Promise((resolve) => setTimeout(resolve, 800 + (random / 0xffff) * 3_200));
}

/** Leaves the places of forms that were sent, each in a request of its own. @returns false if some are still there */
export async function leaveSentPlaces(
  rater: Rater,
  scopes: readonly TicketScope[],
  pause: () => Promise<void> = shortPause,
): Promise<boolean> {
  let all = true;
  const places = new Set(await keptKeys(rater, "place"));
  for (const scope of scopes) {
    if (!places.has(await deviceKey(rater, "place", scope))) continue;
    if ((await rater.device.get(await deviceKey(rater, "sent", scope))) === undefined) continue;
    await pause();
    all = (await leavePlace(rater, scope)) && all;
  }
  return all;
}
