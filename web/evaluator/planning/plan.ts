/** How small a change a survey can show: worked out from expected answers; what is asked stands in the address. */
import { bandLimit } from "../../../analysis/comparison/practical-band.ts";
import { smallestDetectableDs, smallestDetectableDz } from "../../../analysis/statistics/power.ts";

/** Every field as typed. */
export interface PlanDraft {
  readonly before: string;
  readonly after: string;
  readonly linked: boolean;
  /** Of a person's answers in both waves. */
  readonly correlation: string;
  readonly sd: string;
  readonly points: string;
}

const PLAIN: PlanDraft = {
  before: "200",
  after: "200",
  linked: false,
  correlation: "0.5",
  sd: "0.8",
  points: "5",
};

export interface Plan {
  readonly before: number;
  readonly after: number;
  readonly linked: boolean;
  readonly correlation: number;
  readonly sd: number;
  readonly points: number;
}

/** What can be shown with 80 % probability, in scale points. */
export interface SmallestChange {
  readonly change: number;
  /** In points of an index from 0 to 100. */
  readonly indexPoints: number;
}

const TEXT_FIELDS = ["before", "after", "correlation", "sd", "points"] as const;

export function readPlanDraft(search: URLSearchParams): PlanDraft {
  const texts = TEXT_FIELDS.map((name) => [name, search.get(name) ?? PLAIN[name]] as const);
  return { ...PLAIN, ...Object.fromEntries(texts), linked: search.get("linked") === "yes" };
}

/** Only what differs from the plain plan stands in the address. */
export function planQuery(draft: PlanDraft): Record<string, string> {
  const texts = TEXT_FIELDS.filter((name) => draft[name] !== PLAIN[name]).map(
    (name) => [name, draft[name]] as const,
  );
  return { ...Object.fromEntries(texts), ...(draft.linked ? { linked: "yes" } : {}) };
}

interface Bounds {
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
}

/** What each field takes. */
export const PLAN_BOUNDS = {
  before: { from: 2, to: 1_000_000, whole: true },
  after: { from: 2, to: 1_000_000, whole: true },
  correlation: { from: 0, to: 0.99, whole: false },
  sd: { from: 0.1, to: 10, whole: false },
  points: { from: 2, to: 11, whole: true },
} as const satisfies Record<string, Bounds>;

export type PlanField = keyof typeof PLAN_BOUNDS;

function readNumber(text: string, { from, to, whole }: Bounds): number | undefined {
  const value = text.trim() === "" ? Number.NaN : Number(text.replace(",", "."));
  return value >= from && value <= to && (!whole || Number.isInteger(value)) ? value : undefined;
}

/** The plan, or the fields that say none. */
export function readPlan(draft: PlanDraft): Plan | { readonly wrong: readonly PlanField[] } {
  const before = readNumber(draft.before, PLAN_BOUNDS.before);
  const after = readNumber(draft.after, PLAN_BOUNDS.after);
  const correlation = readNumber(draft.correlation, PLAN_BOUNDS.correlation);
  const sd = readNumber(draft.sd, PLAN_BOUNDS.sd);
  const points = readNumber(draft.points, PLAN_BOUNDS.points);
  if (
    before === undefined ||
    after === undefined ||
    correlation === undefined ||
    sd === undefined ||
    points === undefined
  ) {
    const read = { before, after, correlation, sd, points };
    return { wrong: TEXT_FIELDS.filter((name) => read[name] === undefined) };
  }
  return { before, after, correlation, sd, points, linked: draft.linked };
}

/** The smallest change that is shown with a probability of 80 %, tested two-sided at 5 %. */
export function smallestChange({ before, after, linked, correlation, sd, points }: Plan): SmallestChange {
  const effect = linked
    ? smallestDetectableDz(Math.min(before, after))
    : smallestDetectableDs([before, after]);
  const change = effect * (linked ? sd * Math.sqrt(2 * (1 - correlation)) : sd);
  return { change, indexPoints: (change / (points - 1)) * 100 };
}

/** From this change on it matters in practice, in scale points. */
export function bandOf({ points }: Plan): number {
  return bandLimit("scale", 1, points);
}

const LADDER = [10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000, 2000, 5000] as const;

export interface PlanStep extends SmallestChange {
  readonly answers: number;
}

/** The same for other numbers of answers, equal in both waves. */
export function planSteps(plan: Plan): readonly PlanStep[] {
  return LADDER.map((answers) => ({
    answers,
    ...smallestChange({ ...plan, before: answers, after: answers }),
  }));
}

const MOST = 1_000_000;

/** How many answers each wave needs to show what matters in practice; null above a million. */
export function answersNeeded(plan: Plan): number | null {
  const band = bandOf(plan);
  const isEnough = (answers: number) =>
    smallestChange({ ...plan, before: answers, after: answers }).change <= band;
  if (!isEnough(MOST)) return null;
  let [low, high] = [2, MOST];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
