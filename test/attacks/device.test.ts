/** Somebody has the rater's computer and the link, every text the browser ever wrote down, and the answers' store. */
import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { TicketScope } from "../../surveys/ticket-info.ts";
import { keepDraft } from "../../web/rater/protocol/draft.ts";
import { forgetSeed } from "../../web/rater/protocol/forget.ts";
import { openPadded, splitKey } from "../../web/rater/protocol/kept-answers.ts";
import { findPlace, leaveSentPlaces, takePlace } from "../../web/rater/protocol/place.ts";
import { deviceKey, keptKeys, openRater, type Rater } from "../../web/rater/protocol/rater.ts";
import { deriveSecret, joinHalf, type Seed } from "../../web/rater/protocol/seed.ts";
import { sendAnswers, wasSent } from "../../web/rater/protocol/send.ts";
import type { Device } from "../../web/ui/device/device.ts";
import { filledRows } from "../support/filled-rows.ts";
import {
  mapDevice,
  noPause,
  openProtocolWave,
  type ProtocolWave,
  raterAt,
} from "../support/protocol-wave.ts";

let wave: ProtocolWave;
beforeEach(async () => {
  wave = await openProtocolWave();
});
afterEach(() => wave.close());

const PLACE = 1;
const COMMENT = "A very recognisable sentence.";

/** A browser whose files forget nothing: what is deleted or overwritten is still found. */
function hoardingDevice(): Device & { readonly everWritten: string[] } {
  const everWritten: string[] = [];
  const device = mapDevice();
  return {
    ...device,
    everWritten,
    set: (key, text) => {
      everWritten.push(text);
      return device.set(key, text);
    },
  };
}

async function answerAt(device: Device): Promise<{ rater: Rater; scope: TicketScope }> {
  const { rater, scope } = await raterAt(wave, PLACE, { device });
  expect((await takePlace(rater, scope)).outcome).toBe("found");
  expect(await keepDraft(rater, scope, { answers: { more: COMMENT } })).toBe("on-device");
  expect(await sendAnswers(rater, scope, { pace: 2, more: COMMENT }, noPause)).toEqual({
    outcome: "recorded",
  });
  return { rater, scope };
}

/** What opens of everything ever written, with the seed that was found there and what the server still gives. */
async function opened(everWritten: readonly string[], rater: Rater, scope: TicketScope): Promise<string> {
  const { server, manifest, secret, seed } = rater;
  const thief = await openRater({ server, manifest, secret, device: mapDevice() }, seed);
  const place = await findPlace(thief, scope);
  if (place.outcome !== "found") return everWritten.join("\n");
  const key = await splitKey(thief, scope, { half: place.half, purpose: "kept-key" });
  const texts = everWritten.map((text) => openPadded(key, text.replace(/^2\./, "")));
  return [...everWritten, ...(await Promise.all(texts)).map((text) => JSON.stringify(text))].join("\n");
}

/** The rows of the answers' store under the key that a seed leads to. */
async function rowsOf(seed: Seed, scope: TicketScope): Promise<number> {
  const nonce = await deriveSecret(seed, "nonce", scope, 32);
  const spend = createHash("sha256").update("spend").update(nonce).digest();
  const rows = await filledRows(
    { answers: wave.stores.answers, keys: wave.keys },
    wave.manifest.wave,
    "answer",
  );
  return rows.filter((row) => spend.equals(row.name)).length;
}

test("everything ever written there opens while the server holds the half, and nothing of it afterwards", async () => {
  const device = hoardingDevice();
  const { rater, scope } = await answerAt(device);
  expect(await opened(device.everWritten, rater, scope)).toContain(COMMENT);
  expect(await leaveSentPlaces(rater, [scope], noPause)).toBe(true);
  expect(device.everWritten.length).toBeGreaterThan(4);
  expect(await opened(device.everWritten, rater, scope)).not.toContain(COMMENT);
});

test("the seed found there does not lead to the answers without the half, which it did in a build that makes tickets of the seed alone", async () => {
  const device = hoardingDevice();
  const { rater, scope } = await answerAt(device);
  const place = await findPlace(rater, scope);
  if (place.outcome !== "found") throw new Error("the half should be there until it is deleted");
  expect(await rowsOf(await joinHalf(rater.seed, place.half), scope)).toBe(1);
  expect(await rowsOf(rater.seed, scope)).toBe(0);
  const { rater: other, scope: about } = await raterAt(wave, 2);
  const full = { ...other.server, send: refusingPlaces(other.server.send) };
  await sendAnswers({ ...other, server: full }, about, { pace: 4 }, noPause);
  expect(await rowsOf(other.seed, about)).toBe(1);
});

/** A server that has no place for drafts: answers then go with tickets of the seed alone. */
function refusingPlaces(send: Rater["server"]["send"]): Rater["server"]["send"] {
  return async (method, path, body) =>
    path === "/api/draft-tokens"
      ? { status: 409, text: JSON.stringify({ code: "no-draft-place", detail: "No room." }) }
      : send(method, path, body);
}

test("the seed is gone from the device once all is sent and left, and it remembers that it was", async () => {
  const device = mapDevice();
  const { rater, scope } = await answerAt(device);
  expect(await forgetSeed(rater, [scope])).toBe(rater);
  await leaveSentPlaces(rater, [scope], noPause);
  const after = await forgetSeed(rater, [scope]);
  expect(after.seed).not.toEqual(rater.seed);
  expect(await wasSent(after, scope)).toBe(true);
  expect(await keptKeys(rater, "sent")).toEqual([]);
});

test("it stays as long as anything on the device needs it", async () => {
  const device = mapDevice();
  const { rater, scope } = await answerAt(device);
  await leaveSentPlaces(rater, [scope], noPause);
  await keepDraft(rater, { ...scope, subject: "subject-b" }, { answers: { pace: 3 } });
  expect(await forgetSeed(rater, [scope])).toBe(rater);
  const { server, manifest, secret } = rater;
  expect((await openRater({ server, device, manifest, secret })).seed).toEqual(rater.seed);
});

test("where the half cannot be had, answers stay in memory and nothing is written", async () => {
  const device = hoardingDevice();
  const { rater, scope } = await raterAt(wave, PLACE, { device });
  const before = device.everWritten.length;
  expect(await keepDraft(rater, scope, { answers: { more: COMMENT } })).toBe("in-memory");
  expect(device.everWritten.length).toBe(before);
  expect(rater.memory.things.get(await deviceKey(rater, "draft", scope))).toContain(COMMENT);
});
