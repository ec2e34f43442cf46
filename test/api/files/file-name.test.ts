/** Names of files: every system takes them, and whoever finds one in a folder knows what it is of. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fileName } from "../../../api/files/file-name.ts";

test("a title is its words in plain letters, accents left out", () => {
  expect(fileName(["Staff survey, a year on"])).toBe("staff-survey-a-year-on");
  expect(fileName(["Enquête générale 2026"])).toBe("enquete-generale-2026");
});

test("both surveys of a comparison keep their first and last words", () => {
  const titles = [
    "Comparison",
    "Staff survey of all services of the whole organisation, spring 2025",
    "to",
    "Staff survey of all services of the whole organisation, autumn 2026",
  ];
  expect(fileName(titles)).toBe(
    "comparison-staff-survey-of-all-organisation-spring-2025-to-staff-survey-of-all-organisation-autumn-2026",
  );
});

test("a title without Latin letters has a name too", () => {
  expect(fileName(["استبيان الموظفين"])).toBe("soundings");
  expect(fileName(["Comparison", "調査", "to", "調査"])).toBe("comparison-to");
});

test("whatever the titles are, the name is short and plain", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 200 }), { maxLength: 4 }), (titles) => {
      expect(fileName(titles)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(fileName(titles).length).toBeLessThanOrEqual(4 * 49);
    }),
  );
});
