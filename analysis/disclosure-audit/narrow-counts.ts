/** Tests D2 and D4 for tables of counts: can every person have given at least two answers, also beside a known one? */
import type { KnownAnswers, ProgrammeSolver, World } from "./count-programme.ts";
import { otherWorld } from "./count-programme.ts";
import { type Exchanges, exchangesOf, walk } from "./exchanges.ts";
import { PossibleAnswers } from "./possible-answers.ts";
import type { CountedCell, PublishedCounts } from "./published-counts.ts";

/** More programmes for one item are not solved: the audit then says that it could not be carried out. */
const MOST_PROGRAMMES = 300;

/** What follows, and of which classes. */
export interface NarrowCounts {
  readonly kind: "narrow-range" | "insider" | "contradiction" | "not-checked";
  readonly classes: readonly number[];
}

interface Asked {
  readonly solver: ProgrammeSolver;
  readonly exchanges: Exchanges;
  left: number;
}

/**
 * Tests what is shown of one item.
 *
 * D2: a person of each class can have given at least two different answers. D4: for one person of each class there
 * is an answer with which every other person can still have given at least two. Possible worlds are shown to exist:
 * one by the solver, others by exchanges of answers that no cell notices; for whoever then seems to have only one
 * answer the solver is asked for another. What is impossible is impossible in fractions too, so nothing is missed.
 *
 * @param published what is shown of one item
 * @param solver asked for possible worlds; without it nothing is checked
 * @returns what is wrong first; undefined if nothing is
 * @throws RangeError if a programme cannot be solved to the end
 * @example narrowCounts(published, solver)?.kind; // "narrow-range"
 */
export function narrowCounts(
  published: PublishedCounts,
  solver: ProgrammeSolver | undefined,
): NarrowCounts | undefined {
  const { members, merged } = mergeClasses(published);
  if (merged.cells.length === 0) return undefined;
  const everybody = published.persons.map((_, place) => place);
  if (solver === undefined) return { kind: "not-checked", classes: everybody };
  const fault = faultOf(merged, { solver, exchanges: exchangesOf(merged), left: MOST_PROGRAMMES });
  if (fault === undefined) return undefined;
  return { ...fault, classes: fault.classes.flatMap((place) => members[place] ?? []) };
}

function faultOf(published: PublishedCounts, asked: Asked): NarrowCounts | undefined {
  const start = ask(published, new Map(), asked);
  const all = published.persons.map((_, place) => place);
  if (typeof start === "string") return { kind: "contradiction", classes: all };
  const possible = new PossibleAnswers(published);
  walk(asked.exchanges, start, possible);
  const note: Note = (world) => {
    walk(asked.exchanges, world, possible);
    const single = possible.single();
    return (place) => single.get(place);
  };
  const forced = ruleOut(published, { known: possible.single(), asked, note });
  if (forced.size > 0) return { kind: "narrow-range", classes: [...forced.keys()] };
  for (const insider of all) {
    const hasOthers =
      (published.persons[insider] ?? 0) > 1 || published.persons.some((n, at) => n > 0 && at !== insider);
    if ((published.persons[insider] ?? 0) === 0 || !hasOthers) continue;
    if (tellsOthers(published, insider, { possible, asked })) return { kind: "insider", classes: [insider] };
  }
  return undefined;
}

/** The classes that keep one answer whatever the solver tries; worlds that it finds are noted. */
function ruleOut(
  published: PublishedCounts,
  { known, asked, note }: { readonly known: KnownAnswers; readonly asked: Asked; readonly note: Note },
): KnownAnswers {
  let open = known;
  while (open.size > 0) {
    const world = ask(published, open, asked);
    if (typeof world === "string") return open;
    const single = note(world);
    open = new Map([...open].filter(([place, answer]) => single(place) === answer));
  }
  return open;
}

/** Takes a world in; then says which one answer, if only one, was seen of a class. */
type Note = (world: World) => (place: number) => number | undefined;

/** Whether each answer of one person would leave somebody else with a single one. */
function tellsOthers(
  published: PublishedCounts,
  insider: number,
  { possible, asked }: { readonly possible: PossibleAnswers; readonly asked: Asked },
): boolean {
  const answers = Array.from({ length: published.points }, (_, place) => {
    const single = possible.singleBeside(insider, place + 1);
    return { answer: place + 1, single, size: single?.size ?? Number.POSITIVE_INFINITY };
  }).toSorted((a, b) => a.size - b.size);
  if (answers[0]?.size === 0) return false;
  return !answers.some(({ answer, single }) => {
    const rest = without(published, insider, answer);
    if (rest === undefined) return false;
    // A possible world of all others is one of everybody, with the one answer added.
    const take = (world: World) => {
      const at = insider * published.points + answer - 1;
      walk(asked.exchanges, world.with(at, (world[at] ?? 0) + 1), possible);
    };
    let seen = single;
    if (seen === undefined) {
      const start = ask(rest, new Map(), asked);
      if (typeof start === "string") return false;
      take(start);
      seen = possible.singleBeside(insider, answer) ?? new Map();
    }
    const note: Note = (world) => {
      take(world);
      const now = possible.singleBeside(insider, answer);
      return (place) => now?.get(place);
    };
    return ruleOut(rest, { known: seen, asked, note }).size === 0;
  });
}

/** What is shown of all others, one person's answer being known; undefined if nobody of the class can have given it. */
function without(published: PublishedCounts, insider: number, answer: number): PublishedCounts | undefined {
  const cells = published.cells.map((cell): CountedCell => {
    if (!cell.classes.includes(insider)) return cell;
    const parts = cell.parts.map((part) =>
      part.from <= answer && answer <= part.to ? { ...part, count: part.count - 1 } : part,
    );
    return { ...cell, parts };
  });
  if (cells.some(({ parts }) => parts.some(({ count }) => count < 0))) return undefined;
  const left = (published.persons[insider] ?? 0) - 1;
  return { ...published, cells, persons: published.persons.with(insider, left) };
}

function ask(published: PublishedCounts, known: KnownAnswers, asked: Asked) {
  asked.left -= 1;
  if (asked.left < 0) throw new RangeError("narrow counts require fewer programmes");
  return otherWorld(published, known, asked.solver);
}

/** Classes in the same cells cannot be told apart; persons in no cell are not spoken of. */
function mergeClasses(published: PublishedCounts) {
  const cellsOf = published.persons.map((): number[] => []);
  published.cells.forEach(({ classes }, cell) => {
    for (const place of classes) cellsOf[place]?.push(cell);
  });
  const groups = new Map<string, number[]>();
  cellsOf.forEach((cells, place) => {
    if (cells.length === 0 || (published.persons[place] ?? 0) === 0) return;
    const key = cells.join();
    groups.set(key, [...(groups.get(key) ?? []), place]);
  });
  const members = [...groups.values()];
  const numbers = new Map(
    members.flatMap((places, number) => places.map((place) => [place, number] as const)),
  );
  const merged: PublishedCounts = {
    ...published,
    persons: members.map((places) => places.reduce((sum, place) => sum + (published.persons[place] ?? 0), 0)),
    cells: published.cells.map((cell) => ({
      ...cell,
      classes: [...new Set(cell.classes.flatMap((place) => numbers.get(place) ?? []))],
    })),
  };
  return { members, merged };
}
