/** What closing and releasing need: the responses store and the keys. Nothing that knows people. */
import type { KeyRing } from "../keys/key-ring.ts";
import type { AnswerStore } from "../storage/answer-store.ts";

export interface DatasetsContext {
  readonly answers: AnswerStore;
  readonly keys: KeyRing;
}
