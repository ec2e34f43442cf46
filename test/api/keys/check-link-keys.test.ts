/** Keys that links are made with: tried at the start, and told in a sentence where one is damaged later. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { requireLinkKeys } from "../../../api/keys/check-link-keys.ts";
import { createRound } from "../../../api/mentoring/rounds/create-round.ts";
import { openWave } from "../../../api/waves/open-wave.ts";
import { waveById } from "../../../api/waves/store.ts";
import { draftWave, FIRST_TIME } from "../../support/staff-world.ts";
import { openWholeApp, type WholeApp } from "../../support/whole-app.ts";

let whole: WholeApp;
let wave: string;
let round: string;

beforeEach(async () => {
  whole = await openWholeApp();
  const { context, coordinator } = whole.world;
  wave = await draftWave(whole.world);
  await openWave(context, coordinator, { wave });
  const programme = (await context.people.read((db) => waveById(db, wave)))?.programmeId ?? "";
  round = (await createRound(context, coordinator, { programme, title: "Heron" })).id;
});
afterEach(() => whole.world.cleanUp());

const damaged = new Uint8Array(60).fill(7);

test("whole keys let the server start, and a damaged one of a wave or a round is named", async () => {
  const { context } = whole.world;
  await expect(requireLinkKeys(context)).resolves.toBeUndefined();
  await context.people.write((tx) => tx.update(tx.tables.mentoringRounds).set({ linkKey: damaged }));
  await expect(requireLinkKeys(context)).rejects.toThrow(`round of mentoring ${round} are made with`);
  await context.people.write((tx) => tx.update(tx.tables.waves).set({ invitationKey: damaged }));
  await expect(requireLinkKeys(context)).rejects.toThrow(/links of wave \S+ are made with does not open/);
});

test("a key that is damaged after the start is a sentence and no fault of the program", async () => {
  const { context } = whole.world;
  whole.world.setTime(new Date(FIRST_TIME.getTime() + 5 * 86_400_000));
  const cookie = await whole.cookieOf("K1");
  const remind = () => whole.request(`/api/waves/${wave}/remind`, { method: "POST", body: "{}", cookie });
  await context.people.write((tx) => tx.update(tx.tables.waves).set({ invitationKey: damaged }));
  const answer = await remind();
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ detail: expect.stringContaining("nothing is lost") });
  expect(whole.log).toEqual([expect.stringMatching(/^keys: A stored key does not open/)]);
});
