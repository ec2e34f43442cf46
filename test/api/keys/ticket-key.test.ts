/** Tickets: the two sides against each other. */
import { expect, test } from "vitest";
import { createWaveKeys } from "../../../api/keys/create-wave-keys.ts";
import { ticketKeyOf } from "../../../api/keys/ticket-key.ts";
import { toBase64url } from "../../../surveys/base64url.ts";
import type { Manifest } from "../../../surveys/manifest.ts";
import { newSeed } from "../../../web/rater/protocol/seed.ts";
import { blindTicket, unblindTicket } from "../../../web/rater/protocol/ticket.ts";

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
