/** Changes of linked persons: the figures, the rules that hide them, and what an attacker could subtract. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../analysis/dataset.ts";
import { type LinkedRows, linkWaves } from "../../../analysis/linking/link-waves.ts";
import { linkedChanges, type WaveToLink } from "../../../analysis/linking/linked-changes.ts";
import type { LinkedChanges } from "../../../analysis/linking/linked-changes-model.ts";
import type { SurveyDefinition } from "../../../surveys/definition.ts";
import type { DisclosurePolicy } from "../../../surveys/disclosure-policy.ts";
import { definition360 } from "../../support/definition-360.ts";
import { seededRandom } from "../../support/seeded-random.ts";
import { datasetOf } from "./code-world.ts";

const definition: SurveyDefinition = definition360({ reverseKeyed: ["c2"] });
const ITEMS = ["c1", "c2", "s1", "s2"];
const POLICY: DisclosurePolicy = {
  minimumGroupSize: 5,
  minimumComments: 5,
  smallGroups: "merge",
  retention: { rule: "until-date", date: "2030-01-01" },
};

interface Person {
  readonly answers: readonly number[];
  /** 1-based unit; 0 for not said. */
  readonly unit: number;
}

/** Persons with codes of their own, in the order given: the code is the person's number. */
function wave(
  persons: readonly (Person & { readonly id: number })[],
  cuts?: readonly (readonly string[])[],
): WaveToLink {
  const coded = datasetOf(
    persons.map(({ id }) => [1, 2, 3, 4].map((place) => id * 7 + place * 1000)),
    ["a", "b", "c", "d"],
  );
  const dataset: Dataset = {
    ...coded,
    columns: [
      ...ITEMS.map((code, place) => ({
        kind: "scale" as const,
        code,
        points: 5,
        values: Int8Array.from(persons, ({ answers }) => answers[place] ?? 0),
      })),
      {
        kind: "choice" as const,
        code: "unit",
        choices: ["x", "y", "z"],
        values: Int16Array.from(persons, ({ unit }) => unit),
      },
    ],
  };
  return { definition, dataset, policy: cuts === undefined ? POLICY : { ...POLICY, cuts } };
}

function changesOf(before: WaveToLink, after: WaveToLink): LinkedChanges {
  const rows = linkWaves(before.dataset, after.dataset);
  if (rows === undefined) throw new Error("both waves have codes");
  return linkedChanges(before, after, rows);
}

const random = seededRandom(5);
const answersAround = (base: number): readonly number[] =>
  ITEMS.map(() => Math.max(1, Math.min(5, base + random(3) - 1)));
const people = (from: number, to: number, base: number, unit = 0) =>
  Array.from({ length: to - from }, (_, place) => ({ id: from + place, answers: answersAround(base), unit }));

/**
 * The fewest persons on whom a·(sum of the first pair) + b·(sum of the second) rests, after any multiples of the sums of
 * whole units: of each unit all who have the commonest weight can be taken away. By trying.
 */
function fewestOfTwoSums(persons: readonly { readonly unit: number; readonly waves: number }[]): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (let a = -3; a <= 3; a += 1) {
    for (let b = -3; b <= 3; b += 1) {
      const weights = persons.map(({ waves }) => ((waves & 1) !== 0 ? a : 0) + ((waves & 2) !== 0 ? b : 0));
      if (new Set(weights).size === 1) continue;
      let left = 0;
      for (const unit of new Set(persons.map((one) => one.unit))) {
        const own = weights.filter((_, place) => persons[place]?.unit === unit);
        const often = (weight: number) => own.filter((other) => other === weight).length;
        left += own.length - Math.max(...own.map(often));
      }
      fewest = Math.min(fewest, left);
    }
  }
  return fewest;
}

describe("linkedChanges", () => {
  it("gives mean change, spread, limits and verdict of those in both waves, high meaning much", () => {
    const before = wave(people(0, 60, 3));
    const after = wave(people(10, 80, 4));
    const found = changesOf(before, after);
    expect(found.stayers).toEqual({ shown: true, n: 50, value: 50 });
    expect(found.leavers).toEqual({ shown: true, n: 10, value: 10 });
    expect(found.joiners).toEqual({ shown: true, n: 20, value: 20 });
    expect(found.withoutCode.before).toEqual({ shown: true, n: 0, value: 0 });
    const [first, reversed] = found.items;
    const values = (side: WaveToLink, code: string) => {
      const column = side.dataset.columns.find((one) => one.code === code);
      return [...(column?.values ?? [])];
    };
    const linked = (code: string): number => {
      const one = values(before, code).slice(10);
      const two = values(after, code).slice(0, 50);
      return two.reduce((sum, value, place) => sum + value - (one[place] ?? 0), 0) / 50;
    };
    expect(first?.change).toMatchObject({
      shown: true,
      n: 50,
      value: { mean: Math.round(linked("c1") * 100) / 100 },
    });
    expect(reversed?.change).toMatchObject({ value: { mean: Math.round(-linked("c2") * 100) / 100 } });
    expect(first?.verdict).toMatchObject({ state: "significant", test: "paired-t", df: 49, family: "items" });
    expect(found.scales.map(({ code, verdict }) => [code, verdict.state])).toEqual([
      ["clarity", "not-significant"],
      ["support", "significant"],
    ]);
    expect(found.index?.change).toMatchObject({ shown: true, n: 50 });
    expect(found.methods.join(" ")).toContain("4 elements");
  });

  it("shows nothing below 2k linked, and says why", () => {
    const found = changesOf(wave(people(0, 30, 3)), wave(people(21, 60, 4)));
    expect(found.stayers).toEqual({ shown: false, reason: "too-few-answers" });
    expect(found.linkedShare).toBeNull();
    for (const { change, verdict } of [...found.items, ...found.scales]) {
      expect(change).toEqual({ shown: false, reason: "too-few-answers" });
      expect(verdict).toEqual({ state: "not-tested", reason: "suppressed" });
    }
  });

  it("shows nothing where fewer than k are left when the linked are subtracted from everybody", () => {
    const found = changesOf(wave(people(0, 40, 3)), wave(people(3, 60, 4)));
    expect(found.stayers).toEqual({ shown: false, reason: "would-reveal-another" });
    expect(found.items[0]?.change).toEqual({ shown: false, reason: "would-reveal-another" });
    expect(changesOf(wave(people(0, 40, 3)), wave(people(0, 60, 4))).stayers.shown).toBe(true);
  });

  it("shows nothing where a cut nearly holds the same people", () => {
    const before = [...people(0, 30, 3, 1), ...people(30, 60, 3, 2)];
    const stayed = [...people(0, 28, 4, 1), ...people(30, 32, 4, 2), ...people(100, 130, 4, 3)];
    expect(changesOf(wave(before), wave(stayed)).items[0]?.change.shown).toBe(true);
    expect(changesOf(wave(before, [["unit"]]), wave(stayed, [["unit"]])).items[0]?.change).toEqual({
      shown: false,
      reason: "would-reveal-another",
    });
  });

  it("shows nothing where the linked are exactly some groups, and the others too few to be shown", () => {
    const before = [...people(0, 30, 3, 1), ...people(30, 60, 3, 2), ...people(60, 66, 3, 3)];
    const skipped = before.map((one) =>
      one.id < 63 || one.unit !== 3 ? one : { ...one, answers: [0, 3, 3, 3] },
    );
    const after = [...people(0, 60, 4, 1), ...people(100, 130, 4, 3)];
    const found = changesOf(wave(skipped, [["unit"]]), wave(after, [["unit"]]));
    // Six others answered most items, but only three of them the first one.
    expect(found.stayers.shown).toBe(true);
    expect(found.items[0]?.change).toEqual({ shown: false, reason: "would-reveal-another" });
  });

  it("shows no change that nearly everybody shares, for it would tell what each of them did", () => {
    const same = people(0, 60, 3);
    const after = [
      ...same
        .slice(0, 40)
        .map(({ id, answers }, place) => ({ id, unit: 0, answers: place < 4 ? [5, 5, 5, 5] : answers })),
      ...people(70, 90, 3),
    ];
    const found = changesOf(wave(same), wave(after));
    expect(found.stayers.shown).toBe(true);
    expect(found.items.map(({ change }) => change)).toEqual(
      ITEMS.map(() => ({ shown: false, reason: "too-uniform" })),
    );
    expect(found.scales[0]?.change.shown).toBe(false);
  });

  it("shows no change of people who nearly all gave the same answer in one of the waves", () => {
    const before = people(0, 60, 3).map((one) => ({ ...one, answers: [5, one.answers[1] ?? 0, 3, 3] }));
    const after = wave([...people(0, 40, 3), ...people(70, 90, 3)]);
    // Everybody of the second wave is in its tables: their mean less the mean change would be five for all forty.
    for (const found of [changesOf(wave(before), after), changesOf(after, wave(before))]) {
      const [first, second] = found.items;
      expect(first?.change).toEqual({ shown: false, reason: "too-uniform" });
      expect(second?.change.shown).toBe(true);
    }
  });

  it("hides a scale of which fewer than half of the items are shown", () => {
    const skipped = (persons: ReturnType<typeof people>, items: readonly number[]) =>
      persons.map((person) => ({
        ...person,
        answers: person.answers.map((answer, place) => (items.includes(place) ? 0 : answer)),
      }));
    const before = wave(skipped(people(0, 60, 3), [0, 1]));
    const found = changesOf(before, wave(people(0, 60, 4)));
    expect(found.items.map(({ change }) => change.shown)).toEqual([false, false, true, true]);
    expect(found.scales.map(({ change }) => change.shown)).toEqual([false, true]);
  });

  it("never leaves fewer than k persons, whatever whole classes are subtracted", () => {
    const person = fc.record({
      answers: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }),
      unit: fc.integer({ min: 0, max: 3 }),
      stays: fc.boolean(),
    });
    let shown = 0;
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 20, maxLength: 60 }),
        fc.integer({ min: 0, max: 20 }),
        (persons, joiners) => {
          const before = persons.map((one, id) => ({ ...one, id }));
          const after = [
            ...before.filter(({ stays }) => stays).map((one) => ({ ...one, answers: answersAround(3) })),
            ...people(1000, 1000 + joiners, 3, 1),
          ];
          const found = changesOf(wave(before, [["unit"]]), wave(after, [["unit"]]));
          found.items.forEach(({ change }, item) => {
            if (!change.shown) return;
            shown += 1;
            const answered = before.filter(({ answers }) => (answers[item] ?? 0) > 0);
            const inside = answered.filter(({ stays }) => stays);
            expect(change.n).toBe(inside.length);
            for (let mask = 0; mask < 16; mask += 1) {
              const taken = (unit: number): boolean => (mask & (1 << unit)) !== 0;
              const left = answered.filter(({ stays, unit }) => stays !== taken(unit)).length;
              expect(left >= 5 || inside.length === answered.length).toBe(true);
            }
          });
        },
      ),
      { numRuns: 300 },
    );
    expect(shown).toBeGreaterThan(50);
  });

  it("never leaves fewer than k persons of a wave, whatever is subtracted of its two pairs", () => {
    // In many worlds nearly all are in both pairs, or in none.
    const drawn = fc
      .constantFrom([0, 1, 2, 3], [0, 0, 0, 0, 3, 3, 3, 3, 1], [0, 0, 3, 3, 1, 2])
      .chain((waves) =>
        fc.array(fc.record({ unit: fc.integer({ min: 0, max: 2 }), waves: fc.constantFrom(...waves) }), {
          minLength: 40,
          maxLength: 70,
        }),
      );
    const seen = { shown: 0, refused: 0 };
    fc.assert(
      fc.property(drawn, (persons) => {
        const middle = persons.map(({ unit }, id) => ({ id, unit, answers: answersAround(3) }));
        const others = (bit: number) => middle.filter(({ id }) => ((persons[id]?.waves ?? 0) & bit) !== 0);
        const again = (bit: number) => others(bit).map((one) => ({ ...one, answers: answersAround(3) }));
        const [first, second, third] = [wave(again(1)), wave(middle, [["unit"]]), wave(again(2))];
        const earlier = changesOf(first, second);
        const rows = linkWaves(first.dataset, second.dataset);
        if (rows === undefined) throw new Error("all waves have codes");
        const released = [{ before: first, after: second, rows, side: "after" as const }];
        const alone = changesOf(second, third);
        const later = changesOf({ ...second, released }, third);
        later.items.forEach(({ change }, item) => {
          if (alone.items[item]?.change.shown === true && !change.shown) seen.refused += 1;
          if (!change.shown || earlier.items[item]?.change.shown !== true) return;
          seen.shown += 1;
          expect(fewestOfTwoSums(persons)).toBeGreaterThanOrEqual(5);
        });
      }),
      { numRuns: 200 },
    );
    expect(seen.shown).toBeGreaterThan(50);
    expect(seen.refused).toBeGreaterThan(50);
  });

  it("refuses rows of other datasets, and survives a wave that nobody answered with a code", () => {
    const before = wave(people(0, 60, 3));
    const rows: LinkedRows = {
      before: Uint32Array.of(60),
      after: Uint32Array.of(0),
      elements: [],
      exact: 1,
      codes: { before: 60, after: 60 },
      expectedFalse: 0,
    };
    expect(() => linkedChanges(before, before, rows)).toThrow(RangeError);
    const empty = changesOf(before, wave([]));
    expect(empty.stayers).toEqual({ shown: false, reason: "no-answers" });
    expect(JSON.stringify(empty)).not.toContain("null,null");
  });
});
