/** Whole tables of a second wave: what they say beside the first, and what the auditor thinks of it. */
import { describe, expect, it } from "vitest";
import { auditTables } from "../../../analysis/staff-tables/audit-tables.ts";
import { auditedClasses } from "../../../analysis/staff-tables/audited-classes.ts";
import { buildStaffTables } from "../../../analysis/staff-tables/build-staff-tables.ts";
import type { BesideWave, StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";
import { seededRandom } from "../../support/seeded-random.ts";
import { inventedAnswers, inventedSurvey, type Person, policyOf } from "./invented-survey.ts";

const definition = inventedSurvey({
  choices: { unit: ["a", "b", "c"], grade: ["x", "y"], food: ["good", "bad"] },
  scaleItems: { one: "trust", two: "trust" },
});
const CUTS = [["unit"], ["grade"]];
const CODES = ["one", "two", "food"];
const ITEMS = new Map(CODES.map((code) => [code, code]));

function persons(sizes: readonly number[], seed: number): readonly Person[] {
  const random = seededRandom(seed);
  return sizes.flatMap((size, unit) =>
    Array.from({ length: size }, (_, place) => ({
      unit: unit + 1,
      grade: 1 + (place % 2),
      food: 1 + random(2),
      one: 1 + random(5),
      two: 1 + random(5),
    })),
  );
}

function tablesOf(all: readonly Person[], beside: readonly BesideWave[] = []): StaffTables {
  const dataset = inventedAnswers(definition, all);
  return buildStaffTables({ definition, dataset, policy: policyOf(5, CUTS), invited: all.length, beside });
}

function auditOf(tables: StaffTables, all: readonly Person[], beside: readonly BesideWave[]) {
  const dataset = inventedAnswers(definition, all);
  return auditTables(tables, { classes: auditedClasses(definition, dataset, ["unit", "grade"]), beside });
}

function wave(tables: StaffTables, turnover: Partial<BesideWave>): BesideWave {
  const told = { title: "Spring", tables, items: ITEMS, days: 120, told: "blocks" } as const;
  return { ...told, stayed: 60, left: 0, joined: 0, ...turnover };
}

function itemOf(tables: StaffTables, code: string) {
  const item = tables.items.find((one) => one.code === code);
  if (item === undefined) throw new Error(`no item ${code}`);
  return item;
}

const before = persons([20, 25, 15], 1);
const first = tablesOf(before);

describe("fewer than the minimum left, some months later", () => {
  const beside = [wave(first, { stayed: 59, left: 1, told: "direction" })];
  const after = before.slice(1);
  const second = tablesOf(after, beside);

  it("shows no figure of a question that both asked, and says why", () => {
    for (const code of CODES) {
      const { cells, beside: why } = itemOf(second, code);
      expect([cells.total, ...cells.cuts.flat()].filter(({ shown }) => shown)).toEqual([]);
      expect(cells.total).toEqual({ shown: false, reason: "nearly-same-people" });
      expect(why?.waves).toEqual(["Spring"]);
    }
    expect(itemOf(second, "one").beside?.direction).toBe("about-the-same");
    expect(second.scales[0]?.cells.total.shown).toBe(false);
    expect(second.answered).toMatchObject({ shown: true, n: 59 });
  });

  it("shows a new question as ever", () => {
    const tables = tablesOf(after, [
      wave(first, { stayed: 59, left: 1, told: "direction", items: new Map([["two", "two"]]) }),
    ]);
    const alone = tablesOf(after);
    expect(itemOf(tables, "one")).toEqual(itemOf(alone, "one"));
    expect(itemOf(tables, "two").cells.total.shown).toBe(false);
  });

  it("is refused by the auditor if it shows figures all the same", () => {
    expect(auditOf(second, after, beside)).toMatchObject({ publish: true });
    const { publish, sentence } = auditOf(tablesOf(after), after, beside);
    expect(publish).toBe(false);
    expect(sentence).toContain("Spring");
  });
});

describe("as many joined as make a group", () => {
  const after = [...before, ...persons([4, 3, 0], 9)];
  const turnover = { stayed: 60, joined: 7 };

  it("tells the first cut in wider blocks, and no other cut", () => {
    const beside = [wave(first, turnover)];
    const second = tablesOf(after, beside);
    const { cells, beside: why } = itemOf(second, "one");
    expect(why).toEqual({ waves: ["Spring"], told: "blocks" });
    expect(cells.total.shown).toBe(true);
    expect(cells.cuts[1]?.every((cell) => !cell.shown && cell.reason === "nearly-same-people")).toBe(true);
    expect(auditOf(second, after, beside)).toMatchObject({ publish: true });
  });

  it("tells both cuts as ever after a year, and everybody beside the other wave", () => {
    const beside = [wave(first, { ...turnover, days: 360 })];
    const second = tablesOf(after, beside);
    const alone = tablesOf(after);
    const unit = (tables: StaffTables, place: number) => itemOf(tables, "one").cells.cuts[0]?.[place];
    expect(itemOf(second, "one").cells.cuts[1]?.every(({ shown }) => shown)).toBe(true);
    // The largest of the three leaves room for everybody.
    expect([0, 2].map((place) => unit(second, place))).toEqual([0, 2].map((place) => unit(alone, place)));
    expect(auditOf(second, after, beside)).toMatchObject({ publish: true });
  });

  it("is refused by the auditor if it is told as if there were no other wave", () => {
    const alike = [...before, ...persons([1, 0, 0], 9).map((one) => ({ ...one, one: 5, two: 5 }))];
    const beside = [wave(first, { ...turnover, days: 360 })];
    expect(auditOf(tablesOf(alike), alike, beside).publish).toBe(false);
    expect(auditOf(tablesOf(alike, beside), alike, beside)).toMatchObject({ publish: true });
  });
});

it("changes nothing where the waves share no person or no question", () => {
  const none = [wave(first, { stayed: 0, left: 60, joined: 60 }), wave(first, { items: new Map() })];
  expect(tablesOf(before, none)).toEqual(first);
});

it("passes the auditor, who shares no rule with it, in random surveys", () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const earlier = persons([14, 9, 17], seed);
    const tables = tablesOf(earlier);
    const joined = seed % 2 === 0 ? persons([1, 6, 0], seed + 50) : [];
    const after = [...earlier.slice(seed % 3 === 0 ? 6 : 0), ...joined];
    const left = seed % 3 === 0 ? 6 : 0;
    const days = seed % 4 === 0 ? 400 : 150;
    const beside = [wave(tables, { stayed: 40 - left, left, joined: joined.length, days })];
    expect(auditOf(tablesOf(after, beside), after, beside)).toMatchObject({ publish: true, sentence: "" });
  }
});
