/** Somebody without a link who sends drafts, which need none: what that can fill, and what it cannot touch. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { toBase64url } from "../../surveys/base64url.ts";
import { fetchDraft, uploadDraft } from "../../web/rater/protocol/draft.ts";
import { sendAnswers } from "../../web/rater/protocol/send.ts";
import { countFilled, filledRows } from "../support/filled-rows.ts";
import {
  mapDevice,
  noPause,
  openProtocolWave,
  type ProtocolWave,
  raterAt,
  WAVE,
} from "../support/protocol-wave.ts";
import { sendRaw } from "../support/rater-requests.ts";

let wave: ProtocolWave;
beforeEach(async () => {
  wave = await openProtocolWave();
});
afterEach(() => wave.close());

const DRAFT = { answers: { more: "not finished" } };

const strangersDraft = (id = toBase64url(new Uint8Array(randomBytes(32))), into = wave) =>
  sendRaw(
    into,
    "/api/drafts",
    { wave: WAVE, id, box: toBase64url(new Uint8Array(randomBytes(into.manifest.boxBytes + 28))) },
    { method: "PUT" },
  );

const kept = () => countFilled({ answers: wave.stores.answers, keys: wave.keys }, "draft");

test("a stranger fills at most as many places as there are invitations, and nobody's draft is lost by it", async () => {
  const device = mapDevice();
  const { rater, scope } = await raterAt(wave, 1, { device });
  expect(await uploadDraft(rater, scope, DRAFT)).toEqual({ outcome: "done" });
  const statuses = [];
  for (let turn = 0; turn < 30; turn += 1) statuses.push((await strangersDraft()).status);
  const invited = wave.manifest.groups.reduce((sum, group) => sum + group.invited, 0);
  expect(statuses.filter((status) => status === 200)).toHaveLength(invited - 1);
  expect(statuses.at(-1)).toBe(429);
  expect(await kept()).toBe(invited);
  expect(await fetchDraft(rater, scope)).toEqual({ outcome: "found", draft: DRAFT });
  expect(await uploadDraft(rater, scope, { answers: {} })).toEqual({ outcome: "done" });
});

test("who comes too late for a place keeps the draft on the device, is told so, and can send", async () => {
  for (let turn = 0; turn < 30; turn += 1) await strangersDraft();
  const { rater, scope } = await raterAt(wave, 2, { device: mapDevice() });
  expect(await uploadDraft(rater, scope, DRAFT)).toMatchObject({
    outcome: "refused",
    refusal: { code: "too-many-requests" },
  });
  expect(await sendAnswers(rater, scope, { pace: 3 }, noPause)).toEqual({ outcome: "recorded" });
});

test("a draft is found by its id alone, of which nobody can guess one", async () => {
  const { rater, scope } = await raterAt(wave, 1, { device: mapDevice() });
  await uploadDraft(rater, scope, DRAFT);
  const [row] = await filledRows({ answers: wave.stores.answers, keys: wave.keys }, WAVE, "draft");
  const read = (id: Uint8Array) => sendRaw(wave, "/api/drafts/read", { wave: WAVE, id: toBase64url(id) });
  expect((await read(row?.name ?? new Uint8Array(32))).status).toBe(200);
  expect((await read(new Uint8Array(randomBytes(32)))).status).toBe(404);
});

test("putting drafts there and taking them away, over and over, takes no more room than one", async () => {
  const big = await openProtocolWave({ engine: "sqlite" });
  const file = new Database(join(big.stores.dataFolder, "responses.sqlite"), { readonly: true });
  try {
    const putAndTakeAway = async (times: number) => {
      for (let turn = 0; turn < times; turn += 1) {
        const id = toBase64url(new Uint8Array(randomBytes(32)));
        expect((await strangersDraft(id, big)).status).toBe(200);
        expect((await sendRaw(big, "/api/drafts/delete", { wave: WAVE, id })).status).toBe(200);
      }
      return file.pragma("page_count", { simple: true });
    };
    const once = await putAndTakeAway(1);
    expect(await putAndTakeAway(100)).toBe(once);
    // A build that only marks them as taken away would run out of places.
    for (let turn = 0; turn < 30; turn += 1) await strangersDraft(undefined, big);
    expect((await strangersDraft(undefined, big)).status).toBe(429);
  } finally {
    file.close();
    await big.close();
  }
});
