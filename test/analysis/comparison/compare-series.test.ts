/** Several waves in a row: all pairs compared together, linked or not. */
import { describe, expect, it } from "vitest";
import { compareSeries } from "../../../analysis/comparison/compare-series.ts";
import { countAnswers } from "../../../analysis/statistics/frequency-table.ts";
import { mixedModel } from "../../../analysis/statistics/mixed-model.ts";
import { adjustPValues } from "../../../analysis/statistics/multiplicity.ts";
import { welchT } from "../../../analysis/statistics/welch-t.ts";
import { definition360 } from "../../support/definition-360.ts";
import { answersAbout, datasetOf } from "./invented-waves.ts";

const definition = definition360({ dimensions: { clarity: ["q"] } });
const answers = [answersAbout(3, 60, 1), answersAbout(3.4, 50, 2), answersAbout(3.9, 70, 3)];
const waves = answers.map((q) => ({ dataset: datasetOf({ q }) }));

describe("compareSeries", () => {
  it("compares unlinked waves pair by pair with Welch, adjusted with Holm", () => {
    const [clarity] = compareSeries(waves, { definition }).measures;
    const pairs = [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const;
    const p = pairs.map(([one, two]) => {
      const test = welchT(countAnswers(answers[one] ?? []), countAnswers(answers[two] ?? []));
      return test.computed ? test.p : null;
    });
    const verdicts = clarity?.contrasts.map(({ verdict }) =>
      verdict.state === "not-tested" ? null : verdict.pAdjusted,
    );
    expect(verdicts).toEqual(adjustPValues(p, "holm"));
    expect(clarity?.waves.map(({ n }) => n)).toEqual([60, 50, 70]);
  });

  it("takes linked waves as repeated answers of the same persons", () => {
    const persons = waves.map(({ dataset }) => Uint32Array.from({ length: dataset.rows }, (_, row) => row));
    const linked = waves.map((wave, place) => ({ ...wave, persons: persons[place] ?? new Uint32Array() }));
    const [clarity] = compareSeries(linked, { definition }).measures;
    expect(clarity?.contrasts.map(({ verdict }) => verdict.state === "not-tested" || verdict.test)).toEqual(
      Array.from({ length: 3 }, () => "mixed-model-contrast"),
    );
  });

  it("gives units a part of their own when persons belong to units", () => {
    const sites = ["a", "b", "c", "d", "e", "f"];
    const site = Array.from({ length: 60 }, (_, row) => sites[row % 6] ?? "");
    const persons = Uint32Array.from(site, (_, row) => row);
    const q = [1, 2, 3].map((seed) =>
      answersAbout(3, 60, seed).map((answer, row) => Math.min(5, answer + (row % 6 === 0 ? 1 : 0))),
    );
    const nested = q.map((own) => ({ dataset: datasetOf({ q: own }, { site }), persons }));
    const { measures, methods } = compareSeries(nested, { definition, by: "site" });
    const model = mixedModel(
      q.flatMap((own, wave) =>
        own.map((outcome, person) => ({
          outcome,
          predictors: [1, Number(wave === 1), Number(wave === 2)],
          person,
          unit: site[person] ?? "",
        })),
      ),
      { units: true },
    );
    if (!model.computed) expect.fail("not computed");
    const [first] = measures[0]?.contrasts ?? [];
    expect(first?.change?.estimate).toBeCloseTo(model.effects[1]?.estimate ?? Number.NaN, 9);
    expect(first?.verdict).toMatchObject({ df: expect.closeTo(model.effects[1]?.df ?? 0, 4) });
    expect(methods.join(" ")).toContain("one of 6 units by site");
  });

  it("leaves units out when they are too few to differ measurably", () => {
    const persons = Uint32Array.from({ length: 60 }, (_, row) => row);
    const site = Array.from({ length: 60 }, (_, row) => (row % 2 === 0 ? "a" : "b"));
    const few = [1, 2, 3].map((seed) => ({
      dataset: datasetOf({ q: answersAbout(3, 60, seed) }, { site }),
      persons,
    }));
    expect(compareSeries(few, { definition, by: "site" }).methods.join(" ")).not.toContain("units");
  });

  it("does not test when a wave has too few answers, or none", () => {
    const few = [...waves.slice(0, 2), { dataset: datasetOf({ q: [] }) }];
    const [clarity] = compareSeries(few, { definition }).measures;
    expect(clarity?.contrasts.map(({ verdict }) => verdict.state)).toEqual([
      expect.any(String),
      "not-tested",
      "not-tested",
    ]);
    expect(clarity?.waves[2]).toEqual({ n: 0, mean: null, sd: null, interval: null, favourable: null });
  });

  it("requires at least two waves", () => {
    expect(() => compareSeries(waves.slice(0, 1), { definition })).toThrow(RangeError);
  });
});
