/** Files that cannot be used: each fault a sentence with its line and column, exit code 2, nothing half written. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixture, runCompare, scratchFolder } from "./compare-run.ts";

const SURVEY = fixture("comparison/job-attitudes.json");
const HEAD = "id,job-satisfaction,commitment,readiness,site";

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => {
  scratch = await scratchFolder();
});
afterAll(() => scratch.remove());

let files = 0;
async function compareFile(content: string | Uint8Array, ...more: readonly string[]) {
  files += 1;
  const before = await scratch.put(`before-${files}.csv`, content);
  const after = await scratch.put("good.csv", `${HEAD}\n1,2,3,4,North\n2,3,3,5,South\n`);
  const ran = await runCompare("--survey", SURVEY, "--before", before, "--after", after, ...more);
  return { ...ran, error: ran.error.replaceAll(before, "FILE") };
}

describe("a file that cannot be used", () => {
  it.each([
    ["a wrong delimiter", "id:job-satisfaction\n1:2\n", "FILE:1: The first line names one column only."],
    [
      "a missing column",
      "id,job-satisfaction,readiness\n1,2,3\n",
      'FILE:1 overall.commitment: The column "overall.commitment" is missing.',
    ],
    [
      "a column twice",
      `${HEAD},commitment\n1,2,3,4,N,5\n`,
      'FILE:1 commitment: The column "commitment" is there twice.',
    ],
    [
      "a value outside the scale",
      `${HEAD}\n1,2,3,4,N\n2,2,9,4,N\n`,
      "FILE:3 commitment: This is no point of the scale, 1 to 5.",
    ],
    [
      "a decimal comma",
      `${HEAD.replaceAll(",", ";")}\n1;2;3,5;4;N\n`,
      "FILE:2 commitment: The number has a decimal comma.",
    ],
    ["a formula", `${HEAD}\n1,=1+1,3,4,N\n`, "FILE:2 job_satisfaction: The cell holds a formula."],
    ["a row too short", `${HEAD}\n1,2,3\n`, "FILE:2: The row has 3 cells, the first line names 5 columns."],
    [
      "a quotation mark left open",
      `${HEAD}\n1,2,3,4,"N\n2,2,3,4,S\n`,
      "FILE:2: A quotation mark is not closed.",
    ],
    [
      "text behind a quotation mark",
      `${HEAD}\n1,2,3,4,"N"x\n`,
      "FILE:2: Text follows a closing quotation mark.",
    ],
    ["an empty file", "", "FILE:1: The file is empty."],
    ["a header alone", `${HEAD}\n`, "FILE:1: No row of the file takes part."],
    [
      "an answer in words",
      `${HEAD}\n1,often,3,4,N\n`,
      "FILE:2 job_satisfaction: This is no point of the scale, 1 to 5.",
    ],
  ])("%s", async (_, content, sentence) => {
    const { code, out, error } = await compareFile(content);
    expect(error).toContain(sentence);
    expect(error).toContain("Nothing was compared.");
    expect(code).toBe(2);
    expect(out).toBe("");
  });

  it("names letters of another encoding by line and column", async () => {
    const latin1 = Buffer.from(`${HEAD}\n1,2,3,4,N\n2,2,3,4,M\xfcnchen\n`, "latin1");
    const { code, error } = await compareFile(latin1);
    expect(code).toBe(2);
    expect(error).toContain("FILE:3: In column 5: Some letters cannot be read. Save the file as UTF-8");
  });

  it("says that UTF-16 is no UTF-8", async () => {
    const { error } = await compareFile(Buffer.from(`${HEAD}\n1,2,3,4,N\n`, "utf16le"));
    expect(error).toContain("FILE:1: This is not a text file in UTF-8.");
  });

  it("names both lines of a person who is there twice, and rows without a person", async () => {
    const { error } = await compareFile(`${HEAD}\n7,2,3,4,N\n,2,3,4,N\n7,3,3,4,S\n`, "--link", "id");
    expect(error.split("\n").slice(0, 2)).toEqual([
      "FILE:3 id: The cell is empty; it says whose row this is.",
      "FILE:4 id: The same person is already in line 2. Keep one row.",
    ]);
  });

  it("lists every problem with its line, in a dry run too", async () => {
    const { code, error } = await compareFile(`${HEAD}\n1,9,3,4,N\n2,2,8,4,N\n3,2,3,4\n`, "--dry-run");
    expect(code).toBe(2);
    expect(error.split("\n").map((line) => line.split(" ")[0])).toEqual([
      "FILE:2",
      "FILE:3",
      "FILE:4:",
      "Nothing",
    ]);
  });

  it("prints problems as JSON when asked", async () => {
    const { code, out } = await compareFile(`${HEAD}\n1,9,3,4,N\n`, "--json");
    expect(code).toBe(2);
    expect(JSON.parse(out).problems).toMatchObject([{ line: 2, column: "job_satisfaction" }]);
  });

  it("leaves no output file behind", async () => {
    const output = join(scratch.folder, "never.html");
    await compareFile(`${HEAD}\n1,9,3,4,N\n`, "--html", "--output", output);
    expect([existsSync(output), existsSync(`${output}.part`)]).toEqual([false, false]);
  });

  it("repeats no cell of a row with answers", async () => {
    const { error } = await compareFile(`${HEAD}\nperson-4711,I am unhappy,3,4,N\n`, "--link", "id");
    expect(error).not.toMatch(/4711|unhappy/);
  });
});

describe("a file that tools write in their own way", () => {
  it.each([
    ["a byte-order mark", `\uFEFF${HEAD}\n1,2,3,4,N\n`],
    ["CRLF", `${HEAD}\r\n1,2,3,4,N\r\n2,2,3,4,S\r\n`],
    ["CR alone", `${HEAD}\r1,2,3,4,N\r`],
    ["quotes, with line breaks and separators inside", `${HEAD}\n"1","2",3,4,"North, ""old""\nsite"\n`],
    ["empty lines", `${HEAD}\n\n1,2,3,4,N\n\n\n,,,,\n`],
    ["no line break at the end", `${HEAD}\n1,2,3,4,N`],
    ["semicolons", `${HEAD.replaceAll(",", ";")}\n1;2;3;4;N\n`],
    ["tabs", `${HEAD.replaceAll(",", "\t")}\n1\t2\t3\t4\tN\n`],
    ["spaces and whole numbers with a point", `${HEAD}\n1, 2 ,3.0,4,N\n`],
  ])("%s", async (_, content) => {
    const { code, error } = await compareFile(content, "--link", "id", "--by", "site");
    expect(error).toBe("");
    expect(code).toBe(0);
  });
});

describe("options that do not fit", () => {
  it.each([
    ["no files", [], /Name --survey, --before and --after/],
    ["a group size below the floor", ["--minimum-group-size", "4"], /from 5/],
    ["two formats", ["--json", "--html"], /Choose one/],
    ["a comparison group without a column", ["--comparison", "North"], /--by/],
    ["an unknown option", ["--loud"], /--loud/],
  ])("%s: a sentence and exit code 2", async (name, more, sentence) => {
    const files = name === "no files" ? [] : ["--survey", SURVEY, "--before", SURVEY, "--after", SURVEY];
    const { code, out, error } = await runCompare(...files, ...more);
    expect(code).toBe(2);
    expect(`${out}${error}`).toMatch(sentence);
    expect(error).not.toContain("    at ");
  });

  it("does not know a comparison group that is not in the file", async () => {
    const { code, error } = await compareFile(`${HEAD}\n1,2,3,4,N\n`, "--by", "site", "--comparison", "West");
    expect(code).toBe(2);
    expect(error).toContain("a group that a wave does not have");
  });

  it("says of a map what is wrong with it", async () => {
    const map = await scratch.put(
      "bad-map.json",
      '{"items": {"a": 1}, "colour": "red", "answers": {"x": 1.5}}',
    );
    const { code, error } = await compareFile(`${HEAD}\n1,2,3,4,N\n`, "--map", map);
    expect(code).toBe(2);
    expect(error).toContain('The map has a part "colour"');
    expect(error).toContain('The map\'s items gives "a" no text.');
    expect(error).toContain('The map\'s answer for "x" is no point of a scale');
  });
});
