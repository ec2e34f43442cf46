/** Whether the server's clock may be believed: pure arithmetic on what was seen of it, in milliseconds. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Setting a clock by the network moves it by less. */
const TOLERANCE = 5 * MINUTE;
/** A restart. A longer stop is usual as well, but nobody measured how long it was. */
const SHORT_STOP = HOUR;
/** A server that is switched on once a week. */
const LONGEST_STOP = 8 * DAY;
/** A machine that slept, or one without a clock of its own that was set by the network after its start. */
const LONGEST_SLEEP = DAY;

/** What is known of the clock so far; all by the clock itself. */
export interface ClockRecord {
  readonly seenAt: number;
  /** Since then it went as a second clock did that nobody can set, over stops no longer than a restart takes. */
  readonly steadySince: number;
  /** Since then it made no jump that neither a stop nor a sleep explains. */
  readonly plausibleSince: number;
}

export interface Sighting {
  readonly now: number;
  /** By the clock that nobody can set, since the last sighting; undefined for the first of a process. */
  readonly elapsed: number | undefined;
}

export interface SightedClock {
  readonly record: ClockRecord;
  /** By how much it jumped, if by more than anything explains or backwards; what was seen due before is void. */
  readonly jumped: number | undefined;
}

/** Without a record nothing is known: the clock has to be watched for a while. */
export function sightClock(before: ClockRecord | undefined, { now, elapsed }: Sighting): SightedClock {
  if (before === undefined) {
    return { record: { seenAt: now, steadySince: now, plausibleSince: 0 }, jumped: undefined };
  }
  const by = now - before.seenAt - (elapsed ?? 0);
  const steady = by >= -TOLERANCE && by <= (elapsed === undefined ? SHORT_STOP : TOLERANCE);
  if (steady) return { record: { ...before, seenAt: now }, jumped: undefined };
  const explained = by > 0 && by <= (elapsed === undefined ? LONGEST_STOP : LONGEST_SLEEP);
  if (explained) return { record: { ...before, seenAt: now, steadySince: now }, jumped: undefined };
  // Backwards nothing comes due; a jump ahead that is taken back is no reason for doubt any more.
  const plausibleSince = by < 0 ? (before.plausibleSince > now ? 0 : before.plausibleSince) : now;
  return { record: { seenAt: now, steadySince: now, plausibleSince }, jumped: by };
}

/** Ending a collection cannot be undone: an hour after anything odd, a day after a jump that nothing explains. */
export function mayEnd({ seenAt, steadySince, plausibleSince }: ClockRecord): boolean {
  return seenAt - steadySince >= HOUR && seenAt - plausibleSince >= DAY;
}

/**
 * Destroying answers: two observations a day apart. Either the clock was watched for a day, or what is due was seen
 * to be due a day ago and no jump made that void since.
 * @param dueSince when it was first seen to be due
 */
export function mayDestroy({ seenAt, steadySince }: ClockRecord, dueSince: number): boolean {
  return seenAt - steadySince >= DAY || seenAt - dueSince >= DAY;
}
