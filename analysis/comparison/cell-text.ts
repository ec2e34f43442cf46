/** The bytes of a cell of a CSV file in UTF-8: trimmed, and as text. */

const SPACE = 32;
const UNREADABLE = "\uFFFD";

function isBlank(byte: number | undefined): boolean {
  return byte !== undefined && (byte === SPACE || (byte >= 9 && byte <= 13));
}

/** A no-break space, which is two bytes. */
function isNoBreak(first: number | undefined, second: number | undefined): boolean {
  return first === 0xc2 && second === 0xa0;
}

/**
 * Where a cell's text begins, blanks left out.
 * @param bytes the file's bytes
 * @param start the cell's first byte
 * @param end the byte behind its last
 * @returns the first byte that is no blank, or the end
 * @example trimStart(Uint8Array.of(32, 55), 0, 2) // 1
 */
export function trimStart(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end) {
    if (isBlank(bytes[at])) at += 1;
    else if (at + 1 < end && isNoBreak(bytes[at], bytes[at + 1])) at += 2;
    else break;
  }
  return at;
}

/**
 * Where a cell's text ends, blanks left out.
 * @param bytes the file's bytes
 * @param start the cell's first byte that is no blank
 * @param end the byte behind its last
 * @returns the byte behind the last that is no blank
 * @example trimEnd(Uint8Array.of(55, 32), 0, 2) // 1
 */
export function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start) {
    if (isBlank(bytes[at - 1])) at -= 1;
    else if (at - 1 > start && isNoBreak(bytes[at - 2], bytes[at - 1])) at -= 2;
    else break;
  }
  return at;
}

/** How many bytes follow the first one of a letter; −1 if none begins like this. */
function followersOf(first: number): number {
  if (first < 0x80) return 0;
  if (first >= 0xc2 && first < 0xe0) return 1;
  if (first >= 0xe0 && first < 0xf0) return 2;
  return first >= 0xf0 && first < 0xf5 ? 3 : -1;
}

/** The smallest number that is written with so many further bytes. */
const SMALLEST = [0, 0x80, 0x800, 0x10000] as const;

/**
 * Reads UTF-8.
 * @param bytes the file's bytes
 * @param start the first byte
 * @param end the byte behind the last
 * @returns the text; a byte that is no UTF-8 becomes U+FFFD
 * @see RFC 3629, section 3
 * @example textOf(Uint8Array.of(0xc3, 0xa9), 0, 2) // "é"
 */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  let at = start;
  while (at < end) {
    const first = bytes[at] ?? 0;
    const followers = followersOf(first);
    let letter = followers === 0 ? first : first & (0x3f >> followers);
    let right = followers >= 0 && at + followers < end;
    for (let next = 1; right && next <= followers; next += 1) {
      const byte = bytes[at + next] ?? 0;
      right = (byte & 0xc0) === 0x80;
      letter = (letter << 6) | (byte & 0x3f);
    }
    const isSurrogate = letter >= 0xd800 && letter < 0xe000;
    if (!right || letter < (SMALLEST[followers] ?? 0) || letter > 0x10ffff || isSurrogate) {
      text += UNREADABLE;
      at += 1;
    } else {
      text += String.fromCodePoint(letter);
      at += followers + 1;
    }
  }
  return text;
}

/**
 * Whether bytes are UTF-8.
 * @param bytes the file's bytes
 * @param start the first byte
 * @param end the byte behind the last
 * @returns false when a letter cannot be read
 * @example isReadable(Uint8Array.of(0xfc), 0, 1) // false
 */
export function isReadable(bytes: Uint8Array, start: number, end: number): boolean {
  return !textOf(bytes, start, end).includes(UNREADABLE);
}

/**
 * A cell as text, blanks at both ends left out.
 * @param bytes the file's bytes
 * @param start the cell's first byte
 * @param end the byte behind its last
 * @returns the text
 * @example cellText(Uint8Array.of(32, 55, 32), 0, 3) // "7"
 */
export function cellText(bytes: Uint8Array, start: number, end: number): string {
  return textOf(bytes, start, end).trim();
}
