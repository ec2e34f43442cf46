/** The keys of a new wave: for tickets, for boxes, for the dataset. */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { ristretto255_oprf } from "@noble/curves/ed25519.js";
import { fromBase64url } from "../../surveys/base64url.ts";

/** Raw bytes, 32 each. The public ones stand in the manifest; the others are stored wrapped. */
export interface WaveKeys {
  readonly ticketSecret: Uint8Array;
  readonly ticketPublic: Uint8Array;
  readonly sealSecret: Uint8Array;
  readonly sealPublic: Uint8Array;
  readonly datasetKey: Uint8Array;
}

function rawPart(part: string | undefined): Uint8Array {
  const bytes = part === undefined ? undefined : fromBase64url(part);
  if (bytes?.length !== 32) throw new RangeError("an X25519 key requires 32 bytes");
  return bytes;
}

export function createWaveKeys(): WaveKeys {
  const ticket = ristretto255_oprf.oprf.generateKeyPair();
  const seal = generateKeyPairSync("x25519").privateKey.export({ format: "jwk" });
  return {
    ticketSecret: ticket.secretKey,
    ticketPublic: ticket.publicKey,
    sealSecret: rawPart(seal.d),
    sealPublic: rawPart(seal.x),
    datasetKey: new Uint8Array(randomBytes(32)),
  };
}
