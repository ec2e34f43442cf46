/** Long lists of rows, cut for queries: databases limit the parameters of one, and others wait while it runs. */
import { giveWay } from "../give-way.ts";

const ROWS = 100;
/** So many are read at once. */
const PAGE = 500;

/** The values in order, in parts that one query takes; between two of them others have their turn. */
export async function* chunksOf<T>(values: readonly T[], rows = ROWS): AsyncGenerator<T[]> {
  for (let start = 0; start < values.length; start += rows) {
    if (start > 0) await giveWay();
    yield values.slice(start, start + rows);
  }
}

/**
 * All rows that a query has, page after page; between two pages others have their turn.
 * @param page so many rows that come after this one, in an order in which none comes twice
 */
export async function allPages<Row extends Key, Key>(
  page: (after: Key | undefined, rows: number) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const all: Row[] = [];
  for (;;) {
    const rows = await page(all.at(-1), PAGE);
    for (const row of rows) all.push(row);
    if (rows.length < PAGE) return all;
    await giveWay();
  }
}
