/** The coach's summary, rendered from a report that the analysis made. */
import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { DistributionTable } from "../../../../web/coach/report/distribution-table.tsx";
import { ReportPage } from "../../../../web/coach/report/report-page.tsx";
import type { ReportSheet } from "../../../../web/coach/report/report-sheet.ts";

/** The file was written by the analysis from answers to the leadership 360, so it has the shape it claims. */
function fixtureSheet(): ReportSheet {
  return JSON.parse(readFileSync("test/fixtures/report-360.json", "utf8")) as ReportSheet;
}

const sheet = fixtureSheet();
const page = renderToStaticMarkup(<ReportPage sheet={sheet} />);

function blockOf(code: string) {
  const block = sheet.report.blocks.find((one) => one.code === code);
  if (block === undefined) throw new RangeError(`no block ${code}`);
  return block;
}

function count(html: string, part: string): number {
  return html.split(part).length - 1;
}

describe("the summary of one subject", () => {
  test("every chart is an image with a sentence that says what it shows", () => {
    const images = page.match(/<svg[^>]*role="img"[^>]*>/g) ?? [];
    const items = sheet.report.dimensions.reduce((sum, dimension) => sum + dimension.items.length, 0);
    expect(images.length).toBeGreaterThan(items + 3 * sheet.report.dimensions.length);
    for (const image of images) expect(image).toMatch(/aria-label="[^"]{12,}"/);
    expect(page).toContain("Listening. Self 4.6, 1 answer; Line manager 4.8, 1 answer;");
  });

  test("every dimension has a table of its items beside the one of all dimensions", () => {
    expect(count(page, '<table class="figures-table">')).toBe(sheet.report.dimensions.length + 1);
    expect(count(page, 'tabindex="0"')).toBe(sheet.report.dimensions.length + 1);
  });

  test("a figure shown as a bound keeps its sign and its count", () => {
    expect(page).toContain('<span class="figure-mean">≥ 4.7</span> <span class="figure-count">n 12</span>');
  });

  test("equal ranks are marked as shared", () => {
    expect(count(page, '<td class="rank">4 =</td>')).toBeGreaterThan(1);
  });

  test("groups shown together are named, in the table of answers and in the cautions", () => {
    expect(page).toContain("together, as “Peers + Others”");
    expect(page).toContain(
      "Peers and Others are shown together, because one of them alone would be too small.",
    );
  });

  test("links that staff had in hand are told among the cautions", () => {
    expect(sheet.linksTold.length).toBeGreaterThan(0);
    for (const sentence of sheet.linksTold) expect(page).toContain(sentence);
  });

  test("a group too small to be counted apart shows how many were invited and nothing more", () => {
    expect(page).toContain("Others: 3 invited, answers not counted apart");
    expect(page).not.toContain("Others: 2 of 3");
  });

  test("an item whose figures are turned says so wherever it is ranked, with the words of the scale turned too", () => {
    const listed = page.slice(page.indexOf('id="highlights"'), page.indexOf('id="dimensions"'));
    expect(listed).toMatch(
      /Presses for an answer before people have had time to think<span[^>]*> turned: low means/,
    );
    expect(listed).toMatch(/Sets deadlines that can be met<\/th>/);
    const [item] = sheet.report.dimensions.flatMap(({ items }) => items.filter((row) => row.reverseKeyed));
    const scale = item && sheet.report.scales[item.scale];
    const html = renderToStaticMarkup(
      item && (
        <DistributionTable
          item={{ ...item, distributions: { peer: { shown: true, n: 12, value: [1, 2, 3, 4, 2] } } }}
          blocks={[{ ...blockOf("direct-report"), code: "peer" }]}
          scale={scale}
        />
      ),
    );
    expect(html.match(/<th scope="col">\d[^<]*/g)?.[0]).toBe('<th scope="col">1, Almost always');
  });

  test("a group shown by name of which nobody answered stands as none of those invited", () => {
    const responses = sheet.report.responses.map((response) =>
      response.group === "line-manager"
        ? { ...response, received: { shown: false, reason: "no-answers" } as const }
        : response,
    );
    const html = renderToStaticMarkup(
      <ReportPage sheet={{ ...sheet, report: { ...sheet.report, responses } }} />,
    );
    expect(html).toContain("Line manager: 0 of 1 answered");
  });

  test("the gaps name the rule that their words come from", () => {
    expect(page).toContain("The words follow the half-point rule.");
    expect(page).toContain("Blind spot");
  });

  test("a difference known only as a bound is not called agreement", () => {
    const [open] = sheet.report.gaps.rows.filter(
      ({ bound, verdict }) => bound !== "exact" && verdict === "in-agreement",
    );
    const rows = open === undefined ? [] : [open];
    const html = renderToStaticMarkup(
      <ReportPage sheet={{ ...sheet, report: { ...sheet.report, gaps: { ...sheet.report.gaps, rows } } }} />,
    );
    expect(html).toContain("No clear gap");
    expect(html).not.toContain("In agreement");
  });

  test("the fingerprint and the dataset are named", () => {
    expect(page).toContain(sheet.fingerprint);
    expect(page).toContain(sheet.datasetHash);
  });
});

describe("a summary in which little may be shown", () => {
  const nothing = { shown: false, reason: "too-few-answers" } as const;
  const [first, ...others] = sheet.report.dimensions;
  const hiddenRows = (first === undefined ? [] : [first]).map((dimension) => ({
    ...dimension,
    blocks: Object.fromEntries(Object.keys(dimension.blocks).map((code) => [code, nothing])),
    allOthers: nothing,
  }));
  const hidden: ReportSheet = {
    ...sheet,
    report: {
      ...sheet.report,
      dimensions: [...hiddenRows, ...others],
      highest: [],
      lowest: [],
      comments: [],
    },
  };
  const html = renderToStaticMarkup(<ReportPage sheet={hidden} />);

  test("each hidden figure says why, in a sentence", () => {
    expect(html).toContain("Not shown: fewer than 4 answers, so that nobody can be recognised.");
    expect(html).toContain("Listening. Self not shown; Line manager not shown;");
  });

  test("empty lists say so instead of standing empty", () => {
    expect(html).toContain("Nothing can be ranked: too few answers may be shown.");
    expect(html).toContain("This survey asked for no comments.");
  });
});
