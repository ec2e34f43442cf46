/** A server that leaves the scripts as they are and shows a rater keys of their own: the page stops before the secret goes out. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { manifestMark } from "../../api/datasets/fingerprint.ts";
import { createWaveKeys } from "../../api/keys/create-wave-keys.ts";
import { ticketKeyOf } from "../../api/keys/ticket-key.ts";
import { fromBase64url, toBase64url } from "../../surveys/base64url.ts";
import { canonicalJson } from "../../surveys/json-value.ts";
import { letterCodeOf } from "../../surveys/letter-code.ts";
import { readManifest } from "../../surveys/read-manifest.ts";
import { placesToAsk, randomBelow, wrongWords } from "../../web/rater/letter-words.ts";
import { openInvitation } from "../../web/rater/open-invitation.ts";
import { newSeed } from "../../web/rater/protocol/seed.ts";
import type { Server } from "../../web/rater/protocol/server.ts";
import { blindTicket, unblindTicket } from "../../web/rater/protocol/ticket.ts";
import { fetchToldManifest, sha256 } from "../../web/rater/protocol/told-manifest.ts";
import { openProtocolWave, type ProtocolWave, raterAt, WAVE } from "../support/protocol-wave.ts";

let wave: ProtocolWave;
beforeEach(async () => {
  wave = await openProtocolWave();
});
afterEach(() => wave.close());

/** Shows this rater a manifest with a ticket key of their own, and notes whatever is sent. */
function singlingOut() {
  const keys = createWaveKeys();
  const text = canonicalJson({ ...wave.manifest, ticketKey: toBase64url(keys.ticketPublic) });
  const sent: string[] = [];
  const server: Server = {
    get: async () => ({ status: 200, text }),
    send: async (_method, path, body) => {
      sent.push(`${path} ${body}`);
      return { status: 200, text: JSON.stringify({ identity: "anonymous", closesAt: null, people: [] }) };
    },
  };
  return { keys, text, sent, server };
}

const secretAt = (place: number) => wave.raters[place]?.secret ?? "";

/** What the page does when Continue is pressed, up to the first request that holds the secret. */
async function pressContinue(server: Server, link: { secret: string; manifestMark?: string }) {
  const told = await fetchToldManifest(server, WAVE, link.manifestMark);
  if (!told.ok) return told.reason;
  await openInvitation(server, WAVE, link);
  return "opened";
}

describe("keys of one's own", () => {
  test("mark the ticket of a page that believes what the server shows", async () => {
    const { keys, text } = singlingOut();
    const { scope } = await raterAt(wave, 1);
    const manifest = readManifest(text);
    if (manifest === undefined) throw new Error("it is a manifest like any other");
    const blinded = await blindTicket(newSeed(), manifest, scope);
    const key = ticketKeyOf(keys.ticketSecret);
    const { evaluated, proof } = key.evaluate(scope, blinded.blinded);
    const ticket = unblindTicket(blinded, toBase64url(evaluated), toBase64url(proof));
    const bytes = (part = "") => fromBase64url(part) ?? new Uint8Array(0);
    expect(key.accepts(scope, bytes(ticket?.nonce), bytes(ticket?.output))).toBe(true);
  });

  test("are caught by the link, before the secret goes anywhere", async () => {
    const { server, sent } = singlingOut();
    const link = { secret: secretAt(1), manifestMark: manifestMark(wave.manifest) };
    expect(await pressContinue(server, link)).toBe("differs");
    expect(sent).toEqual([]);
    expect(await pressContinue({ ...server, get: wave.server.get }, link)).toBe("opened");
  });

  test("are caught as well where the server says that links tell nothing yet", async () => {
    const { lineUp: _lineUp, ...facts } = { ...wave.manifest, lineUp: "" };
    const text = canonicalJson({ ...facts, protocol: 1 });
    expect(readManifest(text)?.protocol).toBe(1);
    const { server, sent } = singlingOut();
    const older: Server = { ...server, get: async () => ({ status: 200, text }) };
    const link = { secret: secretAt(1), manifestMark: manifestMark(wave.manifest) };
    expect(await pressContinue(older, link)).toBe("differs");
    expect(sent).toEqual([]);
  });

  test("a link whose end is missing opens nothing of a wave whose links tell its manifest", async () => {
    const { server, sent } = singlingOut();
    expect(await pressContinue(server, { secret: secretAt(1) })).toBe("untold");
    expect(sent).toEqual([]);
  });

  test("a link made under the first version still opens its wave", async () => {
    const { lineUp: _lineUp, ...facts } = { ...wave.manifest, lineUp: "" };
    const text = canonicalJson({ ...facts, protocol: 1 });
    const { server, sent } = singlingOut();
    const older: Server = { ...server, get: async () => ({ status: 200, text }) };
    expect(await pressContinue(older, { secret: secretAt(1) })).toBe("opened");
    expect(sent).toEqual([`/api/invitations/open ${JSON.stringify({ wave: WAVE, secret: secretAt(1) })}`]);
  });
});

describe("keys of one's own, for somebody who types a letter's code", () => {
  const trials = 20_000;

  /** How often a manifest gets through that was tried out until so many words are right. */
  async function passes(right: number, places: () => readonly number[]): Promise<number> {
    const letter = await sha256("the manifest as opened");
    const other = Uint8Array.from(letter, (byte, place) => (place < right ? byte : byte ^ 1));
    const { wordsOfBytes } = await import("../../surveys/fingerprint-words.ts");
    const words = wordsOfBytes(letter.subarray(0, 16));
    let passed = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const asked = places();
      if (
        wrongWords(
          other,
          asked,
          asked.map((place) => words[place] ?? ""),
        ).length === 0
      )
        passed += 1;
    }
    return passed / trials;
  }

  test("get through where the page always asks for the same words, and hardly ever through ours", async () => {
    expect(await passes(4, () => [0, 1, 2, 3])).toBe(1);
    const ours = () => placesToAsk(randomBelow);
    expect(await passes(0, ours)).toBe(0);
    expect(await passes(4, ours)).toBeLessThan(0.004);
    expect(await passes(8, ours)).toBeLessThan(0.055);
    expect(await passes(16, ours)).toBe(1);
  });

  test("any four of the sixteen words may be asked for", () => {
    const seen = new Set(Array.from({ length: 2_000 }, () => placesToAsk(randomBelow)).flat());
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, place) => place));
    for (let trial = 0; trial < 200; trial += 1) expect(new Set(placesToAsk(randomBelow)).size).toBe(4);
  });

  test("a typed code alone opens nothing", async () => {
    const { server, sent } = singlingOut();
    expect(await pressContinue(server, { secret: letterCodeOf(new Uint8Array(13)) })).toBe("untold");
    expect(sent).toEqual([]);
  });
});
