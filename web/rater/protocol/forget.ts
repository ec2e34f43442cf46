/** When everything is sent, the seed is of no more use, and whoever has it could find the answers: it goes. */
import type { TicketScope } from "../../../surveys/ticket-info.ts";
import { deviceKey, type KeptThing, keptKeys, openRater, type Rater } from "./rater.ts";
import { newSeed } from "./seed.ts";

/** What still needs the seed: answers on their way, drafts here, places on the server. */
const UNFINISHED: readonly KeptThing[] = ["send", "named-send", "draft", "place"];

/**
 * Puts a seed that nothing was made of in place of the one the answers were sent with. Does nothing while anything
 * is unfinished.
 * @param sent those this device goes on to remember as sent
 */
export async function forgetSeed(rater: Rater, sent: readonly TicketScope[]): Promise<Rater> {
  for (const thing of UNFINISHED) if ((await keptKeys(rater, thing)).length > 0) return rater;
  const known = await keptKeys(rater, "sent");
  const fresh = { ...rater, seed: newSeed() };
  for (const scope of sent) await rater.device.set(await deviceKey(fresh, "sent", scope), "1");
  await openRater(rater, fresh.seed);
  for (const key of known) await rater.device.remove(key);
  return fresh;
}
