/** Long texts read in a thread: the same as in the server itself, while it goes on. */
import { expect, test } from "vitest";
import { readAside } from "../../../api/reading/read-aside.ts";
import { READERS } from "../../../api/reading/reading-jobs.ts";

const definition = (questions: number): string =>
  JSON.stringify({
    soundings: { format: 1 },
    title: "Wrong in many ways",
    pages: [
      { name: "p", elements: Array.from({ length: questions }, (_, n) => ({ type: "html", name: `q${n}` })) },
    ],
  });

const people = (rows: number): string =>
  `staff_number,name,mail,line_manager\n${Array.from({ length: rows }, (_, n) => `N${n},Person ${n},${n % 7 === 0 ? "wrong" : ""},B1`).join("\n")}\n`;

test.each([2, 4_000])(
  "a definition of %i questions is read as it is in the server itself",
  async (questions) => {
    const text = definition(questions);
    expect(await readAside("definition", { text })).toEqual(READERS.definition({ text }));
  },
);

test.each([2, 4_000])("a list of %i people is read as it is in the server itself", async (rows) => {
  const asked = { text: people(rows), known: new Set(["B1"]) };
  const read = await readAside("people", asked);
  expect(read).toEqual(READERS.people(asked));
  expect(read.people).toHaveLength(rows);
});

test("while a long text is read others have their turn", async () => {
  const text = definition(8_000);
  expect(text.length).toBeLessThan(500_000);
  let turns = 0;
  let going = true;
  const wait = (): void => {
    turns += 1;
    if (going) setImmediate(wait);
  };
  setImmediate(wait);
  const read = await readAside("definition", { text });
  going = false;
  expect("problems" in read && read.problems.length).toBeGreaterThan(100);
  expect(turns).toBeGreaterThan(100);
});
