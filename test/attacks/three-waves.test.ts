/** Somebody subtracts what was released of three waves: those found in the first two from those found in the last two. */
import { describe, expect, test } from "vitest";
import type { Dataset } from "../../analysis/dataset.ts";
import type { LinkedChanges } from "../../analysis/linking/linked-changes-model.ts";
import { linkedAnswer, type OtherWave, type WaveToLink } from "../../api/staff-releases/linked-answer.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { shipped } from "../support/survey-tables.ts";

const definition = shipped("staff-confidence");
const MINIMUM = 5;
const POLICY: DisclosurePolicy = {
  minimumGroupSize: MINIMUM,
  minimumComments: 5,
  smallGroups: "merge",
  retention: { rule: "until-date", date: "2040-01-01" },
};
const random = seededRandom(11);
const scales = definition.items.filter(({ kind }) => kind === "scale");

/** Answers of these persons, whose code is their number. */
function waveOf(persons: readonly number[]): Dataset {
  return {
    format: 1,
    survey: { id: definition.soundings.id, version: definition.soundings.version },
    subjects: [""],
    groups: [""],
    rows: persons.length,
    subject: new Uint16Array(persons.length),
    group: new Uint8Array(persons.length),
    columns: scales.map(({ code, metadata }) => {
      const points = definition.soundings.scales[metadata.scale ?? ""]?.points ?? 5;
      return {
        kind: "scale" as const,
        code,
        points,
        values: Int8Array.from(persons, () => 1 + random(points)),
      };
    }),
    personalCode: (definition.soundings.personalCode ?? []).map((code, place) => ({
      code,
      values: Uint16Array.from(persons, (person) => 1 + person * 7 + place * 1000),
    })),
    comments: [],
  };
}

const from = (first: number, end: number) => Array.from({ length: end - first }, (_, place) => first + place);
const asked = (dataset: Dataset, released: readonly OtherWave[] = []): WaveToLink => ({
  definition: definition.canonical,
  dataset,
  policy: POLICY,
  released,
});
const third = (dataset: Dataset, cameBefore: boolean): OtherWave => ({
  definition: definition.canonical,
  dataset,
  cameBefore,
});

/** The answers to an item, high meaning much: their sum over everybody follows from the tables. */
function answersOf({ columns }: Dataset, code: string): readonly number[] {
  const column = columns.find((one) => one.code === code);
  const reversed = scales.find((item) => item.code === code)?.metadata.reverseKeyed === true;
  const highest = column?.kind === "scale" ? column.points : 0;
  return [...(column?.values ?? [])].map((value) => (reversed ? highest + 1 - value : value));
}

function sumOf(dataset: Dataset, code: string): number {
  return answersOf(dataset, code).reduce((sum, value) => sum + value, 0);
}

/** The sum of changes of an item: a rounded mean is exact enough for as few. */
function changeOf(changes: LinkedChanges | null, code: string): number {
  const change = changes?.items.find((item) => item.code === code)?.change;
  return change?.shown === true ? Math.round(change.n * change.value.mean) : Number.NaN;
}

describe("those linked in two pairs of three waves", () => {
  // One person of the second wave was there in the first and not in the third; twenty were there this once.
  const first = waveOf(from(0, 40));
  const second = waveOf(from(0, 60));
  const last = waveOf(from(1, 40));
  const earlier = linkedAnswer({ before: asked(first), after: asked(second) });
  const answersOfOne = scales.map(({ code }) => answersOf(second, code)[0]);
  const workedOut = (later: LinkedChanges | null) =>
    scales.map(({ code }) => {
      const inFirstPair = changeOf(earlier, code) + sumOf(first, code);
      const inLastPair = sumOf(last, code) - changeOf(later, code);
      return inFirstPair - inLastPair;
    });

  test("tell every answer of the one person in between, where each pair is weighed alone", () => {
    const later = linkedAnswer({ before: asked(second), after: asked(last) });
    const shown = (later?.items ?? []).filter(({ change }) => change.shown).length;
    expect(shown).toBeGreaterThan(scales.length / 2);
    const guesses = workedOut(later);
    guesses.forEach((guess, place) => {
      if (!Number.isNaN(guess)) expect(guess).toBe(answersOfOne[place]);
    });
    expect(guesses.filter((guess) => !Number.isNaN(guess)).length).toBe(shown);
  });

  test("tell nothing by ours: of the later pair no change is shown, whichever pair was released first", () => {
    const later = linkedAnswer({ before: asked(second, [third(first, true)]), after: asked(last) });
    expect(workedOut(later).every(Number.isNaN)).toBe(true);
    expect(later?.items.every(({ change }) => !change.shown)).toBe(true);
    const reversed = linkedAnswer({ before: asked(first), after: asked(second, [third(last, false)]) });
    expect(reversed?.items.every(({ change }) => !change.shown)).toBe(true);
  });

  test("are shown where enough were in one pair only", () => {
    const joined = waveOf([...from(20, 40), ...from(50, 60)]);
    const later = linkedAnswer({ before: asked(second, [third(first, true)]), after: asked(joined) });
    expect(later?.items.some(({ change }) => change.shown)).toBe(true);
  });
});
