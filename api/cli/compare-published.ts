/** `soundings compare --published`: two published tables of shares instead of answers. */
import { readFile, stat } from "node:fs/promises";
import { readPublished, readPublishedMap } from "../../analysis/comparison/published-file.ts";
import type { PublishedComparison, PublishedShare } from "../../analysis/comparison/published-shares.ts";
import { comparePublished } from "../../analysis/comparison/published-shares.ts";
import { readCsv } from "../../analysis/csv-table.ts";
import { howMany, percent } from "../../analysis/number-text.ts";
import { change, NOTHING, SIZES, verdict } from "./compare-words.ts";
import type { FileProblem } from "./file-problem.ts";
import type { DocumentCell, ReportDocument } from "./report-document.ts";
import { section } from "./report-document.ts";

/** A table of a report that people read is no longer than this; the rest is in JSON. */
const MOST_ROWS = 400;
const LARGEST_FILE = 100_000_000;

export async function readPublishedWaves(
  map: string,
  files: readonly [string, string],
): Promise<PublishedComparison | { readonly problems: readonly FileProblem[] }> {
  const problems: FileProblem[] = [];
  const mapText = await readText(map, problems);
  const [before, after] = await Promise.all(files.map((file) => readText(file, problems)));
  if (mapText === undefined || before === undefined || after === undefined) return { problems };
  const maps = readPublishedMap(parseJson(mapText));
  if ("problems" in maps) return { problems: maps.problems.map((sentence) => ({ file: map, sentence })) };
  const first = readPublished(readCsv(before), maps.before);
  const second = readPublished(readCsv(after), maps.after);
  if ("table" in first && "table" in second) return comparePublished(first.table, second.table);
  const found = [first, second].flatMap((read, place) =>
    "problems" in read ? read.problems.map((problem) => ({ file: files[place] ?? "", ...problem })) : [],
  );
  return { problems: found };
}

async function readText(file: string, problems: FileProblem[]): Promise<string | undefined> {
  try {
    const { size } = await stat(file);
    if (size <= LARGEST_FILE) return await readFile(file, "utf8");
    problems.push({ file, sentence: "The file is larger than 100 MB, which no published table is." });
  } catch {
    problems.push({ file, sentence: "The file cannot be opened. Check its name, and that you may read it." });
  }
  return undefined;
}

/** Undefined if the text is no JSON; the reader of the map says what it should be. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function publishedDocument(compared: PublishedComparison): ReportDocument {
  const { changes, methods } = compared;
  const count = (state: string): number => changes.filter((one) => one.verdict.state === state).length;
  const cell = (one: PublishedShare): DocumentCell =>
    one.published
      ? { text: `${percent(one.share)}${one.answers === null ? "" : ` (n ${howMany(one.answers)})`}` }
      : { text: "suppressed by the publisher", suppressed: true };
  const more =
    changes.length > MOST_ROWS
      ? [`The first ${MOST_ROWS} of ${changes.length} figures; --json has all.`]
      : [];
  return {
    title: "Published results: what changed",
    subtitle: "The second wave compared with the first",
    sections: [
      section("In one sentence", {
        paragraphs: [
          `Of ${changes.length} figures that both waves have, ${count("significant")} changed, ${count("not-significant")} showed no change and ${count("not-tested")} were not tested.`,
        ],
      }),
      section("What only one wave has", {
        list: [
          `Units gone: ${listed(compared.unitsGone)}`,
          `Units new: ${listed(compared.unitsNew)}`,
          `Measures gone: ${listed(compared.measuresGone)}`,
          `Measures new: ${listed(compared.measuresNew)}`,
        ],
      }),
      section("Figures", {
        paragraphs: more,
        tables: [
          {
            caption: "Figures in both waves",
            head: [
              "Unit",
              "Measure",
              "First wave",
              "Second wave",
              "Change in points (95 % limits)",
              "Size",
              "Test",
            ],
            rows: changes
              .slice(0, MOST_ROWS)
              .map((one) => [
                { text: one.unit },
                { text: one.measure },
                cell(one.before),
                cell(one.after),
                { text: one.difference === null ? NOTHING : change(one.difference, 0, 100) },
                { text: one.size === null ? NOTHING : SIZES[one.size] },
                { text: verdict(one.verdict) },
              ]),
          },
        ],
      }),
      section("How this was made", { list: methods }),
    ],
  };
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(", ");
}
