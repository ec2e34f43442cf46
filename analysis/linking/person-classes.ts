/** What a viewer can tell persons apart by: their values in all items that a wave is cut by. */
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import type { Dataset } from "../dataset.ts";

/**
 * Numbers the rows of a dataset by class: equal numbers for equal values in every cut's items.
 * @param wave the dataset, and the policy that names the cuts
 * @returns one number a row; 0 for all rows where there are no cuts
 * @example personClasses({ dataset, policy: { ...policy, cuts: [["unit"]] } })
 */
export function personClasses(wave: {
  readonly dataset: Dataset;
  readonly policy: DisclosurePolicy;
}): Uint32Array {
  const { dataset, policy } = wave;
  const codes = new Set((policy.cuts ?? []).flat());
  const classes = new Uint32Array(dataset.rows);
  for (const column of dataset.columns) {
    if (!codes.has(column.code)) continue;
    const numbers = new Map<number, number>();
    for (let row = 0; row < classes.length; row += 1) {
      const whole = (classes[row] ?? 0) * 0x10000 + (column.values[row] ?? 0);
      const number = numbers.get(whole) ?? numbers.size;
      numbers.set(whole, number);
      classes[row] = number;
    }
  }
  return classes;
}
