/** The hours at which progress is counted lie where the machine's clock has them. */
import { expect, test } from "vitest";
import { FIXED_HOURS, lastFixedHour, nextFixedHour } from "../../../api/waves/fixed-hours.ts";

const at = (day: number, hour: number, minute = 0) => new Date(2026, 2, day, hour, minute);

test("before the first hour it was yesterday's last one; at an hour it is that hour", () => {
  expect(lastFixedHour(at(5, 6, 59))).toEqual(at(4, 13));
  expect(lastFixedHour(at(5, 7))).toEqual(at(5, 7));
  expect(lastFixedHour(at(5, 12, 59))).toEqual(at(5, 7));
  expect(lastFixedHour(at(5, 23))).toEqual(at(5, 13));
  expect(nextFixedHour(at(5, 7))).toEqual(at(5, 13));
  expect(nextFixedHour(at(5, 13))).toEqual(at(6, 7));
  expect(nextFixedHour(at(31, 20))).toEqual(new Date(2026, 3, 1, 7));
});

test("whenever it is, the last has come, the next has not, and both are among the hours told", () => {
  for (let minutes = 0; minutes < 3 * 24 * 60; minutes += 37) {
    // Over the night on which clocks change in most of Europe.
    const now = new Date(2026, 2, 28, 0, minutes);
    const [last, next] = [lastFixedHour(now), nextFixedHour(now)];
    expect(last <= now && now < next).toBe(true);
    expect([last, next].every((time) => FIXED_HOURS.includes(time.getHours()))).toBe(true);
  }
});
