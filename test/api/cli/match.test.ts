/** `soundings match` as somebody at a keyboard meets it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { matchCommand } from "../../../api/cli/match.ts";

const SMALL = fileURLToPath(new URL("../../fixtures/matching/small-6x4.json", import.meta.url));
const NASTY = fileURLToPath(new URL("../../fixtures/matching/nasty-30x12.json", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "soundings-match-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function match(...args: readonly string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await matchCommand.run(args, {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
  });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("soundings match", () => {
  it("gives the usual objective with its figures, pairs and proof as JSON", async () => {
    const { code, out, error } = await match(SMALL, "--json");
    expect([code, error]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual({
      objective: "cappedLeximin",
      cap: 60,
      matched: 6,
      worst: 40,
      total: 445,
      lockedTotal: 0,
      belowCap: [[40, 1]],
      histogram: [
        [40, 1],
        [65, 1],
        [70, 1],
        [85, 1],
        [90, 1],
        [95, 1],
      ],
      pairs: [
        ["e1", "m2", 70],
        ["e2", "m3", 65],
        ["e3", "m1", 90],
        ["e4", "m1", 95],
        ["e5", "m4", 85],
        ["e6", "m2", 40],
      ],
      unmatched: [],
      overDemandedGroups: [],
      justifiedEnvyPairs: 1,
      certificate: "optimal",
    });
  });

  it("takes an objective and a cap", async () => {
    const total = async (...args: string[]) => JSON.parse((await match(SMALL, "--json", ...args)).out).total;
    expect(await total("--objective", "maxTotal")).toBe(455);
    expect(await total("--objective", "maxMin")).toBe(450);
    expect(await total("--objective", "leximin")).toBe(440);
    expect(await total("--cap", "0")).toBe(455);
    expect(await total("--cap", "101")).toBe(440);
  });

  it("says who stays without a mentor and why, and what opening the locks would bring", async () => {
    const report = JSON.parse((await match(NASTY, "--json")).out);
    expect(report.unmatched).toHaveLength(7);
    expect(report.unmatched).toContainEqual({ mentee: "e1", reason: "noAllowedMentor", group: null });
    expect(report.unmatched).toContainEqual({
      mentee: "e3",
      reason: "allowedMentorsHaveNoPlace",
      group: null,
    });
    const named = report.unmatched.filter((one: { group: number | null }) => one.group !== null);
    expect(named).toHaveLength(4);
    expect(report.overDemandedGroups).toHaveLength(2);
    expect(report.ifLockedPairsMayMove).toMatchObject({ matched: 25, lockedPairsKept: 1 });
  });

  it("prints a summary to read", async () => {
    const { code, out } = await match(NASTY);
    expect(code).toBe(0);
    expect(out).toContain("cappedLeximin (cap 60), proven optimal");
    expect(out).toMatch(/^Matched +23 of 30$/m);
    expect(out).toMatch(/^ {2}e1 {2}every mentor is forbidden$/m);
    expect(out).toMatch(/6 mentees can only have m5, m9, with 5 places: 1 too few/);
    expect(out).toContain("If 2 locked pairs might move, 25 could be matched.");
  });

  it("leaves with 2 and a sentence for a case that cannot be used", async () => {
    const json = JSON.parse(readFileSync(SMALL, "utf8"));
    const locked = [{ mentee: "e1", mentor: "m1" }];
    const both = await match(file("locked.json", JSON.stringify({ ...json, locked })));
    expect([both.code, both.out]).toEqual([2, ""]);
    expect(both.error).toContain('The pair of "e1" and "m1" is locked and forbidden at once.');
    expect(await match(file("torn.json", "{"), "--json")).toMatchObject({
      code: 2,
      error: expect.stringContaining("The file is not JSON."),
    });
    expect((await match(join(folder, "absent.json"))).error).toContain("The file cannot be opened.");
  });

  it("leaves with 2 for options that cannot be used", async () => {
    for (const args of [
      [],
      [SMALL, NASTY],
      [SMALL, "--cap", "-1"],
      [SMALL, "--cap", "x"],
      [SMALL, "--fast"],
    ]) {
      const { code, out, error } = await match(...args);
      expect([code, out]).toEqual([2, ""]);
      expect(error).toContain("Usage: soundings match");
    }
    expect((await match(SMALL, "--objective", "best")).error).toContain("The objective is one of");
  });

  it("explains itself", async () => {
    expect(await match("--help")).toMatchObject({ code: 0, out: matchCommand.help });
  });
});
