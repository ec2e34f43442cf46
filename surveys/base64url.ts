/** Bytes as base64url without padding, the same in browser and server, and strict when read. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES: ReadonlyMap<string, number> = new Map(Array.from(ALPHABET, (letter, value) => [letter, value]));

/**
 * Bytes as base64url text.
 * @param bytes any bytes
 * @returns text without padding
 * @see RFC 4648, section 5
 * @example toBase64url(Uint8Array.of(255, 255)) // "__8"
 */
export function toBase64url(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 3) {
    const first = bytes[start] ?? 0;
    const second = bytes[start + 1] ?? 0;
    const third = bytes[start + 2] ?? 0;
    const letters =
      (ALPHABET[first >> 2] ?? "") +
      (ALPHABET[((first & 3) << 4) | (second >> 4)] ?? "") +
      (ALPHABET[((second & 15) << 2) | (third >> 6)] ?? "") +
      (ALPHABET[third & 63] ?? "");
    text += letters.slice(0, Math.min(4, bytes.length - start + 1));
  }
  return text;
}

/**
 * The bytes of base64url text. Padding, white space and the spare bits of a last letter are refused, so that two
 * texts never stand for the same bytes.
 * @param text base64url without padding
 * @returns the bytes, or undefined if the text is not canonical base64url
 * @see RFC 4648, section 3.5
 * @example fromBase64url("__8") // Uint8Array.of(255, 255)
 */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let place = 0;
  for (const letter of text) {
    const value = VALUES.get(letter);
    if (value === undefined) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[place] = (held >> bits) & 0xff;
      place += 1;
    }
  }
  const spare = held & ((1 << bits) - 1);
  return bits === 6 || spare !== 0 ? undefined : bytes;
}
