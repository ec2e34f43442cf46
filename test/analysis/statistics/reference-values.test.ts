/** Every reference value, computed by this program and compared with R (and with 24-digit quadrature). */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { differences } from "./reference/compare.ts";
import { distributionEntry, edgeEntry, noncentralEntry } from "./reference/distribution-entries.ts";
import type { Entry } from "./reference/entry.ts";
import {
  changeEntry,
  differenceInDifferencesEntry,
  mixedModelEntry,
  powerEntry,
} from "./reference/model-entries.ts";
import { pairedEntry } from "./reference/paired-entries.ts";
import { proportionEntry, rateEntry } from "./reference/proportion-entries.ts";
import {
  agreementEntry,
  descriptiveEntry,
  favourabilityEntry,
  reliabilityEntry,
} from "./reference/sample-entries.ts";
import { independentEntry, multiplicityEntry, partlyLinkedEntry } from "./reference/two-sample-entries.ts";
import { weightingEntry } from "./reference/weighting-entries.ts";

const FOLDER = new URL("../../fixtures/stats/", import.meta.url);

const COMPUTE: Record<string, { entries: number; compute: (entry: Entry) => unknown }> = {
  "01-descriptives": { entries: 35, compute: descriptiveEntry },
  "02-favourability": { entries: 35, compute: favourabilityEntry },
  "03-reliability": { entries: 15, compute: reliabilityEntry },
  "04-agreement-icc": { entries: 40, compute: agreementEntry },
  "05-paired": { entries: 114, compute: pairedEntry },
  "06-independent": { entries: 34, compute: independentEntry },
  "07-proportions": { entries: 63, compute: proportionEntry },
  "08-partly-linked": { entries: 25, compute: partlyLinkedEntry },
  "09-multiplicity": { entries: 6, compute: multiplicityEntry },
  "10-difference-in-differences": { entries: 5, compute: differenceInDifferencesEntry },
  "11-mixed-models": { entries: 10, compute: mixedModelEntry },
  "12-rates": { entries: 9, compute: rateEntry },
  "13-weighting": { entries: 7, compute: weightingEntry },
  "14-equivalence-power": { entries: 43, compute: powerEntry },
  "15-change": { entries: 7, compute: changeEntry },
  "16-distributions": { entries: 63, compute: distributionEntry },
  "17-edge-cases": { entries: 15, compute: edgeEntry },
  "18-noncentral-t": { entries: 118, compute: noncentralEntry },
};

const NONCENTRAL = /^(ncp_limits|d_z_ci|hedges_g_z_ci|d_av_rms_sd_ci|d_s_ci|hedges_g_s_ci|tango_ci)$/;

/** The tolerances stated beside the reference values, by file and by the kind of figure. */
function tolerance(file: string, entry: Entry): (key: string) => number {
  if (file.startsWith("11")) return () => 1e-5;
  if (file.startsWith("16") && entry.id.includes("quantile")) return () => 1e-9;
  return (key) => (NONCENTRAL.test(key) ? 1e-8 : 1e-10);
}

function readEntries(file: string): Entry[] {
  return JSON.parse(readFileSync(new URL(`${file}.json`, FOLDER), "utf8"));
}

function mismatches(file: string, compute: (entry: Entry) => unknown): string[] {
  return readEntries(file).flatMap((entry) => {
    try {
      return differences(entry.value, compute(entry), tolerance(file, entry)).map(
        (line) => `${entry.id} ${line}`,
      );
    } catch (error) {
      return [`${entry.id} was not computed: ${String(error)}`];
    }
  });
}

describe("reference values", () => {
  for (const [file, { entries, compute }] of Object.entries(COMPUTE)) {
    it(`${file} agrees in all ${entries} entries`, () => {
      expect(readEntries(file)).toHaveLength(entries);
      expect(mismatches(file, compute)).toEqual([]);
    });
  }

  it("covers every reference file, 526 entries from R and 118 of the noncentral t", () => {
    const files = readdirSync(FOLDER)
      .filter((name) => name.endsWith(".json"))
      .map((name) => name.replace(".json", ""));
    expect(files.sort()).toEqual(Object.keys(COMPUTE).sort());
    const sizes = files.map((file) => readEntries(file).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(526 + 118);
  });

  it("notices a wrong figure, a missing figure and an entry that is not computed", () => {
    const exact = () => 1e-10;
    expect(differences({ a: 1, p: 1e-40 }, { a: 1 + 1e-9, p: 0 }, exact)).toHaveLength(2);
    expect(differences({ a: { b: [1, 2] } }, { a: { b: [1] } }, exact)).toHaveLength(1);
    expect(differences({ a: null, b: 0 }, { a: 0, b: null }, exact)).toHaveLength(2);
    expect(differences({ a: 1 }, undefined, exact)).toHaveLength(1);
  });
});
