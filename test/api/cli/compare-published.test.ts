/** Published tables of shares: suppressed cells stay suppressed, units that change their code are followed. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixture, runCompare, scratchFolder } from "./compare-run.ts";

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => {
  scratch = await scratchFolder();
});
afterAll(() => scratch.remove());

const MAP = { unit: "unit", measure: "item", share: "percent", of: 100, answers: "n", suppressed: ["*"] };
const BEFORE =
  "unit,item,percent,n\nNorth,B01,60,120\nNorth,B02,50,120\nSouth0000,B01,*,\nWest,B01,40,20\nOld,B01,80,90\n";
const AFTER =
  "unit,item,percent,n\nNorth,B01,75,120\nNorth,B03,50,120\nSouth,B01,55,80\nWest,B01,45,20\nNew,B01,70,90\n";

let files = 0;
async function published(before: string, after: string, map: object, ...more: readonly string[]) {
  files += 1;
  const first = await scratch.put(`before-${files}.csv`, before);
  const second = await scratch.put(`after-${files}.csv`, after);
  const described = await scratch.put(`map-${files}.json`, JSON.stringify(map));
  return runCompare("--published", described, "--before", first, "--after", second, ...more);
}

describe("soundings compare --published", () => {
  it("tests shares whose numbers of answers are known, and follows units under another code", async () => {
    const map = { ...MAP, endings: ["0000"], units: { Old: "New" } };
    const { code, out } = await published(BEFORE, AFTER, map, "--json");
    expect(code).toBe(0);
    const { changes, unitsGone, unitsNew, measuresGone, measuresNew } = JSON.parse(out);
    const states = changes.map(({ unit, measure, verdict }: Record<string, Record<string, string>>) => [
      unit,
      measure,
      verdict?.["state"],
      verdict?.["reason"],
    ]);
    expect(states).toEqual([
      ["North", "B01", "significant", undefined],
      ["South", "B01", "not-tested", "suppressed"],
      ["West", "B01", "not-tested", "below-minimum"],
      ["New", "B01", "not-significant", undefined],
    ]);
    expect([unitsGone, unitsNew, measuresGone, measuresNew]).toEqual([[], [], ["B02"], ["B03"]]);
    expect(changes[1].difference).toBeNull();
  });

  it("prints suppressed cells as such, never as 0", async () => {
    const { out } = await published(BEFORE, AFTER, { ...MAP, endings: ["0000"] }, "--html");
    expect(out).toContain('<td class="suppressed">suppressed by the publisher</td>');
    expect(out).toContain("Units gone: Old");
  });

  it.each([
    [
      "a mark that the map does not name",
      BEFORE,
      { ...MAP, suppressed: [] },
      /:4 percent: This is no share from 0 to 100/,
    ],
    [
      "shares taken for the wrong unit",
      BEFORE,
      { ...MAP, of: 1 },
      /:2 percent: This is no share from 0 to 1/,
    ],
    [
      "a unit and measure twice",
      `${BEFORE}North,B01,61,120\n`,
      MAP,
      /:7: The same unit and measure are there twice/,
    ],
    ["a column missing", BEFORE, { ...MAP, answers: "count" }, /:1 count: The column "count" is missing/],
    [
      "a map without columns",
      BEFORE,
      { unit: "unit" },
      /The map names the columns of unit, measure and share/,
    ],
    ["an unknown part of the map", BEFORE, { ...MAP, colour: "red" }, /a part "colour"/],
  ])("refuses %s with a sentence", async (_, before, map, sentence) => {
    const { code, out, error } = await published(before, AFTER, map);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(error).toMatch(sentence);
  });
});

const CIVIL_SERVICE = new URL("../../../../shared/data/civil-service-survey/", import.meta.url);

describe("the Civil Service People Survey", () => {
  if (!existsSync(CIVIL_SERVICE)) {
    it("is absent here: its tables may not be copied into the project", () => {
      console.log("civil-service-survey is absent: its comparison was not run.");
      expect(existsSync(CIVIL_SERVICE)).toBe(false);
    });
    return;
  }
  const year = (wave: string) => ({ where: { year: wave } });

  it("runs through with suppressed cells and codes that change form", async () => {
    const data = await readFile(new URL("data.csv", CIVIL_SERVICE), "utf8");
    const map = {
      unit: "organisation_code",
      measure: "measure",
      share: "percent_positive",
      note: "note",
      suppressed: ["suppressed"],
      skip: ["RR"],
      endings: ["_CorrectedJan2020"],
      units: { HOMEOFFICEGROUP: "HO_GRP", MOJGROUP: "MOJ_GRP", UKSAGROUP: "UKSA_GRP" },
      before: year("2017"),
      after: year("2019"),
    };
    const { code, out } = await published(data, data, map, "--json");
    expect(code).toBe(0);
    const { changes, unitsGone } = JSON.parse(out);
    expect(changes.length).toBeGreaterThan(5000);
    expect(unitsGone).not.toContain("HO_GRP");
    const suppressed = changes.filter(
      (one: { verdict: { reason?: string } }) => one.verdict.reason === "suppressed",
    );
    expect(suppressed.length).toBeGreaterThan(0);
    expect(suppressed.every((one: { difference: unknown }) => one.difference === null)).toBe(true);
  });

  it("gives R's difference of two proportions for a grade", async () => {
    const data = await readFile(new URL("demographics.csv", CIVIL_SERVICE), "utf8");
    const map = {
      unit: ["group", "category"],
      measure: "item",
      share: "percent_positive",
      of: 100,
      answers: "respondents",
      before: year("2014"),
      after: year("2015"),
    };
    const { out } = await published(data, data, map, "--json");
    const found = JSON.parse(out).changes.find(
      (one: { unit: string; measure: string }) => one.unit === "Grade / EO" && one.measure === "B09",
    );
    const entries: { id: string; value: Record<string, number> }[] = JSON.parse(
      await readFile(fixture("stats/07-proportions.json"), "utf8"),
    );
    const value = entries.find(({ id }) => id === "prop-cs-grade-eo-B09")?.value ?? {};
    expect(Object.values(value).flat()).toContainEqual(expect.closeTo(found.verdict.p, 10));
  });
});
