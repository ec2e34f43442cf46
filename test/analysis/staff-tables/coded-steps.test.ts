/** Coded steps on the worlds they were worked out on, and the blocks of a range. */
import { describe, expect, it } from "vitest";
import { codedBlock } from "../../../analysis/staff-tables/coded-steps.ts";
import { sumNetwork } from "../../../analysis/staff-tables/sum-network.ts";
import { inWords, laidOut } from "./small-worlds.ts";

const one = (...sizes: readonly number[]) => laidOut({ sizes: sizes.map((size) => [size]), crossed: false });
const two = (sizes: readonly (readonly number[])[]) => laidOut({ sizes, crossed: true });
const each = (...counts: readonly number[]) => counts.map((count) => [count]);

describe("one cut", () => {
  it.each([
    [[12, 12, 12], [12, 12, 12], "10–12, 10–12, 10–12; 34–36"],
    [[12, 12, 12], [12, 11, 7], "10–12, 10–12, 7; 27–31"],
    [[12, 12, 12], [11, 10, 7], "10–12, 10–12, 7; 27–31"],
    [[12, 12, 12], [10, 10, 7], "10–12, 10–12, 7; 27–31"],
    [[12, 12, 12], [12, 0, 6], "10–12, 0–2, 6; 16–20"],
    [[12, 12, 12], [5, 6, 7], "5, 6, 7; 18"],
    [[12, 12, 12], [5, 12, 7], "5, 10–12, 7; 22–24"],
    [[7, 7, 7, 7], [5, 5, 6, 5], "5–7, 5–7, 5–7, 5–7; 20–22"],
    [
      [20, 20, 20, 20, 20, 20, 20, 20],
      [16, 15, 19, 20, 18, 20, 17, 18],
      "16, 15, 18–20, 18–20, 18–20, 18–20, 17, 18–20; 143",
    ],
    [[5, 5], [5, 3], "3–5, 3–5; 6–10"],
  ])("of %j, favourable %j", (sizes, favourable, expected) => {
    expect(inWords(one(...sizes), each(...favourable))).toBe(expected);
  });
});

describe("two cuts", () => {
  it.each([
    [
      [
        [6, 6],
        [6, 6],
      ],
      [
        [6, 3],
        [6, 2],
      ],
      "9, 8; 17; 10–12, 5–7",
    ],
    [
      [
        [6, 6],
        [6, 6],
      ],
      [
        [6, 0],
        [6, 1],
      ],
      "6, 7; 13; 10–12, 1–3",
    ],
    [
      [
        [6, 6],
        [6, 6],
      ],
      [
        [6, 5],
        [3, 4],
      ],
      "10–12, 7; 17–19; 9, 8–10",
    ],
    [
      [
        [6, 6],
        [6, 6],
      ],
      [
        [6, 6],
        [6, 6],
      ],
      "10–12, 10–12; 20–24; 8–12, 8–12",
    ],
    [
      [
        [10, 11],
        [12, 10],
      ],
      [
        [10, 5],
        [12, 4],
      ],
      "15, 16; 31; 20–22, 9–11",
    ],
    [
      [
        [10, 11],
        [12, 10],
      ],
      [
        [10, 9],
        [11, 8],
      ],
      "19–21, 19; 38–40; 20–22, 16–20",
    ],
    [
      [
        [5, 5, 5],
        [5, 5, 5],
      ],
      [
        [5, 3, 2],
        [4, 4, 1],
      ],
      "10, 9; 19; 8–10, 7, 2–4",
    ],
  ])("of %j, favourable %j", (sizes, favourable, expected) => {
    expect(inWords(two(sizes), favourable)).toBe(expected);
  });
});

describe("a block", () => {
  it("is the whole range where it has no middle, and else as wide at both ends", () => {
    const blocks = (high: number) =>
      Array.from({ length: high + 1 }, (_, count) => codedBlock({ low: 0, high }, count, 2));
    expect(new Set(blocks(4).map(({ low, high }) => `${low}–${high}`))).toEqual(new Set(["0–4"]));
    expect(blocks(5).map(({ low, high }) => `${low}–${high}`)).toEqual([
      "0–2",
      "0–2",
      "0–2",
      "3–5",
      "3–5",
      "3–5",
    ]);
    expect(blocks(6)[3]).toEqual({ low: 3, high: 3 });
  });
});

it("a network says when bounds contradict each other", () => {
  const network = sumNetwork(2, [
    { from: 0, to: 1, persons: 9 },
    { from: 1, to: 0, persons: 9 },
  ]);
  network.narrow(0, { low: 2, high: 4 });
  expect(network.range(1)).toEqual({ low: 2, high: 4 });
  expect(() => network.narrow(1, { low: 5, high: 9 })).toThrow(RangeError);
});
