/** The hours at which progress is counted, by the clock of the machine, which is the organisation's. */

const HOURS = [7, 13] as const;

export const FIXED_HOURS: readonly number[] = HOURS;

function at(day: Date, daysLater: number, hour: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + daysLater, hour);
}

/** The latest fixed hour that has come. */
export function lastFixedHour(now: Date): Date {
  const times = [-1, 0].flatMap((days) => HOURS.map((hour) => at(now, days, hour)));
  return times.filter((time) => time <= now).at(-1) ?? at(now, -1, HOURS[1]);
}

/** The next one. */
export function nextFixedHour(now: Date): Date {
  const times = [0, 1].flatMap((days) => HOURS.map((hour) => at(now, days, hour)));
  return times.find((time) => time > now) ?? at(now, 1, HOURS[0]);
}
