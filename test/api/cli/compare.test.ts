/** `soundings compare` on real waves: the figures are those that R gives for the same persons. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixture, runCompare, scratchFolder } from "./compare-run.ts";

const ANXIETY = fixture("stats/data/state-anxiety-waves.csv");
const ATTITUDES = fixture("stats/data/job-attitudes-waves.csv");

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => {
  scratch = await scratchFolder();
});
afterAll(() => scratch.remove());

/** Waves of one study as a map. */
async function mapOf(where: object, waves: readonly [string, string]): Promise<string> {
  const map = JSON.parse(await readFile(fixture("comparison/state-anxiety-map.json"), "utf8"));
  const [before, after] = waves;
  const changed = { ...map, where, before: { where: { wave: before } }, after: { where: { wave: after } } };
  return scratch.put(`map-${waves.join("")}-${JSON.stringify(where).length}.json`, JSON.stringify(changed));
}

async function anxiety(where: object, waves: readonly [string, string], ...more: readonly string[]) {
  const survey = fixture("comparison/state-anxiety.json");
  const map = await mapOf(where, waves);
  const files = ["--survey", survey, "--before", ANXIETY, "--after", ANXIETY, "--map", map];
  return runCompare(...files, ...more);
}

/** One entry of the reference values, computed with R. */
async function reference(file: string, id: string) {
  const entries: { id: string; value: Record<string, number> }[] = JSON.parse(
    await readFile(fixture(`stats/${file}.json`), "utf8"),
  );
  return entries.find((entry) => entry.id === id)?.value ?? expect.fail(`no entry ${id}`);
}

describe("soundings compare on state-anxiety-waves", () => {
  it("gives R's paired t, limits and d_av for the linked scale", async () => {
    const { code, out } = await anxiety({ study: "SAM" }, ["1", "3"], "--link", "person_id", "--json");
    expect(code).toBe(0);
    const compared = JSON.parse(out);
    const expected = await reference("05-paired", "paired-sa-SAM-anxiety");
    expect(compared.situation).toBe("linked");
    const [scale] = compared.scales;
    expect(scale.linked.both).toBe(expected["n_pairs"]);
    expect(scale.difference.estimate).toBeCloseTo(expected["mean_change"] ?? 0, 10);
    expect(scale.verdict.p).toBeCloseTo(expected["p_two_sided"] ?? 0, 10);
    expect(scale.effect.value).toBeCloseTo(expected["d_av_rms_sd"] ?? 0, 10);
    const calm = compared.items.find(({ code: item }: { code: string }) => item === "now.calm");
    const shares = await reference("07-proportions", "mcnemar-sa-SAM-calm");
    // The survey turns "calm": favourable answers are the few of the other end.
    expect(calm.linked.both).toBe(shares["n_pairs"]);
  });

  it("gives R's difference in differences against the comparison group", async () => {
    const where = { study: "FLAT", condition: ["film_horror", "film_nature"] };
    const by = ["--link", "person_id", "--by", "condition", "--comparison", "film_nature", "--json"];
    const { out } = await anxiety(where, ["1", "2"], ...by);
    const expected = await reference("10-difference-in-differences", "did-sa-FLAT-film_horror");
    const { effects } = JSON.parse(out).treatment;
    expect(effects[0].effect.estimate).toBeCloseTo(expected["estimate"] ?? 0, 10);
    expect(effects[0].verdict.p).toBeCloseTo(expected["p_cr2"] ?? 0, 10);
  });

  it("hides a small group, and another from which it could be worked out", async () => {
    const { out } = await anxiety({ study: "RIM" }, ["1", "3"], "--by", "condition", "--json");
    const { groups, treatment } = JSON.parse(out);
    expect(treatment).toBeNull();
    expect(
      groups.cells.map(({ group, shown, reason }: Record<string, unknown>) => [group, shown, reason]),
    ).toEqual([
      ["caffeine", true, undefined],
      ["none", false, "too-few-answers"],
      ["placebo", false, "would-reveal-another"],
    ]);
  });

  it("does not tell through a comparison group what the groups' table hides", async () => {
    const by = ["--by", "condition", "--comparison", "placebo", "--json"];
    const { out } = await anxiety({ study: "RIM" }, ["1", "3"], ...by);
    const { effects } = JSON.parse(out).treatment;
    expect(effects[0]).toMatchObject({
      effect: null,
      verdict: { state: "not-tested", reason: "group-not-shown" },
    });
  });

  it("takes three waves in a row, with persons as clusters, and agrees with R's mixed model", async () => {
    const survey = fixture("comparison/job-attitudes.json");
    const waves = await Promise.all(
      ["1", "2", "3"].map(async (wave) => {
        const [head = "", ...rows] = (await readFile(ATTITUDES, "utf8")).trim().split("\n");
        const own = rows.filter((row) => row.split(",")[1] === wave);
        return scratch.put(`attitudes-${wave}.csv`, [head, ...own].join("\n"));
      }),
    );
    const map = await scratch.put(
      "attitudes.json",
      JSON.stringify({ scores: { job_satisfaction: "job-satisfaction", readiness: "readiness" } }),
    );
    const [first = "", second = "", third = ""] = waves;
    const files = ["--before", first, "--after", second, "--after", third, "--map", map];
    const { code, out } = await runCompare("--survey", survey, ...files, "--link", "person_id", "--json");
    expect(code).toBe(0);
    const { series, comparisons } = JSON.parse(out);
    expect(comparisons).toHaveLength(2);
    const [satisfaction] = series.measures;
    expect(satisfaction.contrasts).toHaveLength(3);
    const { fixed } = Object(await reference("11-mixed-models", "mixed-ja-job_satisfaction-reml"));
    const [toSecond, toThird] = satisfaction.contrasts;
    expect(toSecond.change.estimate).toBeCloseTo(fixed.wave2.estimate, 6);
    expect(toSecond.verdict.p).toBeCloseTo(fixed.wave2.p, 4);
    expect(toThird.change.estimate).toBeCloseTo(fixed.wave3.estimate, 6);
    expect(toThird.verdict.df).toBeCloseTo(fixed.wave3.df_satterthwaite, 0);
  });
});

describe("soundings compare on job-attitudes-waves", () => {
  it("gives R's partially overlapping t where 6 % lack one wave", async () => {
    const survey = fixture("comparison/job-attitudes.json");
    const map = fixture("comparison/job-attitudes-map.json");
    const files = ["--survey", survey, "--before", ATTITUDES, "--after", ATTITUDES, "--map", map];
    const { out } = await runCompare(...files, "--link", "person_id", "--json");
    const expected = await reference("08-partly-linked", "partial-t-ja-job_satisfaction-1-2");
    const [scale] = JSON.parse(out).scales;
    expect(scale.verdict.test).toBe("partly-overlapping-t");
    expect(scale.difference.estimate).toBeCloseTo(expected["difference"] ?? 0, 10);
    expect(scale.verdict.p).toBeCloseTo(Object(expected["unequal_variances"]).p_two_sided, 10);
    expect(scale.linked).toEqual({ both: 441, beforeOnly: 27, afterOnly: 24 });
  });
});

describe("what soundings compare prints", () => {
  it("prints a summary that says in one sentence what changed", async () => {
    const { code, out } = await anxiety({ study: "SAM" }, ["1", "3"], "--link", "person_id");
    expect(code).toBe(0);
    expect(out).toContain("State anxiety: no change shown.");
    expect(out).toContain("| State anxiety | 1.94 (n 320)");
  });

  it("makes one HTML file without anything to load, with a table for every chart", async () => {
    const file = join(scratch.folder, "report.html");
    const { code, error } = await anxiety({ study: "SAM" }, ["1", "3"], "--html", "--output", file);
    expect(code).toBe(0);
    expect(error).toBe(`Written to ${file}.`);
    const html = await readFile(file, "utf8");
    expect(html).not.toMatch(/<script|<link|<img|url\(|https?:/);
    // Scales, index, and twenty items in two parts that each fit on a page.
    expect(html.match(/<svg/g)?.length).toBe(4);
    expect(html.match(/<caption>/g)?.length ?? 0).toBeGreaterThanOrEqual(3);
    expect(html).toContain("@page");
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("prints Markdown with the methods note", async () => {
    const { out } = await anxiety({ study: "SAM" }, ["1", "3"], "--markdown");
    expect(out).toContain("## How this was made");
    expect(out).toContain("Welch's t test");
  });

  it("lists in a dry run what each file gives, and compares nothing", async () => {
    const { code, out } = await anxiety({ study: "SAM" }, ["1", "3"], "--dry-run");
    expect(code).toBe(0);
    expect(out).toContain("Wave 1: 322 rows, 20 columns taken.");
    expect(out).toContain("No problems. Nothing was compared.");
  });

  it("explains itself", async () => {
    const { code, out } = await runCompare("--help");
    expect(code).toBe(0);
    expect(out).toContain("Usage: soundings compare");
  });
});
