/** Watches the server's clock beside one that nobody can set, and says what may be done by it. */
import type { Clock } from "../clock.ts";
import type { PeopleStore } from "../storage/people-store.ts";
import { type ClockRecord, mayDestroy, mayEnd, sightClock } from "./sight-clock.ts";
import { dueSince, forgetDue, forgetSightings, storeClock, storedClock } from "./store.ts";

/** What is stored may be older than what was seen by this much: far less than a restart takes. */
const STORED_EVERY_MILLISECONDS = 5 * 60_000;

export interface ClockWatch {
  /** To be called before anything is done because its time has come. */
  look(): Promise<void>;
  /** Whether collections may be ended at their deadlines. */
  mayEnd(): boolean;
  /** Whether answers may be destroyed whose date has come; notes when it was first seen to have come. */
  mayDestroy(wave: string): Promise<boolean>;
  destroyed(wave: string): Promise<void>;
}

export interface WatchedClock {
  readonly people: PeopleStore;
  readonly clock: Clock;
  /** Milliseconds since some moment, by a clock that nobody can set. */
  readonly elapsed: () => number;
  readonly log: (line: string) => void;
}

function jumpText(by: number): string {
  const hours = Math.round(Math.abs(by) / 3_600_000);
  const size = hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
  return `clock: it jumped ${by > 0 ? "ahead" : "back"} by about ${size}. No wave is closed at its deadline and no answers are destroyed at their date until it has gone evenly for a day. Set the machine's clock if it is wrong.`;
}

const due = (wave: string): string => `destroy ${wave}`;

export function watchClock({ people, clock, elapsed, log }: WatchedClock): ClockWatch {
  let last: { readonly record: ClockRecord; readonly at: number } | undefined;
  let storedAt = Number.NEGATIVE_INFINITY;
  const record = (): ClockRecord => {
    if (last === undefined) throw new RangeError("a clock has to be looked at before it is believed");
    return last.record;
  };
  return {
    look: async () => {
      const at = elapsed();
      const before = last?.record ?? (await people.read(storedClock));
      const sighting = {
        now: clock().getTime(),
        elapsed: last === undefined ? undefined : at - last.at,
      };
      const seen = sightClock(before, sighting);
      const odd = seen.record.steadySince !== before?.steadySince;
      if (odd || at - storedAt >= STORED_EVERY_MILLISECONDS) {
        await people.write(async (tx) => {
          if (seen.jumped !== undefined) await forgetSightings(tx);
          await storeClock(tx, seen.record);
        });
        storedAt = at;
      }
      last = { record: seen.record, at };
      if (seen.jumped !== undefined) log(jumpText(seen.jumped));
    },
    mayEnd: () => mayEnd(record()),
    mayDestroy: async (wave) => {
      const since = await people.write((tx) => dueSince(tx, due(wave), clock()));
      return mayDestroy(record(), since.getTime());
    },
    destroyed: (wave) => people.write((tx) => forgetDue(tx, due(wave))),
  };
}
