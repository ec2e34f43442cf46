/** Finds what stands in staff tables and is not known to the audit, so that nothing is published unseen. */
import type { Cell } from "../disclosure/cell.ts";
import { scalesOf } from "./published-figures.ts";
import type { StaffDistribution, StaffTables } from "./staff-tables-model.ts";

/** What each kind of part may hold. A new field must be looked at by the audit before it is listed here. */
const KNOWN = {
  tables: [
    "format",
    "survey",
    "minimum",
    "width",
    "invited",
    "answered",
    "cuts",
    "items",
    "scales",
    "index",
    "comments",
    "method",
  ],
  survey: ["id", "version", "title"],
  cut: ["codes", "label", "categories"],
  category: ["values", "label", "headcount", "answered"],
  item: ["code", "label", "kind", "dimension", "reverseKeyed", "points", "cells", "rest", "beside"],
  beside: ["waves", "told", "direction"],
  scale: ["code", "label", "items", "lowest", "highest", "cells"],
  cells: ["total", "cuts"],
  distribution: ["kind", "given", "borders", "choices"],
  border: ["above", "low", "high"],
  choice: ["choice", "low", "high"],
  bounds: ["low", "high"],
  score: ["mean", "sdAtMost"],
  comments: ["code", "label", "minimum", "list"],
  shown: ["shown", "n", "value"],
  suppressed: ["shown", "reason"],
} as const;

/**
 * Names parts that the audit does not know: fields, cells that carry a value although suppressed, cells beside the
 * cuts, counts that disagree with their n.
 *
 * @param tables staff tables, as they would be stored
 * @returns where they stand; empty if the audit sees everything
 * @example unknownTableParts(tables); // []
 */
export function unknownTableParts(tables: StaffTables): readonly string[] {
  const scales = scalesOf(tables);
  const categories = tables.cuts.flatMap((cut) => cut.categories);
  const distributions = tables.items.flatMap(({ cells, rest }) => [
    cells.total,
    ...cells.cuts.flat(),
    ...(rest === undefined ? [] : [rest]),
  ]);
  const scores = scales.flatMap(({ cells }) => [cells.total, ...cells.cuts.flat()]);
  const counts = [tables.answered, ...categories.map(({ answered }) => answered)];
  const { comments = [] } = tables;
  const lists = comments.map(({ list }) => list);
  const all: readonly Cell<unknown>[] = [...counts, ...distributions, ...scores, ...lists];
  const shown = distributions.flatMap((cell) => (cell.shown ? [cell] : []));
  const measures = [...tables.items, ...scales];
  return [
    ...strange("tables", [tables]),
    ...strange("survey", [tables.survey]),
    ...strange("cut", tables.cuts),
    ...strange("category", categories),
    ...strange("item", tables.items),
    ...strange(
      "beside",
      tables.items.flatMap(({ beside }) => beside ?? []),
    ),
    ...strange("scale", scales),
    ...strange(
      "cells",
      measures.map(({ cells }) => cells),
    ),
    ...strange(
      "distribution",
      shown.map(({ value }) => value),
    ),
    ...strangeBounds(shown.map(({ value }) => value)),
    ...strange(
      "score",
      scores.flatMap((cell) => (cell.shown ? [cell.value] : [])),
    ),
    ...strange("comments", comments),
    ...(lists.every((list) => !list.shown || isTexts(list.value)) ? [] : ["comments that are no texts"]),
    ...strange(
      "shown",
      all.filter((cell) => cell.shown),
    ),
    ...strange(
      "suppressed",
      all.filter((cell) => !cell.shown),
    ),
    ...(counts.some((cell) => cell.shown && cell.n !== cell.value) ? ["a count that is not its n"] : []),
    ...(shown.some(
      ({ n, value: { given } }) => !(0 <= given.low && given.low <= given.high && given.high <= n),
    )
      ? ["a distribution that is not of its n"]
      : []),
    ...(measures.every(({ cells }) => fits(cells.cuts, tables))
      ? []
      : ["figures of other groups than the cuts"]),
  ];
}

function strangeBounds(all: readonly StaffDistribution[]): readonly string[] {
  return [
    ...strange(
      "border",
      all.flatMap((one) => (one.kind === "scale" ? one.borders : [])),
    ),
    ...strange(
      "choice",
      all.flatMap((one) => (one.kind === "choice" ? one.choices : [])),
    ),
    ...strange(
      "bounds",
      all.map(({ given }) => given),
    ),
  ];
}

function strange(kind: keyof typeof KNOWN, parts: readonly object[]): readonly string[] {
  const known: readonly string[] = KNOWN[kind];
  const found = parts.flatMap((part) => Object.keys(part).filter((key) => !known.includes(key)));
  return [...new Set(found)].map((key) => `${kind}, field ${key}`);
}

/** Whatever was stored: only texts may stand in a list. */
function isTexts(list: unknown): boolean {
  return Array.isArray(list) && list.every((text) => typeof text === "string");
}

function fits(cells: readonly (readonly unknown[])[], { cuts }: StaffTables): boolean {
  return (
    cells.length === cuts.length && cells.every((own, cut) => own.length === cuts[cut]?.categories.length)
  );
}
