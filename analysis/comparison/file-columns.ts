/** Which column of a CSV file is what: by the map, or by names that are like the items'. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { type CsvProblem, columnName } from "../csv-table.ts";
import { scoredItems } from "../scoring/scored-items.ts";
import type { WaveMap } from "./wave-map.ts";

/** What a column is. */
type ColumnRole =
  | { readonly kind: "item"; readonly code: string }
  | { readonly kind: "score"; readonly code: string; readonly points: number }
  | { readonly kind: "where"; readonly values: readonly string[] }
  /** A column to compare by may also choose the rows. */
  | { readonly kind: "by"; readonly values?: readonly string[] }
  /** One of the columns to weight by; whose row it is; whom it is about; nothing. */
  | { readonly kind: "margin" | "link" | "subject" | "unused" };

/** The roles of all columns, or what is wrong with them. */
export interface PlannedColumns {
  readonly roles: readonly ColumnRole[];
  readonly unused: readonly string[];
  readonly problems: readonly Omit<CsvProblem, "line">[];
}

interface Wanted {
  readonly definition: SurveyDefinition;
  readonly map: WaveMap;
  readonly link?: string;
  readonly by?: string;
  readonly subject?: string;
  readonly margins?: readonly string[];
}

/**
 * Gives each column of a file its role.
 * @param columns the header's names, as columnName makes them
 * @param wanted the survey, the map, and the columns to link, compare and weight by
 * @returns one role a column; problems name each column that is missing, there twice or unknown to the survey
 * @example planColumns(["id", "listens"], { definition, map, link: "id" }).roles
 */
export function planColumns(columns: readonly string[], wanted: Wanted): PlannedColumns {
  const problems: Omit<CsvProblem, "line">[] = [];
  if (columns.length === 1) {
    problems.push({
      sentence:
        "The first line names one column only. Cells are separated by comma, semicolon, tab or bar; save the file like that.",
    });
  }
  const roles = new Map<string, ColumnRole>();
  const give = (column: string, role: ColumnRole): void => {
    if (roles.get(column)?.kind === "by" && role.kind === "where") {
      roles.set(column, { kind: "by", values: role.values });
    } else if (roles.has(column))
      problems.push({ column, sentence: "The column is to be two things at once. Give it one." });
    else roles.set(column, role);
  };
  for (const [column, role] of namedRoles(wanted, problems)) give(column, role);
  for (const [column, code] of itemColumns(columns, wanted, problems)) give(column, { kind: "item", code });
  for (const column of roles.keys()) {
    if (!columns.includes(column)) {
      problems.push({
        column,
        sentence: `The column "${column.slice(0, 60)}" is missing. The first line names the columns.`,
      });
    }
  }
  columns.forEach((column, place) => {
    if (roles.has(column) && columns.indexOf(column) !== place) {
      problems.push({
        column,
        sentence: `The column "${column.slice(0, 60)}" is there twice. Keep one of them.`,
      });
    }
  });
  return {
    roles: columns.map((column) => roles.get(column) ?? { kind: "unused" }),
    unused: columns.filter((column) => !roles.has(column)),
    problems,
  };
}

function* namedRoles(
  { definition, map, link, by, subject, margins }: Wanted,
  problems: Omit<CsvProblem, "line">[],
): Generator<readonly [string, ColumnRole]> {
  if (link !== undefined) yield [columnName(link), { kind: "link" }];
  if (subject !== undefined) yield [columnName(subject), { kind: "subject" }];
  if (by !== undefined) yield [columnName(by), { kind: "by" }];
  for (const margin of margins ?? []) {
    if (by === undefined || columnName(by) !== margin) yield [margin, { kind: "margin" }];
  }
  for (const [column, values] of map.where) yield [column, { kind: "where", values }];
  for (const [column, code] of map.scores) {
    const dimension = definition.soundings.dimensions.find((one) => one.code === code);
    if (dimension === undefined) {
      problems.push({
        column,
        sentence: "The map gives this column a dimension that the survey does not have.",
      });
      continue;
    }
    const points =
      scoredItems(definition).find(({ item }) => item.metadata.dimension === code)?.scale.points ?? 5;
    yield [column, { kind: "score", code, points }];
  }
}

/** Column by item. Without a map every scored item needs its column, named like its code or the code's last part. */
function itemColumns(
  columns: readonly string[],
  { definition, map }: Wanted,
  problems: Omit<CsvProblem, "line">[],
): readonly (readonly [string, string])[] {
  const codes = scoredItems(definition).map(({ item }) => item.code);
  if (map.items !== undefined) {
    const taken = new Set<string>();
    return [...map.items].filter(([column, code]) => {
      if (!codes.includes(code)) {
        problems.push({
          column,
          sentence: "The map gives this column an item that the survey does not have.",
        });
      } else if (taken.has(code)) {
        problems.push({ column, sentence: `The map names the item "${code}" twice.` });
      }
      taken.add(code);
      return codes.includes(code);
    });
  }
  if (map.scores.size > 0) return [];
  const lastParts = codes.map(lastPart);
  return codes.map((code, place) => {
    const whole = columnName(code);
    const short = columnName(lastPart(code));
    const isUnique = lastParts.indexOf(lastPart(code)) === lastParts.lastIndexOf(lastParts[place] ?? "");
    return [!columns.includes(whole) && isUnique && columns.includes(short) ? short : whole, code];
  });
}

function lastPart(code: string): string {
  return code.slice(code.lastIndexOf(".") + 1);
}
