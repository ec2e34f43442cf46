/** Tables of an invented staff survey, as the screens receive them: for tests of screens without a server. */
import { readFileSync } from "node:fs";
import type { Cell } from "../../analysis/disclosure/cell.ts";
import { exactScale } from "../../analysis/staff-tables/answer-bounds.ts";
import { exactly } from "../../analysis/staff-tables/count-bounds.ts";
import type {
  StaffCategory,
  StaffCells,
  StaffCut,
  StaffDistribution,
  StaffItem,
  StaffScale,
  StaffScore,
  StaffTables,
} from "../../analysis/staff-tables/staff-tables-model.ts";
import type { Item, SurveyDefinition } from "../../surveys/definition.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import { seededRandom } from "./seeded-random.ts";

const MINIMUM = 10;

interface Invented {
  readonly seed: number;
  /** Added to the pull of every answer: 0.3 is a clear rise. */
  readonly lift: number;
  /** Answers of each area, in the order of the survey's choices. */
  readonly areas: readonly number[];
}

interface World extends Invented {
  readonly random: () => number;
  readonly definition: SurveyDefinition;
}

function english(text: Readonly<Record<string, string>>): string {
  return text["en"] ?? "";
}

function cellOf<V>(n: number, value: V): Cell<V> {
  return n < MINIMUM ? { shown: false, reason: "too-few-answers" } : { shown: true, n, value };
}

function draw(world: World, pull: number, points: number): number {
  const spread = (world.random() + world.random() + world.random() - 1.5) * 2.2;
  const middle = 1 + (points - 1) * 0.55;
  return Math.min(points, Math.max(1, Math.round(middle + pull + world.lift + spread)));
}

function distribution(
  answers: readonly number[],
  { points, kind }: { readonly points: number; readonly kind: StaffItem["kind"] },
): StaffDistribution {
  const counts = Array.from(
    { length: points },
    (_, index) => answers.filter((answer) => answer === index + 1).length,
  );
  if (kind === "scale") return exactScale(counts);
  const choices = counts.map((count, index) => ({ choice: index + 1, ...exactly(count) }));
  return { kind, given: exactly(answers.length), choices };
}

/** The total, and every cut's categories; beside a small category one more is hidden, since it would reveal the small one. */
function cells<V>(groups: readonly V[], total: V, ns: readonly number[]): StaffCells<V> {
  const sum = ns.reduce((all, n) => all + n, 0);
  const parts = groups.map((group, index) => cellOf(ns[index] ?? 0, group));
  const small = parts.findIndex((cell) => !cell.shown && cell.reason === "too-few-answers");
  const beside = small === -1 ? -1 : parts.findIndex((cell, index) => index !== small && cell.shown);
  const hidden = parts.map(
    (cell, index): Cell<V> => (index === beside ? { shown: false, reason: "would-reveal-another" } : cell),
  );
  return { total: cellOf(sum, total), cuts: [hidden] };
}

function itemOf(world: World, item: Item): StaffItem {
  const scale =
    item.metadata.scale === undefined ? undefined : world.definition.soundings.scales[item.metadata.scale];
  const points =
    scale === undefined ? (item.choices ?? []).map(({ label }) => english(label)) : scale.labels.map(english);
  const pull = (world.random() - 0.5) * 1.2;
  const answers = world.areas.map((n, area) =>
    Array.from({ length: Math.max(0, n - Math.floor(world.random() * 4)) }, () =>
      draw(world, scale === undefined ? -2 : pull + (area - 2) * 0.15, points.length),
    ),
  );
  const kind = scale === undefined ? "choice" : "scale";
  const shape = { points: points.length, kind } as const;
  const groups = answers.map((list) => distribution(list, shape));
  const total = distribution(answers.flat(), shape);
  return {
    code: item.code,
    label: english(item.title),
    kind,
    dimension: item.metadata.dimension ?? null,
    reverseKeyed: item.metadata.reverseKeyed === true,
    points,
    cells: cells(
      groups,
      total,
      answers.map((list) => list.length),
    ),
  };
}

function scaleOf(
  world: World,
  { code, label }: { code: string; label: string },
  items: readonly string[],
): StaffScale {
  const index = code === "index";
  const score = (area: number): StaffScore => {
    const mean = 3.2 + world.lift * 0.9 + (area - 2) * 0.12 + (world.random() - 0.5) * 0.3;
    const shown = index ? (mean - 1) * 25 : mean;
    return { mean: { low: shown, high: shown }, sdAtMost: index ? 18 : 0.75 };
  };
  const ns = world.areas.map((n) => Math.max(0, n - 2));
  return {
    code,
    label,
    items,
    lowest: index ? 0 : 1,
    highest: index ? 100 : 5,
    cells: cells(
      ns.map((_, area) => score(area)),
      score(2),
      ns,
    ),
  };
}

function cutOf({ definition, areas }: World): StaffCut {
  const item = definition.items.find(({ code }) => code === "area");
  const categories = areas.map((n, index): StaffCategory => {
    const choice = item?.choices?.[index];
    return {
      values: [choice?.value ?? ""],
      label: choice === undefined ? "" : english(choice.label),
      headcount: Math.round(n * 1.6) + 3,
      answered: cellOf(n, n),
    };
  });
  return { codes: ["area"], label: "Area", categories };
}

/** Tables of the shipped staff-confidence survey, cut by area. */
export function inventedStaffTables(invented: Invented): StaffTables {
  const definition = readDefinition(readFileSync("surveys/library/staff-confidence.json", "utf8"));
  const below = seededRandom(invented.seed);
  const world: World = { ...invented, random: () => below(1_000_000) / 1_000_000, definition };
  const asked = definition.items.filter(
    ({ kind, code }) => kind === "scale" || (kind === "choice" && code !== "area"),
  );
  const items = asked.map((item) => itemOf(world, item));
  const scales = definition.soundings.dimensions.map((dimension) =>
    scaleOf(
      world,
      { code: dimension.code, label: english(dimension.label) },
      items.flatMap(({ code, dimension: of }) => (of === dimension.code ? [code] : [])),
    ),
  );
  const answered = invented.areas.reduce((sum, n) => sum + n, 0);
  return {
    format: 2,
    survey: {
      id: "staff-confidence",
      version: definition.soundings.version,
      title: english(definition.title),
    },
    minimum: MINIMUM,
    width: null,
    invited: Math.round(answered * 1.6) + 18,
    answered: cellOf(answered, answered),
    cuts: [cutOf(world)],
    items,
    scales,
    index: scaleOf(
      world,
      { code: "index", label: "Index" },
      scales.flatMap(({ items: of }) => of),
    ),
    method: "passes",
  };
}

/** Two waves a year apart: confidence rose, one area is too small to show. */
export const BEFORE = inventedStaffTables({ seed: 11, lift: 0, areas: [64, 41, 88, 52, 30, 7] });
export const AFTER = inventedStaffTables({ seed: 12, lift: 0.35, areas: [70, 45, 79, 60, 26, 8] });
