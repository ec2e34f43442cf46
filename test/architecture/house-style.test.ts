/** Every file keeps the house's form, and each check is seen to fire. */
import { describe, expect, test } from "vitest";
import { HOUSE_STYLE } from "./house-style.ts";
import { sourceFiles } from "./source-files.ts";

const check = (path: string, text: string): string[] => HOUSE_STYLE.flatMap((rule) => rule({ path, text }));
const opening = "/** What lives here. */\n";

describe("the form of source files", () => {
  test("all files keep it", () => {
    const files = sourceFiles();
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => HOUSE_STYLE.flatMap((rule) => rule(file)))).toEqual([]);
  });

  test.each([
    ["a file without its sentence", "api/a.ts", "export const a = 1;\n"],
    ["a file that grew too long", "api/a.ts", opening + "\n".repeat(301)],
    ["a folder that says nothing", "api/utils/a.ts", opening],
    ["a name that says nothing", "api/wave-manager.ts", opening],
    ["a cast in the open", "api/a.ts", `${opening}export const a = JSON.parse("1") as number;\n`],
    [
      "a public function without docstring",
      "surveys/a.ts",
      `${opening}\nexport function a(): number { return 1; }\n`,
    ],
    [
      "a docstring that hides what is thrown",
      "analysis/a.ts",
      `${opening}\n/** One.\n * @returns one */\nexport function a(): number { throw new RangeError("a"); }\n`,
    ],
    ["a barrel", "api/a.ts", `${opening}export { b } from "./b.ts";\n`],
  ])("%s is found", (_name, path, text) => {
    expect(check(path, text)).toHaveLength(1);
  });

  test("a cast under its guarantee passes", () => {
    const text = `${opening}\n/** The text was written by ourselves. */\nfunction a(): number {\n  return JSON.parse("1") as number;\n}\na();\n`;
    expect(check("api/a.ts", text)).toEqual([]);
  });
});
