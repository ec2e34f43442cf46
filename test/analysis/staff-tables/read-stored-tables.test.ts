/** Tables released before counts were bounds are read as bounds without room. */
import { expect, test } from "vitest";
import { meanBounds, partsOf } from "../../../analysis/staff-tables/answer-bounds.ts";
import { type ExactTables, readStoredTables } from "../../../analysis/staff-tables/read-stored-tables.ts";

const hidden = { shown: false, reason: "too-few-answers" } as const;
const about = { dimension: null, reverseKeyed: false } as const;
const OLD: ExactTables = {
  format: 1,
  survey: { id: "s", version: "1", title: "S" },
  minimum: 5,
  invited: null,
  answered: { shown: true, n: 12, value: 12 },
  cuts: [],
  items: [
    {
      ...about,
      code: "calm",
      label: "Calm",
      kind: "scale",
      points: ["1", "2", "3", "4"],
      cells: {
        total: {
          shown: true,
          n: 12,
          value: {
            parts: [
              { from: 1, to: 2, count: 3 },
              { from: 3, to: 4, count: 9 },
            ],
          },
        },
        cuts: [[hidden]],
      },
    },
    {
      ...about,
      code: "bullied",
      label: "Bullied",
      kind: "choice",
      points: ["yes", "no"],
      cells: {
        total: {
          shown: true,
          n: 12,
          value: {
            parts: [
              { from: 1, to: 1, count: 0 },
              { from: 2, to: 2, count: 12 },
            ],
          },
        },
        cuts: [],
      },
    },
  ],
  scales: [],
  index: {
    code: "index",
    label: "Index",
    items: ["calm"],
    lowest: 0,
    highest: 100,
    cells: { total: { shown: true, n: 12, value: { mean: 61, sd: 20.5 } }, cuts: [] },
  },
  method: "passes",
};

test("they have the same figures, exact, and nothing was coded", () => {
  const tables = readStoredTables(OLD);
  expect(tables).toMatchObject({ format: 2, width: null, minimum: 5, answered: { n: 12 } });
  const [calm, bullied] = tables.items;
  if (calm?.cells.total.shown !== true || bullied?.cells.total.shown !== true) throw new Error("both shown");
  expect(partsOf(calm, calm.cells.total)).toEqual([
    { from: 1, to: 2, low: 3, high: 3 },
    { from: 3, to: 4, low: 9, high: 9 },
  ]);
  expect(meanBounds(calm, calm.cells.total)).toBeUndefined();
  expect(calm.cells.cuts).toEqual([[hidden]]);
  expect(partsOf(bullied, bullied.cells.total).map(({ low, high }) => [low, high])).toEqual([
    [0, 0],
    [12, 12],
  ]);
  expect(tables.index?.cells.total).toEqual({
    shown: true,
    n: 12,
    value: { mean: { low: 61, high: 61 }, sdAtMost: 20.5 },
  });
});

test("today's tables are what they are", () => {
  const tables = readStoredTables(OLD);
  expect(readStoredTables(tables)).toBe(tables);
});
