/** Issues the one ticket of an assignment: evaluates a blinded element, and never learns what is in it. */
import { createHash } from "node:crypto";
import { fromBase64url, toBase64url } from "../../surveys/base64url.ts";
import { DomainError } from "../errors.ts";
import { ticketMarksOfWave } from "../invitations/invitation-key.ts";
import { secretHash } from "../invitations/invitation-secret.ts";
import { isBlindedElement } from "../keys/ticket-poprf.ts";
import type { TicketsContext } from "./context.ts";
import { assignmentOfLink, claimAssignment, stateOfAnonymousWave } from "./store.ts";

export interface TicketRequest {
  readonly wave: string;
  readonly secret: string;
  readonly subject: string;
  /** A ristretto255 element, 32 bytes, base64url. */
  readonly blinded: string;
}

export interface IssuedTicket {
  readonly evaluated: string;
  readonly proof: string;
}

/** One answer for links that are unknown and for tickets that were given out: trying links tells nothing. */
function noTicket(): DomainError {
  return new DomainError(
    "ticket-already-issued",
    "There is no ticket left for these answers: they were probably sent, or begun to be sent, from another device, or the link is not valid. If you are not sure, open your link on that device, or enter its 17 words here. If that device is lost, ask the coordinator. What you typed here was not sent.",
  );
}

function closed(): DomainError {
  return new DomainError(
    "wave-closed",
    "This survey has closed and takes no more answers. Nothing was sent. If you think it should still be open, ask the coordinator.",
  );
}

/**
 * @throws DomainError "bad-input" for a blinded element that is none (the ticket stays available), "wave-closed",
 * "ticket-already-issued" for a second element and for unknown links alike
 */
export async function issueTicket(context: TicketsContext, request: TicketRequest): Promise<IssuedTicket> {
  const blinded = fromBase64url(request.blinded);
  if (blinded === undefined || !isBlindedElement(blinded)) {
    throw new DomainError(
      "bad-input",
      "The ticket request is not readable. Your ticket is still available. Load the page again and send once more.",
      [{ path: "blinded", sentence: "This is not an element that a ticket can be made from." }],
    );
  }
  const { wave, subject } = request;
  const link = { wave, subject, secretHash: secretHash(request.secret) };
  const found = await context.people.read(async (db) => ({
    wave: await stateOfAnonymousWave(db, wave),
    assignment: await assignmentOfLink(db, link),
  }));
  if (found.wave === undefined || found.wave.state === "draft") throw noTicket();
  const overdue = found.wave.closesAt !== null && found.wave.closesAt <= context.clock();
  if (found.wave.state !== "open" || overdue) throw closed();
  // Asked for before it is known whether there is such a link, so that time does not tell either.
  const key = await context.ticketKey(wave);
  const marks = ticketMarksOfWave(context.keys, found.wave);
  if (key === undefined || marks === undefined) throw closed();
  if (found.assignment === undefined) throw noTicket();
  const { id, group, ticketMark } = found.assignment;
  const hash = createHash("sha256").update("blinded").update(blinded).digest();
  const claimed =
    marks.read(id, ticketMark) ??
    (await context.people.write((tx) => claimAssignment(tx, marks, { id, hash: new Uint8Array(hash) })));
  if (claimed === undefined || !hash.equals(claimed)) throw noTicket();
  const { evaluated, proof } = key.evaluate({ wave, subject, group }, blinded);
  return { evaluated: toBase64url(evaluated), proof: toBase64url(proof) };
}
