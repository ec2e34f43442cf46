/** Whom a free text names: "Tom Walsh, J. Shah" found in the staff directory, however it was written. */

export interface Named {
  /** Keys of everybody whom the text may mean. */
  readonly keys: ReadonlySet<string>;
  /** Pieces of the text that fit nobody: for the coordinator to look up. */
  readonly unclear: readonly string[];
}

/** Said before names, and no part of them. */
const TITLES = new Set([
  "mr",
  "mrs",
  "ms",
  "miss",
  "mx",
  "dr",
  "prof",
  "and",
  "or",
  "the",
  "none",
  "no",
  "nobody",
]);

/**
 * Finds names in a text. A piece between line ends, semicolons, commas or "and" fits a name when each of its words
 * does; an initial fits every word that begins with it. A piece that fits several people means all of them: to
 * exclude one too many harms less than one too few.
 *
 * @param written what somebody wrote
 * @param directory names with their keys
 * @returns the keys found, and pieces that fit nobody
 * @example namedInText("T. Walsh\nmy old boss", [{ key: "17", name: "Tom Walsh" }]); // keys 17, unclear "my old boss"
 */
export function namedInText(written: string, directory: Directory): Named {
  const keys = new Set<string>();
  const unclear: string[] = [];
  if (written.trim() === "") return { keys, unclear };
  const { byKey, byWord } = indexOf(directory);
  const find = (piece: string): boolean => {
    const wanted = words(piece);
    // An initial alone names nobody, so that some whole word must occur.
    const whole = wanted.find((word) => word.length > 1);
    const found = (whole === undefined ? [] : (byWord.get(whole) ?? [])).filter((entry) =>
      fits(wanted, entry.words),
    );
    const numbered = piece.trim() === "" ? undefined : byKey.get(piece.trim());
    for (const { key } of numbered === undefined ? found : [...found, numbered]) keys.add(key);
    return found.length > 0 || numbered !== undefined || wanted.length === 0;
  };
  for (const line of written.split(/[\n\r;]+/)) {
    // "Walsh, Tom" is one person, "Tom Walsh, Priya Shah" two.
    if (find(line)) continue;
    for (const piece of line.split(/,|\band\b|&/i)) if (!find(piece)) unclear.push(piece.trim());
  }
  return { keys, unclear };
}

type Directory = readonly { readonly key: string; readonly name: string }[];

interface Entry {
  readonly key: string;
  readonly words: readonly string[];
}

interface NameIndex {
  readonly byKey: ReadonlyMap<string, Entry>;
  readonly byWord: ReadonlyMap<string, readonly Entry[]>;
}

/** A directory is looked at with every text of a round. */
const indexed = new WeakMap<Directory, NameIndex>();

function indexOf(directory: Directory): NameIndex {
  const before = indexed.get(directory);
  if (before !== undefined) return before;
  const byKey = new Map<string, Entry>();
  const byWord = new Map<string, Entry[]>();
  for (const { key, name } of directory) {
    const entry = { key, words: words(name) };
    byKey.set(key, entry);
    for (const word of new Set(entry.words)) {
      const same = byWord.get(word);
      if (same === undefined) byWord.set(word, [entry]);
      else same.push(entry);
    }
  }
  const index = { byKey, byWord };
  indexed.set(directory, index);
  return index;
}

function words(name: string): readonly string[] {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !TITLES.has(word));
}

function fits(wanted: readonly string[], present: readonly string[]): boolean {
  return wanted.every((word) =>
    word.length === 1 ? present.some((other) => other.startsWith(word)) : present.includes(word),
  );
}
