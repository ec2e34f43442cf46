/** The published numbers of the UK Civil Service People Survey come out exactly, rounding included. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareWaves } from "../../../analysis/comparison/compare-waves.ts";
import type { Dataset } from "../../../analysis/dataset.ts";
import { rounded, signed } from "../../../analysis/number-text.ts";
import { definition360 } from "../../support/definition-360.ts";
import { datasetOf } from "./invented-waves.ts";

interface Standard {
  readonly margins: readonly {
    readonly group: string;
    readonly headcount: number;
    readonly responses: number;
    readonly percent_positive: number;
    readonly margin: number;
  }[];
  readonly comparisons: readonly {
    readonly pair: readonly [string, string];
    readonly significant: boolean;
  }[];
  readonly index: {
    readonly persons: { readonly scores: readonly number[]; readonly index: number };
    readonly same_percent_positive: readonly {
      readonly distribution_percent_from_strongly_agree: readonly number[];
      readonly percent_positive: number;
      readonly index: number;
    }[];
  };
  readonly rules: { readonly minimum_responses_for_a_test: Readonly<Record<string, number>> };
}

const file = new URL("../../fixtures/comparison/civil-service-standard.json", import.meta.url);
const standard: Standard = JSON.parse(readFileSync(file, "utf8"));
const definition = definition360({ dimensions: { theme: ["q"] } });

/** A wave of one item with as many positive answers as the published percentage says. */
function waveOf(responses: number, percent: number): Dataset {
  const positive = Math.round((responses * percent) / 100);
  return datasetOf({ q: Array.from({ length: responses }, (_, place) => (place < positive ? 4 : 2)) });
}

describe("the Civil Service standard", () => {
  it.each(standard.margins)("gives group $group its margin of ± $margin", (group) => {
    const wave = waveOf(group.responses, group.percent_positive);
    const headcounts = [{ group: "", before: group.headcount, after: group.headcount }];
    const [item] = compareWaves(wave, wave, { definition, headcounts }).items;
    expect(rounded((item?.before.favourable?.share ?? 0) * 100, 0)).toBe(String(group.percent_positive));
    expect(rounded((item?.before.favourable?.margin ?? 0) * 100, 0)).toBe(String(group.margin));
  });

  it.each(standard.comparisons)("finds $pair significant: $significant", ({ pair, significant }) => {
    const [first, second] = pair.map((name) => standard.margins.find(({ group }) => group === name));
    if (first === undefined || second === undefined) expect.fail("no such group");
    const [item] = compareWaves(
      waveOf(first.responses, first.percent_positive),
      waveOf(second.responses, second.percent_positive),
      { definition },
    ).items;
    expect((item?.shareChange?.p ?? 1) < 0.05).toBe(significant);
  });

  it("makes the index of a group the mean of its persons' indices", () => {
    // Five items of 0, 25, 50, 75 or 100 give each person's published score.
    const codes = ["q1", "q2", "q3", "q4", "q5"];
    const persons = standard.index.persons.scores.map((score) => {
      const steps = score / 5;
      return codes.map((_, item) => 1 + Math.floor((steps + item) / 5));
    });
    const wave = datasetOf(
      Object.fromEntries(codes.map((code, item) => [code, persons.map((person) => person[item] ?? 0)])),
    );
    const survey = definition360({ dimensions: { engagement: codes } });
    const { index } = compareWaves(wave, wave, { definition: survey });
    expect(rounded(index?.before.mean ?? 0, 0)).toBe(String(standard.index.persons.index));
  });

  it.each(standard.index.same_percent_positive)(
    "tells index $index from the same share of positive answers",
    (one) => {
      const answers = one.distribution_percent_from_strongly_agree.flatMap((percent, place) =>
        Array.from({ length: percent }, () => 5 - place),
      );
      const wave = datasetOf({ q: answers });
      const compared = compareWaves(wave, wave, { definition });
      expect(rounded((compared.items[0]?.before.favourable?.share ?? 0) * 100, 0)).toBe(
        String(one.percent_positive),
      );
      expect(rounded(compared.index?.before.mean ?? 0, 0)).toBe(String(one.index));
    },
  );

  it("rounds last: 52.952 and 58.495 are shown as 53 and 58, and their difference as −6", () => {
    expect(rounded(52.952, 0)).toBe("53");
    expect(rounded(58.495, 0)).toBe("58");
    expect(signed(52.952 - 58.495, 0)).toBe("−6");
  });

  it("tests from 30 answers to a question, 20 to a theme and 10 to the index", () => {
    const minimum = standard.rules.minimum_responses_for_a_test;
    const tested = (kind: "items" | "scales" | "index", responses: number): boolean => {
      const wave = waveOf(responses, 50);
      const compared = compareWaves(wave, wave, { definition });
      const one = kind === "index" ? compared.index : compared[kind][0];
      return one?.verdict.state !== "not-tested";
    };
    for (const [kind, name] of [
      ["items", "question"],
      ["scales", "theme"],
      ["index", "index"],
    ] as const) {
      expect(tested(kind, (minimum[name] ?? 0) - 1)).toBe(false);
      expect(tested(kind, minimum[name] ?? 0)).toBe(true);
    }
  });
});

describe("printed numbers", () => {
  it("never show a minus before nothing", () => {
    expect(signed(-0.004, 2)).toBe("0.00");
    expect(rounded(-0.4, 0)).toBe("0");
  });

  it("round halves away from nought, also where binary fractions fall short", () => {
    expect(rounded(1.005, 2)).toBe("1.01");
    expect(rounded(-2.5, 0)).toBe("−3");
  });
});
