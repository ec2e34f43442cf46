/** Somebody who fills the places for drafts, without a link or with one, and what cannot be touched by it. */
import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fromBase64url, toBase64url } from "../../surveys/base64url.ts";
import { fetchDraft, uploadDraft } from "../../web/rater/protocol/draft.ts";
import { placeId, takePlace } from "../../web/rater/protocol/place.ts";
import { newSeed } from "../../web/rater/protocol/seed.ts";
import { sendAnswers } from "../../web/rater/protocol/send.ts";
import { blindDraftToken, unblindTicket } from "../../web/rater/protocol/ticket.ts";
import { countFilled } from "../support/filled-rows.ts";
import {
  mapDevice,
  newSecret,
  noPause,
  openProtocolWave,
  type ProtocolWave,
  raterAt,
  WAVE,
} from "../support/protocol-wave.ts";
import { obtainTicket, sendRaw } from "../support/rater-requests.ts";

let wave: ProtocolWave;
beforeEach(async () => {
  wave = await openProtocolWave();
});
afterEach(() => wave.close());

const DRAFT = { answers: { more: "not finished" } };
const SCOPE = { wave: WAVE, subject: "", group: "" };
const noise = (bytes: number) => toBase64url(new Uint8Array(randomBytes(bytes)));

const put = (body: object, into = wave) => sendRaw(into, "/api/drafts", body, { method: "PUT" });
const strangersDraft = (more: object = {}) =>
  put({ wave: WAVE, id: noise(32), half: noise(32), box: noise(wave.manifest.boxBytes + 28), ...more });
const kept = () => countFilled({ answers: wave.stores.answers, keys: wave.keys }, "draft");
const idOf = (nonce: string) =>
  createHash("sha256")
    .update("draft")
    .update(fromBase64url(nonce) ?? "")
    .digest("base64url");

/** Asks for a token over a link, as a browser begun anew does. */
async function tokenOver(secret: string, seed = newSeed()) {
  const blinded = await blindDraftToken(seed, wave.manifest, SCOPE);
  const body = { wave: WAVE, secret, blinded: toBase64url(blinded.blinded) };
  const answer = await sendRaw(wave, "/api/draft-tokens", body);
  const { evaluated, proof } = JSON.parse(answer.text);
  return { answer, body, token: unblindTicket(blinded, String(evaluated), String(proof)) };
}

test("a stranger who knows the survey fills no place, whatever is made up", async () => {
  const nonce = noise(32);
  const refused = [
    await strangersDraft(),
    await strangersDraft({ nonce, output: noise(64) }),
    await strangersDraft({ id: idOf(nonce), nonce, output: noise(64) }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([404, 403, 403]);
  expect((await tokenOver(newSecret())).answer).toMatchObject({ status: 404, code: "link-not-valid" });
  expect(await kept()).toBe(0);
});

test("one token is one place: it opens no other, and a ticket for answers opens none", async () => {
  const { token } = await tokenOver(wave.raters[1]?.secret ?? "");
  if (token === undefined) throw new Error("a link should get a token");
  expect((await strangersDraft({ ...token, id: idOf(token.nonce) })).status).toBe(200);
  expect((await strangersDraft(token)).status).toBe(403);
  expect((await strangersDraft({ ...token, id: idOf(token.nonce) })).status).toBe(200);
  const { rater, scope } = await raterAt(wave, 2);
  const ticket = await obtainTicket(wave, rater, scope);
  expect((await strangersDraft({ ...ticket, id: idOf(ticket.nonce) })).status).toBe(403);
  expect(await kept()).toBe(1);
});

test("one link gets a few tokens for each person it asks about, and the same one as often as it likes", async () => {
  const secret = wave.raters[1]?.secret ?? "";
  const seed = newSeed();
  const first = await tokenOver(secret, seed);
  const statuses = [];
  for (let turn = 0; turn < 10; turn += 1) statuses.push((await tokenOver(secret)).answer.status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(7);
  expect(statuses.at(-1)).toBe(409);
  expect((await tokenOver(secret, seed)).answer.text).toBe(first.answer.text);
});

test("a used link gets tokens as an unused one does", async () => {
  const { rater, scope } = await raterAt(wave, 1);
  const { body, answer } = await tokenOver(rater.secret);
  await sendAnswers(rater, scope, { pace: 3 }, noPause);
  expect(await sendRaw(wave, "/api/draft-tokens", body)).toEqual(answer);
  expect((await tokenOver(rater.secret)).answer.status).toBe(200);
});

test("who comes too late for a place goes on in the tab, is told so, and can send", async () => {
  const most = wave.manifest.groups.reduce((sum, { invited }) => sum + invited, 0);
  for (let place = 0; place < most; place += 1) {
    const { rater } = await raterAt(wave, place);
    expect((await takePlace(rater, SCOPE)).outcome).toBe("found");
  }
  const { rater, scope } = await raterAt(wave, 2, { device: mapDevice() });
  expect(await uploadDraft(rater, scope, DRAFT)).toMatchObject({
    outcome: "refused",
    refusal: { code: "no-draft-place" },
  });
  expect(await sendAnswers(rater, scope, { pace: 3 }, noPause)).toEqual({ outcome: "recorded" });
});

test("a draft is found by its id alone, of which nobody can guess one", async () => {
  const { rater, scope } = await raterAt(wave, 1, { device: mapDevice() });
  await uploadDraft(rater, scope, DRAFT);
  const read = (id: string) => sendRaw(wave, "/api/drafts/read", { wave: WAVE, id });
  expect((await read(await placeId(rater, scope))).status).toBe(200);
  expect((await read(noise(32))).status).toBe(404);
  expect(await fetchDraft(rater, scope)).toEqual({ outcome: "found", draft: DRAFT });
});

test("whoever comes second to a place gets the half that lies there, and replaces nothing by another", async () => {
  const { token } = await tokenOver(wave.raters[1]?.secret ?? "");
  const id = idOf(token?.nonce ?? "");
  const first = { wave: WAVE, id, half: noise(32), ...token };
  expect(JSON.parse((await put(first)).text)).toEqual({ half: first.half });
  expect(JSON.parse((await put({ ...first, half: noise(32) })).text)).toEqual({ half: first.half });
  const box = noise(wave.manifest.boxBytes + 28);
  expect(JSON.parse((await put({ ...first, half: noise(32), box })).text)).toEqual({ half: first.half });
  const read = await sendRaw(wave, "/api/drafts/read", { wave: WAVE, id, copy: true });
  expect(JSON.parse(read.text)).toEqual({ half: first.half, box });
});

test("putting drafts there and taking them away, over and over, takes no more room than one", async () => {
  const big = await openProtocolWave({ engine: "sqlite" });
  const file = new Database(join(big.stores.dataFolder, "responses.sqlite"), { readonly: true });
  try {
    const { rater, scope } = await raterAt(big, 1);
    const putAndTakeAway = async (times: number) => {
      for (let turn = 0; turn < times; turn += 1) {
        rater.memory.halves.clear();
        expect(await uploadDraft(rater, scope, DRAFT)).toEqual({ outcome: "done" });
        const name = { wave: WAVE, id: await placeId(rater, scope) };
        expect((await sendRaw(big, "/api/drafts/delete", name)).status).toBe(200);
      }
      return file.pragma("page_count", { simple: true });
    };
    const once = await putAndTakeAway(1);
    // A build that only marks them as taken away would run out of places.
    expect(await putAndTakeAway(25)).toBe(once);
  } finally {
    file.close();
    await big.close();
  }
});
