/** The server's half of RFC 9497's POPRF over ristretto255, mode 0x02, on libsodium's group in constant time. */
import { createHash } from "node:crypto";
import sodium from "libsodium-wrappers-sumo";

// The compiled library starts once a process, before anything asks for a ticket.
await sodium.ready;

const ELEMENT_BYTES = 32;
const UNIFORM_BYTES = 64;
const SHA512_BLOCK_BYTES = 128;

type Part = string | Uint8Array;

const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));

function sha512(...parts: readonly Part[]): Uint8Array {
  const hash = createHash("sha512");
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

/** A length in two bytes, big-endian: I2OSP(n, 2). */
function twoBytes(length: number): Uint8Array {
  return Uint8Array.of(length >> 8, length & 0xff);
}

/** Each part behind its length, as all transcripts of the RFC are written. */
function framed(...parts: readonly Uint8Array[]): Uint8Array[] {
  return parts.flatMap((part) => [twoBytes(part.length), part]);
}

const CONTEXT = Buffer.concat([ascii("OPRFV1-"), Uint8Array.of(0x02), ascii("-ristretto255-SHA512")]);
const tagged = (label: string): Uint8Array => new Uint8Array(Buffer.concat([ascii(label), CONTEXT]));
const GROUP_TAG = tagged("HashToGroup-");
const SCALAR_TAG = tagged("HashToScalar-");
const SEED_TAG = tagged("Seed-");

/** expand_message_xmd with SHA-512 for 64 bytes, so of one block (RFC 9380, section 5.3.1). */
function expand(tag: Uint8Array, ...message: readonly Part[]): Uint8Array {
  const suffix = Buffer.concat([tag, Uint8Array.of(tag.length)]);
  const head = sha512(
    new Uint8Array(SHA512_BLOCK_BYTES),
    ...message,
    twoBytes(UNIFORM_BYTES),
    Uint8Array.of(0),
    suffix,
  );
  return sha512(head, Uint8Array.of(1), suffix);
}

function hashToScalar(...message: readonly Part[]): Uint8Array {
  return sodium.crypto_core_ristretto255_scalar_reduce(expand(SCALAR_TAG, ...message));
}

function hashToGroup(input: Uint8Array): Uint8Array {
  return sodium.crypto_core_ristretto255_from_hash(expand(GROUP_TAG, input));
}

/** scalar · element. @throws where the product is the identity, or the bytes are no element */
function times(scalar: Uint8Array, element: Uint8Array): Uint8Array {
  return sodium.crypto_scalarmult_ristretto255(scalar, element);
}

function timesBase(scalar: Uint8Array): Uint8Array {
  return sodium.crypto_scalarmult_ristretto255_base(scalar);
}

/** True for the encoding of a group element that is not the identity; nothing else may be evaluated (RFC 9497, 3.3). */
export function isBlindedElement(bytes: Uint8Array): boolean {
  return (
    bytes.length === ELEMENT_BYTES &&
    bytes.some((byte) => byte !== 0) &&
    sodium.crypto_core_ristretto255_is_valid_point(bytes)
  );
}

/** A fresh key pair: scalar and element, 32 bytes each. */
export function createPoprfKeys(): { readonly secret: Uint8Array; readonly public: Uint8Array } {
  const secret = sodium.crypto_core_ristretto255_scalar_random();
  return { secret, public: timesBase(secret) };
}

/** What one secret key does for one public input. */
export interface Poprf {
  /**
   * BlindEvaluate (section 3.3.3).
   * @param blinded an element that `isBlindedElement` accepts
   * @param random 64 uniform bytes for the proof, never the same for two elements
   * @throws RangeError for bytes that are no such element
   */
  blindEvaluate(
    blinded: Uint8Array,
    random: Uint8Array,
  ): { readonly evaluated: Uint8Array; readonly proof: Uint8Array };
  /** Evaluate (section 3.3.3): the output, 64 bytes, that a client gets for this input. */
  evaluate(input: Uint8Array): Uint8Array;
}

/**
 * Sets up a key for a public input; costs one multiplication of the base, so it is worth keeping.
 * @param secret the scalar of `createPoprfKeys`
 * @param info the public input, at most 65,535 bytes
 * @see RFC 9497, section 3.3.3, and 2.2.1 for the proof
 */
export function poprfOf(secret: Uint8Array, info: Uint8Array): Poprf {
  const tweak = hashToScalar("Info", ...framed(info));
  const key = sodium.crypto_core_ristretto255_scalar_add(secret, tweak);
  const inverse = sodium.crypto_core_ristretto255_scalar_invert(key);
  const tweakedKey = timesBase(key);
  const seed = sha512(...framed(tweakedKey, SEED_TAG));
  const prove = (evaluated: Uint8Array, blinded: Uint8Array, random: Uint8Array): Uint8Array => {
    const weight = hashToScalar(...framed(seed), twoBytes(0), ...framed(evaluated, blinded), "Composite");
    const m = times(weight, evaluated);
    const z = times(key, m);
    const r = sodium.crypto_core_ristretto255_scalar_reduce(random);
    const challenge = hashToScalar(...framed(tweakedKey, m, z, timesBase(r), times(r, m)), "Challenge");
    const answer = sodium.crypto_core_ristretto255_scalar_sub(
      r,
      sodium.crypto_core_ristretto255_scalar_mul(challenge, key),
    );
    return new Uint8Array(Buffer.concat([challenge, answer]));
  };
  return {
    blindEvaluate: (blinded, random) => {
      if (!isBlindedElement(blinded))
        throw new RangeError("blindEvaluate requires an element other than the identity");
      const evaluated = times(inverse, blinded);
      return { evaluated, proof: prove(evaluated, blinded, random) };
    },
    evaluate: (input) => sha512(...framed(input, info, times(inverse, hashToGroup(input))), "Finalize"),
  };
}
