/** All worlds of small surveys asked twice and three times: nobody's answer follows, however much all answered alike. */
import { describe, expect, it } from "vitest";
import { certainty } from "./backwards-attacker.ts";
import { ANEW, GROUPS, ONE_GROUP, POINTS, SWAPS, THREE_WAVES, WEAKER_WAVES } from "./two-wave-rules.ts";
import { wavesShown } from "./two-wave-worlds.ts";

const NOTHING = { certain: 0, insider: 0 };

describe("nothing follows, also for somebody who knows one answer", () => {
  it.each([...ONE_GROUP, ...GROUPS, ...SWAPS, ...POINTS, ...ANEW, ...THREE_WAVES])("$name", (tried) => {
    const found = certainty(tried, wavesShown(tried));
    expect(found.worlds).toBeGreaterThan(30);
    expect(found).toMatchObject(NOTHING);
  });
});

describe("each weaker rule is caught", () => {
  it.each(WEAKER_WAVES)("$name", ({ tried, rule }) => {
    const { certain, insider } = certainty(tried, wavesShown(tried, rule));
    expect(certain + insider).toBeGreaterThan(0);
  });
});
