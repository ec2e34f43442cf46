/** Long work in slices: others have their turn, and what comes of it is the same. */
import { expect, test } from "vitest";
import { giveWay, mapInSlices } from "../../api/give-way.ts";
import { allPages, chunksOf } from "../../api/storage/chunks.ts";

/** Stands still as a long computation does. */
function compute(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** How many turns somebody else had while `work` went on. */
async function turnsBeside(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let going = true;
  const wait = (): void => {
    if (!going) return;
    turns += 1;
    setImmediate(wait);
  };
  setImmediate(wait);
  await work();
  going = false;
  return turns;
}

test("others have their turn between slices, and none is given up before it is due", async () => {
  expect(await turnsBeside(async () => compute(30))).toBe(0);
  const sliced = async () => {
    for (let piece = 0; piece < 5; piece += 1) {
      compute(12);
      await giveWay();
    }
  };
  expect(await turnsBeside(sliced)).toBeGreaterThanOrEqual(4);
});

test("lists are made, cut and read in slices", async () => {
  const numbers = Array.from({ length: 5 }, (_, place) => place);
  const slowly = (value: number) => {
    compute(12);
    return value * 2;
  };
  expect(await mapInSlices(numbers, slowly)).toEqual([0, 2, 4, 6, 8]);
  expect(await turnsBeside(() => mapInSlices(numbers, slowly))).toBeGreaterThanOrEqual(4);

  const long = Array.from({ length: 1_050 }, (_, place) => place);
  const cut = async () => {
    const parts: number[][] = [];
    for await (const part of chunksOf(long)) {
      compute(12);
      parts.push(part);
    }
    return parts;
  };
  const parts = await cut();
  expect(parts.map((part) => part.length)).toEqual([...Array(10).fill(100), 50]);
  expect(parts.flat()).toEqual(long);
  expect(await turnsBeside(cut)).toBeGreaterThanOrEqual(10);

  const read = () =>
    allPages(async (after: { readonly id: number } | undefined, rows) => {
      compute(12);
      const from = after === undefined ? 0 : after.id + 1;
      return long.slice(from, from + rows).map((id) => ({ id }));
    });
  expect((await read()).map(({ id }) => id)).toEqual(long);
  expect(await turnsBeside(read)).toBeGreaterThanOrEqual(2);
});
