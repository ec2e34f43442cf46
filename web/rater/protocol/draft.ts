/** Drafts: on this device, and as a sealed copy in their place on the server, from where a resume code fetches them. */
import { padToBox } from "../../../surveys/box-bytes.ts";
import type { TicketScope } from "../../../surveys/ticket-info.ts";
import { keepAnswers, openPadded, sealPadded, splitKey } from "./kept-answers.ts";
import { fillPlace, findPlace, type NoPlace, takePlace } from "./place.ts";
import type { Rater } from "./rater.ts";

function boxed(rater: Rater, draft: unknown): Uint8Array<ArrayBuffer> | undefined {
  return padToBox(new TextEncoder().encode(JSON.stringify(draft)), rater.manifest.boxBytes);
}

export type KeptDraft = "on-device" | "in-memory" | "too-long";

/** Keeps the draft. If it is longer than a box can hold, the older draft stays. */
export async function keepDraft(rater: Rater, scope: TicketScope, draft: unknown): Promise<KeptDraft> {
  if (boxed(rater, draft) === undefined) return "too-long";
  return (await keepAnswers(rater, "draft", scope, draft)) ? "on-device" : "in-memory";
}

export type DraftAnswer = { readonly outcome: "done" } | { readonly outcome: "too-long" } | NoPlace;

/** Puts a sealed copy on the server. */
export async function uploadDraft(rater: Rater, scope: TicketScope, draft: unknown): Promise<DraftAnswer> {
  const padded = boxed(rater, draft);
  if (padded === undefined) return { outcome: "too-long" };
  const place = await takePlace(rater, scope);
  if (place.outcome !== "found") return place;
  const key = await splitKey(rater, scope, { half: place.half, purpose: "draft-key" });
  const filled = await fillPlace(rater, scope, await sealPadded(key, padded));
  return filled.outcome === "found" ? { outcome: "done" } : filled;
}

export type FetchedDraft =
  | { readonly outcome: "found"; readonly draft: unknown }
  | { readonly outcome: "none" | "offline" };

/** Fetches the copy on the server. */
export async function fetchDraft(rater: Rater, scope: TicketScope): Promise<FetchedDraft> {
  const place = await findPlace(rater, scope, true);
  if (place.outcome === "offline") return { outcome: "offline" };
  if (place.outcome !== "found" || place.box === undefined) return { outcome: "none" };
  const key = await splitKey(rater, scope, { half: place.half, purpose: "draft-key" });
  const draft = await openPadded(key, place.box);
  return draft === undefined ? { outcome: "none" } : { outcome: "found", draft };
}
