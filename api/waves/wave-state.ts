/** The life of a wave: draft, open, closed, released; each change is one step forward and never back. */
import type { WaveState } from "../storage/people-tables.ts";

/** closing and releasing are work under way, which a restart takes up again. */
export type WaveStep = "open" | "begin-closing" | "finish-closing" | "begin-releasing" | "finish-releasing";

const STEPS: Readonly<Record<WaveStep, { readonly from: readonly WaveState[]; readonly to: WaveState }>> = {
  open: { from: ["draft"], to: "open" },
  "begin-closing": { from: ["open", "closing"], to: "closing" },
  "finish-closing": { from: ["closing"], to: "closed" },
  "begin-releasing": { from: ["closed", "releasing"], to: "releasing" },
  "finish-releasing": { from: ["releasing"], to: "released" },
};

/** @returns the state after the step, or undefined if the step cannot be taken from here. */
export function nextWaveState(state: WaveState, step: WaveStep): WaveState | undefined {
  const { from, to } = STEPS[step];
  return from.includes(state) ? to : undefined;
}

/** In the order of a wave's life. */
const LIFE: readonly WaveState[] = ["draft", "open", "closing", "closed", "releasing", "released"];

/** True where a wave has come as far as this state, or further: asking for it once more is no fault. */
export function hasBeen(state: WaveState, reached: WaveState): boolean {
  return LIFE.indexOf(state) >= LIFE.indexOf(reached);
}

/** Lists, policy and dates may change in a draft only: what raters were told stays true. */
export function mayChange(state: WaveState): boolean {
  return state === "draft";
}
