/** Splits what is published into parts that say nothing about each other, and merges persons nobody can tell apart. */
import type { AuditedItem, HiddenDistribution, Published, ShownDistribution } from "./published.ts";

/** The answers of one class of persons to one item. */
interface Column {
  readonly item: AuditedItem;
  /** Place in Component.classes. */
  readonly persons: number;
}

interface ComponentSum {
  readonly name: string;
  /** Whole weights, one a column. */
  readonly weights: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** Figures that are connected by answers they have in common. */
export interface Component {
  /** Persons who are in the same figures with every answer, and so cannot be told apart. */
  readonly classes: readonly (readonly string[])[];
  readonly columns: readonly Column[];
  /** The sums that follow from shown distributions are among them. */
  readonly sums: readonly ComponentSum[];
  readonly shown: readonly { readonly figure: ShownDistribution; readonly columns: readonly number[] }[];
  readonly hidden: readonly { readonly figure: HiddenDistribution; readonly columns: readonly number[] }[];
}

interface PlacedFigure {
  readonly terms: Published["sums"][number]["terms"];
  readonly source:
    | { readonly kind: "sum"; readonly name: string; readonly low: number; readonly high: number }
    | { readonly kind: "shown"; readonly figure: ShownDistribution }
    | { readonly kind: "hidden"; readonly figure: HiddenDistribution };
}

interface PersonClass {
  readonly persons: string[];
  readonly byItem: ReadonlyMap<string, Weights>;
}

/** Weight of one answer by place of the figure. */
type Weights = Map<number, number>;
/** By person, then by item. */
type Answers = Map<string, Map<string, Weights>>;

/**
 * The components of what is published. Whatever follows about an answer follows from its component alone, and
 * a combination of figures that rests on few persons is made of ones that each stay within a component.
 *
 * @param published what is published
 * @returns the components, each with its classes of persons
 * @throws RangeError if a figure names an item that is not listed
 * @example components(published).length; // one a cell, where no two figures share answers
 */
export function components(published: Published): readonly Component[] {
  const figures = placedFigures(published);
  const items = new Map(published.items.map((item) => [item.code, item]));
  const answers = weightsOfAnswers(figures);
  const rootOf = connect(figures.length, answers);
  const byRoot = new Map<number, Answers>();
  for (const [person, byItem] of answers) {
    for (const [item, weights] of byItem) {
      const [figure] = weights.keys();
      if (figure === undefined) continue;
      const root = rootOf(figure);
      const own = entry(byRoot, root, () => new Map<string, Map<string, Weights>>());
      entry(own, person, () => new Map<string, Weights>()).set(item, weights);
    }
  }
  return [...byRoot].map(([root, own]) => {
    const members = figures.flatMap((figure, place) => (rootOf(place) === root ? [{ figure, place }] : []));
    return component(own, members, items);
  });
}

function placedFigures(published: Published): readonly PlacedFigure[] {
  const one = ({ item, persons }: { readonly item: string; readonly persons: readonly string[] }) => [
    { item, persons, weight: 1 },
  ];
  return [
    ...published.sums.map(
      ({ name, terms, low, high }): PlacedFigure => ({ terms, source: { kind: "sum", name, low, high } }),
    ),
    ...published.shownDistributions.map(
      (figure): PlacedFigure => ({ terms: one(figure), source: { kind: "shown", figure } }),
    ),
    ...published.hiddenDistributions.map(
      (figure): PlacedFigure => ({ terms: one(figure), source: { kind: "hidden", figure } }),
    ),
  ];
}

function weightsOfAnswers(figures: readonly PlacedFigure[]): Answers {
  const answers: Answers = new Map();
  for (const [place, { terms }] of figures.entries()) {
    for (const { item, persons, weight } of terms) {
      for (const person of persons) {
        const byItem = entry(answers, person, () => new Map<string, Weights>());
        const weights = entry(byItem, item, () => new Map<number, number>());
        const together = (weights.get(place) ?? 0) + weight;
        // Weights that cancel out say nothing about the answer.
        if (together === 0) weights.delete(place);
        else weights.set(place, together);
      }
    }
  }
  return answers;
}

/** Figures that share an answer get one root. */
function connect(count: number, answers: Answers): (figure: number) => number {
  const parents = Array.from({ length: count }, (_, place) => place);
  const rootOf = (figure: number): number => {
    let root = figure;
    for (let parent = parents[root]; parent !== undefined && parent !== root; parent = parents[root]) {
      root = parent;
    }
    parents[figure] = root;
    return root;
  };
  for (const byItem of answers.values()) {
    for (const weights of byItem.values()) {
      const [first = 0, ...others] = weights.keys();
      for (const other of others) parents[rootOf(other)] = rootOf(first);
    }
  }
  return rootOf;
}

function component(
  answers: Answers,
  members: readonly { readonly figure: PlacedFigure; readonly place: number }[],
  items: ReadonlyMap<string, AuditedItem>,
): Component {
  const classes = new Map<string, PersonClass>();
  for (const [person, byItem] of answers) {
    const found = entry(classes, signature(byItem), (): PersonClass => ({ persons: [], byItem }));
    found.persons.push(person);
  }
  const weights: Weights[] = [];
  const columns: Column[] = [];
  for (const [place, { byItem }] of [...classes.values()].entries()) {
    for (const [code, ofItem] of byItem) {
      const item = items.get(code);
      if (item === undefined) throw new RangeError("an audit requires every item of a figure to be listed");
      columns.push({ item, persons: place });
      weights.push(ofItem);
    }
  }
  const row = (place: number) => weights.map((ofColumn) => ofColumn.get(place) ?? 0);
  const columnsIn = (place: number) =>
    weights.flatMap((of, column) => ((of.get(place) ?? 0) === 0 ? [] : [column]));
  const sums = members.flatMap(({ figure: { source }, place }): ComponentSum[] => {
    if (source.kind === "hidden") return [];
    if (source.kind === "sum") return [{ ...source, weights: row(place) }];
    const total = source.figure.counts.reduce((sum, count, point) => sum + count * (point + 1), 0);
    return [{ name: source.figure.name, weights: row(place), low: total, high: total }];
  });
  return {
    classes: [...classes.values()].map(({ persons }) => persons),
    columns,
    sums,
    shown: members.flatMap(({ figure: { source }, place }) =>
      source.kind === "shown" ? [{ figure: source.figure, columns: columnsIn(place) }] : [],
    ),
    hidden: members.flatMap(({ figure: { source }, place }) =>
      source.kind === "hidden" ? [{ figure: source.figure, columns: columnsIn(place) }] : [],
    ),
  };
}

function signature(byItem: ReadonlyMap<string, Weights>): string {
  return JSON.stringify([...byItem].map(([item, weights]) => [item, ...weights]));
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
