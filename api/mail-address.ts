/** What counts as a mail address. */

/** One mailbox, and nothing that a mail header could read as a second one. */
export const ONE_MAILBOX = /^[^\s@<>"',;:\\()[\]\p{Cc}]+@[^\s@<>"',;:\\()[\]\p{Cc}]+$/u;

/** One mailbox whose host ends in a domain: "name@example.org", where "name@example" has been cut off. */
export function isWholeAddress(text: string): boolean {
  return ONE_MAILBOX.test(text) && /[^@]\.[^.@]+$/.test(text);
}
