/** Responses under attack, on the running server: one a ticket, for its scope only, checked, and after the close none. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeWave } from "../../api/datasets/close-wave.ts";
import { allowSecondTicket, assignmentsOfWave } from "../../api/waves/store.ts";
import { toBase64url } from "../../surveys/base64url.ts";
import { newSeed } from "../../web/rater/protocol/seed.ts";
import { sendAnswers } from "../../web/rater/protocol/send.ts";
import { filledRows } from "../support/filled-rows.ts";
import {
  issuedIn,
  noPause,
  openProtocolWave,
  type ProtocolWave,
  raterAt,
  WAVE,
} from "../support/protocol-wave.ts";
import {
  obtainTicket,
  responseBody,
  sendRaw,
  ticketRequest,
  withBitFlipped,
} from "../support/rater-requests.ts";

let wave: ProtocolWave;
beforeEach(async () => {
  wave = await openProtocolWave();
});
afterEach(() => wave.close());

const submit = (body: unknown) => sendRaw(wave, "/api/responses", body);
const stored = () => filledRows({ answers: wave.stores.answers, keys: wave.keys }, WAVE, "answer");

/** A rater of peers of subject-a with a ticket and a body ready to be sent. */
async function ready(answers: Record<string, unknown> = { pace: 4 }) {
  const { rater, scope } = await raterAt(wave, 1);
  const ticket = await obtainTicket(wave, rater, scope);
  return { rater, scope, ticket, body: await responseBody(rater, scope, ticket, answers) };
}

describe("one response a ticket", () => {
  test("the same request again is answered as recorded and stored once", async () => {
    const { body } = await ready();
    expect((await submit(body)).status).toBe(201);
    expect(await submit(body)).toMatchObject({ status: 200, text: JSON.stringify({ recorded: true }) });
    expect(await stored()).toHaveLength(1);
  });

  test("other answers with a spent ticket are refused", async () => {
    const { rater, scope, ticket, body } = await ready();
    await submit(body);
    const other = await responseBody(rater, scope, ticket, { pace: 1 });
    expect(await submit(other)).toMatchObject({ status: 409, code: "already-recorded" });
    const [row] = await stored();
    expect(row && toBase64url(row.box)).toBe(body.box);
  });

  test("twenty identical requests at once store exactly one", async () => {
    const { body } = await ready();
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit(body)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
    expect(await stored()).toHaveLength(1);
  });

  test("twenty different bodies with one ticket at once store exactly one", async () => {
    const { rater, scope, ticket } = await ready();
    const bodies = await Promise.all(
      Array.from({ length: 20 }, (_, place) => responseBody(rater, scope, ticket, { pace: (place % 5) + 1 })),
    );
    const answers = await Promise.all(bodies.map(submit));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  });
});

describe("a ticket counts for its scope alone", () => {
  test("a forged nonce or output is refused and nothing is stored", async () => {
    const { body } = await ready();
    for (const forged of [
      { ...body, nonce: withBitFlipped(body.nonce) },
      { ...body, output: withBitFlipped(body.output) },
      { ...body, output: withBitFlipped(body.output, 63) },
      { ...body, output: toBase64url(new Uint8Array(64)) },
    ]) {
      expect(await submit(forged)).toMatchObject({ status: 403, code: "ticket-not-accepted" });
    }
    expect(await stored()).toHaveLength(0);
    expect((await submit(body)).status).toBe(201);
  });

  test("a wrong group, subject or wave is refused with the same bytes as a forged ticket", async () => {
    const { body } = await ready();
    const forged = await submit({ ...body, nonce: withBitFlipped(body.nonce) });
    for (const wrong of [
      { ...body, group: "self" },
      { ...body, group: "line-manager" },
      { ...body, subject: "subject-b" },
      { ...body, subject: "nobody" },
      { ...body, wave: "no-such-wave" },
    ]) {
      expect(await submit(wrong)).toEqual(forged);
    }
    expect(await stored()).toHaveLength(0);
  });

  test("a second ticket of the same rater cannot push a group over the number invited", async () => {
    const alone = await raterAt(wave, 0);
    expect(await sendAnswers(alone.rater, alone.scope, { pace: 3 }, noPause)).toEqual({
      outcome: "recorded",
    });
    const { marks } = await issuedIn(wave);
    await wave.stores.people.write(async (tx) => {
      const first = (await assignmentsOfWave(tx, WAVE)).find(({ id }) => id === "r0");
      if (first === undefined) throw new RangeError("the wave has a first rater");
      await allowSecondTicket(tx, marks, first);
    });
    const again = await raterAt(wave, 0, { seed: newSeed() });
    expect(await sendAnswers(again.rater, again.scope, { pace: 5 }, noPause)).toMatchObject({
      outcome: "refused",
      refusal: { code: "group-full" },
    });
    expect(await stored()).toHaveLength(1);
  });
});

describe("the box is looked into and kept sealed", () => {
  test.each([
    ["a rating beyond the scale", { pace: 9 }, "pace"],
    ["a number as text", { pace: "3" }, "pace"],
    ["a comment that is too long", { more: "x".repeat(201) }, "more"],
    ["an unknown question", { pace: 3, salary: 5 }, ""],
  ])(
    "%s is refused by item, without repeating it, and the ticket stays good",
    async (_what, answers, item) => {
      const { rater, scope, ticket, body } = await ready(answers);
      const refused = await submit(body);
      expect(refused).toMatchObject({ status: 422, code: "answers-refused" });
      expect(JSON.parse(refused.text).problems).toMatchObject([{ path: item }]);
      expect(refused.text).not.toContain("salary");
      expect(refused.text).not.toContain("xxxx");
      expect(await stored()).toHaveLength(0);
      const mended = await responseBody(rater, scope, ticket, { pace: 3 });
      expect((await submit(mended)).status).toBe(201);
    },
  );

  test("a box sealed for another scope, changed on the way or holding no JSON is refused", async () => {
    const { rater, scope, ticket, body } = await ready();
    const elsewhere = await responseBody(rater, { ...scope, group: "self" }, ticket, { pace: 4 });
    expect((await submit({ ...body, box: elsewhere.box })).status).toBe(422);
    expect((await submit({ ...body, box: withBitFlipped(body.box, 40) })).status).toBe(422);
    expect((await submit({ ...body, box: withBitFlipped(body.box, 0) })).status).toBe(422);
    expect(await stored()).toHaveLength(0);
  });

  test("a box of another size is refused before anything is done with it", async () => {
    const { body } = await ready();
    expect(await submit({ ...body, box: body.box.slice(4) })).toMatchObject({
      status: 400,
      code: "bad-input",
    });
    expect(await submit({ ...body, box: `${body.box}AAAA` })).toMatchObject({
      status: 400,
      code: "bad-input",
    });
  });

  test.each([
    ["an unknown field", { rater: "r1" }],
    ["a field of the wrong type", { nonce: 5 }],
    ["a field too long", { group: "g".repeat(500) }],
    ["hostile text", { subject: "'; DROP TABLE responses; --" }],
    ["half a surrogate", { subject: "\ud800" }],
  ])("%s is a refusal and no fault", async (_what, change) => {
    const { body } = await ready();
    const answer = await submit({ ...body, ...change });
    expect([400, 403]).toContain(answer.status);
    expect(answer.code).not.toBe("unexpected");
    expect(await stored()).toHaveLength(0);
  });
});

describe("after the close", () => {
  test("neither tickets nor answers are taken, and what had been sealed stays folded", async () => {
    const { body } = await ready();
    await submit(body);
    const late = await ready2();
    await closeWave({ answers: wave.stores.answers, keys: wave.keys }, WAVE);
    expect(await submit(late.body)).toMatchObject({ status: 410, code: "wave-closed" });
    expect(await submit(body)).toMatchObject({ status: 410, code: "wave-closed" });
    const { rater, scope } = await raterAt(wave, 3);
    const ticket = await sendRaw(wave, "/api/tickets", (await ticketRequest(rater, scope)).body);
    expect(ticket).toMatchObject({ status: 410, code: "wave-closed" });
    expect(await stored()).toHaveLength(0);
  });

  async function ready2() {
    const { rater, scope } = await raterAt(wave, 2);
    const ticket = await obtainTicket(wave, rater, scope);
    return { body: await responseBody(rater, scope, ticket, { pace: 2 }) };
  }

  test("answers that arrive while the wave closes are either folded or told that they were too late", async () => {
    const bodies = [];
    for (const place of [1, 2, 3, 4, 5]) {
      const { rater, scope } = await raterAt(wave, place);
      bodies.push(await responseBody(rater, scope, await obtainTicket(wave, rater, scope), { pace: 3 }));
    }
    const sending = Promise.all(bodies.map(submit));
    const closing = closeWave({ answers: wave.stores.answers, keys: wave.keys }, WAVE);
    const [answers, closed] = await Promise.all([sending, closing]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(closed.rows);
    expect(answers.every(({ status }) => status === 201 || status === 410)).toBe(true);
  });
});

test("no request of a rater left a line in the log", async () => {
  const { body } = await ready();
  await submit(body);
  await submit({ ...body, output: withBitFlipped(body.output) });
  await submit({});
  expect(wave.logged).toEqual([]);
});
