/** What stands after the # of a rater's link: the invitation's secret and half of the manifest's hash. */
import { fromBase64url, toBase64url } from "./base64url.ts";
import { readLetterCode } from "./letter-code.ts";

/** 128 bits: as many as the fingerprint's words; 32 could be tried out. */
export const MANIFEST_MARK_BYTES = 16;

export interface LinkFragment {
  /** Of a link in a mail, or the code of a letter. */
  readonly secret: string;
  /**
   * The first 16 bytes of SHA-256 of the manifest as opened, base64url. Absent in links of waves opened before links
   * carried it, and in a letter's code that was typed.
   */
  readonly manifestMark?: string;
}

const SECRET = /^[A-Za-z0-9_-]{32}$/;

/**
 * The mark of a manifest in links, in mails as words.
 * @param digest SHA-256 of the manifest's canonical text, 32 bytes
 * @returns 22 characters
 * @example manifestMarkOf(new Uint8Array(32)) // "AAAAAAAAAAAAAAAAAAAAAA"
 */
export function manifestMarkOf(digest: Uint8Array): string {
  return toBase64url(digest.slice(0, MANIFEST_MARK_BYTES));
}

/**
 * The text after the # of a link.
 * @param fragment secret and mark
 * @returns the secret, and where there is a mark a full stop and the mark
 * @example linkFragmentText({ secret: "s", manifestMark: "m" }) // "s.m"
 */
export function linkFragmentText({ secret, manifestMark }: LinkFragment): string {
  return manifestMark === undefined ? secret : `${secret}.${manifestMark}`;
}

/**
 * Reads what stands after the #, without the steps that follow it.
 * @param text as it stands in the address; a letter's code may stand as people type it
 * @returns secret and mark; undefined where either is not whole, as after a mail program cut the link
 * @example readLinkFragment("short") // undefined
 */
export function readLinkFragment(text: string): LinkFragment | undefined {
  const [first = "", mark, ...more] = text.split(".");
  const secret = SECRET.test(first) ? first : readLetterCode(first);
  if (secret === undefined || more.length > 0) return undefined;
  if (mark === undefined) return { secret };
  return fromBase64url(mark)?.length === MANIFEST_MARK_BYTES ? { secret, manifestMark: mark } : undefined;
}
