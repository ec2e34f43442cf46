/** The server's half of the POPRF: RFC 9497's vectors, the browser's library as oracle, what is no element. */
import { randomBytes } from "node:crypto";
import { ristretto255, ristretto255_oprf } from "@noble/curves/ed25519.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPoprfKeys, isBlindedElement, poprfOf } from "../../../api/keys/ticket-poprf.ts";

const hex = (text: string) => new Uint8Array(Buffer.from(text, "hex"));
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** RFC 9497, appendix A.1.3: ristretto255-SHA512, POPRF mode. */
const RFC = {
  info: hex("7465737420696e666f"),
  seed: hex("a3".repeat(32)),
  keyInfo: hex("74657374206b6579"),
  secret: "145c79c108538421ac164ecbe131942136d5570b16d8bf41a24d4337da981e07",
  publicKey: "c647bef38497bc6ec077c22af65b696efa43bff3b4a1975a3e8e0a1c5a79d631",
  blind: hex("64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706"),
  proofRandom: hex("222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e"),
  vectors: [
    {
      input: hex("00"),
      blinded: "c8713aa89241d6989ac142f22dba30596db635c772cbf25021fdd8f3d461f715",
      evaluated: "1a4b860d808ff19624731e67b5eff20ceb2df3c3c03b906f5693e2078450d874",
      proof:
        "41ad1a291aa02c80b0915fbfbb0c0afa15a57e2970067a602ddb9e8fd6b7100de32e1ecff943a36f0b10e3dae6bd266cdeb8adf825d86ef27dbc6c0e30c52206",
      output:
        "ca688351e88afb1d841fde4401c79efebb2eb75e7998fa9737bd5a82a152406d38bd29f680504e54fd4587eddcf2f37a2617ac2fbd2993f7bdf45442ace7d221",
    },
    {
      input: hex("5a".repeat(17)),
      blinded: "f0f0b209dd4d5f1844dac679acc7761b91a2e704879656cb7c201e82a99ab07d",
      evaluated: "8c3c9d064c334c6991e99f286ea2301d1bde170b54003fb9c44c6d7bd6fc1540",
      proof:
        "4c39992d55ffba38232cdac88fe583af8a85441fefd7d1d4a8d0394cd1de77018bf135c174f20281b3341ab1f453fe72b0293a7398703384bed822bfdeec8908",
      output:
        "7c6557b276a137922a0bcfc2aa2b35dd78322bd500235eb6d6b6f91bc5b56a52de2d65612d503236b321f5d0bebcbc52b64b92e426f29c9b8b69f52de98ae507",
    },
  ],
};

/** The vectors fix the proof's scalar, the smallest of the 64-byte numbers that reduce to it. */
function wide(scalar: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set(scalar);
  return bytes;
}

const random = (length: number) => new Uint8Array(randomBytes(length));

describe("against RFC 9497 A.1.3", () => {
  test.each(RFC.vectors)("evaluations, proofs and outputs are the published ones: $output", (vector) => {
    const poprf = poprfOf(hex(RFC.secret), RFC.info);
    const { evaluated, proof } = poprf.blindEvaluate(hex(vector.blinded), wide(RFC.proofRandom));
    expect(hexOf(evaluated)).toBe(vector.evaluated);
    expect(hexOf(proof)).toBe(vector.proof);
    expect(hexOf(poprf.evaluate(vector.input))).toBe(vector.output);
  });
});

describe("against the browser's library", () => {
  const bytes = (maximum: number) => fc.uint8Array({ maxLength: maximum });

  test("the same outputs for any input and public input, and proofs that its client accepts", () => {
    fc.assert(
      fc.property(bytes(300), bytes(100), (input, info) => {
        const { secret, public: publicKey } = createPoprfKeys();
        const oracle = ristretto255_oprf.poprf(info);
        const poprf = poprfOf(secret, info);
        expect(poprf.evaluate(input)).toEqual(oracle.evaluate(secret, input));
        const { blind, blinded, tweakedKey } = oracle.blind(input, publicKey);
        const { evaluated, proof } = poprf.blindEvaluate(blinded, random(64));
        const output = oracle.finalize(input, blind, evaluated, blinded, proof, tweakedKey);
        expect(output).toEqual(poprf.evaluate(input));
      }),
      { numRuns: 20 },
    );
  });

  test("its client refuses a proof of another key, public input or element", () => {
    const info = random(9);
    const input = random(32);
    const { secret, public: publicKey } = createPoprfKeys();
    const oracle = ristretto255_oprf.poprf(info);
    const { blind, blinded, tweakedKey } = oracle.blind(input, publicKey);
    const other = poprfOf(createPoprfKeys().secret, info).blindEvaluate(blinded, random(64));
    const elsewhere = poprfOf(secret, random(9)).blindEvaluate(blinded, random(64));
    const right = poprfOf(secret, info).blindEvaluate(blinded, random(64));
    for (const { evaluated, proof } of [other, elsewhere, { ...right, evaluated: other.evaluated }])
      expect(() => oracle.finalize(input, blind, evaluated, blinded, proof, tweakedKey)).toThrow();
    expect(oracle.finalize(input, blind, right.evaluated, blinded, right.proof, tweakedKey)).toHaveLength(64);
  });

  test("keys are pairs of its group", () => {
    const { secret, public: publicKey } = createPoprfKeys();
    const scalar = ristretto255.Point.Fn.fromBytes(secret);
    expect(ristretto255.Point.BASE.multiply(scalar).toBytes()).toEqual(publicKey);
  });
});

describe("what may be evaluated", () => {
  const identity = new Uint8Array(32);
  const notCanonical = hex(`edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f`);
  const negative = hex(`01${"00".repeat(31)}`);
  const element = createPoprfKeys().public;
  const refused: readonly (readonly [string, Uint8Array])[] = [
    ["the identity", identity],
    ["a field element that is not reduced", notCanonical],
    ["a negative field element", negative],
    ["all ones", identity.map(() => 255)],
    ["a byte too few", element.subarray(1)],
    ["a byte too many", Uint8Array.of(...element, 0)],
    ["nothing", new Uint8Array(0)],
  ];

  test("an element is", () => {
    expect(isBlindedElement(element)).toBe(true);
  });

  test.each(refused)("%s is not", (_what, bytes) => {
    expect(isBlindedElement(bytes)).toBe(false);
    expect(() => poprfOf(createPoprfKeys().secret, random(3)).blindEvaluate(bytes, random(64))).toThrow(
      RangeError,
    );
  });

  test("random bytes are judged as the browser's library judges them", () => {
    for (let round = 0; round < 500; round += 1) {
      const bytes = random(32);
      bytes[31] = (bytes[31] ?? 0) & 0x7f;
      bytes[0] = (bytes[0] ?? 0) & 0xfe;
      let isElement = true;
      try {
        ristretto255.Point.fromBytes(bytes);
      } catch {
        isElement = false;
      }
      expect(isBlindedElement(bytes)).toBe(isElement);
    }
  });
});
