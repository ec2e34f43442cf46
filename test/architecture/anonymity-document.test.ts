/** Every test that ANONYMITY.md names is there. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("what is said to have held names tests that exist", () => {
  const named = readFileSync("ANONYMITY.md", "utf8").match(/test\/[\w/.-]+\.test\.ts/g) ?? [];
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
});
