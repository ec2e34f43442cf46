/** Whether changes of linked persons that are shown would still be shown if more were known. */
import type { LinkedChange, LinkedChanges } from "./linked-changes-model.ts";

/**
 * Compares what is shown with what would be shown now, for instance with one more cut known of a wave.
 * @param released what was released
 * @param now the same persons' changes under what is known now
 * @returns true if everything that was released would be shown now
 * @example linkedStays(released, linkedChanges(before, { ...after, policy: withOneMoreCut }, rows))
 */
export function linkedStays(released: LinkedChanges, now: LinkedChanges): boolean {
  const shown = new Set(changesOf(now).flatMap((one) => (one.change.shown ? [keyOf(one)] : [])));
  const all = changesOf(released).every((one) => !one.change.shown || shown.has(keyOf(one)));
  return all && (!released.stayers.shown || now.stayers.shown);
}

function changesOf({ items, scales, index }: LinkedChanges): readonly LinkedChange[] {
  return [...items, ...scales, ...(index === null ? [] : [index])];
}

function keyOf({ kind, code }: LinkedChange): string {
  return `${kind} ${code}`;
}
