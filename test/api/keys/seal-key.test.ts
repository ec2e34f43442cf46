/** Boxes sealed by the browser's HPKE open with the server's, and only under the same scope and key. */
import { expect, test } from "vitest";
import { createWaveKeys } from "../../../api/keys/create-wave-keys.ts";
import { sealKeyOf } from "../../../api/keys/seal-key.ts";
import { toBase64url } from "../../../surveys/base64url.ts";
import { unpadBox } from "../../../surveys/box-bytes.ts";
import type { Manifest } from "../../../surveys/manifest.ts";
import { sealBox } from "../../../surveys/seal-box.ts";
import { ticketInfo } from "../../../surveys/ticket-info.ts";

const keys = createWaveKeys();
const scope = { wave: "w1", subject: "s1", group: "peer" };
const manifest: Manifest = {
  protocol: 1,
  wave: "w1",
  ticketKey: toBase64url(keys.ticketPublic),
  sealKey: toBase64url(keys.sealPublic),
  formHash: toBase64url(new Uint8Array(32)),
  boxBytes: 256,
  policy: {
    minimumGroupSize: 4,
    minimumComments: 5,
    smallGroups: "merge",
    retention: { rule: "until-release" },
  },
  groups: [{ subject: "s1", group: "peer", invited: 3 }],
};
const sealKey = sealKeyOf(keys.sealSecret, keys.sealPublic);
const textOf = (padded: Uint8Array | undefined) =>
  new TextDecoder().decode(unpadBox(padded ?? new Uint8Array(0)));

async function sealed(answers: Record<string, unknown>): Promise<Uint8Array> {
  const box = await sealBox(manifest, scope, answers);
  if (box === undefined) throw new Error("the answers should fit");
  return box;
}

test("what the browser seals, the server opens, and every box has the same size", async () => {
  const short = await sealed({});
  const long = await sealed({ pace: 4, more: "Grüße 🌍".repeat(10) });
  expect(short.length).toBe(256 + 48);
  expect(long.length).toBe(256 + 48);
  expect(textOf(sealKey.open(long, ticketInfo(scope)))).toBe(
    JSON.stringify({ pace: 4, more: "Grüße 🌍".repeat(10) }),
  );
});

test("answers longer than the box are not sealed", async () => {
  expect(await sealBox(manifest, scope, { more: "x".repeat(300) })).toBeUndefined();
});

test("a box does not open under another scope, with another key, or changed anywhere", async () => {
  const box = await sealed({ pace: 1 });
  const info = ticketInfo(scope);
  expect(sealKey.open(box, ticketInfo({ ...scope, group: "self" }))).toBeUndefined();
  const other = createWaveKeys();
  expect(sealKeyOf(other.sealSecret, other.sealPublic).open(box, info)).toBeUndefined();
  for (const place of [0, 31, 32, 100, box.length - 1]) {
    const changed = Uint8Array.from(box);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(sealKey.open(changed, info)).toBeUndefined();
  }
  expect(sealKey.open(box.subarray(0, 40), info)).toBeUndefined();
  expect(sealKey.open(new Uint8Array(box.length), info)).toBeUndefined();
});
