/** Which clocks are believed: restarts, nights, sleeps and jumps, one after the other. */
import { describe, expect, it } from "vitest";
import {
  type ClockRecord,
  mayDestroy,
  mayEnd,
  type Sighting,
  sightClock,
} from "../../../api/time/sight-clock.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.parse("2026-03-02T09:00:00Z");

/** A clock watched evenly, twice a minute, for as long as is said. */
function watched(before: ClockRecord | undefined, from: number, long: number): ClockRecord {
  let { record } = sightClock(before, { now: from, elapsed: before === undefined ? undefined : 0 });
  for (let passed = MINUTE / 2; passed <= long; passed += MINUTE / 2) {
    ({ record } = sightClock(record, { now: from + passed, elapsed: MINUTE / 2 }));
  }
  return record;
}

const seen = (record: ClockRecord, sighting: Sighting) => sightClock(record, sighting);
const even = watched(undefined, START, 3 * DAY);
const now = START + 3 * DAY;
/** What comes due at this moment. */
const justDue = (record: ClockRecord) => mayDestroy(record, record.seenAt);

describe("a clock", () => {
  it("that nobody watched before has to be watched: an hour to end, a day to destroy", () => {
    const first = watched(undefined, START, 0);
    expect([mayEnd(first), justDue(first)]).toEqual([false, false]);
    const hour = watched(first, START, HOUR);
    expect([mayEnd(hour), justDue(hour)]).toEqual([true, false]);
    expect([mayEnd(even), justDue(even)]).toEqual([true, true]);
  });

  it("is believed over a restart and small corrections", () => {
    for (const sighting of [
      { now: now + 10 * MINUTE, elapsed: undefined },
      { now: now + 34 * MINUTE, elapsed: 30 * MINUTE },
      { now: now - 2 * MINUTE, elapsed: 1000 },
    ]) {
      const { record, jumped } = seen(even, sighting);
      expect(jumped).toBeUndefined();
      expect([mayEnd(record), justDue(record)]).toEqual([true, true]);
    }
  });

  it("ends nothing for an hour after a night or a weekend without it", () => {
    for (const stop of [14 * HOUR, 63 * HOUR]) {
      const { record, jumped } = seen(even, { now: now + stop, elapsed: undefined });
      expect(jumped).toBeUndefined();
      expect([mayEnd(record), justDue(record)]).toEqual([false, false]);
      expect(mayEnd(watched(record, now + stop, HOUR))).toBe(true);
    }
  });

  it("that is switched off every night destroys what was seen due a day ago", () => {
    const due = now;
    const { record } = seen(even, { now: now + 14 * HOUR, elapsed: undefined });
    expect(mayDestroy(record, due)).toBe(false);
    const next = seen(record, { now: now + 38 * HOUR, elapsed: undefined }).record;
    expect(mayDestroy(next, due)).toBe(true);
  });

  it.each([
    { jump: "while it runs", elapsed: MINUTE / 2 },
    { jump: "while it was stopped", elapsed: undefined },
  ])("that is 400 days ahead $jump ends and destroys nothing for a day", ({ elapsed }) => {
    const ahead = now + 400 * DAY;
    const { record, jumped } = seen(even, { now: ahead, elapsed });
    expect(Math.round((jumped ?? 0) / DAY)).toBe(400);
    expect([mayEnd(record), justDue(record)]).toEqual([false, false]);
    const hours = watched(record, ahead, 23 * HOUR);
    expect([mayEnd(hours), justDue(hours)]).toEqual([false, false]);
    const back = seen(hours, { now: now + 23 * HOUR, elapsed: MINUTE / 2 });
    expect(Math.round((back.jumped ?? 0) / DAY)).toBe(-400);
    expect([mayEnd(back.record), justDue(back.record)]).toEqual([false, false]);
    expect(mayEnd(watched(back.record, now + 23 * HOUR, HOUR))).toBe(true);
  });

  it("that is set back a month is a jump as well", () => {
    const { record, jumped } = seen(even, { now: now - 30 * DAY, elapsed: MINUTE / 2 });
    expect(jumped).toBeLessThan(0);
    expect(justDue(record)).toBe(false);
  });
});
