/** How long a regular expression can take at worst: bounded from its text, before it is ever run. */

export interface PatternCost {
  /** Most ways in which a backtracking matcher can try; Infinity if that cannot be bounded. */
  readonly steps: number;
  /** What makes it long, to follow "The pattern …". */
  readonly reason: string;
}

/** A part of a pattern: in how many ways it can match, and whether that number is 1 with one length only. */
interface Part {
  readonly ways: number;
}

const UNBOUNDED: PatternCost = { steps: Number.POSITIVE_INFINITY, reason: "" };

/**
 * An upper bound for the tries of a backtracking matcher. Every repetition and every choice between alternatives counts
 * with its number of ways; a sequence multiplies them; a pattern without ^ may start anywhere. What cannot be bounded this
 * way is refused: a repeated group that itself can match in several ways, look-around, back-references, and classes of the
 * extended syntaxes.
 * @param source the regular expression, as in JavaScript without flags
 * @param longest length of the longest text it is held against, in UTF-16 code units
 * @returns steps and the reason why there are many
 * @see J. Kirrage, A. Rathnayake, H. Thielecke, "Static Analysis for Regular Expression Denial-of-Service Attacks", 2013:
 * exponential behaviour comes from repetition of what is ambiguous
 * @example patternCost("^(a+)+$", 200).steps // Infinity
 */
export function patternCost(source: string, longest: number): PatternCost {
  try {
    new RegExp(source);
  } catch {
    return { ...UNBOUNDED, reason: "is no regular expression" };
  }
  const special = findSpecial(source);
  if (special !== undefined) return { ...UNBOUNDED, reason: special };
  const reader = { source, place: 0, longest };
  const ways = readAlternatives(reader).ways;
  if (ways === Number.POSITIVE_INFINITY)
    return { ...UNBOUNDED, reason: "repeats a group that can match in several ways" };
  const starts = source.startsWith("^") && !source.includes("|") ? 1 : longest;
  return { steps: ways * starts * longest, reason: "has too many repetitions" };
}

function findSpecial(source: string): string | undefined {
  const bare = source.replace(/\\[^1-9kpP]/g, "").replace(/\[(?:[^\]\\]|\\.)*\]/g, "x");
  if (/\(\?(?!:)/.test(bare)) return "looks around or names a group";
  if (/\\[1-9kpP]/.test(bare)) return "refers back to a group or to a Unicode property";
  return undefined;
}

interface Reader {
  readonly source: string;
  place: number;
  readonly longest: number;
}

function readAlternatives(reader: Reader): Part {
  let ways = readSequence(reader).ways;
  while (reader.source[reader.place] === "|") {
    reader.place += 1;
    ways += readSequence(reader).ways;
  }
  return { ways };
}

function readSequence(reader: Reader): Part {
  let ways = 1;
  while (reader.place < reader.source.length && !"|)".includes(reader.source[reader.place] ?? "")) {
    const atom = readAtom(reader);
    const repeated = readRepetition(reader);
    if (repeated === undefined) ways *= atom.ways;
    else ways *= atom.ways > 1 ? Number.POSITIVE_INFINITY : repeated;
  }
  return { ways };
}

function readAtom(reader: Reader): Part {
  const { source } = reader;
  const character = source[reader.place];
  if (character === "(") {
    reader.place += source.startsWith("(?:", reader.place) ? 3 : 1;
    const inner = readAlternatives(reader);
    reader.place += 1;
    return inner;
  }
  if (character === "[") {
    reader.place += 1;
    while (reader.place < source.length && source[reader.place] !== "]")
      reader.place += source[reader.place] === "\\" ? 2 : 1;
    reader.place += 1;
    return { ways: 1 };
  }
  reader.place += character === "\\" ? 2 : 1;
  return { ways: 1 };
}

/** The number of different counts a quantifier allows, or undefined if there is none here. */
function readRepetition(reader: Reader): number | undefined {
  const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(reader.source.slice(reader.place));
  if (found === null) return undefined;
  reader.place += found[0].length;
  const [text, least = "0", comma, most] = found;
  if (text.startsWith("?")) return 2;
  if (!text.startsWith("{")) return reader.longest + 1;
  if (comma !== ",") return 1;
  const upper = most === "" || most === undefined ? reader.longest : Math.min(Number(most), reader.longest);
  return Math.max(1, upper - Number(least) + 1);
}
