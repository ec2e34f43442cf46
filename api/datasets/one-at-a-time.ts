/** Lets one piece of work per wave run at a time in this process; others wait for it and then look again. */

const underWay = new Map<string, Promise<unknown>>();

/** Runs after whatever is under way under the same name. */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = underWay.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  underWay.set(name, mine);
  try {
    return await mine;
  } finally {
    if (underWay.get(name) === mine) underWay.delete(name);
  }
}
