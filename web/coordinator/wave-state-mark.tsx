/** The state of a wave, in a word. */
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";

export type WaveState = keyof typeof COORDINATOR_TEXTS.states;

export function WaveStateMark({ state }: { readonly state: WaveState }) {
  return <span className={`state state-${state}`}>{COORDINATOR_TEXTS.states[state]}</span>;
}
