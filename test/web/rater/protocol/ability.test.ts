/** A browser without the keys that sealing needs is told so before it asks anything. */
import { afterEach, expect, test } from "vitest";
import { canSeal } from "../../../../web/rater/protocol/ability.ts";

const importKey = crypto.subtle.importKey;
afterEach(() => {
  crypto.subtle.importKey = importKey;
});

test("a platform with X25519 can seal", async () => {
  expect(await canSeal()).toBe(true);
});

test("a platform that does not know X25519 cannot", async () => {
  crypto.subtle.importKey = async () => {
    throw new DOMException("Unrecognized algorithm name", "NotSupportedError");
  };
  expect(await canSeal()).toBe(false);
});
