/** What the rater's screens show: the people asked about and how far each is, and whether things are safe. */
import type { Keeping } from "../ui/device/open-device.ts";
import type { PersonAsked } from "./open-invitation.ts";

/** draft: kept here. waiting: on its way, kept here. sent: this device knows that it was sent. */
export type PersonProgress = "not-started" | "draft" | "waiting" | "sent";

export interface PersonState {
  readonly person: PersonAsked;
  readonly progress: PersonProgress;
}

/** in-memory: typed, and not yet on a device that is to keep it, because the half of its key is not there. */
export type SavedState = "nothing-yet" | "saving" | "saved" | "in-memory" | "not-saved" | "too-long";

export interface DeskState {
  readonly people: readonly PersonState[];
  readonly keeping: Keeping;
  readonly saved: SavedState;
  readonly online: boolean;
  /** True once an encrypted copy of the drafts is on the server, and its code was shown. */
  readonly elsewhere: boolean;
  /** True if something was typed since that copy was made. */
  readonly behind: boolean;
  /** True while answers are being sent, or what is left of them is being made unreadable. */
  readonly busy: boolean;
}

/** The next person who still needs answers; a begun one first. */
export function nextPerson(people: readonly PersonState[], after?: string): PersonState | undefined {
  const open = people.filter(({ person, progress }) => person.subject !== after && isOpen(progress));
  return open.find(({ progress }) => progress === "draft") ?? open[0];
}

export function isOpen(progress: PersonProgress): boolean {
  return progress === "not-started" || progress === "draft";
}

/** True if closing the tab now would lose something that is nowhere else, or leave something that is to go. */
export function wouldLose({ people, keeping, saved, elsewhere, behind, busy }: DeskState): boolean {
  if (busy || (saved !== "saved" && saved !== "nothing-yet")) return true;
  const kept = people.some(({ progress }) => progress === "draft" || progress === "waiting");
  return keeping !== "device" && kept && (!elsewhere || behind);
}
