/** Staff surveys made at random, with small categories on purpose, for the auditor to break. */
import fc from "fast-check";
import type { Dataset } from "../../analysis/dataset.ts";
import { exactScale } from "../../analysis/staff-tables/answer-bounds.ts";
import { buildStaffTables } from "../../analysis/staff-tables/build-staff-tables.ts";
import type { StaffTables } from "../../analysis/staff-tables/staff-tables-model.ts";
import {
  inventedAnswers,
  inventedSurvey,
  type Person,
  policyOf,
} from "../analysis/staff-tables/invented-survey.ts";
import { seededRandom } from "../support/seeded-random.ts";

const UNITS = ["a", "b", "c", "d", "e", "f"];
const GRADES = ["x", "y", "z"];
const ITEMS = ["calm", "glad"];

/** The floor of staff surveys. */
export const MINIMUM = 5;
export const CODES: readonly string[] = ["unit", "grade"];
const CUTS: readonly (readonly string[])[] = [["unit"], ["grade"], ["unit", "grade"]];

export const STAFF_SURVEY = inventedSurvey({
  choices: { unit: UNITS, grade: GRADES },
  scaleItems: { calm: "mood", glad: "mood" },
});

export interface StaffWorld {
  readonly persons: readonly Person[];
}

/** 20 to 200 persons; categories from nearly empty to large, answers from mixed to nearly all alike, some left out. */
export const staffWorlds: fc.Arbitrary<StaffWorld> = fc
  .record({
    seed: fc.integer({ min: 1, max: 2 ** 30 }),
    count: fc.integer({ min: 20, max: 200 }),
    units: fc.integer({ min: 2, max: UNITS.length }),
    grades: fc.integer({ min: 2, max: GRADES.length }),
    /** Of ten. */
    alike: fc.integer({ min: 0, max: 9 }),
    leavesOut: fc.constantFrom(0, 0, 1, 3),
  })
  .map(({ seed, count, units, grades, alike, leavesOut }) => {
    const random = seededRandom(seed);
    const skewed = (below: number) => 1 + Math.min(random(below), random(below));
    const demographic = (below: number) => (random(25) === 0 ? 0 : skewed(below));
    const answer = () => {
      if (random(10) < leavesOut) return 0;
      return random(10) < alike ? 5 : 1 + random(5);
    };
    const persons = Array.from({ length: count }, () => ({
      unit: demographic(units),
      grade: demographic(grades),
      calm: answer(),
      glad: answer(),
    }));
    return { persons };
  });

export function datasetOf({ persons }: StaffWorld): Dataset {
  return inventedAnswers(STAFF_SURVEY, persons);
}

/** The tables of our engine about a world. */
export function staffTablesOf(world: StaffWorld, cuts = CUTS): StaffTables {
  return buildStaffTables({
    definition: STAFF_SURVEY,
    dataset: datasetOf(world),
    policy: policyOf(MINIMUM, cuts),
    invited: world.persons.length,
  });
}

/** One group of a cut, or everybody (no values): who is in it. */
interface Group {
  /** Place of the cut in CUTS; -1 for everybody. */
  readonly cut: number;
  readonly isIn: (person: Person) => boolean;
}

/** Everybody, then each category of each cut, in the order of the tables. */
function groups(): readonly Group[] {
  const codes: Readonly<Record<string, readonly string[]>> = { unit: UNITS, grade: GRADES };
  const places = (code: string) => (codes[code] ?? []).map((_, place) => place + 1);
  return [
    { cut: -1, isIn: () => true },
    ...CUTS.flatMap(([one = "", other], cut): Group[] => {
      if (other === undefined) {
        return places(one).map((value) => ({ cut, isIn: (person) => person[one] === value }));
      }
      return places(one).flatMap((value) =>
        places(other).map((second) => ({
          cut,
          isIn: (person: Person) => person[one] === value && person[other] === second,
        })),
      );
    }),
  ];
}

/** Which groups a careless engine shows, from how many took part and how many answered. */
export type Habit = (
  groups: readonly { readonly cut: number; readonly persons: number; readonly answers: number }[],
) => readonly boolean[];

/** Tables with every point of whatever a habit shows, and no scales. */
export function carelessTables(world: StaffWorld, habit: Habit): StaffTables {
  const all = groups();
  const whole = staffTablesOf(world);
  const none = { shown: false, reason: "too-few-answers" } as const;
  const sized = (answered: (person: Person) => boolean) =>
    all.map(({ cut, isIn }) => {
      const members = world.persons.filter(isIn);
      return { cut, persons: members.length, answers: members.filter(answered).length };
    });
  const cutsOf = <V>(cells: readonly V[]) =>
    CUTS.map((_, cut) => cells.filter((__, place) => all[place]?.cut === cut));
  const tookPart = sized(() => true);
  const counted = habit(tookPart).map((shown, place) => {
    const n = tookPart[place]?.persons ?? 0;
    return shown ? ({ shown: true, n, value: n } as const) : none;
  });
  const byCut = cutsOf(counted);
  // Said to be from before counts were coded, so that they must be broken by what they tell.
  return {
    ...whole,
    width: null,
    answered: counted[0] ?? none,
    cuts: whole.cuts.map((own, cut) => ({
      ...own,
      categories: own.categories.map((category, place) => ({
        ...category,
        answered: byCut[cut]?.[place] ?? none,
      })),
    })),
    items: whole.items.map(({ rest: _, ...item }) => {
      const shown = habit(sized((person) => (person[item.code] ?? 0) > 0));
      const cells = all.map(({ isIn }, place) => {
        if (shown[place] !== true) return none;
        const answers = world.persons.filter(isIn).map((person) => person[item.code] ?? 0);
        const counts = [1, 2, 3, 4, 5].map((point) => answers.filter((answer) => answer === point).length);
        const n = answers.filter((answer) => answer > 0).length;
        return { shown: true, n, value: exactScale(counts) } as const;
      });
      return { ...item, cells: { total: cells[0] ?? none, cuts: cutsOf(cells) } };
    }),
    scales: [],
    index: null,
  };
}

/** Shown cells of items, and cells with enough answers. */
export function cellsShown(
  world: StaffWorld,
  tables: StaffTables,
): { readonly shown: number; readonly eligible: number } {
  const all = groups();
  const eligible = ITEMS.reduce((sum, item) => {
    const enough = all.filter(
      ({ isIn }) =>
        world.persons.filter((person) => isIn(person) && (person[item] ?? 0) > 0).length >= MINIMUM,
    );
    return sum + enough.length;
  }, 0);
  const cells = tables.items.flatMap(({ cells: { total, cuts } }) => [total, ...cuts.flat()]);
  return { shown: cells.filter((cell) => cell.shown).length, eligible };
}
