/** Small pairs and triples of waves of which every world can be tried, if all who answered twice answered alike. */
import type { BesideItem } from "../../../analysis/staff-tables/beside-waves.ts";
import type { ScaleAnswers } from "../../../analysis/staff-tables/staff-tables-model.ts";
import type { AttackedSurvey, ShownText, SmallWorld } from "./backwards-attacker.ts";
import { askedItem, laidOut, said } from "./small-worlds.ts";

/** Persons who were in the same group of each wave, or in none of it. */
interface WaveClass {
  readonly persons: number;
  /** One a wave: the group they were in; null if they did not answer it. */
  readonly groups: readonly (number | null)[];
}

export interface TriedWaves extends AttackedSurvey {
  readonly name: string;
  readonly waves: number;
  readonly classes: readonly WaveClass[];
  /** The persons themselves: whoever answers anew each time stands in the classes once a wave. */
  readonly lists: readonly WaveClass[];
  /** How many further moves the rule reckons with. */
  readonly margin: number;
  /** Groups below this are not shown. */
  readonly minimum: number;
}

export interface WaveRule {
  /** Coded by itself, as if there were no other wave. */
  readonly alone?: boolean;
  /** Without what joins counts in a third wave. */
  readonly pairsOnly?: boolean;
  readonly margin?: number;
  readonly width?: number;
  /** Takes away or changes what the later wave is told of the earlier. */
  readonly changed?: (item: BesideItem) => BesideItem;
}

/** What all waves show, the first first: each goes on from those before it. */
export function wavesShown(tried: TriedWaves, rule: WaveRule = {}): ShownText {
  const groups = 1 + Math.max(...tried.classes.flatMap(({ groups: own }) => own.map((one) => one ?? -1)));
  const waves = Array.from({ length: tried.waves }, (_, wave) => {
    const places = Array.from({ length: groups }, (__, group) =>
      tried.classes.flatMap(({ groups: own }, place) => (own[wave] === group ? [place] : [])),
    );
    const sizes = places.map((own) => [sum(own.map((place) => tried.classes[place]?.persons ?? 0))]);
    return { places, sizes, laid: laidOut({ sizes, crossed: false, minimum: tried.minimum }) };
  });
  return (world) => {
    const told: ReadonlyMap<number, ScaleAnswers>[] = [];
    waves.forEach(({ places, laid }, wave) => {
      const counts = places.map((own) => countsOf(world, own, tried.points));
      const before = rule.alone === true ? [] : told.slice(rule.pairsOnly === true ? -1 : 0);
      const first = wave - before.length;
      const beside = before.map((cells, at) => {
        const item = besideOf(tried, {
          before: first + at,
          now: wave,
          cells,
          sizes: waves[first + at]?.sizes ?? [],
        });
        return (
          rule.changed?.({ ...item, margin: rule.margin ?? item.margin }) ?? {
            ...item,
            margin: rule.margin ?? item.margin,
          }
        );
      });
      const answers = said(laid, askedItem(laid, counts), { width: rule.width ?? 2, beside });
      told.push(
        new Map(
          [...answers].flatMap(([place, one]) => (one.kind === "scale" ? [[place, one] as const] : [])),
        ),
      );
    });
    return JSON.stringify(told.map((one) => [...one]));
  };
}

interface Pair {
  readonly before: number;
  readonly now: number;
  readonly cells: ReadonlyMap<number, ScaleAnswers>;
  readonly sizes: readonly (readonly number[])[];
}

function besideOf(tried: TriedWaves, { before, now, cells, sizes }: Pair): BesideItem {
  const persons = (isOf: (groups: WaveClass["groups"]) => boolean) =>
    sum(tried.lists.map(({ groups, persons: own }) => (isOf(groups) ? own : 0)));
  const n = (place: number) => (place === 0 ? sum(sizes.flat()) : (sizes[place - 1]?.[0] ?? 0));
  const shown = sum([...cells.keys()].filter((place) => place > 0).map(n));
  const others = shown === 0 ? cells.get(0) : cells.get(-1);
  return {
    cells: new Map(
      [...cells].flatMap(([place, value]) => (place < 0 ? [] : [[place, { n: n(place), value }] as const])),
    ),
    ofFirst: new Set([...cells.keys()].filter((place) => place > 0)),
    others: others === undefined ? [] : [{ n: n(0) - shown, value: others }],
    stayed: persons((groups) => groups[before] !== null && groups[now] !== null),
    left: persons((groups) => groups[before] !== null && groups[now] === null),
    joined: persons((groups) => groups[before] === null && groups[now] !== null),
    margin: tried.margin,
    // As in the product: further moves are reckoned with beside a recent wave.
    recent: tried.margin > 0,
  };
}

function countsOf(world: SmallWorld, places: readonly number[], points: number): readonly number[] {
  return Array.from({ length: points }, (_, point) => sum(places.map((place) => world[place]?.[point] ?? 0)));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}

interface Asked {
  readonly waves?: number;
  readonly margin?: number;
  readonly points?: number;
  readonly minimum?: number;
  /** Nobody answers alike: each wave is answered anew. */
  readonly free?: boolean;
}

/** Classes as "persons: group in each wave", "-" for none. */
export function triedWaves(
  text: string,
  { margin = 0, points = 2, minimum = 1, free = false }: Asked = {},
): TriedWaves {
  const lists = text.split(", ").map((own): WaveClass => {
    const [persons = "0", groups = ""] = own.split(":");
    return {
      persons: Number(persons),
      groups: [...groups].map((one) => (one === "-" ? null : one.charCodeAt(0) - "A".charCodeAt(0))),
    };
  });
  const classes = free ? lists.flatMap(onceAWave) : lists;
  const waves = Math.max(...classes.map(({ groups }) => groups.length));
  const further = margin > 0 ? `, ${margin} further moves` : "";
  const more = `${points > 2 ? `, ${points} points` : ""}${free ? ", answered anew" : ""}`;
  return {
    name: `${text}${further}${more}`,
    waves,
    classes,
    lists,
    margin,
    minimum,
    sizes: classes.map(({ persons }) => persons),
    points,
    favourable: Math.ceil(points / 2),
  };
}

function onceAWave({ persons, groups }: WaveClass): readonly WaveClass[] {
  return groups.flatMap((group, wave) =>
    group === null ? [] : [{ persons, groups: groups.map((_, other) => (other === wave ? group : null)) }],
  );
}
