/** A list whose state stands in the address: the same address with changes, and which row is the first. */

/** The query with some of its parameters changed; empty ones are left out. */
export function queryWith(search: URLSearchParams, changes: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === "") query.delete(name);
    else query.set(name, value);
  }
  return `?${query}`;
}

/** The first row to be shown, never beyond the last. */
export function firstRow(search: URLSearchParams, name: string, total: number): number {
  const asked = Math.floor(Number(search.get(name)) || 0);
  return Math.min(Math.max(0, asked), Math.max(0, total - 1));
}
