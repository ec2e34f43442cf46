/** The changes of those who answered two waves, as they leave the server. */
import type { Band, Verdict } from "../comparison/comparison-model.ts";
import type { Cell } from "../disclosure/cell.ts";
import type { Interval } from "../statistics/interval.ts";

/** How the persons of a linked measure changed; direction later minus earlier. Rounded, because exact sums tell more. */
export interface LinkedFigures {
  /** Mean change in scale points (2 decimals), or in points of the index (1 decimal). */
  readonly mean: number;
  /** Sample standard deviation of the changes, rounded as the mean. */
  readonly sd: number;
  /** 95 % limits of the mean change, from the rounded figures. */
  readonly interval: Interval | null;
  /** Mean change in standard deviations of the change, with Hedges' correction. */
  readonly dZ: number | null;
}

/** One item, scale or the index; high means much. */
export interface LinkedChange {
  readonly kind: "item" | "scale" | "index";
  readonly code: string;
  readonly label: string;
  readonly lowest: number;
  readonly highest: number;
  /** n is the number of linked persons with an answer in both waves. */
  readonly change: Cell<LinkedFigures>;
  readonly verdict: Verdict;
  readonly band: Band | null;
}

/** Everything that linking two waves gives. Computed once, when the later one is released. */
export interface LinkedChanges {
  readonly format: 1;
  /** Codes of the questions whose answers were compared. */
  readonly elements: readonly string[];
  /** Found in both waves. */
  readonly stayers: Cell<number>;
  /** With a personal code in one wave, but not found in the other: left or joined, or gave the code otherwise. */
  readonly leavers: Cell<number>;
  readonly joiners: Cell<number>;
  /** Answered without a personal code, or with two elements missing or more. */
  readonly withoutCode: { readonly before: Cell<number>; readonly after: Cell<number> };
  /** Of the codes of the wave with fewer of them, 0 to 1, 2 decimals; null where the numbers are suppressed. */
  readonly linkedShare: number | null;
  /** Expected share of the links that join two different persons, 0 to 1, 3 decimals; null as above. */
  readonly falseShare: number | null;
  readonly items: readonly LinkedChange[];
  readonly scales: readonly LinkedChange[];
  readonly index: LinkedChange | null;
  /** Printable sentences: how this was made. */
  readonly methods: readonly string[];
}
