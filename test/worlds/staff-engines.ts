/** Ways of making staff tables: ours, and careless ones that the auditor must break. */
import { auditTables } from "../../analysis/staff-tables/audit-tables.ts";
import { auditedClasses } from "../../analysis/staff-tables/audited-classes.ts";
import type { EarlierTables } from "../../analysis/staff-tables/published-figures.ts";
import type { StaffTables } from "../../analysis/staff-tables/staff-tables-model.ts";
import type { Engine } from "./engine.ts";
import type { Habit, StaffWorld } from "./staff-worlds.ts";
import { CODES, carelessTables, datasetOf, MINIMUM, STAFF_SURVEY, staffTablesOf } from "./staff-worlds.ts";

const thresholdOnly: Habit = (groups) => groups.map(({ answers }) => answers >= MINIMUM);

/** Below the threshold hidden, and if that is one group of a cut only, the next smallest as well. */
const nextSmallest: Habit = (groups) => {
  const shown = groups.map(({ answers }) => answers >= MINIMUM);
  for (const cut of new Set(groups.map((group) => group.cut))) {
    const own = groups.map((group, place) => ({ ...group, place })).filter((group) => group.cut === cut);
    const few = own.filter(({ place, answers }) => shown[place] !== true && answers > 0);
    const [next] = own.filter(({ place }) => shown[place] === true).toSorted((a, b) => a.answers - b.answers);
    if (few.length === 1 && next !== undefined && cut >= 0) shown[next.place] = false;
  }
  return shown;
};

/** The size of a group decides, whoever left the item out. */
const sizeOfGroup: Habit = (groups) => groups.map(({ persons }) => persons >= 2 * MINIMUM);

/** The rule that is taken where the time is over, but for one cut at a time. */
const plainRuleAlone: Habit = (groups) => {
  const everybody = groups[0]?.answers ?? 0;
  return groups.map(({ cut }) => {
    const own = groups.filter((group) => group.cut === cut && group.answers > 0);
    const rest = everybody - own.reduce((sum, { answers }) => sum + answers, 0);
    return own.every(({ answers }) => answers >= MINIMUM) && (cut < 0 || rest === 0 || rest >= MINIMUM);
  });
};

function isRefused(world: StaffWorld, tables: StaffTables, earlier: readonly EarlierTables[] = []): boolean {
  const classes = auditedClasses(STAFF_SURVEY, datasetOf(world), CODES);
  return !auditTables(tables, { classes, earlier }).publish;
}

/** Units first, grades and both together afterwards: each release by itself follows the rules. */
function cutByTwoReleases(world: StaffWorld): boolean | undefined {
  const whole = staffTablesOf(world);
  const first = staffTablesOf(world, [["unit"]]);
  const second = staffTablesOf(world, [["unit", "grade"]]);
  const news = second.items.some(({ cells }) => cells.cuts.flat().some((cell) => cell.shown));
  const sizes = (tables: StaffTables) => JSON.stringify(tables.items.map(({ cells }) => cells));
  // Where both plans together show less than each alone, there is something to complete.
  const separately = first.items.map(({ cells }, place) => ({
    total: cells.total,
    cuts: [...cells.cuts, ...(second.items[place]?.cells.cuts ?? [])],
  }));
  const together = staffTablesOf(world, [["unit"], ["unit", "grade"]]);
  if (!news || whole.method === "fallback" || JSON.stringify(separately) === sizes(together))
    return undefined;
  return isRefused(world, second, [{ name: "release 1", tables: first }]);
}

/** One more person answers after the release. */
function lateAnswer(world: StaffWorld): boolean | undefined {
  const first = staffTablesOf(world, [["unit"]]);
  const late = { unit: 1, grade: 1, calm: 3, glad: 3 };
  const later = { persons: [...world.persons, late] };
  const second = staffTablesOf(later, [["unit"]]);
  if (first.items.every(({ cells }) => !cells.total.shown)) return undefined;
  const classes = auditedClasses(STAFF_SURVEY, datasetOf(world), CODES);
  return isRefused(later, second, [{ name: "release 1", tables: first, classes }]);
}

/**
 * All engines. A world that gives an engine nothing to get wrong is left out (undefined).
 */
export function staffEngines(): readonly Engine<StaffWorld>[] {
  const careless = (name: string, habit: Habit): Engine<StaffWorld> => ({
    name,
    isWeak: true,
    isRefused: (world) => isRefused(world, carelessTables(world, habit)),
  });
  return [
    {
      name: "our rules",
      isWeak: false,
      isRefused: (world) => isRefused(world, staffTablesOf(world)),
    },
    careless("threshold only", thresholdOnly),
    careless("threshold and next smallest", nextSmallest),
    careless("size of the group, whoever skipped", sizeOfGroup),
    careless("cuts without a small category, all points", plainRuleAlone),
    { name: "a cut by two releases", isWeak: true, isRefused: (world) => cutByTwoReleases(world) },
    {
      name: "a second release with one late answer",
      isWeak: true,
      isRefused: (world) => lateAnswer(world),
    },
  ];
}
