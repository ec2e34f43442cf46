/** Datasets made by hand, for tests of what two waves say. */
import type { Dataset, DatasetColumn } from "../../../analysis/dataset.ts";
import { seededRandom } from "../../support/seeded-random.ts";

/** Answers of one item; 0 is unanswered. */
export type Answers = readonly number[];

/** A dataset of scale columns, and of choice columns given as labels ("" is unanswered). */
export function datasetOf(
  scales: Readonly<Record<string, Answers>>,
  choices: Readonly<Record<string, readonly string[]>> = {},
  points = 5,
): Dataset {
  const rows = Object.values(scales)[0]?.length ?? Object.values(choices)[0]?.length ?? 0;
  const columns: DatasetColumn[] = Object.entries(scales).map(([code, answers]) => ({
    kind: "scale",
    code,
    points,
    values: Int8Array.from(answers),
  }));
  for (const [code, labels] of Object.entries(choices)) {
    const known = [...new Set(labels.filter((label) => label !== ""))];
    columns.push({
      kind: "choice",
      code,
      choices: known,
      values: Int16Array.from(labels, (label) => known.indexOf(label) + 1),
    });
  }
  return {
    format: 1,
    survey: { id: "invented", version: "1.0.0" },
    subjects: [""],
    groups: [""],
    rows,
    subject: new Uint16Array(rows),
    group: new Uint8Array(rows),
    columns,
    comments: [],
  };
}

/** Answers of 1 to `points` about a mean, the same for the same seed. */
export function answersAbout(mean: number, count: number, seed: number, points = 5): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const noise = (random(1000) + random(1000) + random(1000)) / 1000 - 1.5;
    return Math.min(points, Math.max(1, Math.round(mean + noise * 1.6)));
  });
}

/** The first rows of both waves are the same persons. */
export function firstRows(count: number): { readonly before: Uint32Array; readonly after: Uint32Array } {
  const rows = Uint32Array.from({ length: count }, (_, row) => row);
  return { before: rows, after: rows };
}
