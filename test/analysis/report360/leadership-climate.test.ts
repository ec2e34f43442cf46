/** Real ratings of 49 leaders, through import, fold and disclosure; figures worked out a second time by hand. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../../analysis/csv-table.ts";
import { foldAnswers } from "../../../analysis/fold-answers.ts";
import { importRatings } from "../../../analysis/import-ratings.ts";
import { readRatingsMap } from "../../../analysis/ratings-map.ts";
import { reportAll } from "../../../analysis/report360/build-report.ts";
import { DEFAULT_POLICIES } from "../../../surveys/disclosure-policy.ts";
import { loadDefinition } from "../../../surveys/load-definition.ts";
import { seededRandom } from "../../support/seeded-random.ts";

const FOLDER = new URL("../../fixtures/leadership-climate/", import.meta.url);
const text = (file: string) => readFileSync(new URL(file, FOLDER), "utf8");

function importAll() {
  const loaded = loadDefinition(text("leadership-climate.json"));
  if ("problems" in loaded) throw new Error("the fixture's definition is right");
  const { definition } = loaded;
  const read = readRatingsMap(JSON.parse(text("map.json")), definition);
  if ("problems" in read) throw new Error(read.problems.join());
  const imported = importRatings(readCsv(text("data.csv")), read.map, definition);
  if ("problems" in imported) throw new Error("the fixture's rows are right");
  const dataset = foldAnswers({
    definition,
    subjects: imported.subjects,
    groups: ["direct-report"],
    responses: imported.forms,
    random: seededRandom(3),
  });
  const reports = [...reportAll({ definition, dataset, policy: DEFAULT_POLICIES["360"], invited: [] })];
  return { dataset, reports };
}

/** Straight from the file, without any of our code: lines, commas, columns 3 to 13. */
function ratingsOf(company: number): readonly (readonly number[])[] {
  return text("data.csv")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map(Number))
    .filter((row) => row[1] === company)
    .map((row) => row.slice(2, 13));
}

/** Sums 35 38 34 26 27 30 31 35 34 37 34 over 11 soldiers, divided and rounded on paper. */
const HAND_COUNTED = [3.2, 3.5, 3.1, 2.4, 2.5, 2.7, 2.8, 3.2, 3.1, 3.4, 3.1];
/** They add up to 33.0. */
const HAND_MEAN = 3;

const { dataset, reports } = importAll();

describe("leadership climate", () => {
  it("is 2,042 rows about 49 leaders, each with a report of eleven items", () => {
    expect(dataset.rows).toBe(2042);
    expect(reports.length).toBe(49);
    expect(reports[0]?.subject).toBe("company-2");
    let received = 0;
    for (const report of reports) {
      expect(report.dimensions.flatMap(({ items }) => items).length).toBe(11);
      const [block, ...more] = report.blocks;
      expect(more).toEqual([]);
      if (block?.received.shown !== true) throw new Error("every company is large enough to be counted");
      received += block.received.n;
    }
    expect(received).toBe(2042);
  });

  it("has the means of every company's items, worked out from the file", () => {
    for (const report of reports) {
      const ratings = ratingsOf(Number(report.subject.slice("company-".length)));
      const n = ratings.length;
      report.dimensions[0]?.items.forEach((item, place) => {
        const sum = ratings.reduce((total, row) => total + (row[place] ?? 0), 0);
        expect(item.allOthers).toEqual({
          shown: true,
          n,
          value: { mean: Math.round((sum / n) * 10) / 10, bound: "exact" },
        });
      });
    }
  });

  it("shows company 55 as counted by hand: 11 soldiers", () => {
    const report = reports.find(({ subject }) => subject === "company-55");
    expect(report?.responses[0]?.received).toEqual({ shown: true, n: 11, value: 11 });
    const items = report?.dimensions[0]?.items.map(({ allOthers }) =>
      allOthers.shown ? allOthers.value.mean : 0,
    );
    expect(items).toEqual(HAND_COUNTED);
    expect(report?.dimensions[0]?.allOthers).toMatchObject({
      n: 11,
      value: { mean: HAND_MEAN, bound: "exact" },
    });
  });

  it("shows a distribution only where it adds up to the answers and names nobody", () => {
    const spreads = reports.flatMap(({ dimensions }) =>
      dimensions.flatMap(({ items }) => items.map(({ distributions }) => distributions["direct-report"])),
    );
    const shown = spreads.filter((cell) => cell?.shown === true);
    expect(shown.length).toBeGreaterThan(0.8 * spreads.length);
    for (const cell of shown) {
      if (cell?.shown !== true) continue;
      expect(cell.value.reduce((sum, count) => sum + count, 0)).toBe(cell.n);
      expect(cell.value.toSorted((a, b) => b - a)[1]).toBeGreaterThanOrEqual(2);
    }
  });
});
