/** Texts that a spreadsheet shows and never runs. */

/** A spreadsheet takes a text that begins like this for a formula (OWASP, CSV injection). */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\t\r]/;
/** Most texts: nothing to look for in them. */
const PRINTABLE = /^[\x20-\x7e]*$/;
/** Characters that no file format of ours may hold: controls, lone surrogates and non-characters. */
const UNSAFE = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/**
 * A text without control characters and line breaks.
 * @param text any text
 * @returns the text, each such character a blank
 * @example plainText("a\nb") // "a b"
 */
export function plainText(text: string): string {
  return PRINTABLE.test(text) ? text : text.replaceAll(UNSAFE, " ");
}

/**
 * A text for a cell that a spreadsheet may interpret: with an apostrophe before what would be a formula.
 * @param text any text
 * @returns plain text that is no formula
 * @example inertText("=1+1") // "'=1+1"
 */
export function inertText(text: string): string {
  const plain = plainText(text);
  return FORMULA.test(plain) || FORMULA.test(text) ? `'${plain}` : plain;
}
