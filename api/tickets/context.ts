/** What issuing tickets needs: who may have one, and the wave's key for it. Nothing of answers. */
import type { Clock } from "../clock.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import type { TicketKey } from "../keys/ticket-key.ts";
import type { PeopleStore } from "../storage/people-store.ts";

export interface TicketsContext {
  readonly people: PeopleStore;
  readonly keys: KeyRing;
  readonly clock: Clock;
  /** The key of a wave that accepts answers; undefined otherwise. */
  readonly ticketKey: (wave: string) => Promise<TicketKey | undefined>;
}
