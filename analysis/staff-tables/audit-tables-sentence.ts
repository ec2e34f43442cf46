/** What a refused release is told: why, which earlier release it would complete, and what could be released instead. */
import type { Cell } from "../disclosure/cell.ts";
import type { Finding } from "../disclosure-audit/finding.ts";
import { withCuts } from "./one-cut.ts";
import type { EarlierTables } from "./published-figures.ts";
import type { StaffTables } from "./staff-tables-model.ts";

interface Refused {
  readonly tables: StaffTables;
  /** At least one. */
  readonly findings: readonly Finding[];
  readonly earlier: readonly EarlierTables[];
}

/** Whether other tables would pass the audit beside some earlier ones. */
type Passes = (tables: StaffTables, earlier: readonly EarlierTables[]) => boolean;

/** More groups are not named. */
const NAMED = 3;

/**
 * Words a refusal. It names groups and figures, never an answer.
 *
 * @param refused the tables, what was found, and what was released before
 * @param passes audits other tables
 * @returns two or three sentences
 * @example refusal({ tables, findings, earlier: [] }, () => false);
 */
export function refusal({ tables, findings, earlier }: Refused, passes: Passes): string {
  const [first] = findings;
  const reason = first?.sentence ?? "";
  if (
    findings.every(({ kind }) => kind === "not-checked" || kind === "unexplained" || kind === "not-derived")
  ) {
    return reason;
  }
  const alone = earlier.length > 0 && passes(tables, []);
  const completed = alone ? earlier.filter((one) => !passes(tables, [one])).map(({ name }) => name) : [];
  const beside = listed(completed.length > 0 ? completed : ["what was released earlier"], "and");
  const completes = alone
    ? `Set beside ${beside}, these figures would complete what was left out there. `
    : "";
  return `${completes}${reason} ${insteadOf({ tables, findings, earlier }, passes)}`;
}

function insteadOf({ tables, earlier }: Refused, passes: Passes): string {
  const ways = [...fewerCuts(tables, earlier, passes), ...moreAnswers(tables, earlier)];
  if (ways.length === 0) return "There is nothing of it that could be released instead.";
  return `It could be released ${listed(ways, "or")}.`;
}

/** Leaving one cut out, those that were not released before first; else all of them. */
function fewerCuts(
  tables: StaffTables,
  earlier: readonly EarlierTables[],
  passes: Passes,
): readonly string[] {
  const { cuts } = tables;
  const known = new Set(earlier.flatMap((one) => one.tables.cuts.map(({ codes }) => codes.join("+"))));
  const newest = cuts.toSorted(
    (a, b) => Number(known.has(a.codes.join("+"))) - Number(known.has(b.codes.join("+"))),
  );
  const found = newest.find((cut) =>
    passes(
      withCuts(tables, (other) => other !== cut),
      earlier,
    ),
  );
  if (found !== undefined) {
    return [cuts.length === 1 ? "for everybody together only" : `without the cut by “${found.label}”`];
  }
  const everybody =
    cuts.length > 1 &&
    passes(
      withCuts(tables, () => false),
      earlier,
    );
  return everybody ? ["for everybody together only"] : [];
}

/** Groups that gained some answers since an earlier release, but fewer than the minimum. */
function moreAnswers(tables: StaffTables, earlier: readonly EarlierTables[]): readonly string[] {
  const needed = new Map<string, number>();
  for (const { tables: before } of earlier) {
    for (const { label, answered } of groupsOf(tables)) {
      const then = groupsOf(before).find((group) => group.label === label)?.answered;
      if (then?.shown !== true || !answered.shown) continue;
      const gained = answered.n - then.n;
      if (gained <= 0 || gained >= tables.minimum) continue;
      needed.set(label, Math.max(needed.get(label) ?? 0, tables.minimum - gained));
    }
  }
  if (needed.size === 0) return [];
  const groups = [...needed].slice(0, NAMED).map(([label, more]) => `${more} more in ${label}`);
  const rest = needed.size - groups.length;
  return [
    `after more answers: ${listed(rest > 0 ? [...groups, `some in ${rest} more groups`] : groups, "and")}`,
  ];
}

function groupsOf({
  answered,
  cuts,
}: StaffTables): readonly { readonly label: string; readonly answered: Cell<number> }[] {
  const categories = cuts.flatMap((cut) => cut.categories);
  return [
    { label: "all", answered },
    ...categories.map((own) => ({ label: `“${own.label}”`, answered: own.answered })),
  ];
}

function listed(parts: readonly string[], word: "and" | "or"): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} ${word} ${last}`;
}
