/** Tokens for places where drafts may be kept: the same over used and unused links, and counted in memory alone. */
import { fromBase64url, toBase64url } from "../../surveys/base64url.ts";
import { DomainError } from "../errors.ts";
import { secretHash } from "../invitations/invitation-secret.ts";
import { isBlindedElement } from "../keys/ticket-poprf.ts";
import type { TicketsContext } from "./context.ts";
import { createDistinctLimit } from "./distinct-limit.ts";
import type { IssuedTicket } from "./issue-ticket.ts";
import { askedByLink } from "./store.ts";

interface DraftTokenRequest {
  readonly wave: string;
  readonly secret: string;
  /** A ristretto255 element, 32 bytes, base64url. */
  readonly blinded: string;
}

/** For each person asked about: some browsers, some times begun anew. A retry is the same element and does not count. */
const TOKENS_PER_PERSON = 8;
const WINDOW = { perSeconds: 7 * 86_400, keys: 20_000 };

/** @returns the verb, with a memory of its own for what it gave out */
export function draftTokenIssuer(
  context: TicketsContext,
): (request: DraftTokenRequest) => Promise<IssuedTicket> {
  const withinLimit = createDistinctLimit(WINDOW, context.clock);
  return (request) => issueDraftToken(context, withinLimit, request);
}

/** @throws DomainError "bad-input", "link-not-valid" for unknown links and waves that are not open, "no-draft-place" */
async function issueDraftToken(
  context: TicketsContext,
  withinLimit: ReturnType<typeof createDistinctLimit>,
  request: DraftTokenRequest,
): Promise<IssuedTicket> {
  const blinded = fromBase64url(request.blinded);
  if (blinded === undefined || !isBlindedElement(blinded)) {
    throw new DomainError(
      "bad-input",
      "The request for a draft's place is not readable. Load the page again.",
      [{ path: "blinded", sentence: "This is not an element that a token can be made from." }],
    );
  }
  const { wave, secret } = request;
  const hash = secretHash(secret);
  const asked = await context.people.read((db) => askedByLink(db, { wave, secretHash: hash }));
  const key = await context.ticketKey(wave);
  if (asked === 0 || key === undefined) {
    throw new DomainError(
      "link-not-valid",
      "This link cannot be used: it is incomplete, or the survey is not open. Your answers stay in this tab.",
    );
  }
  if (!withinLimit(hash, request.blinded, asked * TOKENS_PER_PERSON)) {
    throw new DomainError(
      "no-draft-place",
      "This link was begun in very many browsers, so that no further draft can be kept safely. Your answers stay in this tab; you can go on and send them from here.",
    );
  }
  const { evaluated, proof } = key.evaluate({ wave, draft: true }, blinded);
  return { evaluated: toBase64url(evaluated), proof: toBase64url(proof) };
}
