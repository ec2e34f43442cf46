/** A server that tries to mark a rater: with a key of their own, with other bytes in the ticket, with another manifest. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { manifestMark } from "../../api/datasets/fingerprint.ts";
import { createWaveKeys } from "../../api/keys/create-wave-keys.ts";
import { type TicketKey, ticketKeyOf } from "../../api/keys/ticket-key.ts";
import { fromBase64url, toBase64url } from "../../surveys/base64url.ts";
import { canonicalJson } from "../../surveys/json-value.ts";
import { manifestMarkOf } from "../../surveys/link-fragment.ts";
import type { Manifest } from "../../surveys/manifest.ts";
import { readManifest } from "../../surveys/read-manifest.ts";
import type { TicketScope } from "../../surveys/ticket-info.ts";
import { newSeed } from "../../web/rater/protocol/seed.ts";
import { sendAnswers } from "../../web/rater/protocol/send.ts";
import type { Server } from "../../web/rater/protocol/server.ts";
import { blindTicket, scopeIn, type Ticket, unblindTicket } from "../../web/rater/protocol/ticket.ts";
import { sha256 } from "../../web/rater/protocol/told-manifest.ts";
import { fingerprintOfManifest, loadForm, loadManifest } from "../../web/rater/protocol/wave.ts";
import { noPause, openProtocolWave, type ProtocolWave, raterAt, WAVE } from "../support/protocol-wave.ts";

let wave: ProtocolWave;
beforeEach(async () => {
  wave = await openProtocolWave();
});
afterEach(() => wave.close());

const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array(0);

/** A server whose tickets are evaluated by this function, and which notes what it is sent. */
function serverIssuing(evaluate: (blinded: Uint8Array) => ReturnType<TicketKey["evaluate"]>) {
  const paths: string[] = [];
  const server: Server = {
    get: wave.server.get,
    send: async (method, path, body) => {
      paths.push(path);
      if (path !== "/api/tickets") return wave.server.send(method, path, body);
      const { evaluated, proof } = evaluate(bytes(JSON.parse(body).blinded));
      const text = JSON.stringify({ evaluated: toBase64url(evaluated), proof: toBase64url(proof) });
      return { status: 200, text };
    },
  };
  return { server, paths };
}

/** The ticket of a client that takes key and scope from whoever issues instead of from the manifest. */
async function ticketOfTrustingClient(
  issuer: { readonly manifest: Manifest; readonly key: TicketKey },
  scope: TicketScope,
): Promise<Ticket> {
  const blinded = await blindTicket(newSeed(), issuer.manifest, scope);
  const { evaluated, proof } = issuer.key.evaluate(scope, blinded.blinded);
  const ticket = unblindTicket(blinded, toBase64url(evaluated), toBase64url(proof));
  if (ticket === undefined) throw new Error("the trusting client accepts everything");
  return ticket;
}

describe("key tagging", () => {
  test("works against a client that takes the key from the issuer: the ticket tells whose it is", async () => {
    const { scope } = await raterAt(wave, 1);
    const own = Array.from({ length: 5 }, createWaveKeys);
    const victim = own[3];
    if (victim === undefined) throw new Error("there are five");
    const manifest = { ...wave.manifest, ticketKey: toBase64url(victim.ticketPublic) };
    const key = ticketKeyOf(victim.ticketSecret);
    const ticket = await ticketOfTrustingClient({ manifest, key }, scope);
    const recognised = own.map((keys) =>
      ticketKeyOf(keys.ticketSecret).accepts(scope, bytes(ticket.nonce), bytes(ticket.output)),
    );
    expect(recognised).toEqual([false, false, false, true, false]);
  });

  test("is caught by the real client, which then sends no answers", async () => {
    const marked = ticketKeyOf(createWaveKeys().ticketSecret);
    const { scope } = await raterAt(wave, 1);
    const { server, paths } = serverIssuing((blinded) => marked.evaluate(scope, blinded));
    const { rater } = await raterAt(wave, 1, { server });
    expect(await sendAnswers(rater, scope, { pace: 2 }, noPause)).toEqual({ outcome: "not-trusted" });
    expect(paths.at(-1)).toBe("/api/tickets");
    expect(paths).not.toContain("/api/responses");
  });
});

describe("info tagging", () => {
  test("works against a client that takes the scope from the issuer", async () => {
    const { scope } = await raterAt(wave, 1);
    const keys = createWaveKeys();
    const key = ticketKeyOf(keys.ticketSecret);
    const manifest = { ...wave.manifest, ticketKey: toBase64url(keys.ticketPublic) };
    const marked = { ...scope, group: "peer rater 7" };
    const ticket = await ticketOfTrustingClient({ manifest, key }, marked);
    expect(key.accepts(marked, bytes(ticket.nonce), bytes(ticket.output))).toBe(true);
    expect(key.accepts(scope, bytes(ticket.nonce), bytes(ticket.output))).toBe(false);
  });

  test("is caught by the real client even with the wave's own key", async () => {
    const [seal] = await wave.stores.answers.read((db) => db.select().from(db.tables.waveSeals));
    const secret = wave.keys.unwrap(seal?.ticketKeyWrapped ?? new Uint8Array(0), `ticket:${WAVE}`);
    const own = ticketKeyOf(secret);
    const { scope } = await raterAt(wave, 1);
    const { server, paths } = serverIssuing((blinded) =>
      own.evaluate({ ...scope, group: "peer rater 7" }, blinded),
    );
    const { rater } = await raterAt(wave, 1, { server });
    expect(await sendAnswers(rater, scope, { pace: 2 }, noPause)).toEqual({ outcome: "not-trusted" });
    expect(paths.at(-1)).toBe("/api/tickets");
    expect(paths).not.toContain("/api/responses");
    const honest = serverIssuing((blinded) => own.evaluate(scope, blinded));
    const again = await raterAt(wave, 1, { server: honest.server });
    expect(await sendAnswers(again.rater, scope, { pace: 2 }, noPause)).toEqual({ outcome: "recorded" });
  });

  test("a group that the manifest does not name is no scope", () => {
    expect(scopeIn(wave.manifest, "subject-a", "peer")).toEqual({
      wave: WAVE,
      subject: "subject-a",
      group: "peer",
    });
    expect(scopeIn(wave.manifest, "subject-a", "peer rater 7")).toBeUndefined();
    expect(scopeIn(wave.manifest, "subject-c", "peer")).toBeUndefined();
  });
});

describe("a manifest of one's own", () => {
  const answering = (text: string): Server => ({
    get: async () => ({ status: 200, text }),
    send: async () => ({ status: 500, text: "" }),
  });

  test("shows other words than everybody else's", async () => {
    const loaded = await loadManifest(wave.server, WAVE, manifestMark(wave.manifest));
    if (!loaded.ok) throw new Error("the manifest should load");
    const marked = { ...wave.manifest, ticketKey: toBase64url(createWaveKeys().ticketPublic) };
    expect(loaded.fingerprint).toHaveLength(16);
    expect(await fingerprintOfManifest(canonicalJson(marked))).not.toEqual(loaded.fingerprint);
    expect(await fingerprintOfManifest(`${canonicalJson(wave.manifest)} `)).not.toEqual(loaded.fingerprint);
  });

  test.each([
    ["with a field added", { rater: 7 }],
    ["of another protocol", { protocol: 3 }],
    ["of the first version with what only the second holds", { protocol: 1 }],
    ["without the commitment to its list", { lineUp: undefined }],
    ["with a key too short", { sealKey: "AAAA" }],
    [
      "with a group that holds more than it should",
      { groups: [{ subject: "s", group: "g", invited: 1, who: 7 }] },
    ],
    ["with a policy that holds more than it should", { policy: { minimumGroupSize: 3 } }],
  ] satisfies [string, object][])("%s is not trusted", (_what, change) => {
    expect(readManifest(canonicalJson(wave.manifest))).toEqual(wave.manifest);
    expect(readManifest(canonicalJson({ ...wave.manifest, ...change }))).toBeUndefined();
  });

  test("of another wave, or no manifest at all, is not trusted", async () => {
    const other = canonicalJson({ ...wave.manifest, wave: "elsewhere" });
    const told = async (text: string) => manifestMarkOf(await sha256(text));
    for (const text of [other, "<html>"]) {
      const loaded = await loadManifest(answering(text), WAVE, await told(text));
      expect(loaded).toEqual({ ok: false, reason: "not-trusted" });
    }
    const nowhere = await loadManifest(wave.server, "no-such-wave", await told(other));
    expect(nowhere).toMatchObject({ ok: false, reason: "refused" });
  });

  test("a form other than the one the manifest names is not trusted", async () => {
    const loaded = await loadForm(wave.server, wave.manifest);
    if (!loaded.ok) throw new Error("the form should load");
    expect(await loadForm(answering(loaded.text), wave.manifest)).toEqual(loaded);
    const changed = loaded.text.replace("A small 360", "A small 361");
    expect(await loadForm(answering(changed), wave.manifest)).toEqual({ ok: false, reason: "not-trusted" });
  });
});
