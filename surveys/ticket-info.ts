/** The public bytes that a ticket is bound to: which wave, which subject, which rater group. */

const PROTOCOL_VERSION = 1;
const LONGEST_FIELD = 0xffff;

export interface TicketScope {
  readonly wave: string;
  readonly subject: string;
  readonly group: string;
}

/**
 * The `info` bytes of a ticket: protocol version, wave, subject and group, each as its length in two bytes (big-endian)
 * and its UTF-8 bytes. Equal for everybody in the group, and no two scopes give the same bytes.
 * @param scope wave, subject and group, as the manifest names them; subject and group are "" in a staff survey
 * @returns the bytes
 * @throws RangeError when a field is longer than 65,535 bytes
 * @see RFC 9497, section 2.1: the public input of a POPRF
 * @example ticketInfo({ wave: "w1", subject: "s1", group: "peer" }).length // 17
 */
export function ticketInfo({ wave, subject, group }: TicketScope): Uint8Array<ArrayBuffer> {
  const fields = [Uint8Array.of(PROTOCOL_VERSION), ...[wave, subject, group].map(utf8)];
  const bytes = fields.flatMap((field) => {
    if (field.length > LONGEST_FIELD)
      throw new RangeError("ticketInfo requires fields of at most 65535 bytes");
    return [field.length >> 8, field.length & 0xff, ...field];
  });
  return Uint8Array.from(bytes);
}

/** UTF-8; a lone surrogate becomes the replacement character, as in every encoder of the web. */
function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 0x3f),
        0x80 | ((code >> 6) & 0x3f),
        0x80 | (code & 0x3f),
      );
  }
  return Uint8Array.from(bytes);
}
