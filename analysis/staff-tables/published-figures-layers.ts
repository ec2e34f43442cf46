/** Persons behind several releases of one wave: who was counted in which of them. */
import type { PublishedCounts } from "../disclosure-audit/published-counts.ts";
import type { AuditedClasses } from "./audited-classes.ts";

/** Persons of one class who were counted in some releases and not in others. */
export interface Layer {
  readonly values: readonly (string | null)[];
  readonly persons: number;
  /** Places among the sources of answers in which they are. */
  readonly sources: ReadonlySet<number>;
}

/**
 * Persons who are in the same sources, class by class. Answers once given stay: those who answered before are taken
 * to be among those of their class who answered later.
 *
 * @param sources the persons behind each release made from other answers, oldest first
 * @param counted the counts that matter
 * @returns the layers
 * @throws RangeError if the sources have other codes
 * @example layersOf([classes], ({ persons }) => persons).length;
 */
export function layersOf(
  sources: readonly AuditedClasses[],
  counted: (classes: AuditedClasses) => readonly number[],
): readonly Layer[] {
  const counts = new Map<string, { readonly values: readonly (string | null)[]; readonly by: number[] }>();
  for (const [source, classes] of sources.entries()) {
    if (String(classes.codes) !== String(sources[0]?.codes)) {
      throw new RangeError("audited classes require the same codes for all releases of one wave");
    }
    const persons = counted(classes);
    for (const [place, values] of classes.values.entries()) {
      const key = JSON.stringify(values);
      const found = counts.get(key) ?? { values, by: sources.map(() => 0) };
      found.by[source] = persons[place] ?? 0;
      counts.set(key, found);
    }
  }
  return [...counts.values()].flatMap(({ values, by }) =>
    stays(by).map(({ from, to, persons }) => ({
      values,
      persons,
      sources: new Set([...sources.keys()].filter((source) => from <= source && source < to)),
    })),
  );
}

/** Who came last is taken to have left first. */
function stays(by: readonly number[]) {
  const present: { from: number; persons: number }[] = [];
  const ended: { readonly from: number; readonly to: number; readonly persons: number }[] = [];
  let before = 0;
  for (const [source, count] of by.entries()) {
    if (count > before) present.push({ from: source, persons: count - before });
    for (let left = before - count; left > 0; ) {
      const last = present.at(-1);
      if (last === undefined) break;
      const gone = Math.min(left, last.persons);
      ended.push({ from: last.from, to: source, persons: gone });
      last.persons -= gone;
      left -= gone;
      if (last.persons === 0) present.pop();
    }
    before = count;
  }
  return [...ended, ...present.map(({ from, persons: count }) => ({ from, to: by.length, persons: count }))];
}

/**
 * How many persons the layers have. Whoever left one class may have come to another: such persons count half.
 *
 * @param layers the layers of one kind of count
 * @returns persons, and halves if any left
 * @example sizesOf(layers).persons;
 */
export function sizesOf(layers: readonly Layer[]): Pick<PublishedCounts, "persons" | "halves"> {
  const all = Math.max(0, ...layers.map(({ sources }) => Math.max(-1, ...sources) + 1));
  const sizes = { persons: layers.map(({ persons: count }) => count) };
  const left = layers.some(({ sources }) => !sources.has(all - 1));
  if (!left) return sizes;
  return {
    ...sizes,
    halves: layers.map(({ sources, persons: count }) => (sources.size === all ? 2 : 1) * count),
  };
}
