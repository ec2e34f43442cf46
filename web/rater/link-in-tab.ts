/** The link: taken out of the address before anything else happens, kept for this tab only on one's own device. */
import { type LinkFragment, linkFragmentText, readLinkFragment } from "../../surveys/link-fragment.ts";
import { type RaterStep, readAddress, writeAddress } from "./address.ts";

export interface TakenLink {
  /** Undefined where the address holds none and this tab keeps none. */
  readonly link: LinkFragment | undefined;
  readonly step: RaterStep;
  /** True if the rater said in this tab before that the device is their own. */
  readonly own: boolean;
}

function keyOf(wave: string): string {
  return `soundings-link-${wave}`;
}

/** The session's storage may be forbidden; then there is none. */
function session(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/** Reads the address and takes the link out of it. */
export function takeLink(wave: string): TakenLink {
  const { link, step } = readAddress(location.hash);
  const kept = session()?.getItem(keyOf(wave)) ?? "";
  if (link === undefined) return { link: readLinkFragment(kept), step, own: true };
  history.replaceState(null, "", writeAddress(undefined, step));
  return { link, step, own: kept === linkFragmentText(link) };
}

/** On one's own device, so that loading the page again needs no link. */
export function keepLink(wave: string, link: LinkFragment): void {
  session()?.setItem(keyOf(wave), linkFragmentText(link));
}

/** On a shared one nothing of it stays. */
export function dropLink(wave: string): void {
  if (session()?.getItem(keyOf(wave)) != null) session()?.removeItem(keyOf(wave));
}

/** A link pasted into this tab: another invitation is another page, the same one only leaves the address again. */
export function watchPastedLinks(current: () => LinkFragment | undefined): void {
  addEventListener("hashchange", () => {
    const { link, step } = readAddress(location.hash);
    if (link === undefined) return;
    if (link.secret === current()?.secret) history.replaceState(null, "", writeAddress(undefined, step));
    else location.reload();
  });
}
