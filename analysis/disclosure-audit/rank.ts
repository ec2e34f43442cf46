/** Ranks of matrices of whole numbers, modulo primes small enough for exact products. */

/** The two largest primes below 2^26: a product of two residues is exact in a double. */
const PRIMES = [67_108_859, 67_108_837] as const;

/**
 * The rank of a matrix of whole numbers. A prime can make it look smaller, never larger, so the larger of two
 * is taken.
 *
 * @param rows the rows, all of one length, whole numbers below 2^53
 * @returns the rank
 * @see Langsrud (2024), "Secondary cell suppression by Gaussian elimination"
 * @example rank([[1, 1, 0], [1, 1, 1]]); // 2
 */
export function rank(rows: readonly (readonly number[])[]): number {
  return Math.max(...PRIMES.map((prime) => rankModulo(rows, prime)));
}

function rankModulo(rows: readonly (readonly number[])[], prime: number): number {
  const left = rows.map((row) => row.map((entry) => ((entry % prime) + prime) % prime));
  const width = left[0]?.length ?? 0;
  let found = 0;
  for (let column = 0; column < width && found < left.length; column++) {
    const at = left.findIndex((row, place) => place >= found && row[column] !== 0);
    const pivot = left[at];
    if (pivot === undefined) continue;
    left[at] = left[found] ?? pivot;
    left[found] = pivot;
    const inverse = power(pivot[column] ?? 1, prime - 2, prime);
    for (let place = found + 1; place < left.length; place++) {
      const row = left[place];
      if (row !== undefined) eliminate(row, pivot, { column, inverse, prime });
    }
    found += 1;
  }
  return found;
}

function eliminate(
  row: number[],
  pivot: readonly number[],
  { column, inverse, prime }: { readonly column: number; readonly inverse: number; readonly prime: number },
): void {
  const factor = ((row[column] ?? 0) * inverse) % prime;
  if (factor === 0) return;
  for (let place = column; place < row.length; place++) {
    row[place] = ((row[place] ?? 0) + prime - ((factor * (pivot[place] ?? 0)) % prime)) % prime;
  }
}

function power(base: number, exponent: number, prime: number): number {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}
