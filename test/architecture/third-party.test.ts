/** What production installs is listed, licensed, pinned, and free of build and test tools. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { thirdPartyLicences } from "../support/third-party-licences.ts";

const root = join(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const dependencies = (kind: string): Readonly<Record<string, string>> =>
  JSON.parse(read("package.json"))[kind];

describe("third-party packages", () => {
  test("are listed with their licences as the lock file has them", () => {
    expect(read("THIRD-PARTY-LICENCES.md")).toBe(thirdPartyLicences());
  });

  test("have licences that let the product be given away", () => {
    const licences = [...thirdPartyLicences().matchAll(/^\| \S+ \| \d\S* \| (.+) \|$/gm)].map(
      (match) => match[1] ?? "",
    );
    expect(licences.length).toBeGreaterThan(20);
    for (const licence of licences)
      expect(licence).toMatch(/MIT|ISC|BSD|Apache-2\.0|Unlicense|0BSD|CC0|BlueOak/);
  });

  test("are pinned to exact versions", () => {
    const versions = Object.values({ ...dependencies("dependencies"), ...dependencies("devDependencies") });
    expect(versions.length).toBeGreaterThan(30);
    for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("of production hold no build or test tools", () => {
    const listed = thirdPartyLicences();
    for (const tool of [
      "vite",
      "vitest",
      "typescript",
      "tsx",
      "esbuild",
      "drizzle-kit",
      "playwright-core",
      "biome",
      "rolldown",
    ]) {
      expect(listed).not.toMatch(new RegExp(`^\\| (@\\w+/)?${tool} `, "m"));
    }
  });

  test("come from a lock file without download addresses", () => {
    expect(read("package-lock.json")).not.toMatch(/"resolved"|https?:\/\/registry/);
  });
});
