/** Long work in slices: between two of them the process serves others. */

/** A request that comes meanwhile waits no longer than about this. */
const SLICE_MILLISECONDS = 10;

let since = performance.now();

/**
 * Lets whatever else waits have its turn, if it has waited for the length of a slice. To be awaited every few rows of
 * work whose length grows with a list; costs nothing to speak of where no turn is due.
 */
export async function giveWay(): Promise<void> {
  if (performance.now() - since < SLICE_MILLISECONDS) return;
  await new Promise((resolve) => setImmediate(resolve));
  since = performance.now();
}

/**
 * The list's values made into others, in slices.
 * @returns in the order of the list
 */
export async function mapInSlices<T, R>(values: Iterable<T>, make: (value: T) => R): Promise<R[]> {
  const made: R[] = [];
  for (const value of values) {
    made.push(make(value));
    await giveWay();
  }
  return made;
}
