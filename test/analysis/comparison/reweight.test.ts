/** Raking both waves to the headcounts of two columns. */
import { describe, expect, it } from "vitest";
import { compareWaves } from "../../../analysis/comparison/compare-waves.ts";
import { rake } from "../../../analysis/statistics/calibration-weights.ts";
import { countAnswers } from "../../../analysis/statistics/frequency-table.ts";
import { weightedMean } from "../../../analysis/statistics/weighted-mean.ts";
import { definition360 } from "../../support/definition-360.ts";
import { answersAbout, datasetOf } from "./invented-waves.ts";

const definition = definition360({ dimensions: { clarity: ["q"] } });

/** Persons by site and grade; the last did not state the grade. */
function waveOf(count: number, seed: number, stated = true) {
  const site = Array.from({ length: count }, (_, row) => (row % 3 === 0 ? "North" : "South"));
  const grade: string[] = Array.from({ length: count }, (_, row) => (row % 5 < 2 ? "Senior" : "Junior"));
  if (!stated) grade[count - 1] = "";
  return { q: answersAbout(3, count, seed), site, grade };
}

const people = (entries: Readonly<Record<string, number>>) =>
  new Map(Object.entries(entries).map(([label, count]) => [label, { before: count, after: count }]));
const margins = [
  { column: "site", people: people({ North: 300, South: 200 }) },
  { column: "grade", people: people({ Senior: 100, Junior: 400 }) },
];

const dataset = ({ q, site, grade }: ReturnType<typeof waveOf>) => datasetOf({ q }, { site, grade });

describe("raking", () => {
  it("gives the weighted means of cells raked one by one", () => {
    const first = waveOf(120, 1);
    const second = waveOf(150, 2);
    const compared = compareWaves(dataset(first), dataset(second), { definition, margins });
    const meanOf = ({ q, site, grade }: ReturnType<typeof waveOf>): number => {
      const cells = ["North", "South"].flatMap((one) =>
        ["Senior", "Junior"].map((other) => ({
          labels: [one, other],
          answers: countAnswers(q.filter((_, row) => site[row] === one && grade[row] === other)),
        })),
      );
      const raked = rake(
        cells.map(({ labels, answers }) => ({ labels, n: answers.n })),
        [
          new Map([
            ["North", 300],
            ["South", 200],
          ]),
          new Map([
            ["Senior", 100],
            ["Junior", 400],
          ]),
        ],
      );
      if (!raked.computed) expect.fail("not computed");
      const found = weightedMean(cells.map((cell, i) => ({ ...cell, weight: raked.weights[i] ?? 0 })));
      return found.computed ? found.mean : Number.NaN;
    };
    const [clarity] = compared.raked?.changes ?? [];
    if (clarity?.computed !== true) expect.fail("not computed");
    expect(clarity.before).toBeCloseTo(meanOf(first), 10);
    expect(clarity.after).toBeCloseTo(meanOf(second), 10);
    expect(clarity.difference.estimate).toBeCloseTo(meanOf(second) - meanOf(first), 10);
    expect(clarity.designEffect).toBeGreaterThan(1);
    expect(compared.methods.join(" ")).toContain("Raked figures meet the headcounts of site and grade");
  });

  it("leaves out who did not state one of the columns", () => {
    const after = dataset(waveOf(120, 2));
    const all = waveOf(121, 1, false);
    const without = Object.fromEntries(Object.entries(all).map(([key, list]) => [key, list.slice(0, 120)]));
    const compare = (before: ReturnType<typeof dataset>) =>
      compareWaves(before, after, { definition, margins }).raked?.changes;
    expect(compare(dataset(all))).toEqual(compare(dataset({ ...all, ...without })));
  });

  it("is not worked out below ten answers for a value", () => {
    const few = waveOf(20, 1);
    const { raked } = compareWaves(dataset(few), dataset(waveOf(120, 2)), { definition, margins });
    expect(raked?.changes[0]).toEqual({ computed: false, code: "clarity", reason: "cell-below-ten" });
  });

  it("requires the columns in both waves", () => {
    const plain = datasetOf({ q: [3] });
    expect(() => compareWaves(plain, plain, { definition, margins })).toThrow(RangeError);
  });
});
