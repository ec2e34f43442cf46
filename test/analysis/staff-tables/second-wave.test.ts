/** Two waves of one group, all worlds: the joiners' answers do not follow, however much the stayers kept to theirs. */
import { describe, expect, it } from "vitest";
import { codedBlock } from "../../../analysis/staff-tables/coded-steps.ts";
import { exactly } from "../../../analysis/staff-tables/count-bounds.ts";
import { alikeRange, waveBlock } from "../../../analysis/staff-tables/second-wave.ts";
import { certainty, type SmallWorld } from "./backwards-attacker.ts";

interface Pair {
  readonly stayed: number;
  readonly left: number;
  readonly joined: number;
}

const PAIRS: readonly Pair[] = [
  { stayed: 12, left: 0, joined: 10 },
  { stayed: 20, left: 0, joined: 10 },
  { stayed: 12, left: 0, joined: 5 },
  { stayed: 12, left: 10, joined: 10 },
  { stayed: 20, left: 0, joined: 3 },
  { stayed: 20, left: 0, joined: 1 },
  { stayed: 10, left: 5, joined: 0 },
];

const NOTHING = { certain: 0, insider: 0 };
const countOf = (world: SmallWorld, place: number) => world[place]?.[1] ?? 0;

/** What both waves say: of stayers and leavers, then of stayers and joiners. */
function shownOf({ stayed, left, joined }: Pair, block: typeof waveBlock) {
  return (first: number, second: number): string => {
    const before = codedBlock({ low: 0, high: stayed + left }, first, 2);
    const alike = alikeRange({ before, stayed, left, joined });
    const after = block(second, { own: { low: 0, high: stayed + joined }, alike: [alike], width: 2 });
    return JSON.stringify([before, after]);
  };
}

/** Classes: stayers, leavers, joiners. */
function ifAlike(pair: Pair, block: typeof waveBlock) {
  const shown = shownOf(pair, block);
  return certainty({ sizes: [pair.stayed, pair.left, pair.joined], points: 2, favourable: 1 }, (world) =>
    shown(countOf(world, 0) + countOf(world, 1), countOf(world, 0) + countOf(world, 2)),
  );
}

/** Classes: those who stayed and kept their answer, the one who changed it, leavers, joiners. */
function ifOneChanged(pair: Pair, block: typeof waveBlock) {
  const shown = shownOf(pair, block);
  const sizes = [pair.stayed - 1, 1, pair.left, pair.joined];
  return certainty({ sizes, points: 2, favourable: 1 }, (world) => {
    const kept = countOf(world, 0);
    const changed = countOf(world, 1);
    return shown(kept + changed + countOf(world, 2), kept + 1 - changed + countOf(world, 3));
  });
}

/** Each wave coded by itself, as if the other had never been. */
const byItself: typeof waveBlock = (count, { own, width }) => codedBlock(own, count, width);

/** As it was first thought of: a value just outside what is possible alike was shown exactly. */
const outsideExact: typeof waveBlock = (count, { own, alike: all, width }) => {
  const alone = codedBlock(own, count, width);
  const [alike = own] = all;
  if (count < alike.low || count > alike.high) return alone;
  const ends = codedBlock(alike, count, width);
  return { low: Math.min(alone.low, ends.low), high: Math.max(alone.high, ends.high) };
};

describe.each(PAIRS)("$stayed stay, $left leave, $joined join", (pair) => {
  it("tells nothing to whoever takes all stayers to have answered alike", () => {
    expect(ifAlike(pair, waveBlock)).toMatchObject(NOTHING);
  });

  it("tells nothing to whoever knows that one person changed their answer", () => {
    expect(ifOneChanged(pair, waveBlock).certain).toBe(0);
  });
});

describe("weaker variants are caught", () => {
  it("each wave coded by itself", () => {
    expect(ifAlike({ stayed: 12, left: 0, joined: 5 }, byItself).certain).toBeGreaterThan(0);
  });

  it("a value just outside what is possible alike", () => {
    const found = ifOneChanged({ stayed: 12, left: 0, joined: 5 }, outsideExact);
    expect(found.certain + found.insider).toBeGreaterThan(0);
  });
});

it("a block is the same for every count in it", () => {
  const ranges = { own: { low: 0, high: 17 }, alike: [{ low: 3, high: 14 }], width: 2 };
  for (let count = 0; count <= 17; count += 1) {
    const block = waveBlock(count, ranges);
    for (let other = block.low; other <= block.high; other += 1) {
      expect(waveBlock(other, ranges)).toEqual(block);
    }
  }
  expect(waveBlock(8, { ...ranges, alike: [{ low: 0, high: 30 }] })).toEqual(exactly(8));
});

it("three waves of which all differ by at least five persons tell by parity what no width hides", () => {
  // Who answered in waves 1 and 2, 1 and 3, 2 and 3, and in 2 alone. All counts exact, as blocks of any width would say.
  const sizes = [5, 7, 5, 1];
  const shown = (world: SmallWorld) => {
    const [first = 0, second = 0, third = 0, alone = 0] = sizes.map((_, place) => countOf(world, place));
    return JSON.stringify([first + second, first + third + alone, second + third]);
  };
  const found = certainty({ sizes, points: 2, favourable: 1 }, shown);
  expect(found.certain).toBeGreaterThan(0);
});
