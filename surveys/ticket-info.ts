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
  return lengthPrefixed([Uint8Array.of(PROTOCOL_VERSION), ...[wave, subject, group].map(utf8)]);
}

/** What a token for a place where a draft may be kept is bound to: the wave alone, so that it tells nothing of whom. */
interface DraftTokenScope {
  readonly wave: string;
  readonly draft: true;
}

/** What the wave's key makes tokens for: answers about somebody in a group, or a place for a draft. */
export type TokenScope = TicketScope | DraftTokenScope;

/**
 * The `info` bytes of either kind of token. A draft's begin with a longer field than any ticket's, so that neither
 * can stand for the other.
 * @param scope what the token is for
 * @returns the bytes
 * @throws RangeError when a field is longer than 65,535 bytes
 * @see RFC 9497, section 2.1: the public input of a POPRF
 * @example tokenInfo({ wave: "w1", draft: true }).length // 12
 */
export function tokenInfo(scope: TokenScope): Uint8Array<ArrayBuffer> {
  if (!("draft" in scope)) return ticketInfo(scope);
  const draft = Uint8Array.of(PROTOCOL_VERSION, ...utf8("draft"));
  return lengthPrefixed([draft, utf8(scope.wave)]);
}

function lengthPrefixed(fields: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = fields.flatMap((field) => {
    if (field.length > LONGEST_FIELD)
      throw new RangeError("ticketInfo requires fields of at most 65535 bytes");
    return [field.length >> 8, field.length & 0xff, ...field];
  });
  return Uint8Array.from(bytes);
}
