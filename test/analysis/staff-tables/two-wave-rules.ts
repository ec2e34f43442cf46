/** Waves of which every world is tried, if all who answered twice answered alike; and rules too weak for them. */
import { type TriedWaves, triedWaves, type WaveRule } from "./two-wave-worlds.ts";

/** One group in two waves, as in the design. */
export const ONE_GROUP: readonly TriedWaves[] = [
  triedWaves("12:AA, 10:-A"),
  triedWaves("20:AA, 10:-A"),
  triedWaves("12:AA, 5:-A"),
  triedWaves("12:AA, 10:A-, 10:-A"),
  triedWaves("20:AA, 3:-A"),
  triedWaves("20:AA, 1:-A"),
  triedWaves("10:AA, 5:A-"),
];

/** Several groups: who joined, left, went from one to another; groups that close, or become large enough to be shown. */
export const GROUPS: readonly TriedWaves[] = [
  triedWaves("12:AA, 1:-A, 7:BB", { margin: 4 }),
  triedWaves("12:AA, 1:A-, 7:BB", { margin: 4 }),
  triedWaves("7:AA, 1:AB, 7:BB", { margin: 4 }),
  triedWaves("7:AA, 1:-A, 1:-B, 7:BB", { margin: 4 }),
  triedWaves("7:AA, 12:-A, 1:-B, 7:BB", { margin: 4 }),
  triedWaves("7:AA, 5:A-, 1:-B, 7:BB", { margin: 4 }),
  triedWaves("3:AA, 9:A-, 4:AB, 9:BB", { minimum: 5, margin: 4 }),
  triedWaves("5:AA, 3:AB, 3:A-, 6:BB, 2:-B", { minimum: 5, margin: 4 }),
  triedWaves("7:AA, 9:BB, 7:CC, 3:CB", { minimum: 5, margin: 4 }),
  triedWaves("6:AA, 5:BB, 4:CC, 3:-C", { minimum: 5, margin: 4 }),
];

/** Moves that the numbers do not tell: as many came as went. */
export const SWAPS: readonly TriedWaves[] = [
  triedWaves("12:AA, 1:-A, 1:A-, 12:BB", { margin: 4 }),
  triedWaves("7:AA, 1:AB, 1:BA, 7:BB", { margin: 4 }),
  triedWaves("8:AA, 1:AB, 1:BC, 7:BB, 6:CC", { margin: 4 }),
  triedWaves("6:AA, 1:AB, 2:BA, 6:BB, 5:-A, 1:B-", { margin: 4 }),
  triedWaves("7:AA, 12:-A, 1:-B, 1:B-, 7:BB", { margin: 4 }),
];

export const POINTS: readonly TriedWaves[] = [
  triedWaves("5:AA, 1:-A", { points: 3 }),
  triedWaves("6:AA, 1:-A, 1:A-", { points: 3, margin: 4 }),
  triedWaves("5:AA, 1:AB, 5:BB", { points: 3, margin: 4 }),
  triedWaves("6:AA, 1:A-, 5:BB", { points: 3, margin: 4 }),
  triedWaves("5:AA-, 1:A-A, 1:-AA, 5:BBB", { points: 3, margin: 4 }),
];

/** Somebody takes nobody to have answered alike. */
export const ANEW: readonly TriedWaves[] = [
  triedWaves("12:AA, 10:-A", { free: true }),
  triedWaves("12:AA, 5:-A", { free: true }),
  triedWaves("10:AA, 5:A-", { free: true }),
  triedWaves("6:AA, 1:AB, 5:BB", { free: true }),
  triedWaves("5:AA, 1:-A, 5:BB", { free: true, margin: 4 }),
];

/** Three waves: the second has joiners, the third leavers; the last is what tells by parity. */
export const THREE_WAVES: readonly TriedWaves[] = [
  triedWaves("5:AA-, 7:A-A, 5:-AA, 1:-A-", { margin: 4 }),
  triedWaves("10:AA-, 14:A-A, 10:-AA, 1:-A-", { margin: 4 }),
  triedWaves("10:AAA, 1:AA-, 1:-AA, 1:A-A, 8:BBB", { margin: 4 }),
  triedWaves("6:AAA, 1:ABA, 1:-AB, 1:A-A, 6:BBB", { margin: 4 }),
];

export const WEAKER_WAVES: readonly {
  readonly name: string;
  readonly tried: TriedWaves;
  readonly rule: WaveRule;
}[] = [
  { name: "each wave by itself", tried: triedWaves("12:AA, 5:-A"), rule: { alone: true } },
  {
    name: "each wave by itself, one person fewer",
    tried: triedWaves("7:AA, 1:A-, 7:BB", { margin: 4 }),
    rule: { alone: true },
  },
  {
    name: "only moves that the numbers tell",
    tried: triedWaves("7:AA, 2:A-, 2:-A, 7:BB", { margin: 4 }),
    rule: { margin: 0 },
  },
  {
    name: "everybody beside the other wave, but no group",
    tried: triedWaves("7:AA, 1:AB, 7:BB", { margin: 4 }),
    rule: {
      changed: (item) => ({
        ...item,
        cells: new Map([...item.cells].filter(([place]) => place === 0)),
        ofFirst: new Set(),
        others: [],
      }),
    },
  },
  {
    name: "a third wave beside the second only",
    tried: triedWaves("10:AA-, 14:A-A, 10:-AA, 1:-A-", { margin: 4 }),
    rule: { pairsOnly: true },
  },
  {
    name: "a third wave by the steps of a second",
    tried: triedWaves("10:AA-, 14:A-A, 10:-AA, 1:-A-", { margin: 4 }),
    rule: { changed: (item) => ({ ...item, recent: false, margin: 0 }) },
  },
  { name: "blocks for nobody's own answer", tried: triedWaves("12:AA, 5:-A"), rule: { width: 1 } },
];
