/** From a sealed box to checked answers, in memory. */

import { unpadBox } from "../../surveys/box-bytes.ts";
import type { AnswerCheck, AnswerCheckResult } from "../../surveys/compile-check.ts";
import { type TicketScope, ticketInfo } from "../../surveys/ticket-info.ts";
import type { SealKey } from "../keys/seal-key.ts";

const decoder = new TextDecoder("utf-8", { fatal: true });

/** @returns undefined if the box does not open under this scope or does not hold JSON */
export function readBox(
  wave: { readonly sealKey: SealKey; readonly check: AnswerCheck },
  scope: TicketScope,
  box: Uint8Array,
): AnswerCheckResult | undefined {
  const padded = wave.sealKey.open(box, ticketInfo(scope));
  const bytes = padded === undefined ? undefined : unpadBox(padded);
  if (bytes === undefined) return undefined;
  try {
    return wave.check(JSON.parse(decoder.decode(bytes)));
  } catch {
    return undefined;
  }
}
