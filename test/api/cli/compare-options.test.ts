/** `soundings compare` with what is known beside the answers: people rated, headcounts, comparison groups, more waves. */
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixture, runCompare, scratchFolder } from "./compare-run.ts";

const ANXIETY = fixture("stats/data/state-anxiety-waves.csv");
const CLIMATE = fixture("leadership-climate/data.csv");
const ATTITUDES = fixture("comparison/job-attitudes.json");
const HEAD = "id,job-satisfaction,commitment,readiness,site,grade";

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => {
  scratch = await scratchFolder();
});
afterAll(() => scratch.remove());

async function reference(file: string, id: string) {
  const entries: { id: string; value: Record<string, number> & { treated: Record<string, number> } }[] =
    JSON.parse(await readFile(fixture(`stats/${file}.json`), "utf8"));
  return entries.find((entry) => entry.id === id)?.value ?? expect.fail(`no entry ${id}`);
}

/** A wave of invented persons at two sites, of two grades. */
async function wave(name: string, rows: number, shift: number): Promise<string> {
  const lines = Array.from({ length: rows }, (_, row) => {
    const answers = [0, 1, 2].map((item) => 1 + ((row * 7 + item * 3 + shift + (row % 3)) % 5));
    return `${row},${answers.join(",")},${row % 3 === 0 ? "North" : "South"},${row % 2 === 0 ? "Senior" : "Junior"}`;
  });
  return scratch.put(`${name}.csv`, `${HEAD}\n${lines.join("\n")}\n`);
}

async function attitudes(waves: readonly string[], ...more: readonly string[]) {
  const [before = "", ...after] = waves;
  const files = ["--survey", ATTITUDES, "--before", before, ...after.flatMap((file) => ["--after", file])];
  return runCompare(...files, ...more);
}

describe("soundings compare --subject", () => {
  async function climate(...more: readonly string[]) {
    const { items } = JSON.parse(await readFile(fixture("leadership-climate/map.json"), "utf8"));
    const map = await scratch.put("climate.json", JSON.stringify({ items }));
    const files = ["--before", CLIMATE, "--after", CLIMATE, "--map", map];
    return runCompare("--survey", fixture("leadership-climate/leadership-climate.json"), ...files, ...more);
  }

  it("takes the 49 people rated as the units, with R's ICC(1), ICC(2) and r_wg(j) of their raters", async () => {
    const { code, out } = await climate("--subject", "company_id", "--json");
    expect(code).toBe(0);
    const { leaders, scales } = JSON.parse(out);
    const icc = await reference("04-agreement-icc", "icc-lc-lead-scale");
    const rwg = await reference("04-agreement-icc", "agree-lc-all-companies");
    expect(leaders).toMatchObject({ before: 49, after: 49 });
    expect(leaders.agreement[0].icc1).toBeCloseTo(icc["icc1_mean_size"] ?? 0, 12);
    expect(leaders.agreement[0].icc2).toBeCloseTo(icc["icc2"] ?? 0, 12);
    expect(leaders.agreement[0].rwgJ.leaders).toBe(49);
    expect(leaders.agreement[0].rwgJ.uniform).toBeCloseTo(rwg["rwg_j_median"] ?? 0, 12);
    expect(scales[0].before.n).toBe(49);
    // The same file twice: nobody changed, and that is no test.
    expect(scales[0].verdict).toEqual({ state: "not-tested", reason: "no-variance" });
  });

  it("prints the agreement before the means", async () => {
    const { out } = await climate("--subject", "company_id", "--markdown");
    expect(out).toContain("Agreement of the raters");
    expect(out).toMatch(/0\.09 +\| 0\.80 +\| 0\.87 \(middle of 49\)/);
  });

  it("is refused for a survey that is about nobody", async () => {
    const file = await wave("staff", 30, 0);
    const { code, error } = await attitudes([file, file], "--subject", "id");
    expect(code).toBe(2);
    expect(error).toContain("--subject is for surveys of 360 feedback");
  });
});

describe("soundings compare --comparison", () => {
  it("gives R's analysis of covariance beside the difference in differences", async () => {
    const map = JSON.parse(await readFile(fixture("comparison/state-anxiety-map.json"), "utf8"));
    const where = { study: "FLAT", condition: ["film_horror", "film_nature"] };
    const changed = { ...map, where, before: { where: { wave: "1" } }, after: { where: { wave: "2" } } };
    const files = ["--before", ANXIETY, "--after", ANXIETY];
    const { out } = await runCompare(
      ...["--survey", fixture("comparison/state-anxiety.json"), ...files],
      ...["--map", await scratch.put("flat.json", JSON.stringify(changed)), "--link", "person_id"],
      ...["--by", "condition", "--comparison", "film_nature", "--json"],
    );
    const expected = await reference("15-change", "ancova-sa-FLAT-horror");
    const [effect] = JSON.parse(out).treatment.effects;
    expect(effect.ancova.estimate).toBeCloseTo(expected.treated["estimate"] ?? 0, 10);
    expect(effect.ancova.p).toBeCloseTo(expected.treated["p"] ?? 0, 10);
  });
});

describe("soundings compare --weight-to", () => {
  const MARGINS =
    "column,value,headcount\nsite,North,100\nsite,South,100\ngrade,Senior,50\ngrade,Junior,150\n";

  it("rakes both waves to the headcounts of two columns", async () => {
    const files = [await wave("w1", 90, 0), await wave("w2", 120, 1)];
    const margins = await scratch.put("margins.csv", MARGINS);
    const { code, out } = await attitudes(files, "--weight-to", margins, "--json");
    expect(code).toBe(0);
    const { raked } = JSON.parse(out);
    expect(raked.columns).toEqual(["site", "grade"]);
    expect(raked.changes.every(({ computed }: { computed: boolean }) => computed)).toBe(true);
    const page = await attitudes(files, "--weight-to", margins, "--by", "site", "--html");
    expect(page.out).toContain("Weighted to the headcounts by site and grade");
    expect(page.out).toContain("Raked figures meet the headcounts");
  });

  it.each([
    ["totals that differ", MARGINS.replace("150", "151"), "add up to 201 for this column and to 200"],
    ["a value twice", `${MARGINS}grade,Junior,1\n`, ":6 value: This value has a headcount already."],
    ["a column missing", "value,headcount\nNorth,1\n", 'The column "column" is missing.'],
    [
      "words for a number",
      MARGINS.replace("150", "many"),
      ":5 headcount: This is no whole number of 0 or more.",
    ],
    ["a column that the waves lack", MARGINS.replaceAll("grade", "age"), 'The column "age" is missing.'],
  ])("refuses %s with a sentence", async (_, text, sentence) => {
    const files = [await wave("w1", 90, 0), await wave("w2", 120, 1)];
    const margins = await scratch.put("bad-margins.csv", text);
    const { code, out, error } = await attitudes(files, "--weight-to", margins);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(error).toContain(sentence);
  });
});

describe("several waves in a row", () => {
  it("take headcounts and counts of each wave and the next", async () => {
    const files = [await wave("s1", 60, 0), await wave("s2", 60, 1), await wave("s3", 60, 2)];
    const people = async (name: string, count: number) =>
      scratch.put(name, `before,after\n${count},${count}\n`);
    const events = await scratch.put(
      "events.csv",
      "name,events_before,staff_before,events_after,staff_after\ncomplaints,12,400,25,380\n",
    );
    const beside = ["--headcount", await people("h1.csv", 80), "--headcount", await people("h2.csv", 90)];
    const { code, out } = await attitudes(files, ...beside, "--counts", events, "--link", "id", "--json");
    expect(code).toBe(0);
    const { comparisons, series } = JSON.parse(out);
    expect(comparisons.map(({ response }: never) => response["after"]["headcount"])).toEqual([80, 90]);
    expect(comparisons.map(({ rates }: { rates: unknown[] }) => rates.length)).toEqual([1, 0]);
    expect(series.measures[0].contrasts).toHaveLength(3);
  });

  it("may each have another version of the survey", async () => {
    const files = [await wave("v1", 60, 0), await wave("v2", 60, 1), await wave("v3", 60, 2)];
    const survey = JSON.parse(await readFile(ATTITUDES, "utf8"));
    survey.soundings.version = "0.9.0";
    const older = await scratch.put("older.json", JSON.stringify(survey));
    const { code, out, error } = await attitudes(files, "--before-survey", older, "--json");
    expect(error).toBe("");
    expect(code).toBe(0);
    const { comparisons, series } = JSON.parse(out);
    expect(comparisons.map(({ changes }: { changes: unknown }) => changes === null)).toEqual([false, true]);
    expect(series.measures.length).toBeGreaterThan(0);
  });

  it.each(["--headcount", "--counts", "--weight-to", "--before-survey"])(
    "says that %s is there too often",
    async (option) => {
      const file = await wave("once", 30, 0);
      const { code, error } = await attitudes([file, file], option, file, option, file);
      expect(code).toBe(2);
      expect(error).toContain(`${option} is there more than once.`);
    },
  );
});
