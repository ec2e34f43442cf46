/** The public bytes that a ticket is bound to: which wave, which subject, which rater group. */
import { utf8 } from "./utf8.ts";

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
