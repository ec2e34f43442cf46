/** Compares a computed result with a reference value, number by number. */

/** Differences below this count as rounding where the reference is about 0 (but never for p values). */
const NEAR_ZERO = 1e-13;

/** From this tolerance on, a reference value comes from an optimiser. */
const OPTIMISER = 1e-6;

function close(expected: number, actual: number, tolerance: number, key: string): boolean {
  if (Object.is(expected, actual) || expected === actual) return true;
  const error = Math.abs(expected - actual);
  if (error <= tolerance * Math.abs(expected)) return true;
  const isProbability = /^(p|p_.*|cdf)$/.test(key);
  // An optimiser's last digits are blown up in a tiny p: there its logarithm is what can agree.
  if (isProbability && tolerance >= OPTIMISER && expected > 0 && actual > 0) {
    return Math.abs(Math.log(actual / expected)) <= tolerance * Math.abs(Math.log(expected));
  }
  return error <= (isProbability ? 1e-300 : NEAR_ZERO);
}

function scalar(value: unknown): unknown {
  if (value === "Infinity") return Number.POSITIVE_INFINITY;
  return value === "-Infinity" ? Number.NEGATIVE_INFINITY : value;
}

/**
 * Every place where a result differs from its reference value. Keys that the reference does not have are ignored;
 * keys that the result lacks are differences.
 */
export function differences(
  expected: unknown,
  actual: unknown,
  tolerance: (key: string) => number,
  path = "",
): string[] {
  const key = path.split(".").findLast((part) => !/^\d+$/.test(part)) ?? "";
  const wanted = scalar(expected);
  if (typeof wanted === "number") {
    const same = typeof actual === "number" && close(wanted, actual, tolerance(key), key);
    return same ? [] : [`${path}: expected ${wanted}, got ${String(actual)}`];
  }
  if (typeof wanted !== "object" || wanted === null) {
    return wanted === actual ? [] : [`${path}: expected ${String(wanted)}, got ${String(actual)}`];
  }
  if (typeof actual !== "object" || actual === null) return [`${path}: nothing was computed`];
  return Object.entries(wanted).flatMap(([name, value]) =>
    differences(value, Reflect.get(actual, name), tolerance, path === "" ? name : `${path}.${name}`),
  );
}
