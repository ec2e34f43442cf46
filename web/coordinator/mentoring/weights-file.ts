/** Weights as a file: a JSON object of criteria and whole numbers. */

export type Weights = Readonly<Record<string, number>>;

export function weightsFile(weights: Weights): string {
  return `${JSON.stringify(weights, null, 2)}\n`;
}

/** @returns the weights, criteria that the file leaves out counting nothing; undefined if it holds none */
export function readWeightsFile(text: string, criteria: readonly string[]): Weights | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) return undefined;
  const found = new Map<string, unknown>(Object.entries(read));
  if (found.size === 0 || [...found.keys()].some((name) => !criteria.includes(name))) return undefined;
  const weights = criteria.map((name) => [name, found.get(name) ?? 0] as const);
  const isWeight = (weight: unknown): weight is number =>
    typeof weight === "number" && Number.isInteger(weight) && weight >= 0 && weight <= 100;
  const checked = weights.flatMap(([name, weight]) => (isWeight(weight) ? [[name, weight] as const] : []));
  return checked.length === weights.length ? Object.fromEntries(checked) : undefined;
}
