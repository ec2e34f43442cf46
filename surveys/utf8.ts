/** UTF-8 bytes of a text, the same in browser, server and where neither's encoder is there. */

/**
 * Encodes a text. A lone surrogate becomes the replacement character, as in every encoder of the web.
 * @param text any text
 * @returns its bytes
 * @example utf8("é") // Uint8Array.of(0xc3, 0xa9)
 */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 3);
  let used = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes[used++] = code;
    else {
      const following = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      bytes[used++] = ((0xff00 >> (following + 1)) & 0xff) | (code >> (6 * following));
      for (let place = following - 1; place >= 0; place -= 1) {
        bytes[used++] = 0x80 | ((code >> (6 * place)) & 0x3f);
      }
    }
  }
  return bytes.slice(0, used);
}
