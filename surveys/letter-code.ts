/** The code on a printed letter: Crockford's base 32, which can be typed from paper without mistaking letters. */

/** No I, L, O or U (Douglas Crockford, Base 32, crockford.com/base32.html). */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Twenty digits of five bits: a hundred bits, too many to try out. */
const LENGTH = 20;
const GROUP = 5;

/**
 * A letter's code from random bytes, without hyphens: the secret as it is hashed and sent.
 * @param bytes at least 13 bytes
 * @returns twenty digits
 * @throws RangeError for fewer bytes
 * @example letterCodeOf(new Uint8Array(13)) // "00000000000000000000"
 */
export function letterCodeOf(bytes: Uint8Array): string {
  if (bytes.length * 8 < LENGTH * 5) throw new RangeError("a letter's code requires 13 bytes or more");
  let code = "";
  for (let digit = 0; digit < LENGTH; digit += 1) {
    let value = 0;
    for (let bit = digit * 5; bit < digit * 5 + 5; bit += 1) {
      value = value * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    }
    code += DIGITS[value] ?? "";
  }
  return code;
}

/**
 * The code as it is printed, in groups.
 * @param code twenty digits
 * @returns the same with hyphens
 * @example printedCode("00000000000000000000") // "00000-00000-00000-00000"
 */
export function printedCode(code: string): string {
  return code.match(new RegExp(`.{1,${GROUP}}`, "g"))?.join("-") ?? "";
}

/**
 * Reads a code as people type it: capitals or not, with hyphens, blanks or neither, O for 0, I and L for 1.
 * @param typed what was typed or stood in the address
 * @returns twenty digits, or undefined if it is no code
 * @example readLetterCode("oooOO ooooo ooooo oooo1") // "00000000000000000001"
 */
export function readLetterCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\u2010-\u2015-]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  const known = [...code].every((digit) => DIGITS.includes(digit));
  return code.length === LENGTH && known ? code : undefined;
}
