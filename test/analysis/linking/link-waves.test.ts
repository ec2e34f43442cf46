/** Linking whole waves: how many are found, how many wrongly, and whether the estimate of false links is right. */
import { describe, expect, it } from "vitest";
import { chanceOfAgreement, expectedFalseLinks } from "../../../analysis/linking/expected-false-links.ts";
import { linkWaves } from "../../../analysis/linking/link-waves.ts";
import { type CodeWorld, codedWaves, datasetOf } from "./code-world.ts";

interface Rates {
  /** Of those who answered both waves. */
  readonly found: number;
  /** Of the links. */
  readonly falseShare: number;
  readonly expectedFalseShare: number;
}

/** Over several worlds of one kind. */
function rates(world: Omit<CodeWorld, "seed">, worlds = 20): Rates {
  let linked = 0;
  let wrong = 0;
  let expected = 0;
  for (let seed = 1; seed <= worlds; seed += 1) {
    const { before, after, truth } = codedWaves({ ...world, seed });
    const rows = linkWaves(before, after);
    if (rows === undefined) throw new Error("both waves have codes");
    linked += rows.before.length;
    expected += rows.expectedFalse;
    wrong += [...rows.before].filter((row, place) => truth[row] !== rows.after[place]).length;
  }
  return {
    found: (linked - wrong) / (worlds * world.stayers),
    falseShare: wrong / linked,
    expectedFalseShare: expected / linked,
  };
}

/** With as many slips as these, more must be found than that, and fewer links be false. */
const BOUNDS = { slips: 0.08, found: 0.75, falseShare: 0.027 };

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

describe("linkWaves", () => {
  it("finds three quarters and errs in fewer than one link of thirty, with slips in one element of twelve", () => {
    const lines: string[] = [];
    for (const slips of [0, 0.03, 0.08, 0.15]) {
      const found = rates({ stayers: 300, leavers: 100, joiners: 100, slips });
      lines.push(
        `slips ${percent(slips)}: found ${percent(found.found)}, false ${percent(found.falseShare)}, expected false ${percent(found.expectedFalseShare)}`,
      );
      if (slips <= BOUNDS.slips) {
        expect(found.found).toBeGreaterThan(BOUNDS.found);
        expect(found.falseShare).toBeLessThan(BOUNDS.falseShare);
      }
    }
    console.info(lines.join("\n"));
  });

  it("says beforehand how many links are false, also where codes collide", () => {
    for (const size of [200, 1000, 3000]) {
      const found = rates({ stayers: size, leavers: size, joiners: size, slips: 0.08 }, 8);
      expect(found.expectedFalseShare).toBeGreaterThan(found.falseShare * 0.6);
      expect(found.expectedFalseShare).toBeLessThan(found.falseShare * 1.6 + 0.002);
    }
  });

  it("links two waves of a hundred thousand", { timeout: 120_000 }, () => {
    const { before, after } = codedWaves({
      stayers: 70_000,
      leavers: 30_000,
      joiners: 30_000,
      slips: 0.05,
      seed: 1,
    });
    const rows = linkWaves(before, after);
    expect(rows?.codes).toEqual({ before: 100_000, after: 100_000 });
    expect(new Set(rows?.before).size).toBe(rows?.before.length);
    expect(new Set(rows?.after).size).toBe(rows?.after.length);
  });

  it("does not link waves that share fewer than four elements, or ask for none", () => {
    const whole = datasetOf([[1, 2, 3, 4]], ["a", "b", "c", "d"]);
    expect(linkWaves(whole, datasetOf([[1, 2, 3, 4]], ["a", "b", "c", "x"]))).toBeUndefined();
    const { personalCode: _code, ...without } = whole;
    expect(linkWaves(without, whole)).toBeUndefined();
    expect(linkWaves(whole, whole)?.before.length).toBe(1);
  });

  it("counts as codes only those with at most one element missing, and survives a wave that nobody answered", () => {
    const before = datasetOf([
      [1, 2, 3, 4, 5, 6],
      [0, 2, 3, 4, 5, 6],
      [0, 0, 3, 4, 5, 6],
    ]);
    expect(linkWaves(before, datasetOf([]))).toMatchObject({
      codes: { before: 2, after: 0 },
      exact: 0,
      expectedFalse: 0,
    });
  });
});

describe("expected false links", () => {
  it("come from the shares of each value", () => {
    const even =
      datasetOf(
        [1, 2].flatMap((a) => [1, 2].map((b) => [a, b])),
        ["a", "b"],
      ).personalCode ?? [];
    // Each element agrees with probability ½: both with ¼, exactly one with ½.
    expect(chanceOfAgreement({ before: even, after: even })).toBeCloseTo(0.75, 12);
  });

  it("are none when everybody was found, and never more than the links", () => {
    expect(expectedFalseLinks({ codes: { before: 50, after: 50 }, linked: 50 }, 0)).toBe(0);
    expect(expectedFalseLinks({ codes: { before: 5_000, after: 5_000 }, linked: 3 }, 1e-6)).toBe(3);
    // Where all codes agree, every candidate ties with another, and ties are left unlinked.
    expect(expectedFalseLinks({ codes: { before: 5_000, after: 5_000 }, linked: 3 }, 1)).toBe(0);
  });
});
