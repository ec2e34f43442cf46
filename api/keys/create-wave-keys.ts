/** The keys of a new wave: for tickets, for boxes, for the dataset. */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createPoprfKeys } from "./ticket-poprf.ts";

/** Raw bytes, 32 each. The public ones stand in the manifest; the others are stored wrapped. */
export interface WaveKeys {
  readonly ticketSecret: Uint8Array;
  readonly ticketPublic: Uint8Array;
  readonly sealSecret: Uint8Array;
  readonly sealPublic: Uint8Array;
  readonly datasetKey: Uint8Array;
}

/** Of both halves of an X25519 key the raw bytes stand last (RFC 8410, section 10). */
function rawPart(der: Uint8Array): Uint8Array {
  return new Uint8Array(der.subarray(-32));
}

export function createWaveKeys(): WaveKeys {
  const ticket = createPoprfKeys();
  // Encoded as they are made: exporting a fresh key object can stop the whole process for ever (seen in Node 20.20).
  const seal = generateKeyPairSync("x25519", {
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "der" },
  });
  return {
    ticketSecret: ticket.secret,
    ticketPublic: ticket.public,
    sealSecret: rawPart(seal.privateKey),
    sealPublic: rawPart(seal.publicKey),
    datasetKey: new Uint8Array(randomBytes(32)),
  };
}
