/** What a benchmark reports: a median, and its ratio to a peer measured in the same run. */

export interface BenchResult {
  readonly name: string;
  readonly median: number;
  readonly unit: string;
  readonly peer?: { readonly name: string; readonly median: number; readonly ratio: number };
  readonly note?: string;
}

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Seconds that `run` takes: the median of several. */
export async function medianSeconds(runs: number, run: () => unknown): Promise<number> {
  const seconds: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const start = performance.now();
    await run();
    seconds.push((performance.now() - start) / 1000);
  }
  return median(seconds);
}
