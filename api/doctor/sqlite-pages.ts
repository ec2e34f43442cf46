/** How rows lie in the pages of a SQLite file: what the places tell of an order, and what deleted pages still hold. */

/** A row of an index tree, which is how tables without row ids are kept. */
interface Cell {
  /** Where in its page the row begins. */
  readonly offset: number;
  /** The first page of what did not fit; 0 if all of it did. */
  readonly overflow: number;
}

interface PageOfRows {
  readonly cells: readonly Cell[];
  /** The trees below, one more than cells; none in a leaf. */
  readonly children: readonly number[];
}

interface Layout {
  readonly pageSize: number;
  readonly usable: number;
}

const INTERIOR_INDEX = 2;
const LEAF_INDEX = 10;
const DEEPEST = 40;

function layoutOf(image: Buffer): Layout {
  const stored = image.readUInt16BE(16);
  const pageSize = stored === 1 ? 65_536 : stored;
  return { pageSize, usable: pageSize - image.readUInt8(20) };
}

/** A number of one to nine bytes and where it ends; sizes stay far below what a double holds. */
function readVarint(image: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let place = 0; place < 8; place += 1) {
    const byte = image.readUInt8(at + place);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + place + 1 };
  }
  return { value: value * 256 + image.readUInt8(at + 8), end: at + 9 };
}

/** How much of a payload lies in the page itself. @see https://www.sqlite.org/fileformat2.html#b_tree_pages */
function localBytes(payload: number, { usable }: Layout): number {
  const most = Math.floor(((usable - 12) * 64) / 255) - 23;
  if (payload <= most) return payload;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const kept = least + ((payload - least) % (usable - 4));
  return kept <= most ? kept : least;
}

function readPage(image: Buffer, page: number, layout: Layout): PageOfRows {
  const start = (page - 1) * layout.pageSize;
  const header = page === 1 ? start + 100 : start;
  const type = image.readUInt8(header);
  if (type !== INTERIOR_INDEX && type !== LEAF_INDEX) return { cells: [], children: [] };
  const interior = type === INTERIOR_INDEX;
  const count = image.readUInt16BE(header + 3);
  const pointers = header + (interior ? 12 : 8);
  const cells: Cell[] = [];
  const children: number[] = [];
  for (let place = 0; place < count; place += 1) {
    const offset = image.readUInt16BE(pointers + 2 * place);
    const at = start + offset;
    if (interior) children.push(image.readUInt32BE(at));
    const payload = readVarint(image, interior ? at + 4 : at);
    const local = localBytes(payload.value, layout);
    const overflow = local < payload.value ? image.readUInt32BE(payload.end + local) : 0;
    cells.push({ offset, overflow });
  }
  if (interior) children.push(image.readUInt32BE(header + 8));
  return { cells, children };
}

/** Where the rows of a tree lie, in the order of their keys: the place in the page, and the rank of further pages. */
function placesOf(image: Buffer, root: number): readonly string[] {
  const layout = layoutOf(image);
  const places: { readonly place: string; readonly overflow: number }[] = [];
  let pages = 0;
  const walk = (page: number, depth: number): void => {
    if (depth > DEEPEST || page < 1 || page * layout.pageSize > image.length) return;
    const { cells, children } = readPage(image, page, layout);
    const own = pages;
    pages += 1;
    cells.forEach(({ offset, overflow }, index) => {
      const child = children[index];
      if (child !== undefined) walk(child, depth + 1);
      places.push({ place: `${own}:${offset}`, overflow });
    });
    const last = children[cells.length];
    if (last !== undefined) walk(last, depth + 1);
  };
  walk(root, 0);
  const ranks = new Map(
    places
      .map(({ overflow }) => overflow)
      .sort((a, b) => a - b)
      .map((overflow, rank) => [overflow, rank]),
  );
  return places.map(({ place, overflow }) => (overflow === 0 ? place : `${place}:${ranks.get(overflow)}`));
}

export interface Tree {
  readonly image: Buffer;
  /** Page where a table without row ids, or an index, begins. */
  readonly root: number;
}

/**
 * Rows of a tree that lie elsewhere than in a file that was rewritten just now. There the places follow from the keys
 * alone; here whatever differs was put there by the order in which rows came.
 *
 * @param found the tree as it lies on disk
 * @param rewritten the same tree after VACUUM
 * @returns how many rows there are, and how many of them lie elsewhere
 */
export function rowsOutOfPlace(
  found: Tree,
  rewritten: Tree,
): { readonly rows: number; readonly outOfPlace: number } {
  const places = placesOf(found.image, found.root);
  const orderly = placesOf(rewritten.image, rewritten.root);
  return {
    rows: places.length,
    outOfPlace: places.filter((place, index) => place !== orderly[index]).length,
  };
}

/**
 * Free pages of a file that are not empty: secure deletion leaves zeros.
 *
 * @param image of a database
 * @returns how many pages are free, and how many of them still hold something
 * @see https://www.sqlite.org/fileformat2.html#the_freelist
 */
export function freePages(image: Buffer): { readonly free: number; readonly holding: number } {
  const { pageSize, usable } = layoutOf(image);
  const most = Math.floor(image.length / pageSize);
  let free = 0;
  let holding = 0;
  let trunk = image.readUInt32BE(32);
  while (trunk >= 1 && trunk <= most && free <= most) {
    const start = (trunk - 1) * pageSize;
    const leaves = Math.min(image.readUInt32BE(start + 4), Math.floor(usable / 4) - 2);
    free += 1;
    for (let place = 0; place < leaves; place += 1) {
      const leaf = image.readUInt32BE(start + 8 + 4 * place);
      if (leaf < 1 || leaf > most) continue;
      free += 1;
      const content = image.subarray((leaf - 1) * pageSize, leaf * pageSize);
      if (content.some((byte) => byte !== 0)) holding += 1;
    }
    trunk = image.readUInt32BE(start);
  }
  return { free, holding };
}
