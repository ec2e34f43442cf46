/** The sealed box: answers that only the wave's seal key opens, all of one size (RFC 9180, base mode). */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { fromBase64url } from "./base64url.ts";
import { padToBox } from "./box-bytes.ts";
import type { SurveyAnswers } from "./definition.ts";
import type { Manifest } from "./manifest.ts";
import { type TicketScope, ticketInfo } from "./ticket-info.ts";

/**
 * Seals answers to the wave's key, bound to the scope of their ticket.
 *
 * @param manifest of the wave
 * @param scope wave, subject and group
 * @param answers as SurveyJS holds them
 * @returns encapsulated key and ciphertext, or undefined if the answers are longer than a box
 * @throws RangeError if the manifest's seal key is not base64url
 */
export async function sealBox(
  manifest: Manifest,
  scope: TicketScope,
  answers: SurveyAnswers,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const padded = padToBox(new TextEncoder().encode(JSON.stringify(answers)), manifest.boxBytes);
  const sealKey = fromBase64url(manifest.sealKey);
  if (padded === undefined) return undefined;
  if (sealKey === undefined) throw new RangeError("sealBox requires the manifest's seal key in base64url");
  const suite = new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  });
  const recipientPublicKey = await suite.kem.deserializePublicKey(sealKey.buffer);
  const { ct, enc } = await suite.seal({ recipientPublicKey }, padded.buffer, ticketInfo(scope).buffer);
  const box = new Uint8Array(enc.byteLength + ct.byteLength);
  box.set(new Uint8Array(enc), 0);
  box.set(new Uint8Array(ct), enc.byteLength);
  return box;
}
