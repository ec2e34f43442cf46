/** Who holds a personal link, and the pair of theirs that they name. Unknown links all get the same answer. */
import type { Side } from "../../../analysis/mentoring/relationship-state.ts";
import { DomainError } from "../../errors.ts";
import type { PeopleReader } from "../../storage/people-store.ts";
import { type Relationship, relationshipById } from "../relationships/store.ts";
import { roundById, type StoredRound } from "../rounds/store.ts";
import { personalSecretHash } from "./personal-link.ts";
import { linkBySecret } from "./store.ts";

/** What every request through a personal link carries. */
export interface OwnLink {
  readonly round: string;
  readonly secret: string;
}

export interface LinkHolder {
  readonly round: StoredRound;
  readonly personId: string;
}

/** @throws DomainError "link-not-valid" */
export async function findHolder(db: PeopleReader, link: OwnLink): Promise<LinkHolder> {
  const round = await roundById(db, link.round);
  const found = await linkBySecret(db, link.round, personalSecretHash(link.secret));
  if (round === undefined || found === undefined) {
    throw new DomainError(
      "link-not-valid",
      "This link cannot be used: it is incomplete or not known. If you copied it from a mail, copy the whole line and try again. Nothing is lost.",
    );
  }
  return { round, personId: found.personId };
}

export interface OwnPair {
  readonly round: StoredRound;
  readonly pair: Relationship;
  readonly side: Side;
}

/**
 * A mentee knows nothing of a pair before the mentor has said yes, and nobody of one that did not come about.
 */
function sideIn(pair: Relationship, personId: string): Side | undefined {
  if (pair.state === "passed") return undefined;
  if (pair.mentorPersonId === personId) return "mentor";
  return pair.menteePersonId === personId && pair.state !== "asked" ? "mentee" : undefined;
}

/** @throws DomainError "link-not-valid"; "not-found" for a pair that is not theirs, or of which they know nothing */
export async function findOwnPair(
  db: PeopleReader,
  request: OwnLink & { readonly relationship: string },
): Promise<OwnPair> {
  const { round, personId } = await findHolder(db, request);
  const pair = await relationshipById(db, request.relationship);
  const side = pair?.roundId === round.id ? sideIn(pair, personId) : undefined;
  if (pair === undefined || side === undefined) {
    throw new DomainError(
      "not-found",
      "This is no longer open. Load the page again to see where things stand. Nothing is lost.",
    );
  }
  return { round, pair, side };
}
