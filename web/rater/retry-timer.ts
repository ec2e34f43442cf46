/** Tries again after a while, and after longer whiles, for as long as there is something to try. */

const FIRST_MS = 3_000;
const LONGEST_MS = 60_000;

export class RetryTimer {
  readonly #attempt: () => Promise<void>;
  #wait = FIRST_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;

  constructor(attempt: () => Promise<void>) {
    this.#attempt = attempt;
  }

  /** Asks for another attempt; the next one comes later than the last. */
  later(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.now();
    }, this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_MS);
  }

  /** Attempts at once, unless an attempt is under way. */
  async now(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      await this.#attempt();
    } finally {
      this.#running = false;
    }
  }

  /** Everything has been done: the next wait is short again. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#wait = FIRST_MS;
  }
}
