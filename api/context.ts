/** What the features that know people need: both stores, the keys, the settings and the clock. */
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { KeyRing } from "./keys/key-ring.ts";
import type { AnswerStore } from "./storage/answer-store.ts";
import type { PeopleStore } from "./storage/people-store.ts";

export interface StaffContext {
  readonly people: PeopleStore;
  readonly answers: AnswerStore;
  readonly keys: KeyRing;
  readonly config: Config;
  readonly clock: Clock;
  /** What links in mails begin with; known once the server listens. */
  readonly baseUrl: () => string;
}
