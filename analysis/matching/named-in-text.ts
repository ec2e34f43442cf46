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
export function namedInText(
  written: string,
  directory: readonly { readonly key: string; readonly name: string }[],
): Named {
  const keys = new Set<string>();
  const unclear: string[] = [];
  const entries = directory.map(({ key, name }) => ({ key, words: words(name) }));
  const find = (piece: string): boolean => {
    const wanted = words(piece);
    const found = entries.filter((entry) => entry.key === piece.trim() || fits(wanted, entry.words));
    for (const { key } of found) keys.add(key);
    return found.length > 0 || wanted.length === 0;
  };
  for (const line of written.split(/[\n\r;]+/)) {
    // "Walsh, Tom" is one person, "Tom Walsh, Priya Shah" two.
    if (find(line)) continue;
    for (const piece of line.split(/,|\band\b|&/i)) if (!find(piece)) unclear.push(piece.trim());
  }
  return { keys, unclear };
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

/** An initial alone names nobody. */
function fits(wanted: readonly string[], present: readonly string[]): boolean {
  if (!wanted.some((word) => word.length > 1)) return false;
  return wanted.every((word) =>
    word.length === 1 ? present.some((other) => other.startsWith(word)) : present.includes(word),
  );
}
