/** Finds a round of mentoring, or refuses in the same words for every id that leads nowhere. */
import { DomainError } from "../../errors.ts";
import type { PeopleReader } from "../../storage/people-store.ts";
import { roundById, type StoredRound } from "./store.ts";

/** @throws DomainError "not-found" */
export async function findRound(db: PeopleReader, id: string): Promise<StoredRound> {
  const round = await roundById(db, id);
  if (round === undefined) {
    throw new DomainError("not-found", "There is no such round of mentoring. Choose one from the programme.");
  }
  return round;
}
