/** Lists made to be too much: columns, rows and problems without end are refused in a sentence, quickly. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MOST_COLUMNS, readCsv } from "../../../analysis/csv-table.ts";
import { importPeople } from "../../../api/roster/import-people.ts";
import { addRole } from "../../../api/roster/store.ts";
import { draftWave, PEOPLE_CSV } from "../../support/staff-world.ts";
import { openWholeApp, type WholeApp } from "../../support/whole-app.ts";

let whole: WholeApp;
let cookie: string;
let wave: string;
beforeAll(async () => {
  whole = await openWholeApp();
  const { context, coordinator } = whole.world;
  await importPeople(context, coordinator, { csv: PEOPLE_CSV, apply: true });
  const { personId } = await whole.world.staff("C1");
  await context.people.write((tx) => addRole(tx, personId, "coordinator"));
  cookie = await whole.cookieOf("C1");
  wave = await draftWave(whole.world);
});
afterAll(() => whole.world.cleanUp());

const lists = (): readonly (readonly [
  string,
  (csv: string, apply: boolean) => Record<string, unknown>,
])[] => [
  ["/api/people/import", (csv, apply) => ({ csv, apply })],
  [`/api/waves/${wave}/line-up`, (csv, apply) => ({ list: "subjects", csv, apply })],
  [`/api/waves/${wave}/line-up`, (csv, apply) => ({ list: "raters", csv, apply })],
];

const TEXTS: Readonly<Record<string, string>> = {
  "3.9 million commas": ",".repeat(3_900_000),
  "300,000 columns": Array.from({ length: 300_000 }, (_, place) => `c${place}`).join(","),
  "300,000 columns of one name": Array.from({ length: 300_000 }, () => "name").join(","),
  "975,000 rows that are too short": `staff_number,name,subject,coach,rater,group\n${"a\n".repeat(975_000)}`,
  "200,000 rows with several problems each": `staff_number,name,mail\n${",,x\n".repeat(200_000)}`,
  "a quotation mark without an end": `staff_number,name\n"${"a,b\n".repeat(900_000)}`,
};

describe.each(Object.entries(TEXTS))("%s", (_name, csv) => {
  test.each([false, true])(
    "are refused in a short answer, applied: %s",
    async (apply) => {
      for (const [path, bodyOf] of lists()) {
        const response = await whole.request(path, {
          method: "POST",
          cookie,
          body: JSON.stringify(bodyOf(csv, apply)),
        });
        const text = await response.text();
        expect(response.status, path).toBeLessThan(500);
        expect(text.length, path).toBeLessThan(60_000);
        const { problems } = JSON.parse(text);
        expect(problems.length, path).toBeGreaterThan(0);
        expect(problems.at(-1).sentence).toMatch(/\.$/);
      }
      expect(whole.log).toEqual([]);
    },
    60_000,
  );
});

test("the first problems stand one by one, and the rest are counted", () => {
  const { problems, rows } = readCsv(`a,b\n${"x\n".repeat(1_500)}1,2\n`);
  expect(rows).toHaveLength(1);
  expect(problems).toHaveLength(1_001);
  expect(problems.at(-1)?.sentence).toBe("There are 500 more problems. Mend these first and try again.");
});

test("as many columns as an export has are read", () => {
  const names = Array.from({ length: MOST_COLUMNS }, (_, place) => `c${place}`);
  const { rows, problems } = readCsv(`${names.join(";")}\n${names.map(() => "1").join(";")}\n`);
  expect(problems).toEqual([]);
  expect(Object.keys(rows[0]?.cells ?? {})).toHaveLength(MOST_COLUMNS);
  expect(readCsv(`${names.join(";")};one\n`).problems).toMatchObject([{ line: 1 }]);
});
