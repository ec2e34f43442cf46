/** Small surveys of which every world can be tried; our rules about them, and weaker ones. */
import { codedBlock } from "../../../analysis/staff-tables/coded-steps.ts";
import type { CountBounds } from "../../../analysis/staff-tables/count-bounds.ts";
import type { StaffDistribution } from "../../../analysis/staff-tables/staff-tables-model.ts";
import { type AttackedSurvey, everyWorld, type ShownText, type SmallWorld } from "./backwards-attacker.ts";
import { askedItem, laidOut, type SmallSurvey, said } from "./small-worlds.ts";

export interface TriedSurvey extends AttackedSurvey, Tabled {
  readonly name: string;
}

/** By group of the first cut, in each by group of the second. */
interface Tabled {
  readonly matrix: SmallSurvey["sizes"];
  readonly crossed: boolean;
  readonly kind: "scale" | "choice";
  /** The first point is not a point, but not knowing, or not being asked. */
  readonly mayPass: boolean;
  readonly minimum: number;
}

interface Tried {
  readonly points?: number;
  readonly kind?: "scale" | "choice";
  readonly mayPass?: boolean;
  readonly minimum?: number;
}

function tried(
  matrix: SmallSurvey["sizes"],
  { points = 2, kind = "scale", mayPass = false, minimum = 5 }: Tried = {},
): TriedSurvey {
  const crossed = (matrix[0]?.length ?? 0) > 1;
  const all = points + (mayPass ? 1 : 0);
  const favourable = kind === "choice" ? 1 : all - Math.floor(points / 2);
  const sides = kind === "choice" && !mayPass ? {} : { favourable };
  const sizes = matrix.map((row) => row.join("+")).join(crossed ? " / " : ", ");
  const passing = mayPass ? ", some pass" : "";
  const hidden = minimum > 5 ? `, groups below ${minimum} hidden` : "";
  const name = `${sizes}, ${points} ${kind === "choice" ? "choices" : "points"}${passing}${hidden}`;
  return { name, matrix, crossed, kind, mayPass, minimum, sizes: matrix.flat(), points: all, ...sides };
}

const units = (...sizes: readonly number[]) => sizes.map((size) => [size]);

export const UNITS: readonly TriedSurvey[] = [
  tried(units(5, 5)),
  tried(units(6, 7, 8)),
  tried(units(6, 6, 5), { minimum: 6 }),
  tried(units(8, 8, 8)),
  tried(units(7, 7, 7, 7)),
  tried(units(10, 12, 15)),
];

export const TWO_CUTS: readonly TriedSurvey[] = [
  tried([
    [3, 3],
    [3, 3],
  ]),
  tried([
    [5, 1],
    [1, 5],
  ]),
  tried([
    [2, 2, 2],
    [3, 3, 3],
  ]),
  tried([
    [4, 2],
    [2, 4],
    [1, 1],
  ]),
  tried([
    [6, 6],
    [6, 6],
  ]),
  tried([
    [2, 4, 1],
    [3, 1, 4],
  ]),
  tried([
    [8, 2],
    [2, 9],
  ]),
];

export const SCALES: readonly TriedSurvey[] = [
  tried(units(5, 6), { points: 3 }),
  tried(units(8), { points: 5 }),
  tried(
    [
      [3, 2],
      [2, 3],
    ],
    { points: 3 },
  ),
  tried(units(5, 5), { points: 4 }),
  tried(units(5, 5), { points: 5 }),
  tried(
    [
      [3, 3],
      [3, 3],
    ],
    { points: 3 },
  ),
];

export const CHOICES: readonly TriedSurvey[] = [
  tried(units(5, 6), { points: 3, kind: "choice" }),
  tried(units(5, 7), { points: 2, kind: "choice" }),
  tried(
    [
      [3, 2],
      [2, 3],
    ],
    { points: 3, kind: "choice" },
  ),
  tried(
    [
      [3, 3],
      [3, 3],
    ],
    { points: 3, kind: "choice" },
  ),
  tried(units(5, 6), { points: 4, kind: "choice" }),
];

/** Saying that one does not know, and being asked a follow-up question at all. */
export const PASSING: readonly TriedSurvey[] = [
  tried(units(5, 6), { points: 2, mayPass: true }),
  tried(units(5, 6), { points: 2, kind: "choice", mayPass: true }),
  tried(
    [
      [3, 2],
      [2, 3],
    ],
    { points: 2, mayPass: true },
  ),
  tried(
    [
      [3, 2],
      [2, 3],
    ],
    { points: 2, kind: "choice", mayPass: true },
  ),
  tried(units(5, 5), { points: 3, mayPass: true }),
  tried(units(6, 6), { points: 3, kind: "choice", mayPass: true }),
];

type Rule = (survey: TriedSurvey) => ShownText;

const ours =
  (width: number): Rule =>
  ({ matrix, crossed, kind, mayPass, minimum }) => {
    const laid = laidOut({ sizes: matrix, crossed, minimum });
    return (world) => JSON.stringify([...said(laid, askedItem(laid, world, { kind, mayPass }), { width })]);
  };

export const OUR_RULES: Rule = ours(2);

/** As where one answer is shown openly, so that somebody may know two. */
export const WIDER_RULES: Rule = ours(3);

/** Groups that such blocks fit: seven persons at least. */
export const OPEN_ANSWER: readonly TriedSurvey[] = [
  tried(units(7, 8)),
  tried(units(7, 7, 7)),
  tried([
    [4, 3],
    [3, 4],
  ]),
  tried(
    [
      [5, 2],
      [2, 5],
    ],
    { minimum: 7 },
  ),
  tried(units(7), { points: 3 }),
  tried(units(7, 7), { points: 3, kind: "choice" }),
];

/** Worlds that are within the bounds of another one, and look otherwise under our rules. */
export function otherOutputs({
  matrix,
  crossed,
  kind,
  mayPass,
  minimum,
  sizes,
  points,
}: TriedSurvey): readonly string[] {
  const laid = laidOut({ sizes: matrix, crossed, minimum });
  const sums = [...laid.first, ...(laid.everybody === undefined ? [] : [laid.everybody]), ...laid.second];
  const outputs = new Map<string, ReadonlyMap<number, StaffDistribution>>();
  const worlds = [...everyWorld(sizes, points)].map((world) => {
    const output = said(laid, askedItem(laid, world, { kind, mayPass }));
    const text = JSON.stringify([...output]);
    outputs.set(text, output);
    return { world, text };
  });
  const fits = (world: SmallWorld, output: ReadonlyMap<number, StaffDistribution>) =>
    sums.every(({ place, classes }) => {
      const counts = Array.from({ length: points }, (_, point) =>
        sum(classes.map((one) => world[one]?.[point] ?? 0)),
      );
      const answers = output.get(place);
      if (answers?.kind === "choice") {
        return answers.choices.every(({ choice, low, high }) => {
          const count = counts[choice - 1] ?? 0;
          return low <= count && count <= high;
        });
      }
      return (answers?.borders ?? []).every(({ above, low, high }) => {
        const count = sum(counts.slice(above));
        return low <= count && count <= high;
      });
    });
  return [...outputs].flatMap(([text, output]) =>
    worlds
      .filter((one) => one.text !== text && fits(one.world, output))
      .map((one) => `${text} / ${one.text}`),
  );
}

/** Favourable answers of each class. */
function favourable({ points }: TriedSurvey, world: SmallWorld): readonly number[] {
  const from = Math.ceil(points / 2);
  return world.map((counts) => counts.slice(from).reduce((sum, count) => sum + count, 0));
}

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
const alone = (count: number, size: number): CountBounds => codedBlock({ low: 0, high: size }, count, 2);
const rowsOf = ({ matrix }: TriedSurvey, values: readonly number[]): readonly number[] => {
  const width = matrix[0]?.length ?? 1;
  return matrix.map((_, row) => sum(values.slice(row * width, (row + 1) * width)));
};
const columnsOf = ({ matrix }: TriedSurvey, values: readonly number[]): readonly number[] => {
  const width = matrix[0]?.length ?? 1;
  return (matrix[0] ?? []).map((_, column) => sum(values.filter((__, place) => place % width === column)));
};

/** Ours, and something more that is exact. */
const besides =
  (more: (survey: TriedSurvey, world: SmallWorld) => unknown): Rule =>
  (survey) => {
    const own = OUR_RULES(survey);
    return (world) => `${own(world)} ${JSON.stringify(more(survey, world))}`;
  };

/** Groups that agree are hidden, and with them the smallest other one; everybody is exact. */
const hiding =
  (reason: string): Rule =>
  (survey) => {
    const sizes = rowsOf(survey, survey.sizes);
    return (world) => {
      const counts = rowsOf(survey, favourable(survey, world));
      const agree = counts.map((count, row) => count === 0 || count === sizes[row]);
      const [partner] = [...sizes.keys()]
        .filter((row) => agree[row] !== true)
        .toSorted((one, other) => (sizes[one] ?? 0) - (sizes[other] ?? 0));
      const cells = counts.map((count, row) => {
        if (agree[row] === true) return reason;
        return row === partner && agree.includes(true) ? "hidden" : count;
      });
      return JSON.stringify([cells, sum(counts)]);
    };
  };

const six = tried(units(6, 6));
const eight = tried(units(8, 8, 8));
const crossing = tried([
  [3, 3],
  [3, 3],
]);

export const WEAKER: readonly { readonly name: string; readonly survey: TriedSurvey; readonly rule: Rule }[] =
  [
    {
      name: "everybody coded alone, as in a report of its own",
      survey: tried(units(9, 9)),
      rule: (survey) => (world) => {
        const counts = rowsOf(survey, favourable(survey, world));
        const sizes = rowsOf(survey, survey.sizes);
        const cells = counts.map((count, row) => alone(count, sizes[row] ?? 0));
        return JSON.stringify([cells, alone(sum(counts), sum(sizes))]);
      },
    },
    {
      name: "the second cut coded alone",
      survey: crossing,
      rule: (survey) => (world) => {
        const counts = favourable(survey, world);
        const cells = [rowsOf, columnsOf].map((of) =>
          of(survey, counts).map((count, place) => alone(count, of(survey, survey.sizes)[place] ?? 0)),
        );
        return JSON.stringify(cells);
      },
    },
    { name: "blocks for nobody's own answer", survey: six, rule: ours(1) },
    { name: "a partner hidden because of answers", survey: eight, rule: hiding("hidden") },
    { name: "the reason that a group is too uniform", survey: eight, rule: hiding("too uniform") },
    {
      name: "a mean from exact counts",
      survey: six,
      rule: besides((survey, world) => sum(favourable(survey, world))),
    },
    {
      name: "groups sorted by exact counts",
      survey: tried(units(5, 5, 5)),
      rule: besides((survey, world) => {
        const counts = rowsOf(survey, favourable(survey, world));
        return [...counts.keys()].toSorted((one, other) => (counts[one] ?? 0) - (counts[other] ?? 0));
      }),
    },
    {
      name: "points of groups and of the group that holds them",
      survey: tried(units(5, 5), { points: 3 }),
      rule: besides((survey, world) =>
        [1, 2].map((border) =>
          alone(sum(world.map((counts) => sum(counts.slice(border)))), sum(survey.sizes)),
        ),
      ),
    },
    {
      name: "numbers of all choices but of the one that all took",
      survey: tried(units(5, 6), { points: 3, kind: "choice" }),
      rule: () => (world) =>
        JSON.stringify(
          world.map((counts) => (counts.some((count) => count === sum(counts)) ? "one" : counts)),
        ),
    },
  ];
