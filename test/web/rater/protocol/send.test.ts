/** Sending from a browser that loses the connection, the tab, or its answers' validity, against the running server. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeWave } from "../../../../api/datasets/close-wave.ts";
import type { TicketScope } from "../../../../surveys/ticket-info.ts";
import { fetchDraft, keepDraft, uploadDraft } from "../../../../web/rater/protocol/draft.ts";
import { openAnswers } from "../../../../web/rater/protocol/kept-answers.ts";
import { leaveSentPlaces } from "../../../../web/rater/protocol/place.ts";
import { openRater, type Rater } from "../../../../web/rater/protocol/rater.ts";
import { resumeCodeOf, seedOfResumeCode } from "../../../../web/rater/protocol/seed.ts";
import { prepareSend, resumeSends, sendAnswers, wasSent } from "../../../../web/rater/protocol/send.ts";
import { networkServer, type Server, type ServerAnswer } from "../../../../web/rater/protocol/server.ts";
import { countFilled, filledRows } from "../../../support/filled-rows.ts";
import {
  mapDevice,
  noPause,
  openProtocolWave,
  type ProtocolWave,
  raterAt,
  WAVE,
} from "../../../support/protocol-wave.ts";

let wave: ProtocolWave;
beforeEach(async () => {
  wave = await openProtocolWave();
});
afterEach(() => wave.close());

const OFFLINE: ServerAnswer = { status: 0, text: "" };
const keptDraft = async (rater: Rater, scope: TicketScope) => {
  const kept = await openAnswers(rater, "draft", scope);
  return kept.state === "open" ? kept.value : undefined;
};
const stored = () => countFilled({ answers: wave.stores.answers, keys: wave.keys }, "answer");
const drafts = () => countFilled({ answers: wave.stores.answers, keys: wave.keys }, "draft");

/** The real server, with what the given function does to a request put before it, and a list of all that was sent. */
function throughNetwork(fail: (path: string, attempt: number) => "before" | "after" | undefined) {
  const sent: { path: string; body: string }[] = [];
  const server: Server = {
    get: wave.server.get,
    send: async (method, path, body) => {
      const failure = fail(path, sent.filter((request) => request.path === path).length);
      sent.push({ path, body });
      if (failure === "before") return OFFLINE;
      const answer = await wave.server.send(method, path, body);
      return failure === "after" ? OFFLINE : answer;
    },
  };
  return { server, sent };
}

describe("a lost connection", () => {
  test("before or after the ticket arrived: the page's next opening sends the same bytes and records once", async () => {
    for (const [place, when] of [
      [1, "before"],
      [2, "after"],
    ] as const) {
      const { server, sent } = throughNetwork((path, attempt) =>
        path === "/api/tickets" && attempt === 0 ? when : undefined,
      );
      const { rater, scope } = await raterAt(wave, place, { server });
      expect(await sendAnswers(rater, scope, { pace: 4 }, noPause)).toEqual({ outcome: "waiting" });
      expect(await wasSent(rater, scope)).toBe(false);
      const [resumed] = await resumeSends(rater, [scope], noPause);
      expect(resumed).toEqual({ scope, result: { outcome: "recorded" } });
      const tickets = sent.filter(({ path }) => path === "/api/tickets").map(({ body }) => body);
      expect(tickets).toHaveLength(2);
      expect(new Set(tickets).size).toBe(1);
      expect(await wasSent(rater, scope)).toBe(true);
    }
    expect(await stored()).toBe(2);
  });

  test("before or after the answers arrived: the same body is sent again and recorded once", async () => {
    for (const [place, when] of [
      [1, "before"],
      [2, "after"],
    ] as const) {
      const { server, sent } = throughNetwork((path, attempt) =>
        path === "/api/responses" && attempt < 2 ? when : undefined,
      );
      const { rater, scope } = await raterAt(wave, place, { server });
      expect(await sendAnswers(rater, scope, { pace: 4 }, noPause)).toEqual({ outcome: "waiting" });
      expect(await resumeSends(rater, [scope], noPause)).toEqual([{ scope, result: { outcome: "waiting" } }]);
      expect(await resumeSends(rater, [scope], noPause)).toEqual([
        { scope, result: { outcome: "recorded" } },
      ]);
      expect(await resumeSends(rater, [scope], noPause)).toEqual([]);
      const bodies = sent.filter(({ path }) => path === "/api/responses").map(({ body }) => body);
      expect(bodies).toHaveLength(3);
      expect(new Set(bodies).size).toBe(1);
    }
    expect(await stored()).toBe(2);
  });
});

describe("a closed tab", () => {
  test("after the body was made: it lies on the device, and the next opening sends exactly it", async () => {
    const device = mapDevice();
    const { rater, scope } = await raterAt(wave, 1, { device });
    const prepared = await prepareSend(rater, scope, { pace: 4 });
    if (!prepared.ready) throw new Error("the request should be ready");
    expect([...device.kept.values()].join().includes(JSON.parse(prepared.body).box)).toBe(false);
    const { server, sent } = throughNetwork(() => undefined);
    const reopened = await raterAt(wave, 1, { device, server });
    expect(reopened.rater.seed).toEqual(rater.seed);
    expect(await resumeSends(reopened.rater, [scope], noPause)).toEqual([
      { scope, result: { outcome: "recorded" } },
    ]);
    expect(sent.map(({ path }) => path)).toEqual(["/api/drafts/read", "/api/responses"]);
    expect(sent.at(-1)?.body).toBe(prepared.body);
  });

  test("pressing Send again with changed answers sends what was made first, because it may have arrived", async () => {
    const { rater, scope } = await raterAt(wave, 1);
    const first = await prepareSend(rater, scope, { pace: 4 });
    expect(await prepareSend(rater, scope, { pace: 1 })).toEqual(first);
  });
});

describe("refusals", () => {
  test("answers that are refused leave the ticket good, and the mended ones are recorded", async () => {
    const { rater, scope } = await raterAt(wave, 1);
    await keepDraft(rater, scope, { pace: 9 });
    expect(await sendAnswers(rater, scope, { pace: 9 }, noPause)).toMatchObject({
      outcome: "refused",
      refusal: { code: "answers-refused", problems: [{ path: "pace" }] },
    });
    expect(await keptDraft(rater, scope)).toEqual({ pace: 9 });
    expect(await sendAnswers(rater, scope, { pace: 5 }, noPause)).toEqual({ outcome: "recorded" });
    expect(await keptDraft(rater, scope)).toBeUndefined();
  });

  test("answers longer than a box are said to be, and nothing is asked of the server", async () => {
    const { server, sent } = throughNetwork(() => undefined);
    const { rater, scope } = await raterAt(wave, 1, { server });
    const long = { more: "x".repeat(wave.manifest.boxBytes) };
    expect(await sendAnswers(rater, scope, long, noPause)).toEqual({ outcome: "too-long" });
    expect(sent).toEqual([]);
  });

  test("a server that is not there is a wait and no error", async () => {
    const { rater, scope } = await raterAt(wave, 1, { server: networkServer("http://127.0.0.1:1") });
    expect(await sendAnswers(rater, scope, { pace: 2 }, noPause)).toEqual({ outcome: "waiting" });
  });
});

describe("two people at one browser", () => {
  test("have seeds of their own and both are recorded", async () => {
    const device = mapDevice();
    const one = await raterAt(wave, 1, { device });
    const two = await raterAt(wave, 2, { device });
    expect(two.rater.seed).not.toEqual(one.rater.seed);
    await keepDraft(one.rater, one.scope, { pace: 1 });
    expect(await keptDraft(two.rater, two.scope)).toBeUndefined();
    expect(await sendAnswers(one.rater, one.scope, { pace: 1 }, noPause)).toEqual({ outcome: "recorded" });
    expect(await wasSent(two.rater, two.scope)).toBe(false);
    expect(await sendAnswers(two.rater, two.scope, { pace: 2 }, noPause)).toEqual({ outcome: "recorded" });
    expect(await stored()).toBe(2);
  });
});

describe("another device", () => {
  test("goes on from the resume code's draft, sends, and the copy on the server is deleted", async () => {
    const phone = await raterAt(wave, 1);
    expect(await uploadDraft(phone.rater, phone.scope, { pace: 4, page: 2 })).toEqual({ outcome: "done" });
    const read = await seedOfResumeCode((await resumeCodeOf(phone.rater.seed)).join(" "));
    if (!read.ok) throw new Error("the code should be readable");
    const { server, manifest, secret } = phone.rater;
    const laptop = await openRater({ server, manifest, secret, device: mapDevice() }, read.seed);
    expect(await fetchDraft(laptop, phone.scope)).toEqual({ outcome: "found", draft: { pace: 4, page: 2 } });
    expect(await sendAnswers(laptop, phone.scope, { pace: 4 }, noPause)).toEqual({ outcome: "recorded" });
    expect(await drafts()).toBe(1);
    expect(await leaveSentPlaces(laptop, [phone.scope], noPause)).toBe(true);
    expect(await drafts()).toBe(0);
    expect(await sendAnswers(phone.rater, phone.scope, { pace: 1 }, noPause)).toEqual({
      outcome: "recorded-before",
    });
    expect(await stored()).toBe(1);
  });

  test("without the code finds nothing, and another seed cannot read what lies there", async () => {
    const { rater, scope } = await raterAt(wave, 1);
    await uploadDraft(rater, scope, { pace: 4 });
    const other = await raterAt(wave, 1);
    expect(await fetchDraft(other.rater, scope)).toEqual({ outcome: "none" });
    const [row] = await filledRows({ answers: wave.stores.answers, keys: wave.keys }, WAVE, "draft");
    const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("base64url");
    const found = JSON.stringify({ half: text(row?.companion), box: text(row?.box) });
    const server: Server = { ...wave.server, send: async () => ({ status: 200, text: found }) };
    const thief = await raterAt(wave, 1, { server });
    expect(await fetchDraft(thief.rater, scope)).toEqual({ outcome: "none" });
  });

  test("drafts are as many as people invited, one replaces the other, and none comes after the close", async () => {
    const { rater, scope } = await raterAt(wave, 1);
    for (let page = 0; page < 3; page += 1) await uploadDraft(rater, scope, { page });
    expect(await drafts()).toBe(1);
    const invited = wave.manifest.groups.reduce((sum, group) => sum + group.invited, 0);
    for (let place = 1; place < invited; place += 1) {
      const { rater: other } = await raterAt(wave, place);
      expect(await uploadDraft(other, scope, {})).toEqual({ outcome: "done" });
    }
    const { rater: late } = await raterAt(wave, 2);
    expect(await uploadDraft(late, scope, {})).toMatchObject({
      outcome: "refused",
      refusal: { code: "no-draft-place" },
    });
    expect(await drafts()).toBe(invited);
    expect(await uploadDraft(rater, scope, { page: 9 })).toEqual({ outcome: "done" });
    await closeWave({ answers: wave.stores.answers, keys: wave.keys }, WAVE);
    expect(await drafts()).toBe(0);
    expect(await uploadDraft(rater, scope, { page: 9 })).toMatchObject({
      outcome: "refused",
      refusal: { code: "wave-closed" },
    });
  });
});
