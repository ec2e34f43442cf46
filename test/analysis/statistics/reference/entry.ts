/** One reference value, and small helpers to read its inputs and to write results in its shape. */
import type { Interval } from "../../../../analysis/statistics/interval.ts";
import type { Outcome } from "../../../../analysis/statistics/outcome.ts";

/** What a reference file holds. */
export interface Entry {
  readonly id: string;
  readonly dataset: string;
  readonly where?: Readonly<Record<string, string | number>>;
  readonly columns: readonly string[] | string;
  readonly method: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** The columns an entry names. */
export function columnsOf(entry: Entry): readonly string[] {
  return typeof entry.columns === "string" ? [entry.columns] : entry.columns;
}

/** A number among an entry's inputs. */
export function numberIn(values: unknown, key: string): number {
  const value = typeof values === "object" && values !== null ? Reflect.get(values, key) : undefined;
  if (typeof value !== "number") throw new Error(`the entry has no number ${key}`);
  return value;
}

/** A list of numbers among an entry's inputs; a single number is a list of one. */
export function numbersIn(values: unknown, key: string): number[] {
  const value: unknown = typeof values === "object" && values !== null ? Reflect.get(values, key) : undefined;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.map((one) => {
    if (typeof one !== "number") throw new Error(`the entry has no numbers ${key}`);
    return one;
  });
}

/** A word that `where` holds. */
export function wordAt(entry: Entry, key: string): string {
  return String(entry.where?.[key] ?? "");
}

/** A number that `where` holds. */
export function numberAt(entry: Entry, key: string): number {
  return numberIn(entry.where, key);
}

/** The figures of a result that must exist. */
export function figures<T>(outcome: Outcome<T>): T {
  if (!outcome.computed) throw new Error(`not computed: ${outcome.reason}`);
  return outcome;
}

/** Limits as the reference files write them. */
export function limits(interval: Interval): [number, number] {
  return [interval.lower, interval.upper];
}
