/** Opens boxes: HPKE base mode, X25519, HKDF-SHA256, AES-256-GCM (RFC 9180), on the platform's own primitives. */
import { createDecipheriv, createHmac, createPrivateKey, createPublicKey, diffieHellman } from "node:crypto";
import { toBase64url } from "../../surveys/base64url.ts";

const ENCAPSULATED_BYTES = 32;
const TAG_BYTES = 16;

const bytes = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));

const VERSION = "HPKE-v1";
const KEM = bytes("KEM", Uint8Array.of(0x00, 0x20));
const SUITE = bytes("HPKE", Uint8Array.of(0x00, 0x20, 0x00, 0x01, 0x00, 0x02));

const hmac = (key: Uint8Array, data: Uint8Array): Buffer => createHmac("sha256", key).update(data).digest();

/** LabeledExtract, RFC 9180 section 4. */
function extract(suite: Uint8Array, salt: Uint8Array, label: string, material: Uint8Array): Buffer {
  return hmac(salt, bytes(VERSION, suite, label, material));
}

/** The bytes that LabeledExpand authenticates for an output of up to one hash (32 bytes). */
function expansion(suite: Uint8Array, label: string, info: Uint8Array, length: number): Buffer {
  return bytes(Uint8Array.of(0, length), VERSION, suite, label, info, Uint8Array.of(1));
}

const NOTHING = new Uint8Array(0);

/** Context of the key schedule: mode base, no pre-shared key, empty info; what binds the box is its associated data. */
const SCHEDULE = bytes(
  Uint8Array.of(0),
  extract(SUITE, NOTHING, "psk_id_hash", NOTHING),
  extract(SUITE, NOTHING, "info_hash", NOTHING),
);
const KEY_EXPANSION = expansion(SUITE, "key", SCHEDULE, 32);
const NONCE_EXPANSION = expansion(SUITE, "base_nonce", SCHEDULE, 12);

export interface SealKey {
  /** The padded answers, or undefined if the box was not sealed to this key with this associated data. */
  open(box: Uint8Array, associated: Uint8Array): Uint8Array | undefined;
}

/** @param secret the X25519 private key, and @param publicKey its public half, 32 bytes each */
export function sealKeyOf(secret: Uint8Array, publicKey: Uint8Array): SealKey {
  const parameters = { kty: "OKP", crv: "X25519", x: toBase64url(publicKey) };
  const privateKey = createPrivateKey({ format: "jwk", key: { ...parameters, d: toBase64url(secret) } });
  const sharedSecret = (encapsulated: Uint8Array): Buffer => {
    const key = { kty: "OKP", crv: "X25519", x: toBase64url(encapsulated) };
    const point = diffieHellman({ privateKey, publicKey: createPublicKey({ format: "jwk", key }) });
    const context = bytes(encapsulated, publicKey);
    return hmac(extract(KEM, NOTHING, "eae_prk", point), expansion(KEM, "shared_secret", context, 32));
  };
  return {
    open: (box, associated) => {
      if (box.length < ENCAPSULATED_BYTES + TAG_BYTES) return undefined;
      const end = box.length - TAG_BYTES;
      try {
        const secretOfBox = extract(
          SUITE,
          sharedSecret(box.subarray(0, ENCAPSULATED_BYTES)),
          "secret",
          NOTHING,
        );
        const nonce = hmac(secretOfBox, NONCE_EXPANSION).subarray(0, 12);
        const decipher = createDecipheriv("aes-256-gcm", hmac(secretOfBox, KEY_EXPANSION), nonce)
          .setAAD(associated)
          .setAuthTag(box.subarray(end));
        const plain = decipher.update(box.subarray(ENCAPSULATED_BYTES, end));
        decipher.final();
        return plain;
      } catch {
        return undefined;
      }
    },
  };
}
