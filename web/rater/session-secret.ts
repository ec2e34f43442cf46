/** What the link tells, on a shared computer: out of the address bar, kept in this tab alone. */
import { type LinkFragment, linkFragmentText, readLinkFragment } from "../../surveys/link-fragment.ts";

function keyOf(wave: string): string {
  return `soundings-secret-${wave}`;
}

/** The session storage may be forbidden; then there is none. */
export function keptLink(wave: string): LinkFragment | undefined {
  try {
    return readLinkFragment(sessionStorage.getItem(keyOf(wave)) ?? "");
  } catch {
    return undefined;
  }
}

/** @returns false if it cannot be kept, so that the address must stay as it is */
export function keepLink(wave: string, link: LinkFragment | undefined): boolean {
  try {
    if (link === undefined) sessionStorage.removeItem(keyOf(wave));
    else sessionStorage.setItem(keyOf(wave), linkFragmentText(link));
    return true;
  } catch {
    return false;
  }
}
