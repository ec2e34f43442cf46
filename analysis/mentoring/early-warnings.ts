/** Early warnings about a pair, by plain rules, each with its reason; never what either side answered. */
import type { Side } from "./relationship-state.ts";

export interface WatchedPair {
  readonly acceptedAt: Date | null;
  readonly activeAt: Date | null;
  /** Number of meetings recorded. */
  readonly meetings: number;
  readonly pulses: readonly {
    readonly side: Side;
    readonly dueAt: Date;
    /** Answer to "How is it going?", 1 to 5; null without one. */
    readonly going: number | null;
    readonly answered: boolean;
  }[];
}

type WarningCode = "no-agreement" | "no-meeting" | "falling" | "silent";

export interface EarlyWarning {
  readonly code: WarningCode;
  readonly sentence: string;
}

const DAY = 86_400_000;
const AGREEMENT_DAYS = 14;
const MEETING_DAYS = 21;
/** A pulse that is not answered within this time counts as silence. */
const ANSWER_DAYS = 7;

/**
 * The warnings about a pair that is accepted or active.
 *
 * @param pair dates, number of meetings, and pulses of both sides in any order
 * @param now the time
 * @returns the warnings, none when all is well; a sentence names no side where that would tell an answer
 * @example earlyWarnings(pair, now)[0]?.sentence; // "No meeting by day 21."
 */
export function earlyWarnings(pair: WatchedPair, now: Date): readonly EarlyWarning[] {
  const warnings: EarlyWarning[] = [];
  const age = (since: Date) => (now.getTime() - since.getTime()) / DAY;
  const { acceptedAt, activeAt } = pair;
  if (activeAt === null) {
    if (acceptedAt !== null && age(acceptedAt) >= AGREEMENT_DAYS) {
      warnings.push({
        code: "no-agreement",
        sentence: `The agreement has waited for both to accept it for ${AGREEMENT_DAYS} days or more.`,
      });
    }
    return warnings;
  }
  if (pair.meetings === 0 && age(activeAt) >= MEETING_DAYS) {
    warnings.push({ code: "no-meeting", sentence: `No meeting by day ${MEETING_DAYS}.` });
  }
  const sides = (["mentee", "mentor"] as const).map((side) => ({
    side,
    pulses: pair.pulses
      .filter((pulse) => pulse.side === side)
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime()),
  }));
  if (sides.some(({ pulses }) => isFalling(pulses.flatMap(({ going }) => (going === null ? [] : [going]))))) {
    warnings.push({
      code: "falling",
      sentence: "One of the two said twice in a row that it goes less well.",
    });
  }
  for (const { side, pulses } of sides) {
    const over = pulses.filter(({ answered, dueAt }) => answered || age(dueAt) >= ANSWER_DAYS);
    const last = over.slice(-2);
    if (last.length === 2 && last.every(({ answered }) => !answered)) {
      warnings.push({ code: "silent", sentence: `The ${side} left the last two pulses unanswered.` });
    }
  }
  return warnings;
}

function isFalling(values: readonly number[]): boolean {
  const [first, second, third] = values.slice(-3);
  if (first === undefined || second === undefined || third === undefined) return false;
  return first > second && second > third;
}
