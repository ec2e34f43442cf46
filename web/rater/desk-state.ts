/** What the rater's screens show: the people asked about and how far each is, and whether things are safe. */
import type { Keeping } from "../ui/device/open-device.ts";
import type { PersonAsked } from "./open-invitation.ts";

/** draft: kept here. waiting: on its way, kept here. sent: this device sent it, or a ticket was given out elsewhere. */
export type PersonProgress = "not-started" | "draft" | "waiting" | "sent";

export interface PersonState {
  readonly person: PersonAsked;
  readonly progress: PersonProgress;
  /** True if this device is the one that sent. */
  readonly sentHere: boolean;
}

export type SavedState = "nothing-yet" | "saving" | "saved" | "not-saved" | "too-long";

export interface DeskState {
  readonly people: readonly PersonState[];
  readonly keeping: Keeping;
  readonly saved: SavedState;
  readonly online: boolean;
  /** True once an encrypted copy of the drafts is on the server. */
  readonly elsewhere: boolean;
}

/** The next person who still needs answers; a begun one first. */
export function nextPerson(people: readonly PersonState[], after?: string): PersonState | undefined {
  const open = people.filter(({ person, progress }) => person.subject !== after && isOpen(progress));
  return open.find(({ progress }) => progress === "draft") ?? open[0];
}

export function isOpen(progress: PersonProgress): boolean {
  return progress === "not-started" || progress === "draft";
}

/** True if closing the tab now would lose something that is nowhere else. */
export function wouldLose({ people, keeping, saved, elsewhere }: DeskState): boolean {
  if (saved === "saving" || saved === "not-saved" || saved === "too-long") return true;
  const kept = people.some(({ progress }) => progress === "draft" || progress === "waiting");
  return keeping !== "device" && kept && !elsewhere;
}
