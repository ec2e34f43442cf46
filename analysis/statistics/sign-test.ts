/** The sign test: did more people go up than down? */
import { binomialCdf } from "./distributions/binomial.ts";
import { countWhere } from "./frequency-table.ts";
import { changes, type PairedTable } from "./paired-table.ts";

/** Counts of persons, and the exact two-sided p. */
export interface SignTest {
  readonly up: number;
  readonly down: number;
  readonly unchanged: number;
  /** 1 when nobody changed. */
  readonly p: number;
}

/**
 * The exact sign test of the changes (after − before). Persons who did not change take no part in p.
 * @param table the pairs; persons with one answer take no part
 * @returns who went up, down and stayed, and the exact two-sided p
 * @see Dixon and Mood (1946): binomial with ½
 * @example signTest(linkWaves([3, 4, 2], [4, 4, 4]).linked) // up 2, down 0, p 0.5
 */
export function signTest(table: PairedTable): SignTest {
  const change = changes(table);
  const up = countWhere(change, (value) => value > 0);
  const down = countWhere(change, (value) => value < 0);
  const p = up + down === 0 ? 1 : Math.min(1, 2 * binomialCdf(Math.min(up, down), up + down, 0.5));
  return { up, down, unchanged: change.n - up - down, p };
}
