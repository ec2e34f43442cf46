/** Long lists of rows, cut for queries: databases limit the number of parameters of one. */

const ROWS = 100;

/** The values in order, in parts that one query takes. */
export function chunksOf<T>(values: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < values.length; start += ROWS) parts.push(values.slice(start, start + ROWS));
  return parts;
}
