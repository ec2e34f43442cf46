/** What people type, without the characters that nobody sees and that break files, screens and fonts. */

/** Control characters but tab and line feed, the two marks that turn what follows, and the mark of byte order. */
const UNWANTED = /(?![\t\n])[\p{Cc}\u202d\u202e\ufeff]/gu;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text as it is kept: line ends as "\n" (a space where there is one line only), no control characters, no half
 * characters, no space at its ends.
 * @param text what was typed
 * @param multiline whether line ends stay
 * @returns the cleaned text, never longer than the text typed
 * @example cleanText(" a\u0000b\r\n", true) // "ab"
 */
export function cleanText(text: string, multiline: boolean): string {
  const lines = text.replace(/\r\n?/g, "\n").replace(UNWANTED, "").replace(LONE_SURROGATE, "\ufffd");
  return (multiline ? lines : lines.replace(/[\n\t]/g, " ")).trim();
}
