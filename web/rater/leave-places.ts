/** After the receipt: what this device still keeps of the answers is made unreadable, also if the page is closed first. */
import type { TicketScope } from "../../surveys/ticket-info.ts";
import { leaveSentPlaces, placeId, shortPause } from "./protocol/place.ts";
import type { Rater } from "./protocol/rater.ts";

/** Ends at once when the page is left: what comes after it is then asked for while the page goes. */
export function pauseUntilLeft(): Promise<void> {
  return Promise.race([
    shortPause(),
    new Promise<void>((resolve) => addEventListener("pagehide", () => resolve(), { once: true })),
  ]);
}

/** @returns false if a place could not be left and is to be tried again */
export async function leavePlaces(rater: Rater, sent: readonly TicketScope[]): Promise<boolean> {
  const bodies = await Promise.all(
    sent.map(async (scope) => JSON.stringify({ wave: scope.wave, id: await placeId(rater, scope) })),
  );
  const whenLeft = (): void => {
    for (const body of bodies) void rater.server.send("POST", "/api/drafts/delete", body);
  };
  addEventListener("pagehide", whenLeft);
  try {
    return await leaveSentPlaces(rater, sent);
  } finally {
    removeEventListener("pagehide", whenLeft);
  }
}
