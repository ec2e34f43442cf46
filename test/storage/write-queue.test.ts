/** Writes of one moment share a transaction; each has its own fate. */
import { describe, expect, it } from "vitest";
import { createWriteQueue, type WaitingWrite } from "../../api/storage/write-queue.ts";

/** Runs batches in memory and remembers their sizes. */
function recordingQueue(commit: () => void = () => {}) {
  const batches: number[] = [];
  const queue = createWriteQueue<string>(async (batch: readonly WaitingWrite<string>[]) => {
    batches.push(batch.length);
    const done: WaitingWrite<string>[] = [];
    for (const write of batch) {
      await write.run("tx").then(
        () => done.push(write),
        (error: unknown) => write.undone(error),
      );
    }
    try {
      commit();
      for (const write of done) write.committed();
    } catch (error) {
      for (const write of batch) write.undone(error);
    }
  });
  return { queue, batches };
}

describe("the write queue", () => {
  it("collects the writes of one moment into one transaction", async () => {
    const { queue, batches } = recordingQueue();
    const values = await Promise.all(
      Array.from({ length: 50 }, (_, index) => queue.write(async () => index)),
    );
    expect(values).toEqual(Array.from({ length: 50 }, (_, index) => index));
    expect(batches).toEqual([50]);
  });

  it("keeps batches small enough for the first writer not to wait long", async () => {
    const { queue, batches } = recordingQueue();
    await Promise.all(Array.from({ length: 450 }, () => queue.write(async () => 0)));
    expect(batches).toEqual([200, 200, 50]);
  });

  it("collects what arrives while a transaction runs into the next one", async () => {
    const { queue, batches } = recordingQueue();
    let second: Promise<number> | undefined;
    await queue.write(async () => {
      second = queue.write(async () => 2);
    });
    expect(await second).toBe(2);
    expect(batches).toEqual([1, 1]);
  });

  it("tells a write that failed, and only that one", async () => {
    const { queue } = recordingQueue();
    const outcomes = await Promise.allSettled([
      queue.write(async () => "kept"),
      queue.write(async () => Promise.reject(new RangeError("no"))),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(["fulfilled", "rejected"]);
  });

  it("tells every write when the transaction could not be made durable", async () => {
    const { queue } = recordingQueue(() => {
      throw new Error("disk full");
    });
    const outcomes = await Promise.allSettled([queue.write(async () => 1), queue.write(async () => 2)]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(["rejected", "rejected"]);
  });

  it("runs what must be alone between transactions, in order", async () => {
    const { queue, batches } = recordingQueue();
    const order: string[] = [];
    const note = (word: string) => async () => {
      order.push(word);
    };
    await Promise.all([
      queue.write(note("write 1")),
      queue.write(note("write 2")),
      queue.alone(note("alone")),
      queue.write(note("write 3")),
    ]);
    expect(order).toEqual(["write 1", "write 2", "alone", "write 3"]);
    expect(batches).toEqual([2, 1]);
  });

  it("goes on after something alone has failed", async () => {
    const { queue } = recordingQueue();
    await expect(queue.alone(async () => Promise.reject(new RangeError("no")))).rejects.toThrow("no");
    expect(await queue.write(async () => 1)).toBe(1);
  });

  it("finishes what waits and refuses what comes later when it is closed", async () => {
    const { queue } = recordingQueue();
    const waiting = queue.write(async () => "done");
    const closed = queue.close();
    await expect(queue.write(async () => "late")).rejects.toThrow("closed store");
    await closed;
    expect(await waiting).toBe("done");
  });
});
