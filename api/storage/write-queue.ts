/** Collects the writes of a moment into one transaction, because making one durable costs as much as making fifty. */

/** One write that waits its turn. */
export interface WaitingWrite<Tx> {
  readonly run: (tx: Tx) => Promise<void>;
  /** To be called once the transaction is on disk. */
  readonly committed: () => void;
  /** To be called if this write, or the whole transaction, was undone. */
  readonly undone: (error: unknown) => void;
}

export interface WriteQueue<Tx> {
  write<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs something alone, outside any transaction. */
  alone<T>(run: () => Promise<T>): Promise<T>;
  /** Refuses further writes and waits for those under way. */
  close(): Promise<void>;
}

/** More would make the first writer of a batch wait for long. */
const LARGEST_BATCH = 200;

interface Task<Tx> {
  readonly write?: WaitingWrite<Tx>;
  readonly alone?: () => Promise<void>;
}

/**
 * A queue that gives batches to `runBatch` one after the other. `runBatch` runs a batch in one transaction, each
 * write behind its own savepoint, tells each write its fate, and never rejects.
 */
export function createWriteQueue<Tx>(
  runBatch: (batch: readonly WaitingWrite<Tx>[]) => Promise<void>,
): WriteQueue<Tx> {
  const waiting: Task<Tx>[] = [];
  let working: Promise<void> | undefined;
  let closed = false;

  async function work(): Promise<void> {
    // Whatever else arrives in this turn of the event loop joins the first batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = takeBatch(waiting);
      if (batch.length > 0) await runBatch(batch);
      else await waiting.shift()?.alone?.();
    }
    working = undefined;
  }

  function add(task: Task<Tx>): void {
    if (closed) throw new RangeError("a closed store accepts no writes");
    waiting.push(task);
    working ??= work();
  }

  return {
    write: <T>(run: (tx: Tx) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        let committed = () => {};
        add({
          write: {
            run: async (tx) => {
              const value = await run(tx);
              committed = () => resolve(value);
            },
            committed: () => committed(),
            undone: reject,
          },
        });
      }),
    alone: <T>(run: () => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        add({ alone: () => run().then(resolve, reject) });
      }),
    close: async () => {
      closed = true;
      await working;
    },
  };
}

/** The writes at the head of the queue, up to the next task that has to run alone. */
function takeBatch<Tx>(waiting: Task<Tx>[]): WaitingWrite<Tx>[] {
  const batch: WaitingWrite<Tx>[] = [];
  while (batch.length < LARGEST_BATCH) {
    const write = waiting[0]?.write;
    if (write === undefined) break;
    batch.push(write);
    waiting.shift();
  }
  return batch;
}
