/** Somebody has the rater's computer, the link and the answers' store, and looks for the rater's answers. */
import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepDraft } from "../../web/rater/protocol/draft.ts";
import { forgetSeed } from "../../web/rater/protocol/forget.ts";
import { deviceKeys, openRater } from "../../web/rater/protocol/rater.ts";
import { deriveSecret } from "../../web/rater/protocol/seed.ts";
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

/** Opens the link on the rater's computer and works out under which key the answers would lie. */
async function rowsFoundBy(device: Device): Promise<number> {
  const { rater, scope } = await raterAt(wave, PLACE, { device });
  const nonce = await deriveSecret(rater.seed, "nonce", scope, 32);
  const spend = createHash("sha256").update("spend").update(nonce).digest();
  const rows = await filledRows(
    { answers: wave.stores.answers, keys: wave.keys },
    wave.manifest.wave,
    "answer",
  );
  return rows.filter((row) => spend.equals(row.name)).length;
}

async function sendFrom(device: Device) {
  const { rater, scope } = await raterAt(wave, PLACE, { device });
  expect(await sendAnswers(rater, scope, { pace: 2 }, noPause)).toEqual({ outcome: "recorded" });
  return { rater, scope };
}

test("the seed that sent the answers finds them, and is gone from the device once all is sent", async () => {
  const device = mapDevice();
  const { rater, scope } = await sendFrom(device);
  expect(await rowsFoundBy(device)).toBe(1);
  const after = await forgetSeed(rater, [scope]);
  expect(await rowsFoundBy(device)).toBe(0);
  expect(await wasSent(after, scope)).toBe(true);
  expect(await deviceKeys(rater, "sent")).toEqual([]);
});

test("it stays as long as anything on the device needs it", async () => {
  const device = mapDevice();
  const { rater, scope } = await sendFrom(device);
  await keepDraft(rater, { ...scope, subject: "subject-b" }, { answers: { pace: 3 } });
  expect(await forgetSeed(rater, [scope])).toBe(rater);
  const { server, manifest, secret } = rater;
  expect((await openRater({ server, device, manifest, secret })).seed).toEqual(rater.seed);
});
