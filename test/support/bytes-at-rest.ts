/** What an attacker with copies of the files looks for: pieces of known text or bytes, and values in both stores. */
import { copyFileSync, readdirSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";

/** A copy of all files of a folder as they lie there at one moment, logs included: nothing in this process writes meanwhile. */
export async function copyOfFiles(folder: string, to: string): Promise<string> {
  await mkdir(to, { recursive: true });
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile()) copyFileSync(join(folder, entry.name), join(to, entry.name));
  }
  return to;
}

/** Names of the files in which one of the pieces is found, as bytes, hex or base64. */
export async function filesHolding(
  folder: string,
  pieces: readonly (Uint8Array | string)[],
): Promise<string[]> {
  const forms = pieces.flatMap((piece) => {
    const bytes = Buffer.from(piece);
    return [bytes, Buffer.from(bytes.toString("hex")), Buffer.from(bytes.toString("base64url").slice(0, -2))];
  });
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const content = await readFile(join(folder, entry.name));
    if (forms.some((form) => content.includes(form))) found.push(entry.name);
  }
  return found;
}

const SHORTEST_LINK = 16;

/** Every value of sixteen bytes or more in a SQLite file, each once, as latin1 text of its bytes. */
export function longValues(file: string): Set<string> {
  const db = new Database(file, { readonly: true });
  try {
    const tables = db
      .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
      .all()
      .map(({ name }) => name);
    const values = new Set<string>();
    for (const table of tables.filter((name) => name !== "schemaMigrations")) {
      for (const row of db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).all()) {
        for (const value of Object.values(row)) {
          const bytes = typeof value === "string" ? Buffer.from(value) : value;
          if (Buffer.isBuffer(bytes) && bytes.length >= SHORTEST_LINK) values.add(bytes.toString("latin1"));
        }
      }
    }
    return values;
  } finally {
    db.close();
  }
}

/** How many pieces of sixteen bytes of one value occur anywhere in the other store's values. */
export function sharedPieces(some: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  const pieces = new Set<string>();
  for (const value of others) {
    for (let at = 0; at + SHORTEST_LINK <= value.length; at += 1)
      pieces.add(value.slice(at, at + SHORTEST_LINK));
  }
  const shared: string[] = [];
  for (const value of some) {
    for (let at = 0; at + SHORTEST_LINK <= value.length; at += 1) {
      const piece = value.slice(at, at + SHORTEST_LINK);
      if (pieces.has(piece)) shared.push(piece);
    }
  }
  return shared;
}
