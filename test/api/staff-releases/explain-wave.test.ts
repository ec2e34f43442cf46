/** What a wave will show, and why it did not: forecast, ledger of releases, and the rules in words. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forecastWave } from "../../../api/headcounts/forecast.ts";
import { addRelease } from "../../../api/staff-releases/add-release.ts";
import { explainWave } from "../../../api/staff-releases/explain-wave.ts";
import { explainRules } from "../../../api/staff-releases/explanation-words.ts";
import { readTables } from "../../../api/staff-releases/read-tables.ts";
import { DEFAULT_POLICIES } from "../../../surveys/disclosure-policy.ts";
import { openStaffWorld, type StaffWorld } from "../../support/staff-world.ts";
import { inventStaffAnswers } from "../../support/survey-answers.ts";
import { shipped } from "../../support/survey-tables.ts";
import {
  addStaff,
  asImported,
  draftSurvey,
  programmeNamed,
  releasedSurvey,
  withRole,
} from "../../support/survey-world.ts";

let world: StaffWorld;
let draft: string;
let released: string;

beforeAll(async () => {
  world = await openStaffWorld();
  await addStaff(world, 60);
  const programme = await programmeNamed(world, "Better managers");
  const cut = { code: "area", weights: { "area-a": 20, "area-b": 20, "area-c": 2 } };
  const wanted = {
    programme,
    instrument: "staff-confidence",
    title: "Before",
    cuts: [["area"]],
    invited: 60,
    answers: inventStaffAnswers(shipped("staff-confidence"), { count: 50, seed: 3, cut, comments: 12 }),
  };
  released = await releasedSurvey(world, wanted);
  draft = await draftSurvey(world, { ...wanted, title: "Later", cuts: [["area"], ["grade-band"]] });
});
afterAll(() => world.cleanUp());

const forecast = (response: number) =>
  forecastWave(world.context, world.coordinator, { wave: draft, response });

describe("the forecast of a draft", () => {
  test("is made from those invited, cut by cut, and says where nothing is known", async () => {
    const found = await forecast(60);
    expect(found).toMatchObject({ invited: 60, source: "invited", minimum: 5 });
    expect(found.cuts.map(({ known }) => known)).toEqual([true, false]);
    const [a, b, c] = found.cuts[0]?.categories ?? [];
    expect(a).toMatchObject({ headcount: 20, expected: 12, outcome: "probably-exact" });
    expect(b).toMatchObject({ headcount: 40, expected: 24, outcome: "probably-exact" });
    expect(c).toMatchObject({ headcount: null, expected: null, outcome: "unknown" });
  });

  test("is the same each time, and says what it leaves out", async () => {
    const found = await forecast(60);
    expect(await forecast(60)).toEqual(found);
    expect(found.notes.join(" ")).toContain("Several questions hide more together");
  });

  test("changes its mind when few answer", async () => {
    const [first] = (await forecast(5)).cuts[0]?.categories ?? [];
    expect(first).toMatchObject({ expected: 1, outcome: "probably-too-few" });
  });

  test("is the coordinator's", async () => {
    const evaluator = await withRole(world, "S1", "evaluator");
    await expect(forecastWave(world.context, evaluator, { wave: draft, response: 60 })).rejects.toMatchObject(
      { code: "not-allowed" },
    );
  });
});

describe("the explanation of a wave", () => {
  test("has the wave's own numbers, and counts each reason", async () => {
    const found = await explainWave(world.context, world.coordinator, { wave: released });
    expect(found.rules.map(({ text }) => text).join(" ")).toMatch(
      /at least 5 answers.*until Monday,? 1 March 2027/,
    );
    expect(found.cuts).toEqual([{ codes: ["area"], label: "Which area do you work in?" }]);
    const { tables } = await readTables(world.context, world.coordinator, { wave: released });
    const cells = tables.items.flatMap(({ cells: { total, cuts } }) => [total, ...cuts.flat()]);
    const counted = found.cells?.items;
    const hidden = counted?.suppressed.reduce((sum, { cells: count }) => sum + count, 0) ?? 0;
    expect((counted?.shown ?? 0) + hidden).toBe(cells.length);
    expect(counted?.suppressed.map(({ reason }) => reason)).toContain("too-few-answers");
  });

  test("says why counts are bounds, and the same whether one, two or none differ", async () => {
    const { rules } = await explainWave(world.context, world.coordinator, { wave: draft });
    const text = rules.map((rule) => rule.text).join(" ");
    expect(text).toContain("the same whether one, two or none differ");
    expect(text).not.toMatch(/too alike|too much alike|nearly the same answer/);
  });

  test("tells the rule of comments where the survey asks for some", async () => {
    const { rules } = await explainWave(world.context, world.coordinator, { wave: released });
    const [rule] = rules.filter(({ title }) => title === "Comments");
    expect(rule?.text).toMatch(/never by group, if at least 5 people wrote one/);
  });

  test("names what people are asked that no figure counts, also before the wave opens", async () => {
    for (const wave of [draft, released]) {
      const { rules } = await explainWave(world.context, world.coordinator, { wave });
      const [rule] = rules.filter(({ title }) => title === "What is not counted");
      expect(rule?.text).toContain(
        "“Who behaved in this way?” takes several answers or an order, and is in no",
      );
      expect(rule?.text).toContain("“Don't know” counts as no answer");
    }
  });

  test("of a draft has rules and no counts", async () => {
    const found = await explainWave(world.context, world.coordinator, { wave: draft });
    expect(found).toMatchObject({ release: null, cells: null });
    expect(found.rules.length).toBeGreaterThan(5);
  });
});

describe("the rule of groups", () => {
  const policy = DEFAULT_POLICIES["staff-survey"];
  const uncounted = { besidePoints: [], questions: [] };
  const ruleOf = (cuts: string[], furtherCuts: string[]) =>
    explainRules({
      policy,
      cuts,
      furtherCuts,
      method: "passes",
      width: 2,
      beside: [],
      comments: false,
      uncounted,
    })[0]?.text ?? "";

  test("says of no cut that respondents read it, unless it was named before anybody answered", () => {
    const text = ruleOf(["Area"], ["Grade", "Length of service"]);
    expect(text).toMatch(/groups of “Area”\. These cuts were named before/);
    expect(text).toMatch(/“Grade” and “Length of service” were added by a further release, after/);
    expect(ruleOf(["Area", "Grade"], [])).not.toContain("further release");
    expect(ruleOf([], ["Grade"])).toMatch(
      /No groups were named before the wave opened\. The groups of “Grade”/,
    );
  });
});

describe("a further release", () => {
  beforeAll(() => asImported(world, released));

  const add = (cuts: string[][]) => addRelease(world.context, world.coordinator, { wave: released, cuts });

  test("with another plan is audited together with the first, and takes its place in the ledger", async () => {
    expect(await add([["grade-band"]])).toBe(2);
    const { releases } = await readTables(world.context, world.coordinator, { wave: released });
    expect(releases.map(({ number }) => number)).toEqual([1, 2]);
    expect(releases[1]).not.toHaveProperty("refused");
  });

  test("holds the same comments in the same order", async () => {
    const number = await add([]);
    const listsOf = async (release: number) => {
      const { tables } = await readTables(world.context, world.coordinator, { wave: released, release });
      return tables.comments?.map(({ code, list }) => ({ code, list }));
    };
    const first = await listsOf(1);
    expect(first).toMatchObject([
      { code: "keep-doing", list: { shown: true, n: 12 } },
      { code: "one-change", list: { shown: true, n: 12 } },
    ]);
    expect(await listsOf(number)).toEqual(first);
  });

  test("that the auditor refuses is not stored, and its sentence stands in the ledger", async () => {
    const sentence = "These figures would complete release 1. Release them without the cut by grade.";
    await expect(
      addRelease(
        world.context,
        world.coordinator,
        { wave: released, cuts: [["area", "grade-band"]] },
        async () => ({
          publish: false,
          sentence,
        }),
      ),
    ).rejects.toMatchObject({ code: "not-released", message: sentence });
    const { releases } = await readTables(world.context, world.coordinator, { wave: released });
    expect(releases.at(-1)).toMatchObject({ cuts: [["area", "grade-band"]], refused: sentence });
    const number = releases.at(-1)?.number ?? 0;
    await expect(
      readTables(world.context, world.coordinator, { wave: released, release: number }),
    ).rejects.toMatchObject({ code: "not-found" });
    const events = await world.context.people.read((db) =>
      db.select({ action: db.tables.auditEvents.action }).from(db.tables.auditEvents),
    );
    expect(events.map(({ action }) => action)).toContain("tables-refused");
  });

  test("of groups that were released before is refused, and leaves no line in the ledger", async () => {
    const ledger = async () =>
      (await readTables(world.context, world.coordinator, { wave: released })).releases;
    const before = await ledger();
    await expect(add(before[0]?.cuts.map((cut) => [...cut]) ?? [])).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining("Release 1 shows these very groups."),
    });
    expect(await ledger()).toEqual(before);
  });

  test("by cuts the survey cannot make, or by somebody else, is refused before anything is made", async () => {
    await expect(add([["nowhere"]])).rejects.toMatchObject({ code: "bad-input" });
    const evaluator = await withRole(world, "S1", "evaluator");
    await expect(addRelease(world.context, evaluator, { wave: released, cuts: [] })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(
      addRelease(world.context, world.coordinator, { wave: draft, cuts: [] }),
    ).rejects.toMatchObject({ code: "wrong-state" });
  });
});
