/** Finds the programme a request is about, or refuses in the same words for every one that is not there. */
import { DomainError } from "../errors.ts";
import type { PeopleReader } from "../storage/people-store.ts";
import { programmeById } from "./store.ts";

/** @throws DomainError "not-found" */
export async function requireProgramme(db: PeopleReader, programme: string): Promise<void> {
  if ((await programmeById(db, programme)) !== undefined) return;
  throw new DomainError("not-found", "There is no such programme. Choose one from the list.");
}
