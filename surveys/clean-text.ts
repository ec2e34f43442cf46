/** What people type, without the characters that nobody sees and that break files, screens and fonts. */

/** C0 and C1 controls but tab and line feed, and the two marks that turn the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202d\u202e\ufeff]/g;
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
