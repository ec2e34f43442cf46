/** What of a wave's own work could not be done, in this process: shown to its coordinator, and tried again. */
import { DomainError } from "../errors.ts";
import { KeyError } from "../keys/key-ring.ts";
import { StorageError } from "../storage/storage-error.ts";

export type TroubledStep = "closing" | "releasing" | "destroying" | "deleting-list";

export interface WaveTrouble {
  readonly step: TroubledStep;
  /** What happened and what to do, for the coordinator. */
  readonly sentence: string;
}

interface KeptTrouble {
  readonly sentence: string;
  readonly failures: number;
  /** By a clock that nobody can set, in milliseconds. */
  readonly notBefore: number;
}

const FIRST_PAUSE_MILLISECONDS = 30_000;
const LONGEST_PAUSE_MILLISECONDS = 30 * 60_000;

const kept = new Map<string, Map<TroubledStep, KeptTrouble>>();

function keep(wave: string, step: TroubledStep, trouble: KeptTrouble): void {
  const ofWave = kept.get(wave) ?? new Map<TroubledStep, KeptTrouble>();
  kept.set(wave, ofWave.set(step, trouble));
}

export function troublesOf(wave: string): WaveTrouble[] {
  return [...(kept.get(wave) ?? [])].map(([step, { sentence }]) => ({ step, sentence }));
}

function sentenceOf(error: unknown): string {
  if (error instanceof DomainError) return error.message;
  if (error instanceof KeyError) {
    return "The server has not the key that opens this wave's answers. Nothing is lost. Whoever runs the server has to start it with the key that belongs to it; then this goes on by itself.";
  }
  if (error instanceof StorageError) {
    return "The server could not store anything. Nothing is lost, and it is tried again. If this goes on, tell whoever runs the server: its log says more.";
  }
  return "The server made a mistake. Nothing is lost, and it is tried again. Tell whoever runs the server: its log names the place.";
}

/** @returns after how many milliseconds it is tried again */
export function noteFailure(
  wave: string,
  step: TroubledStep,
  failure: { readonly error: unknown; readonly elapsed: number },
): number {
  const failures = (kept.get(wave)?.get(step)?.failures ?? 0) + 1;
  const pause = Math.min(FIRST_PAUSE_MILLISECONDS * 2 ** (failures - 1), LONGEST_PAUSE_MILLISECONDS);
  keep(wave, step, {
    sentence: sentenceOf(failure.error),
    failures,
    notBefore: failure.elapsed + pause,
  });
  return pause;
}

/** Nothing failed, but it is not done yet. */
export function noteWaiting(wave: string, step: TroubledStep, sentence: string): void {
  keep(wave, step, { sentence, failures: 0, notBefore: 0 });
}

export function mayTry(wave: string, step: TroubledStep, elapsed: number): boolean {
  return (kept.get(wave)?.get(step)?.notBefore ?? 0) <= elapsed;
}

/** It was done, or need not be done any more. */
export function clearTrouble(wave: string, step: TroubledStep): void {
  const ofWave = kept.get(wave);
  ofWave?.delete(step);
  if (ofWave?.size === 0) kept.delete(wave);
}
