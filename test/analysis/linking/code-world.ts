/** Invented personal codes: people who stay, leave and join, with the answers that real questions would bring. */
import type { CodeElement, Dataset } from "../../../analysis/dataset.ts";
import { seededRandom } from "../../support/seeded-random.ts";

export interface CodeWorld {
  readonly stayers: number;
  readonly leavers: number;
  readonly joiners: number;
  /** Probability that an element is given otherwise than it was the last time. */
  readonly slips: number;
  readonly seed: number;
}

/** Shares of values: uneven, as first letters and family sizes are. */
const ELEMENTS = [
  { code: "mother", values: 26, skew: 0.93 },
  { code: "day", values: 31, skew: 1 },
  { code: "place", values: 26, skew: 0.9 },
  { code: "siblings", values: 8, skew: 0.5 },
  { code: "school", values: 26, skew: 0.93 },
  { code: "father", values: 26, skew: 0.93 },
] as const;

export interface CodedWaves {
  readonly before: Dataset;
  readonly after: Dataset;
  /** Row in the second wave of each row of the first, or -1. */
  readonly truth: Int32Array;
}

/** Both waves, their rows in random order. */
export function codedWaves(world: CodeWorld): CodedWaves {
  const random = seededRandom(world.seed);
  const chance = (): number => random(1 << 24) / (1 << 24);
  const draw = (place: number): number => {
    const { values, skew } = ELEMENTS[place] ?? ELEMENTS[0];
    let left = chance() * (skew === 1 ? values : (1 - skew ** values) / (1 - skew));
    for (let value = 0; value < values; value += 1) {
      left -= skew ** value;
      if (left <= 0) return value + 1;
    }
    return values;
  };
  const people = Array.from({ length: world.stayers + world.leavers + world.joiners }, () =>
    ELEMENTS.map((_, place) => draw(place)),
  );
  const give = (code: readonly number[]): number[] =>
    code.map((value, place) => (chance() < world.slips ? draw(place) : value));
  const staying = people.slice(0, world.stayers);
  const first = [...staying, ...people.slice(world.stayers, world.stayers + world.leavers)].map(give);
  const second = [...staying, ...people.slice(world.stayers + world.leavers)].map(give);
  const order = second.map((_, row) => row);
  for (let place = order.length - 1; place > 0; place -= 1) {
    const other = random(place + 1);
    [order[place], order[other]] = [order[other] ?? 0, order[place] ?? 0];
  }
  const truth = new Int32Array(first.length).fill(-1);
  order.forEach((person, row) => {
    if (person < world.stayers) truth[person] = row;
  });
  return {
    before: datasetOf(first),
    after: datasetOf(order.map((person) => second[person] ?? [])),
    truth,
  };
}

/** A dataset that holds nothing but codes. */
export function datasetOf(codes: readonly (readonly number[])[], names?: readonly string[]): Dataset {
  const elements = (names ?? ELEMENTS.map(({ code }) => code)).map(
    (code, place): CodeElement => ({
      code,
      values: Uint16Array.from(codes, (values) => values[place] ?? 0),
    }),
  );
  return {
    format: 1,
    survey: { id: "coded", version: "1.0.0" },
    subjects: [""],
    groups: [""],
    rows: codes.length,
    subject: new Uint16Array(codes.length),
    group: new Uint8Array(codes.length),
    columns: [],
    comments: [],
    personalCode: elements,
  };
}
