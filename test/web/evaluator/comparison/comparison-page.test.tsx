/** A comparison, rendered from what the analysis says of two waves and of three. */
import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Router } from "wouter";
import { compareRates } from "../../../../analysis/comparison/event-rates.ts";
import { compareTables } from "../../../../analysis/staff-comparison/compare-tables.ts";
import type {
  StaffChange,
  StaffComparison,
} from "../../../../analysis/staff-comparison/staff-comparison-model.ts";
import type { StaffTables } from "../../../../analysis/staff-tables/staff-tables-model.ts";
import { readDefinition } from "../../../../surveys/read-definition.ts";
import { ComparisonPage } from "../../../../web/evaluator/comparison/comparison-page.tsx";
import { courseOf } from "../../../../web/evaluator/comparison/course.ts";
import { headline, itemsSentence } from "../../../../web/evaluator/comparison/headline.ts";
import type { WaveComparisonSheet } from "../../../../web/evaluator/evaluator-api.ts";
import { AFTER, BEFORE, inventedStaffTables } from "../../../support/invented-staff-tables.ts";

const definition = readDefinition(readFileSync("surveys/library/staff-confidence.json", "utf8"));

function compare(...tables: readonly StaffTables[]): StaffComparison {
  return compareTables(tables, { definitions: tables.map(() => definition) });
}

function sheetOf(comparison: StaffComparison): WaveComparisonSheet {
  const waves = comparison.surveys.map((_, place) => ({
    wave: `w${place}`,
    title: `Survey ${place + 1}`,
    closedAt: `202${place}-05-30T16:00:00Z`,
  }));
  return {
    waves,
    comparison,
    rates: [],
    renamed: [],
    linked: null,
    notLinked: "no-code",
    inputs: waves.map(({ wave }) => ({ wave, release: 1, datasetHash: "ab".repeat(32) })),
    hash: "cd".repeat(32),
  };
}

function render(comparison: StaffComparison, search = "waves=w0,w1"): string {
  return renderSheet(sheetOf(comparison), search);
}

function renderSheet(sheet: WaveComparisonSheet, search = "waves=w0,w1"): string {
  return renderToStaticMarkup(
    <Router ssrPath="/staff/comparisons" ssrSearch={search}>
      <ComparisonPage sheet={sheet} />
    </Router>,
  );
}

const two = compare(BEFORE, AFTER);
const page = render(two);

describe("the sentence for a director", () => {
  test("names what rose and what did not, and never calls untested what was not shown", () => {
    expect(headline(two)).toBe(
      "“Confidence in own manager” and “Treatment at work” rose; no change that matters is shown for “Confidence in senior management”.",
    );
    expect(itemsSentence(two)).toMatch(/^Of 24 questions asked every time: \d+ rose, \d+ fell, \d+ showed/);
  });

  test("speaks of the index where it was tested and no theme was", () => {
    const { index } = two;
    if (index === null) throw new RangeError("there is an index");
    const untested = { state: "not-tested", reason: "below-minimum" } as const;
    const scales = two.scales.map((scale) => ({
      ...scale,
      change: { ...scale.change, verdict: untested },
    }));
    expect(headline({ ...two, scales, index })).toMatch(/^No single theme could be tested; all questions/);
    expect(headline({ ...two, scales, index: null })).toContain("nothing can be said about change");
  });

  test("sets names apart, and of more than three names the one that changed most", () => {
    const [risen] = two.scales.filter(({ change }) => courseOf(change) === "rose");
    if (risen === undefined) throw new RangeError("a theme rose");
    const themes = (count: number) =>
      Array.from({ length: count }, (_, place) => ({ ...risen, label: `Theme ${place + 1}` }));
    const sentences = [1, 2, 3, 6].map((count) => headline({ ...two, scales: themes(count) }));
    expect(sentences).toEqual([
      "“Theme 1” rose.",
      "“Theme 1” and “Theme 2” rose.",
      "“Theme 1”, “Theme 2” and “Theme 3” rose.",
      "6 themes rose, “Theme 1” most of all.",
    ]);
  });

  test("says so where nothing could be tested, and where nothing is in common", () => {
    const small = compare(
      inventedStaffTables({ seed: 1, lift: 0, areas: [3, 2] }),
      inventedStaffTables({ seed: 2, lift: 1, areas: [3, 2] }),
    );
    expect(headline(small)).toBe("No theme could be tested, so nothing can be said about change.");
    expect(headline({ ...two, scales: [] })).toContain("no theme in common");
  });
});

describe("what became of a figure", () => {
  const [theme] = two.scales;
  if (theme === undefined) throw new RangeError("there is a theme");
  const { change } = theme;
  const tested = change.verdict;
  if (tested.state === "not-tested") throw new RangeError("the theme was tested");
  const band = { limit: 0.2, size: "higher", equivalent: null } as const;
  const cases: readonly [string, Partial<StaffChange>][] = [
    ["rose", { verdict: { ...tested, state: "significant" }, band }],
    ["little", { verdict: { ...tested, state: "significant" }, band: { ...band, size: "about-the-same" } }],
    ["same", { verdict: { ...tested, state: "not-significant" }, band: { ...band, equivalent: true } }],
    ["not-shown", { verdict: { ...tested, state: "not-significant" }, band }],
    ["not-tested", { verdict: { state: "not-tested", reason: "below-minimum" }, band }],
  ];
  test.each(cases)("is %s", (course, change) => {
    expect(
      courseOf({
        ...theme.change,
        difference: { estimate: { low: 0.4, high: 0.4 }, interval: null },
        ...change,
      }),
    ).toBe(course);
  });

  test("fell, where the difference is below 0", () => {
    const fallen = { estimate: { low: -0.4, high: -0.4 }, interval: null };
    const verdict = { ...tested, state: "significant" } as const;
    expect(courseOf({ ...change, verdict, difference: fallen, band: { ...band, size: "lower" } })).toBe(
      "fell",
    );
  });
});

describe("the page of a comparison", () => {
  test("shows p and d in no row but the detail row", () => {
    expect(page).not.toMatch(/p (=|&lt;) 0\.\d/);
    const open = render(two, "waves=w0,w1&details=theme:own-manager");
    expect(open).toMatch(/p (=|&lt;) 0\.\d/);
    expect(open).toContain("the change in standard deviations of the answers");
    expect(open).toContain('aria-expanded="true"');
  });

  test("charts say in a sentence what they show", () => {
    for (const image of page.match(/<svg[^>]*role="img"[^>]*>/g) ?? [])
      expect(image).toMatch(/aria-label="[^"]{12,}"/);
    expect(page).toMatch(/Treatment at work: \d\.\d\d \(n \d+\), then \d\.\d\d \(n \d+\); rose\./);
  });

  test("sorts by the change, and rows without one stand last", () => {
    const sorted = render(two, "waves=w0,w1&questions=change&questions-order=up");
    expect(sorted).toContain('aria-sort="ascending"');
    expect(render(two, "waves=w0,w1&result=fell")).toMatch(/\d+ questions</);
  });

  test("a cell of the heat map carries its sign and what became of it", () => {
    expect(page).toMatch(/<span class="heat-figure">\+\d\.\d\d<\/span><span class="heat-beside"> rose/);
    expect(page).toContain("fewer than 10 answers");
  });

  test("two surveys have no trend, three have one, with every step in its table", () => {
    expect(page).not.toContain('id="trend"');
    const three = compare(BEFORE, inventedStaffTables({ seed: 13, lift: 0.1, areas: [60, 40, 80] }), AFTER);
    const html = render(three, "waves=w0,w1,w2");
    expect(html).toContain('id="trend"');
    expect(html).toMatch(/Treatment at work: Survey 1 \d\.\d\d, \d+ answers; Survey 2 /);
  });

  test("events are rates per 100 staff with their ratio, and renamed groups are told", () => {
    const rates = compareRates([
      { name: "Complaints", before: { events: 20, staff: 500 }, after: { events: 8, staff: 520 } },
    ]);
    const labels = { earlierLabel: "Area A", laterLabel: "Housing" };
    const renamed = [{ item: "area", earlier: "area-a", later: "housing", ...labels }];
    const html = renderSheet({ ...sheetOf(two), rates, renamed });
    expect(html).toContain("4.0 (20 of 500 staff)");
    expect(html).toContain("1.5 (8 of 520 staff)");
    expect(html).toMatch(/0\.38 \(0\.\d\d to 0\.\d\d\)/);
    expect(html).toContain("“Area A” is compared with “Housing”, its later name.");
  });

  test("why choices were not tested stands once below their table, and the rows refer to it", () => {
    const verdict = { state: "not-tested", reason: "no-variance" } as const;
    const choices = two.choices.slice(0, 1).map((item) => ({
      ...item,
      choices: item.choices.map((choice) => ({ ...choice, change: { ...choice.change, verdict } })),
    }));
    const html = render({ ...two, choices });
    expect(html.match(/Not tested: nobody chose it/g)).toHaveLength(1);
    expect(html.match(/not tested <sup>1<\/sup>/g)).toHaveLength(choices[0]?.choices.length ?? 0);
    expect(html).toContain('<p class="hint reason-note"><sup>1</sup> Not tested: ');
  });

  test("where a group is only in the first survey, it is said who can state that it was renamed", () => {
    const [cut] = two.cuts;
    if (cut === undefined) throw new RangeError("there is a cut");
    const [first, ...others] = cut.categories;
    if (first === undefined) throw new RangeError("there is a category");
    const cuts = [{ ...cut, categories: [{ ...first, presence: "gone" } as const, ...others] }];
    const html = render({ ...two, cuts });
    expect(html).toContain("Ask a coordinator");
    expect(html).toContain("only in the first survey");
    expect(page).not.toContain("Ask a coordinator");
  });

  test("a question whose groups only one survey showed was no cut in the other, and nothing was renamed", () => {
    const cuts = two.cuts.map((cut) => ({
      ...cut,
      categories: cut.categories.map((category) => ({ ...category, presence: "new" as const })),
    }));
    const html = render({ ...two, cuts });
    expect(html).toContain("The first survey showed no groups by this question");
    expect(html).not.toContain("Ask a coordinator");
    expect(html).not.toContain("only in the last survey");
  });

  test("a break is marked on the line and explained below", () => {
    const three = compare(BEFORE, BEFORE, AFTER);
    const broken = {
      wave: 2,
      kind: "dimension",
      code: "treatment",
      label: "Treatment at work",
      reasons: ["One question was dropped."],
    } as const;
    const html = render({ ...three, breaks: [broken] }, "waves=w0,w1,w2");
    expect(html).toContain("trend-line-broken");
    expect(html).toContain("One question was dropped.");
  });
});

describe("people who answered both times", () => {
  const counted = { shown: true, n: 40, value: 40 } as const;
  const linked: WaveComparisonSheet["linked"] = {
    wave: "w0",
    changes: {
      format: 1,
      elements: ["code"],
      stayers: counted,
      leavers: counted,
      joiners: counted,
      withoutCode: { before: counted, after: counted },
      linkedShare: 0.8,
      falseShare: 0.004,
      items: [],
      scales: [],
      index: null,
      methods: ["Found again by their codes."],
    },
  };

  test("where there are no figures of them, the page says why that can be", () => {
    expect(page).toContain(
      "There are no figures of the people who answered both times: the last survey asked for no personal code.",
    );
    const withheld = renderSheet({ ...sheetOf(two), notLinked: "withheld" });
    expect(withheld).toContain("both times: too few codes were found again, or");
    expect(renderSheet({ ...sheetOf(two), linked })).toContain("80 % of the codes could be linked");
  });

  test("are one sentence where too few of them could be found for any figure", () => {
    const few = { shown: false, reason: "too-few-answers" } as const;
    const changes = {
      ...linked?.changes,
      stayers: few,
      leavers: few,
      joiners: few,
      withoutCode: { before: few, after: few },
      linkedShare: null,
      falseShare: null,
    };
    const html = renderSheet({ ...sheetOf(two), linked: Object.assign({}, linked, { changes }) });
    const section = html.slice(
      html.indexOf('aria-labelledby="linked"'),
      html.indexOf('aria-labelledby="weighted"'),
    );
    expect(section).toContain("Too few people could be linked for anything to be shown.");
    expect(section).not.toContain("fewer than 10 answers");
    expect(section).not.toContain("<table");
  });

  test("are of two surveys that follow each other: which ones is said, and others are not mixed in", () => {
    const three = sheetOf(compare(BEFORE, BEFORE, AFTER));
    const html = renderSheet({ ...three, linked: linked && { ...linked, wave: "w1" } });
    expect(html).toContain("From “Survey 2” to “Survey 3”.");
    const elsewhere = renderSheet({ ...sheetOf(two), linked: linked && { ...linked, wave: "another" } });
    expect(elsewhere).toContain("found again in a survey that is not compared here");
    expect(elsewhere).not.toContain("of the codes could be linked");
  });

  test("do not stand beside the figures of one group, because theirs are of everybody", () => {
    const of = { codes: ["area"], values: ["area-a"], label: "Area A" };
    expect(renderSheet({ ...sheetOf({ ...two, of }), linked })).not.toContain('id="linked"');
  });
});
