/** The scorecard, rendered from what the analysis makes of a few areas. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { buildScorecard } from "../../../../analysis/scorecard/build-scorecard.ts";
import { ScorecardPage } from "../../../../web/evaluator/scorecard/scorecard-page.tsx";

const HEADS = [40, 120, 300, 260, 8];
const AREAS = HEADS.map((headcount, place) => ({ code: `a${place}`, label: `Area ${place}`, headcount }));
const RATES = [0.2, 0.05, 0.2, 0.4, 0.3];

const scorecard = buildScorecard({
  minimum: 5,
  areas: AREAS,
  shares: [
    {
      code: "coaching-take-up",
      label: "Took up coaching",
      areas: new Map(
        AREAS.map(({ code, headcount }, place) => [
          code,
          { count: Math.round(headcount * (RATES[place] ?? 0)), of: headcount },
        ]),
      ),
    },
  ],
  means: [],
});
const page = renderToStaticMarkup(<ScorecardPage scorecard={scorecard} />);

test("areas beyond the limits are named in the funnel and in words", () => {
  expect(page).toMatch(/<text class="trend-label"[^>]*>▲▲ Area 3<\/text>/);
  expect(page).toContain("far below");
  expect(page).toMatch(/Area 3 \(\d+ %\) lies far above the others/);
});

test("an area too small to show is hatched and has no dot", () => {
  expect(page).toContain("fewer than 5 people");
  expect(page).not.toContain("fewer than 5 answers");
  expect(page.match(/<circle /g)?.length).toBe(4);
});

test("an area that the list of people does not know has no share, and says so", () => {
  const areas = AREAS.map((area, place) => (place === 4 ? { ...area, headcount: null } : area));
  const cells = scorecard.measures[0]?.cells.with(4, {
    figure: { shown: false, reason: "no-headcount" },
    position: null,
  });
  const measures = scorecard.measures.map((measure) => ({ ...measure, cells: cells ?? [] }));
  const html = renderToStaticMarkup(<ScorecardPage scorecard={{ ...scorecard, areas, measures }} />);
  expect(html).toContain("number of people not known");
  expect(html).not.toContain("no answers");
});

test("a measure without a single figure is a sentence with its reason, and no table of empty rows", () => {
  const hidden = { shown: false, reason: "would-reveal-another" } as const;
  const html = renderToStaticMarkup(
    <ScorecardPage
      scorecard={{
        ...scorecard,
        measures: scorecard.measures.map((measure) => ({
          ...measure,
          kind: "mean" as const,
          overall: hidden,
          cells: measure.cells.map(() => ({ figure: hidden, position: null })),
        })),
      }}
    />,
  );
  expect(html).toContain("There is no figure of this yet, for no area and not for all. Not shown: together");
  expect(html.match(/<table/g)).toHaveLength(1);
});

test("the funnel says in a sentence what it shows", () => {
  expect(page).toMatch(/aria-label="Took up coaching: all areas together \d+ %; 4 areas/);
});

test("a programme without figures says what it waits for", () => {
  const html = renderToStaticMarkup(<ScorecardPage scorecard={{ ...scorecard, measures: [] }} />);
  expect(html).toContain("There is nothing to show yet.");
});
