/** The results of one wave, rendered from tables as they leave the server. */

import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Router } from "wouter";
import { exactly } from "../../../../analysis/staff-tables/count-bounds.ts";
import type { StaffTables } from "../../../../analysis/staff-tables/staff-tables-model.ts";
import type { WaveTables } from "../../../../web/evaluator/evaluator-api.ts";
import { ResultsPage } from "../../../../web/evaluator/results/results-page.tsx";
import { BEFORE, inventedStaffTables } from "../../../support/invented-staff-tables.ts";

function sheetOf(tables: StaffTables): WaveTables {
  return {
    wave: "w1",
    title: "Spring",
    programme: "p1",
    programmeName: "Leading well",
    closedAt: "2025-05-30T16:00:00Z",
    releasedAt: "2025-06-02T16:00:00Z",
    fingerprint: "amber basil cedar",
    datasetHash: "ab".repeat(32),
    release: 1,
    releases: [{ number: 1, cuts: [["area"]], publishedAt: "2025-06-02T16:00:00Z" }],
    policy: {
      minimumGroupSize: 10,
      minimumComments: 10,
      smallGroups: "merge",
      retention: { rule: "until-date", date: "2027-01-01" },
      cuts: [["area"]],
    },
    tables,
    linked: null,
    notLinked: "no-code",
  };
}

function render(tables: StaffTables, search = ""): string {
  return renderToStaticMarkup(
    <Router ssrPath="/staff/surveys/w1" ssrSearch={search}>
      <ResultsPage sheet={sheetOf(tables)} />
    </Router>,
  );
}

function count(html: string, part: string): number {
  return html.split(part).length - 1;
}

const page = render(BEFORE);

describe("the results of one wave", () => {
  test("every chart is an image with a sentence, and its row holds the same figures", () => {
    const images = page.match(/<svg[^>]*role="img"[^>]*>/g) ?? [];
    expect(images.length).toBeGreaterThan(24);
    for (const image of images) expect(image).toMatch(/aria-label="[^"]{12,}"/);
    expect(page).toMatch(/Treatment at work: mean \d\.\d\d, 95 % limits \d\.\d\d to \d\.\d\d, \d+ answers\./);
  });

  test("a suppressed cell is hatched, says why in a few words, and in a sentence to who asks", () => {
    expect(page).toContain("fewer than 10 answers");
    expect(page).toContain(
      'title="Not shown: together with other figures it would tell of fewer than 10 people."',
    );
    expect(count(page, 'class="heat-hatch"')).toBe(2 * 4);
  });

  test("a group's cell carries its number, its distance with a sign, and n: never a shade alone", () => {
    expect(page).toMatch(
      /class="heat-cell heat-[^"]+"><span class="heat-figure">\d\.\d\d<\/span><span class="heat-beside"> [+−]?\d/,
    );
  });

  test("favourable is to disagree where a statement is turned", () => {
    expect(count(page, 'class="turned-mark"')).toBe(3);
  });

  test("the address sorts, filters and chooses of whom; a mistyped one is the plain view", () => {
    const sorted = render(BEFORE, "sort=favourable&theme=treatment&group=0.1");
    expect(sorted).toContain('aria-sort="descending"');
    expect(sorted).toContain("7 questions");
    const shares = [...sorted.matchAll(/data-head="Favourable">(\d+) %/g)].map(([, share]) => Number(share));
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(render(BEFORE, "sort=chance&group=9.9")).toContain("24 questions");
  });

  test("points shown together are no share and no mean", () => {
    const [first, ...others] = BEFORE.items;
    if (first?.cells.total.shown !== true) throw new RangeError("the first item is shown");
    const { n } = first.cells.total;
    const borders = [{ above: 3, ...exactly(n - 100) }];
    const total = { ...first.cells.total, value: { kind: "scale", given: exactly(n), borders } as const };
    const html = render({ ...BEFORE, items: [{ ...first, cells: { ...first.cells, total } }, ...others] });
    expect(html).toContain("Strongly disagree – Neither agree nor disagree 36 %");
    expect(html).toContain("shown together");
  });

  test("a wave whose answers may not be counted shows no rate", () => {
    const hidden = { shown: false, reason: "too-few-answers" } as const;
    const html = render({ ...BEFORE, answered: hidden });
    expect(html).not.toContain("Everybody: ");
    expect(html).toMatch(/fewer than \d+ of 469/);
  });
});

describe("a survey that too few people answered", () => {
  const html = render(inventedStaffTables({ seed: 1, lift: 0, areas: [3, 2] }));

  test("is one sentence instead of a hundred cells that say the same", () => {
    expect(html).toContain("No figure of this survey is shown: a figure needs at least 10 answers");
    expect(count(html, "fewer than 10 answers")).toBe(0);
    expect(count(html, "<table")).toBe(0);
    expect(html).toContain("amber basil cedar");
  });

  test("is that sentence only where nothing at all is shown", () => {
    expect(page).not.toContain("No figure of this survey is shown");
  });
});

describe("beside another survey of nearly the same people", () => {
  const beside = { waves: ["Winter"], told: "direction", direction: "higher" } as const;
  const hidden = { shown: false, reason: "nearly-same-people" } as const;
  const items = BEFORE.items.map((item) =>
    item.kind === "scale"
      ? {
          ...item,
          beside,
          cells: { total: hidden, cuts: item.cells.cuts.map((cut) => cut.map(() => hidden)) },
        }
      : item,
  );

  test("a question has a direction in words and a sign, and the page says why, naming the survey", () => {
    const html = render({ ...BEFORE, items });
    const scales = items.filter(({ kind }) => kind === "scale").length;
    expect(count(html, "▲ more favourable than in “Winter”")).toBe(scales);
    expect(html).toContain("“Winter” asked nearly the same people");
  });

  test("a group has none, and says why", () => {
    const html = render({ ...BEFORE, items }, "group=0.0");
    expect(html).not.toContain("▲ more favourable");
    expect(html).toContain("nearly the same people as before");
  });

  test("wider bounds are explained once, and older releases say nothing of it", () => {
    const blocks = { waves: ["Winter", "Autumn"], told: "blocks" } as const;
    const html = render({ ...BEFORE, items: BEFORE.items.map((item) => ({ ...item, beside: blocks })) });
    expect(count(html, "“Winter” and “Autumn” asked some of the same people the same questions.")).toBe(1);
    expect(page).not.toContain("of the same people");
  });
});
