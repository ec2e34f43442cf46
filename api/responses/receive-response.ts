/** Receives sealed answers with their ticket. Knows no rater; looks into the box to check it and keeps it sealed. */
import { createHash } from "node:crypto";
import { answerProblemSentence } from "../../surveys/answer-problem.ts";
import { fromBase64url } from "../../surveys/base64url.ts";
import { BOX_OVERHEAD_BYTES } from "../../surveys/box-bytes.ts";
import { type TicketScope, ticketInfo } from "../../surveys/ticket-info.ts";
import { DomainError } from "../errors.ts";
import type { OpenWave } from "../keys/sealed-waves.ts";
import { sealPhase } from "../keys/store.ts";
import type { ResponsesContext } from "./context.ts";
import { readBox } from "./read-box.ts";
import { rowsOf } from "./sealed-rows.ts";

const NONCE_BYTES = 32;
const OUTPUT_BYTES = 64;

/** As it came in; texts of bytes are base64url. */
export interface ResponseRequest extends TicketScope {
  readonly nonce: string;
  readonly output: string;
  readonly box: string;
}

export type Receipt = "recorded" | "recorded-before";

export function waveClosed(): DomainError {
  return new DomainError(
    "wave-closed",
    "This survey has closed and takes no more answers. If you pressed Send before and saw a confirmation, your answers count. Otherwise they stay on this device only.",
  );
}

function notAccepted(): DomainError {
  return new DomainError(
    "ticket-not-accepted",
    "The ticket does not fit this survey, person and group. Nothing was stored and your ticket is not used up. Load the page again and send once more.",
  );
}

function otherAnswersRecorded(): DomainError {
  return new DomainError(
    "already-recorded",
    "Other answers were already recorded with this ticket, perhaps from another device. They count; these do not, and nothing was changed.",
  );
}

function groupFull(): DomainError {
  return new DomainError(
    "group-full",
    "As many answers as people invited have arrived for this group. Yours were not stored. Please tell the coordinator.",
  );
}

/**
 * @throws DomainError "bad-input", "wave-closed", "ticket-not-accepted", "answers-refused", "already-recorded",
 * "group-full"
 */
export async function receiveResponse(context: ResponsesContext, request: ResponseRequest): Promise<Receipt> {
  const wave = await context.waves.open(request.wave);
  if (wave === "closed") throw waveClosed();
  const sent = parseRequest(request, wave?.manifest.boxBytes);
  const { scope } = sent;
  const invited = wave?.invited(scope.subject, scope.group);
  if (wave === undefined || invited === undefined) throw notAccepted();
  if (!wave.ticketKey.accepts(scope, sent.nonce, sent.output)) throw notAccepted();
  const spend = sha256(["spend", sent.nonce]);
  const bodyHash = sha256([ticketInfo(scope), sent.output, sent.box]);
  const refusal = refusalOfAnswers(wave, scope, sent.box);
  return context.answers.write(async (tx) => {
    if ((await sealPhase(tx, scope.wave)) !== "open") throw waveClosed();
    const rows = await rowsOf(tx, wave.rowKey, "answer");
    const before = rows.find(spend);
    if (before !== undefined) return decideRepeat(before.companion, bodyHash);
    if (refusal !== undefined) throw refusal;
    const content = { name: spend, companion: bodyHash, box: sent.box };
    if (rows.count(scope) >= invited || (await rows.put(content, scope)) === "full") throw groupFull();
    return "recorded";
  });
}

function parseRequest(request: ResponseRequest, boxBytes: number | undefined) {
  const nonce = fromBase64url(request.nonce);
  const output = fromBase64url(request.output);
  const box = fromBase64url(request.box);
  const problems = [
    ...(nonce?.length === NONCE_BYTES
      ? []
      : [{ path: "nonce", sentence: "This must be 32 bytes in base64url." }]),
    ...(output?.length === OUTPUT_BYTES
      ? []
      : [{ path: "output", sentence: "This must be 64 bytes in base64url." }]),
    ...(box !== undefined && (boxBytes === undefined || box.length === boxBytes + BOX_OVERHEAD_BYTES)
      ? []
      : [{ path: "box", sentence: "This must be a box of the size that the manifest names, in base64url." }]),
  ];
  if (nonce === undefined || output === undefined || box === undefined || problems.length > 0) {
    throw new DomainError(
      "bad-input",
      "The request does not have the form this address expects. Nothing was stored and your ticket is not used up.",
      problems,
    );
  }
  const { wave, subject, group } = request;
  return { scope: { wave, subject, group }, nonce, output, box };
}

function sha256(parts: readonly (string | Uint8Array)[]): Uint8Array {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

function decideRepeat(before: Uint8Array, bodyHash: Uint8Array): Receipt {
  if (Buffer.compare(before, bodyHash) !== 0) throw otherAnswersRecorded();
  return "recorded-before";
}

/** The sentences name items, never what was answered. */
function refusalOfAnswers(wave: OpenWave, scope: TicketScope, box: Uint8Array): DomainError | undefined {
  const read = readBox(wave, scope, box);
  if (read?.ok) return undefined;
  const problems = read?.problems ?? [];
  return new DomainError(
    "answers-refused",
    read === undefined
      ? "The sealed answers could not be opened. Nothing was stored and your ticket is not used up. Load the page again and send once more."
      : "Some answers have to be mended. Nothing was stored, your ticket is not used up, and your draft is kept. Change the answers named here and send again.",
    problems
      .slice(0, 50)
      .map((problem) => ({ path: problem.item, sentence: answerProblemSentence(problem) })),
  );
}
