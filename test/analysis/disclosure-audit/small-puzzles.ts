/** Tiny sets of figures about known answers, and everything that can follow from them, by trying all answers. */
import fc from "fast-check";
import type {
  HiddenDistribution,
  Published,
  PublishedSum,
  ShownDistribution,
} from "../../../analysis/disclosure-audit/published.ts";

const POINTS = 4;
const WINDOW = 2;
const ITEM_CODES = ["i", "j"];
const PERSONS = ["a", "b", "c", "d", "e"];

/** Answers by person and item, as one list: a's to i, a's to j, b's to i ... */
type Answers = readonly number[];

const place = (person: string, item: string) =>
  PERSONS.indexOf(person) * ITEM_CODES.length + ITEM_CODES.indexOf(item);

const truths: fc.Arbitrary<Answers> = fc.array(fc.integer({ min: 1, max: POINTS }), {
  minLength: PERSONS.length * ITEM_CODES.length,
  maxLength: PERSONS.length * ITEM_CODES.length,
});
const personSets = fc.subarray(PERSONS, { minLength: 1 });
const terms = fc.record({
  item: fc.constantFrom(...ITEM_CODES),
  persons: personSets,
  weight: fc.constantFrom(1, 1, 1, 2, -1),
});

/** One or two items, up to three sums that overlap as they like, now and then a distribution. */
export const puzzles: fc.Arbitrary<Published> = fc
  .record({
    truth: truths,
    sums: fc.array(
      fc.record({
        terms: fc.oneof(
          { weight: 4, arbitrary: fc.tuple(terms) },
          { weight: 1, arbitrary: fc.tuple(terms, terms) },
        ),
        below: fc.nat(2),
        above: fc.nat(2),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    distribution: fc.option(personSets, { freq: 3 }),
  })
  .map(({ truth, sums, distribution }) => puzzle(truth, sums, distribution));

function puzzle(
  truth: Answers,
  sums: readonly {
    readonly terms: PublishedSum["terms"];
    readonly below: number;
    readonly above: number;
  }[],
  distribution: readonly string[] | null,
): Published {
  const counts = countsOf(truth, distribution ?? []);
  const spread = { name: "distribution", item: "i", persons: distribution ?? [] };
  const hidden = distribution !== null && isHidden(counts);
  return {
    minimum: 3,
    items: ITEM_CODES.map((code) => ({ code, points: POINTS, width: 2, distributionWidth: 1 })),
    sums: sums.map((sum, number) => {
      const value = total(sum.terms, truth);
      return { name: `sum ${number}`, terms: sum.terms, low: value - sum.below, high: value + sum.above };
    }),
    shownDistributions: distribution === null || hidden ? [] : [{ ...spread, counts }],
    hiddenDistributions: hidden ? [{ ...spread, window: WINDOW }] : [],
    derived: [],
    texts: [],
    unexplained: [],
  };
}

function total(of: PublishedSum["terms"], answers: Answers): number {
  return of.reduce(
    (sum, { item, persons, weight }) =>
      sum + weight * persons.reduce((all, person) => all + (answers[place(person, item)] ?? 0), 0),
    0,
  );
}

function countsOf(answers: Answers, persons: readonly string[]): readonly number[] {
  const given = persons.map((person) => answers[place(person, "i")]);
  return Array.from({ length: POINTS }, (_, point) => given.filter((answer) => answer === point + 1).length);
}

function isHidden(counts: readonly number[]): boolean {
  const [, second = 0] = counts.toSorted((a, b) => b - a);
  const n = counts.reduce((sum, count) => sum + count, 0);
  const runs = counts.slice(0, POINTS - WINDOW + 1).map((count, start) => count + (counts[start + 1] ?? 0));
  return second < 2 || n - Math.max(...runs) < 2;
}

function agrees(published: Published, answers: Answers): boolean {
  const fits = ({ terms: of, low, high }: PublishedSum) => {
    const value = total(of, answers);
    return low <= value && value <= high;
  };
  const same = ({ persons, counts }: ShownDistribution) =>
    String(countsOf(answers, persons)) === String(counts);
  const hides = ({ persons }: HiddenDistribution) => isHidden(countsOf(answers, persons));
  return (
    published.sums.every(fits) &&
    published.shownDistributions.every(same) &&
    published.hiddenDistributions.every(hides)
  );
}

/** Least and greatest answer of a person over all answers that give these figures; by person and item. */
export function rangesByTrial(published: Published): ReadonlyMap<string, readonly [number, number]> {
  const figures = [
    ...published.sums.flatMap(({ terms: of }) => of),
    ...published.shownDistributions,
    ...published.hiddenDistributions,
  ];
  const asked = PERSONS.flatMap((person) =>
    ITEM_CODES.filter((code) =>
      figures.some(({ item, persons }) => item === code && persons.includes(person)),
    ).map((item) => ({ key: `${person}/${item}`, at: place(person, item) })),
  );
  const ranges = new Map<string, readonly [number, number]>();
  const answers = new Array<number>(PERSONS.length * ITEM_CODES.length).fill(1);
  const next = (index: number): void => {
    const variable = asked[index];
    if (variable === undefined) {
      if (agrees(published, answers)) {
        for (const { key, at } of asked) {
          const value = answers[at] ?? 1;
          const [low, high] = ranges.get(key) ?? [value, value];
          ranges.set(key, [Math.min(low, value), Math.max(high, value)]);
        }
      }
      return;
    }
    for (let value = 1; value <= POINTS; value++) {
      answers[variable.at] = value;
      next(index + 1);
    }
  };
  next(0);
  return ranges;
}
