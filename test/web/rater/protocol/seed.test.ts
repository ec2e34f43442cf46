/** Seeds and resume codes: secrets that do not repeat, words that come back, mistakes that are named. */
import { describe, expect, test } from "vitest";
import {
  deriveSecret,
  newSeed,
  resumeCodeOf,
  seedOfResumeCode,
} from "../../../../web/rater/protocol/seed.ts";

const scope = { wave: "w1", subject: "s1", group: "peer" };
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe("secrets of a seed", () => {
  test("are the HKDF-SHA-256 of the seed under purpose and scope", async () => {
    const seed = new Uint8Array(16).fill(1);
    const { hkdfSync } = await import("node:crypto");
    const info = Buffer.concat([
      Buffer.of(5),
      Buffer.from("nonce"),
      Buffer.of(0, 1, 1, 0, 2),
      Buffer.from("w1"),
      Buffer.of(0, 2),
      Buffer.from("s1"),
      Buffer.of(0, 4),
      Buffer.from("peer"),
    ]);
    const expected = hkdfSync("sha256", seed, "soundings/1", info, 32);
    expect(hex(await deriveSecret(seed, "nonce", scope, 32))).toBe(Buffer.from(expected).toString("hex"));
  });

  test("differ by purpose, by person, by group, by wave and by seed", async () => {
    const seed = newSeed();
    const secrets = await Promise.all([
      deriveSecret(seed, "nonce", scope, 32),
      deriveSecret(seed, "blind", scope, 32),
      deriveSecret(seed, "draft-nonce", scope, 32),
      deriveSecret(seed, "draft-key", scope, 32),
      deriveSecret(seed, "nonce", { ...scope, subject: "s2" }, 32),
      deriveSecret(seed, "nonce", { ...scope, group: "self" }, 32),
      deriveSecret(seed, "nonce", { ...scope, wave: "w2" }, 32),
      deriveSecret(newSeed(), "nonce", scope, 32),
    ]);
    expect(new Set(secrets.map(hex)).size).toBe(secrets.length);
  });
});

describe("a resume code", () => {
  test("is seventeen words that give the seed back", async () => {
    const seed = newSeed();
    const words = await resumeCodeOf(seed);
    expect(words).toHaveLength(17);
    expect(await seedOfResumeCode(`  ${words.join(" ").toUpperCase()} `)).toEqual({ ok: true, seed });
  });

  test("with an unknown word, a missing word or swapped words says which mistake it is", async () => {
    const words = await resumeCodeOf(new Uint8Array(16).map((_, place) => place * 3));
    expect(await seedOfResumeCode([...words.slice(0, 4), "qwerty", ...words.slice(5)].join(" "))).toEqual({
      ok: false,
      reason: "unknown-word",
      place: 4,
    });
    expect(await seedOfResumeCode(words.slice(1).join(" "))).toEqual({
      ok: false,
      reason: "wrong-length",
      words: 16,
    });
    expect(await seedOfResumeCode("")).toEqual({ ok: false, reason: "wrong-length", words: 0 });
    const swapped = [words[1], words[0], ...words.slice(2)].join(" ");
    expect(await seedOfResumeCode(swapped)).toEqual({ ok: false, reason: "check-word" });
  });
});
