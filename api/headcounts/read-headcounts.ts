/** A CSV list of headcounts: rows to numbers of people by category, or to what is wrong with the rows. */
import { readCsv } from "../../analysis/csv-table.ts";
import type { InputProblem } from "../errors.ts";
import type { NamedCategory, NamedCut } from "./cut-categories.ts";
import type { CategoryHeadcount } from "./store.ts";

export interface HeadcountList {
  readonly rows: readonly CategoryHeadcount[];
  readonly problems: readonly InputProblem[];
}

const COLUMNS = ["cut", "category", "headcount"];
const MOST = 10_000_000;

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\s*[+·]\s*/g, "+")
    .replaceAll(/\s+/g, " ")
    .trim();

function findCut(cuts: readonly NamedCut[], cell: string): NamedCut | undefined {
  return cuts.find(({ cut, label }) => plain(cut) === plain(cell) || plain(label) === plain(cell));
}

function findCategory({ categories }: NamedCut, cell: string): NamedCategory | undefined {
  return categories.find(
    ({ category, label }) => plain(category) === plain(cell) || plain(label) === plain(cell),
  );
}

function headcountOf(cell: string): number | undefined {
  const number = /^\d{1,8}$/.test(cell) ? Number(cell) : undefined;
  return number !== undefined && number <= MOST ? number : undefined;
}

/**
 * @param csv columns cut, category and headcount; cut and category by code or in the form's words, two joined by "+".
 *   The column cut may be missing where the wave has one cut.
 * @param cuts the wave's cuts.
 */
export function readHeadcounts(csv: string, cuts: readonly NamedCut[]): HeadcountList {
  const only = cuts.length === 1 ? cuts[0] : undefined;
  const needed = only === undefined ? COLUMNS : COLUMNS.slice(1);
  const table = readCsv(csv, needed);
  const rows: CategoryHeadcount[] = [];
  const lines = new Map<string, number>();
  const problems: InputProblem[] = table.problems.map(({ line, sentence }) => ({
    path: `line ${line}`,
    sentence,
  }));
  const report = (line: number, sentence: string): void => {
    problems.push({ path: `line ${line}`, sentence });
  };
  for (const { line, cells } of table.rows) {
    const named = cells["cut"] ?? "";
    const cut = named === "" && only !== undefined ? only : findCut(cuts, named);
    const category = cut === undefined ? undefined : findCategory(cut, cells["category"] ?? "");
    const headcount = headcountOf(cells["headcount"] ?? "");
    if (cut === undefined) report(line, "The cut is none of this wave's. Write the question's code.");
    else if (category === undefined)
      report(line, "The category is no answer that the form offers. Write it as the form does.");
    if (headcount === undefined)
      report(line, `The headcount is no whole number from 0 to ${MOST}. Write digits only.`);
    if (cut === undefined || category === undefined || headcount === undefined) continue;
    const key = `${cut.cut}\n${category.category}`;
    const earlier = lines.get(key);
    if (earlier !== undefined) report(line, `The category stands on line ${earlier} already. Keep one row.`);
    else {
      lines.set(key, line);
      rows.push({ cut: cut.cut, category: category.category, headcount });
    }
  }
  if (table.rows.length === 0 && problems.length === 0) report(1, "The list has no rows.");
  return { rows, problems };
}
