/** Tickets under attack, on the running server: one each, for real links only, and nothing learnt by trying. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeWave } from "../../api/datasets/close-wave.ts";
import { toBase64url } from "../../surveys/base64url.ts";
import { newSeed } from "../../web/rater/protocol/seed.ts";
import {
  issuedIn,
  newSecret,
  openProtocolWave,
  type ProtocolWave,
  raterAt,
  WAVE,
} from "../support/protocol-wave.ts";
import { sendRaw, ticketRequest } from "../support/rater-requests.ts";

let wave: ProtocolWave;
let now = new Date("2030-01-01T12:00:00Z");
beforeEach(async () => {
  now = new Date("2030-01-01T12:00:00Z");
  wave = await openProtocolWave({ clock: () => now });
});
afterEach(() => wave.close());

const issue = (body: unknown) => sendRaw(wave, "/api/tickets", body);

async function issued(): Promise<number> {
  return (await issuedIn(wave)).issued.length;
}

async function setWave(fields: { state?: "draft" | "closing" | "closed"; closesAt?: Date }): Promise<void> {
  await wave.stores.people.write(async (tx) => {
    await tx.update(tx.tables.waves).set(fields);
  });
}

describe("one ticket a link", () => {
  test("an identical retry gets the identical answer", async () => {
    const { rater, scope } = await raterAt(wave, 1);
    const { body } = await ticketRequest(rater, scope);
    const first = await issue(body);
    expect(first.status).toBe(200);
    expect(await issue(body)).toEqual(first);
    expect(await issued()).toBe(1);
  });

  test("a second blinded element is refused, and the first still works", async () => {
    const { rater, scope } = await raterAt(wave, 1);
    const { body } = await ticketRequest(rater, scope);
    const first = await issue(body);
    const second = await ticketRequest(rater, scope, newSeed());
    expect(await issue(second.body)).toMatchObject({ status: 409, code: "ticket-already-issued" });
    expect(await issue(body)).toEqual(first);
  });

  test("of twenty different elements at once exactly one is evaluated", async () => {
    const { rater, scope } = await raterAt(wave, 1);
    const requests = await Promise.all(
      Array.from({ length: 20 }, () => ticketRequest(rater, scope, newSeed())),
    );
    const answers = await Promise.all(requests.map(({ body }) => issue(body)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  test("a browser that begins again from its seed gets the same ticket", async () => {
    const { rater, scope } = await raterAt(wave, 1);
    const first = await issue((await ticketRequest(rater, scope)).body);
    const again = await raterAt(wave, 1, { seed: rater.seed });
    expect(await issue((await ticketRequest(again.rater, again.scope)).body)).toEqual(first);
  });
});

describe("nothing is learnt by trying links", () => {
  test("unknown, used-up and misdirected links get the same bytes", async () => {
    const { rater, scope } = await raterAt(wave, 1);
    await issue((await ticketRequest(rater, scope)).body);
    const { body } = await ticketRequest(rater, scope, newSeed());
    const usedUp = await issue(body);
    expect(usedUp.status).toBe(409);
    expect(await issue({ ...body, secret: newSecret() })).toEqual(usedUp);
    expect(await issue({ ...body, subject: "subject-b" })).toEqual(usedUp);
    expect(await issue({ ...body, subject: "nobody" })).toEqual(usedUp);
    expect(await issue({ ...body, wave: "no-such-wave" })).toEqual(usedUp);
    await setWave({ state: "draft" });
    expect(await issue(body)).toEqual(usedUp);
  });

  test("trying one link over and over is stopped, without stopping others", async () => {
    const { rater, scope } = await raterAt(wave, 1);
    const { body } = await ticketRequest(rater, scope);
    const unknown = { ...body, secret: newSecret() };
    const statuses = [];
    for (let attempt = 0; attempt < 31; attempt += 1) statuses.push((await issue(unknown)).status);
    expect(statuses.slice(0, 30).every((status) => status === 409)).toBe(true);
    expect(statuses[30]).toBe(429);
    expect((await issue(body)).status).toBe(200);
    now = new Date(now.getTime() + 60_000);
    expect((await issue(unknown)).status).toBe(409);
  });
});

describe("what cannot be evaluated", () => {
  const garbage: readonly (readonly [string, string])[] = [
    ["the identity element", toBase64url(new Uint8Array(32))],
    ["no group element", toBase64url(new Uint8Array(32).fill(255))],
    ["too few bytes", toBase64url(new Uint8Array(31).fill(1))],
    ["no base64url", "not/base64url="],
  ];
  test.each(garbage)("%s is refused and the ticket stays available", async (_what, blinded) => {
    const { rater, scope } = await raterAt(wave, 1);
    const { body } = await ticketRequest(rater, scope);
    const refused = await issue({ ...body, blinded });
    expect(refused).toMatchObject({ status: 400, code: "bad-input" });
    expect(refused.text).not.toContain(blinded);
    expect(await issued()).toBe(0);
    expect((await issue(body)).status).toBe(200);
  });
});

describe("a wave that is not open", () => {
  test("issues nothing once it is closing, closed or past its time", async () => {
    const { rater, scope } = await raterAt(wave, 1);
    const { body } = await ticketRequest(rater, scope);
    await setWave({ closesAt: now });
    expect(await issue(body)).toMatchObject({ status: 410, code: "wave-closed" });
    await setWave({ closesAt: new Date(now.getTime() + 1), state: "closing" });
    expect(await issue(body)).toMatchObject({ status: 410, code: "wave-closed" });
    expect(await issued()).toBe(0);
  });

  test("issues nothing when its keys are gone, whatever the people's store says", async () => {
    const { rater, scope } = await raterAt(wave, 1);
    await closeWave({ answers: wave.stores.answers, keys: wave.keys }, WAVE);
    expect(await issue((await ticketRequest(rater, scope)).body)).toMatchObject({ status: 410 });
    expect(await issued()).toBe(0);
  });
});
