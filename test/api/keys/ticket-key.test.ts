/** Tickets: the library as used against RFC 9497's vectors, and the two sides against each other. */
import { ristretto255_oprf } from "@noble/curves/ed25519.js";
import { expect, test } from "vitest";
import { createWaveKeys } from "../../../api/keys/create-wave-keys.ts";
import { isBlindedElement, ticketKeyOf } from "../../../api/keys/ticket-key.ts";
import { toBase64url } from "../../../surveys/base64url.ts";
import type { Manifest } from "../../../surveys/manifest.ts";
import { newSeed } from "../../../web/rater/protocol/seed.ts";
import { blindTicket, unblindTicket } from "../../../web/rater/protocol/ticket.ts";

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

/** The vectors fix scalars; the library takes random bytes r and uses (r mod (order - 1)) + 1, so these are one less. */
function bytesThatGive(scalar: Uint8Array) {
  return (length = 48) => {
    const wide = new Uint8Array(length);
    wide.set(scalar);
    wide[0] = (wide[0] ?? 0) - 1;
    return wide;
  };
}

test("the library gives the keys and values of RFC 9497 A.1.3, and so does our use of it", () => {
  const poprf = ristretto255_oprf.poprf(RFC.info);
  const keys = poprf.deriveKeyPair(RFC.seed, RFC.keyInfo);
  expect(hexOf(keys.secretKey)).toBe(RFC.secret);
  expect(hexOf(keys.publicKey)).toBe(RFC.publicKey);
  for (const vector of RFC.vectors) {
    expect(hexOf(poprf.evaluate(keys.secretKey, vector.input))).toBe(vector.output);
    const { evaluated, proof } = poprf.blindEvaluate(
      keys.secretKey,
      hex(vector.blinded),
      bytesThatGive(RFC.proofRandom),
    );
    expect(hexOf(evaluated)).toBe(vector.evaluated);
    expect(hexOf(proof)).toBe(vector.proof);
    const { blinded, tweakedKey } = poprf.blind(vector.input, keys.publicKey, bytesThatGive(RFC.blind));
    expect(hexOf(blinded)).toBe(vector.blinded);
    const finalised = poprf.finalize(
      vector.input,
      RFC.blind,
      evaluated,
      hex(vector.blinded),
      hex(vector.proof),
      tweakedKey,
    );
    expect(hexOf(finalised)).toBe(vector.output);
  }
});

const keys = createWaveKeys();
const scope = { wave: "w1", subject: "s1", group: "peer" };
const manifest: Manifest = {
  protocol: 1,
  wave: "w1",
  ticketKey: toBase64url(keys.ticketPublic),
  sealKey: toBase64url(keys.sealPublic),
  formHash: toBase64url(new Uint8Array(32)),
  boxBytes: 64,
  policy: {
    minimumGroupSize: 4,
    minimumComments: 5,
    smallGroups: "merge",
    retention: { rule: "until-release" },
  },
  groups: [{ subject: "s1", group: "peer", invited: 3 }],
};
const server = ticketKeyOf(keys.ticketSecret);
const decode = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));

test("a ticket asked for, unblinded and handed in is accepted for its scope alone", async () => {
  const blinded = await blindTicket(newSeed(), manifest, scope);
  const { evaluated, proof } = server.evaluate(scope, blinded.blinded);
  const ticket = unblindTicket(blinded, toBase64url(evaluated), toBase64url(proof));
  const nonce = decode(ticket?.nonce ?? "");
  const output = decode(ticket?.output ?? "");
  expect(server.accepts(scope, nonce, output)).toBe(true);
  expect(server.accepts({ ...scope, group: "self" }, nonce, output)).toBe(false);
  expect(server.accepts({ ...scope, subject: "s2" }, nonce, output)).toBe(false);
  expect(server.accepts({ ...scope, wave: "w2" }, nonce, output)).toBe(false);
  expect(server.accepts(scope, nonce, output.subarray(1))).toBe(false);
  nonce[0] = (nonce[0] ?? 0) ^ 1;
  expect(server.accepts(scope, nonce, output)).toBe(false);
});

test("the same request is evaluated to the same bytes, proof included, and another to others", async () => {
  const one = await blindTicket(newSeed(), manifest, scope);
  const two = await blindTicket(newSeed(), manifest, scope);
  expect(server.evaluate(scope, one.blinded)).toEqual(server.evaluate(scope, one.blinded));
  expect(server.evaluate(scope, one.blinded)).toEqual(
    ticketKeyOf(keys.ticketSecret).evaluate(scope, one.blinded),
  );
  expect(server.evaluate(scope, one.blinded).proof).not.toEqual(server.evaluate(scope, two.blinded).proof);
});

test("the same seed blinds to the same bytes, and what is blinded says nothing of the nonce", async () => {
  const seed = newSeed();
  const first = await blindTicket(seed, manifest, scope);
  expect(await blindTicket(seed, manifest, scope)).toEqual(first);
  const other = await blindTicket(seed, manifest, { ...scope, group: "self" });
  expect(other.blinded).not.toEqual(first.blinded);
  expect(other.nonce).not.toEqual(first.nonce);
});

test("only elements of the group other than the identity may be evaluated", async () => {
  expect(isBlindedElement((await blindTicket(newSeed(), manifest, scope)).blinded)).toBe(true);
  expect(isBlindedElement(new Uint8Array(32))).toBe(false);
  expect(isBlindedElement(new Uint8Array(32).fill(255))).toBe(false);
  expect(isBlindedElement(new Uint8Array(31))).toBe(false);
  expect(isBlindedElement(new Uint8Array(0))).toBe(false);
});
