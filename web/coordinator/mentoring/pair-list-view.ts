/** Which pairs of the list are shown and in which order: those with warnings stand first. */
import { fits } from "./board-view.ts";
import type { WatchedPair } from "./round-api.ts";

export const WATCH_SHOWS = ["all", "warned", "asked", "accepted", "active", "ended", "passed"] as const;
export type WatchShow = (typeof WATCH_SHOWS)[number];

const STATE_ORDER: readonly WatchedPair["state"][] = ["accepted", "active", "asked", "ended", "passed"];

/** What did not come about is shown only when it is asked for. */
function isShown({ state, warnings }: WatchedPair, show: WatchShow): boolean {
  if (show === "all") return state !== "passed";
  return show === "warned" ? warnings.length > 0 : state === show;
}

export function watchedPairs(
  pairs: readonly WatchedPair[],
  { show, find }: { readonly show: WatchShow; readonly find: string },
): readonly WatchedPair[] {
  return pairs
    .filter((pair) => isShown(pair, show) && (fits(pair.mentee, find) || fits(pair.mentor, find)))
    .sort(
      (a, b) =>
        b.warnings.length - a.warnings.length ||
        STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) ||
        a.mentee.name.localeCompare(b.mentee.name),
    );
}
