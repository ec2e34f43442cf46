/** When each side of a pair is asked how it is going: day 14, after the first meeting, then every month. */

/** day-14, first-meeting, month-1, month-2 ... */
export type PulseKind = "day-14" | "first-meeting" | `month-${number}`;

export interface PulseFacts {
  readonly activeAt: Date;
  /** Day of the first meeting, such as "2026-03-09"; null before it. */
  readonly firstMeetingOn: string | null;
  /** Last day of the agreement. */
  readonly endsOn: string;
  readonly asked: readonly { readonly kind: PulseKind; readonly dueAt: Date }[];
  readonly now: Date;
}

export interface DuePulse {
  readonly kind: PulseKind;
  readonly dueAt: Date;
}

const DAY = 86_400_000;
const FIRST_DAYS = 14;
const MONTH_DAYS = 30;
/** Nobody is asked twice within this time. */
const APART_DAYS = 7;

/**
 * The pulse that one side is to be asked now, if any. One that came too soon after another is left out rather than
 * put off.
 *
 * @param facts dates of the pair, what this side was asked so far, and the time
 * @returns the latest pulse that is due and was not asked, or undefined
 * @example pulseDue({ activeAt, firstMeetingOn: null, endsOn: "2026-12-02", asked: [], now })?.kind; // "day-14"
 */
export function pulseDue(facts: PulseFacts): DuePulse | undefined {
  const end = Date.parse(`${facts.endsOn}T00:00:00Z`);
  const known = new Set(facts.asked.map(({ kind }) => kind));
  const due = plan(facts, end).filter(
    ({ kind, dueAt }) => dueAt.getTime() <= facts.now.getTime() && !known.has(kind),
  );
  const latest = due.reduce<DuePulse | undefined>(
    (best, pulse) => (best === undefined || pulse.dueAt >= best.dueAt ? pulse : best),
    undefined,
  );
  if (latest === undefined) return undefined;
  const tooSoon = facts.asked.some(
    ({ dueAt }) => latest.dueAt.getTime() - dueAt.getTime() < APART_DAYS * DAY,
  );
  return tooSoon ? undefined : latest;
}

function plan({ activeAt, firstMeetingOn, now }: PulseFacts, end: number): readonly DuePulse[] {
  const begin = activeAt.getTime();
  const pulses: DuePulse[] = [{ kind: "day-14", dueAt: new Date(begin + FIRST_DAYS * DAY) }];
  if (firstMeetingOn !== null) {
    const dueAt = new Date(Math.max(begin, Date.parse(`${firstMeetingOn}T00:00:00Z`)) + DAY);
    pulses.push({ kind: "first-meeting", dueAt });
  }
  for (let month = 1; begin + month * MONTH_DAYS * DAY <= now.getTime(); month += 1) {
    pulses.push({ kind: `month-${month}`, dueAt: new Date(begin + month * MONTH_DAYS * DAY) });
  }
  return pulses.filter(({ dueAt }) => dueAt.getTime() <= end);
}
