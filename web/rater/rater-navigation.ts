/** Steps as addresses: every screen has one, Back works, and a shared computer's address bar shows no secret. */
import { useSyncExternalStore } from "react";
import type { LinkFragment } from "../../surveys/link-fragment.ts";
import { type RaterStep, readAddress, writeAddress } from "./address.ts";

const MOVED = "rater-moved";
let linkInAddress: LinkFragment | undefined;

/** Tells navigation which link belongs into the address, or that none does. */
export function showLink(link: LinkFragment | undefined): void {
  linkInAddress = link;
}

export function goTo(step: RaterStep, how: "push" | "replace" = "push"): void {
  const hash = writeAddress(linkInAddress, step);
  if (how === "replace") history.replaceState(null, "", hash);
  else if (hash !== location.hash) history.pushState(null, "", hash);
  dispatchEvent(new Event(MOVED));
}

function watch(changed: () => void): () => void {
  addEventListener(MOVED, changed);
  addEventListener("popstate", changed);
  return () => {
    removeEventListener(MOVED, changed);
    removeEventListener("popstate", changed);
  };
}

/** The hash as it stands; the step follows from it. */
export function useStep(): RaterStep {
  const hash = useSyncExternalStore(watch, () => location.hash);
  return readAddress(hash).step;
}
