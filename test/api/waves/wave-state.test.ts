/** A wave goes forward only. */
import { describe, expect, test } from "vitest";
import { mayChange, nextWaveState, type WaveStep } from "../../../api/waves/wave-state.ts";

const STATES = ["draft", "open", "closing", "closed", "releasing", "released"] as const;
const STEPS: readonly WaveStep[] = [
  "open",
  "begin-closing",
  "finish-closing",
  "begin-releasing",
  "finish-releasing",
];

describe("the life of a wave", () => {
  test("its steps lead from draft to released", () => {
    const path: string[] = ["draft"];
    for (const step of STEPS) {
      const state = STATES.find((candidate) => candidate === path.at(-1)) ?? "draft";
      path.push(nextWaveState(state, step) ?? "stuck");
    }
    expect(path).toEqual([...STATES]);
  });

  test("no step leads back, and work under way can be begun again", () => {
    for (const state of STATES) {
      for (const step of STEPS) {
        const next = nextWaveState(state, step);
        if (next !== undefined) expect(STATES.indexOf(next)).toBeGreaterThanOrEqual(STATES.indexOf(state));
      }
    }
    expect(nextWaveState("closing", "begin-closing")).toBe("closing");
    expect(nextWaveState("releasing", "begin-releasing")).toBe("releasing");
  });

  test("what raters were told changes in a draft only", () => {
    expect(STATES.filter(mayChange)).toEqual(["draft"]);
  });
});
