/** The key-encryption key: where it comes from, what it opens, and what is said when it is missing or wrong. */
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { KeyError, keyRingOf, openKeyRing } from "../../../api/keys/key-ring.ts";

let dataFolder: string;
const settings = () => ({ dataFolder, keyFile: join(dataFolder, "keys", "key-encryption.key") });

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "soundings-keys-"));
});
afterEach(() => rm(dataFolder, { recursive: true }));

test("a wrapped key opens for its purpose with its ring, and not otherwise", () => {
  const ring = keyRingOf(randomBytes(32));
  const key = new Uint8Array(randomBytes(32));
  const wrapped = ring.wrap(key, "seal:w1");
  expect(ring.unwrap(wrapped, "seal:w1")).toEqual(key);
  expect(() => ring.unwrap(wrapped, "seal:w2")).toThrow(KeyError);
  expect(() => keyRingOf(randomBytes(32)).unwrap(wrapped, "seal:w1")).toThrow(KeyError);
  expect(() => ring.unwrap(wrapped.subarray(1), "seal:w1")).toThrow(KeyError);
  expect(() => ring.unwrap(new Uint8Array(3), "seal:w1")).toThrow(KeyError);
  expect(ring.wrap(key, "seal:w1")).not.toEqual(wrapped);
});

test("the first start makes a key file that only its owner reads, and later starts use it", async () => {
  const wrapped = (await openKeyRing(settings())).wrap(Uint8Array.of(1, 2, 3), "x");
  expect((await stat(settings().keyFile)).mode & 0o777).toBe(0o600);
  expect((await openKeyRing(settings())).unwrap(wrapped, "x")).toEqual(Uint8Array.of(1, 2, 3));
});

test("a key of the environment wins over the file and leaves no file", async () => {
  const key = randomBytes(32);
  const ring = await openKeyRing({ ...settings(), key: key.toString("base64") });
  expect(keyRingOf(key).unwrap(ring.wrap(Uint8Array.of(9), "x"), "x")).toEqual(Uint8Array.of(9));
  await expect(readFile(settings().keyFile)).rejects.toThrow("ENOENT");
});

test("a missing key file beside existing stores is an error and not a new key", async () => {
  await writeFile(join(dataFolder, "responses.sqlite"), "");
  await expect(openKeyRing(settings())).rejects.toThrow(/key file .* is missing/);
  await expect(readFile(settings().keyFile)).rejects.toThrow("ENOENT");
});

test("a key of the wrong length is named by where it came from, without being repeated", async () => {
  const wrong = Buffer.from("too short").toString("base64");
  const error = await openKeyRing({ ...settings(), key: wrong }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(KeyError);
  expect(String(error)).toContain("SOUNDINGS_KEY");
  expect(String(error)).not.toContain(wrong);
});
