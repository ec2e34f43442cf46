/** A manifest with cuts reads back as it was, and one whose cuts are not as they must be is none. */
import { describe, expect, test } from "vitest";
import { toBase64url } from "../../surveys/base64url.ts";
import { DEFAULT_POLICIES } from "../../surveys/disclosure-policy.ts";
import { canonicalJson } from "../../surveys/json-value.ts";
import { readManifest } from "../../surveys/read-manifest.ts";

const key = toBase64url(new Uint8Array(32).fill(7));

function textWith(policy: object, more: object = {}): string {
  return canonicalJson({
    ...more,
    protocol: 1,
    wave: "w",
    ticketKey: key,
    sealKey: key,
    formHash: key,
    boxBytes: 512,
    policy: { ...DEFAULT_POLICIES["staff-survey"], ...policy },
    groups: [{ subject: "", group: "", invited: 40 }],
  });
}

describe("readManifest", () => {
  test.each([[[]], [[["area"], ["area", "grade"]]]])("keeps the cuts %j of the policy", (cuts) => {
    expect(readManifest(textWith({ cuts }))?.policy.cuts).toEqual(cuts);
  });

  test("reads a policy without cuts", () => {
    expect(readManifest(textWith({}))?.policy).toEqual(DEFAULT_POLICIES["staff-survey"]);
  });

  test.each([["area"], [[[]]], [[["a", "b", "c"]]], [[[1]]], [null]])("refuses cuts of %j", (cuts) => {
    expect(readManifest(textWith({ cuts }))).toBeUndefined();
  });

  test("keeps a linking salt of sixteen bytes, and refuses any other", () => {
    const salt = toBase64url(new Uint8Array(16).fill(1));
    expect(readManifest(textWith({}, { linkingSalt: salt }))?.linkingSalt).toBe(salt);
    expect(readManifest(textWith({}))).not.toHaveProperty("linkingSalt");
    for (const linkingSalt of [key, "", 7, null]) {
      expect(readManifest(textWith({}, { linkingSalt }))).toBeUndefined();
    }
  });
});
