/** Every test that ANONYMITY.md and SECURITY.md name is there. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test.each([
  ["ANONYMITY.md", 8],
  ["SECURITY.md", 20],
])("%s names tests that exist", (document, fewest) => {
  const named = readFileSync(document, "utf8").match(/test\/[\w/.-]+\.tsx?/g) ?? [];
  expect(named.length).toBeGreaterThan(fewest);
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
});

test("SECURITY.md has a section for each chapter of ASVS 5.0.0", () => {
  const text = readFileSync("SECURITY.md", "utf8");
  const chapters = Array.from({ length: 17 }, (_, place) => `| V${place + 1} `);
  expect(chapters.filter((chapter) => !text.includes(chapter))).toEqual([]);
});
