/** `soundings plan`: the smallest change that a number of answers can show. */
import { describe, expect, it } from "vitest";
import { planCommand } from "../../../api/cli/plan.ts";

async function plan(...args: readonly string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await planCommand.run(args, {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
  });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

describe("soundings plan", () => {
  it.each([
    ["8", 1.16],
    ["10", 1],
    ["12", 0.89],
    ["15", 0.78],
    ["30", 0.53],
    ["100", 0.28],
  ])("finds with %s linked persons a d_z of %s", async (answers, effect) => {
    const { code, out } = await plan("--answers", answers, "--linked", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out).effect).toBeCloseTo(effect, 2);
  });

  it("tells the change in scale points, and whether it is enough for practice", async () => {
    const few = await plan("--answers", "30");
    expect(few.out).toContain("on a scale of 5 is found with 80 % probability");
    expect(few.out).toContain("may stay unseen");
    const many = await plan("--answers", "2000");
    expect(many.out).toContain("enough to show what matters in practice (0.20 points)");
  });

  it.each([
    [[], "--answers"],
    [["--answers", "1"], "--answers"],
    [["--answers", "20", "--power", "1.2"], "--power"],
    [["--answers", "20", "--correlation", "2"], "--correlation"],
    [["--answers", "20", "--before", "many"], "--before"],
    [["--answers", "20", "--points", "1"], "--points"],
    [["--answers", "20", "--sd", "0"], "--sd"],
    [["--answers", "20", "--quick"], "--quick"],
  ])("refuses %j with a sentence", async (args, option) => {
    const { code, error } = await plan(...args);
    expect(code).toBe(2);
    expect(error).toContain(option);
  });

  it("explains itself", async () => {
    const { code, out } = await plan("--help");
    expect(code).toBe(0);
    expect(out).toContain("Usage: soundings plan");
  });
});
