/** What receiving answers needs: the responses store and the open waves. Nothing that knows people, and no time. */
import type { SealedWaves } from "../keys/sealed-waves.ts";
import type { AnswerStore } from "../storage/answer-store.ts";

export interface ResponsesContext {
  readonly answers: AnswerStore;
  readonly waves: SealedWaves;
}
