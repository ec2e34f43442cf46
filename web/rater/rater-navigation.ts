/** Steps as addresses: every screen has one, Back works, and no address shows a secret. */
import { useSyncExternalStore } from "react";
import { type RaterStep, readAddress, writeAddress } from "./address.ts";

const MOVED = "rater-moved";

/** No address of ours holds the link: it was taken out before anything else happened. */
export function goTo(step: RaterStep, how: "push" | "replace" = "push"): void {
  const hash = writeAddress(undefined, step);
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
