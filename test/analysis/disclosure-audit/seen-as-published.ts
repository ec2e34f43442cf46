/** Gives the auditor what another attacker's worlds display, and adds careless releases that it must catch. */
import type { Published, PublishedSum } from "../../../analysis/disclosure-audit/published.ts";
import type { Person, World } from "../../support/attacked-world.ts";
import { answerers, ITEMS, meanFigure } from "../../support/attacked-world.ts";
import type { Seen, SeenFigure } from "../../support/linear-attacker.ts";

/** The figures with whole weights. */
export function seenAsPublished(world: World, { figures }: Seen): Published {
  const width = world.points >= 9 ? 3 : 2;
  return {
    minimum: world.minimum,
    items: ITEMS.map((code) => ({ code, points: world.points, width, distributionWidth: width })),
    sums: figures.map(wholeSum),
    shownDistributions: [],
    hiddenDistributions: [],
    derived: [],
    texts: [],
    unexplained: [],
  };
}

function wholeSum({ name, terms, low, high }: SeenFigure): PublishedSum {
  const scale = [...terms.values()].reduce(
    (multiple, { denominator }) => leastCommon(multiple, denominator),
    1,
  );
  const split = [...terms].map(([variable, { numerator, denominator }]) => {
    const [person = "", item = ""] = variable.split("/");
    return { item, persons: [person], weight: (numerator * scale) / denominator };
  });
  return { name, terms: split, low: low * scale, high: high * scale };
}

function leastCommon(a: number, b: number): number {
  const divisor = (x: number, y: number): number => (y === 0 ? x : divisor(y, x % y));
  return (a / divisor(a, b)) * b;
}

const GROUPS = ["peer", "report", "other"];

/** Groups below k hidden, and if only one is, the next smallest too; an overall mean over everyone beside them. */
export function nextSmallestOnly(world: World): Seen {
  const figures = ITEMS.flatMap((item) => {
    const groups = GROUPS.map((group) => ({ group, persons: answerers(world, [group], item) }))
      .filter(({ persons }) => persons.length > 0)
      .toSorted((a, b) => a.persons.length - b.persons.length);
    const below = groups.filter(({ persons }) => persons.length < world.minimum).length;
    const shown = groups.slice(below === 1 ? 2 : below);
    const everyone = groups.flatMap(({ persons }) => persons);
    return [
      ...shown.map(({ group, persons }) => roundedMean(`${group} ${item}`, item, persons)),
      ...(everyone.length < world.minimum ? [] : [roundedMean(`overall ${item}`, item, everyone)]),
    ];
  });
  return { figures, possible: new Map() };
}

function roundedMean(name: string, item: string, persons: readonly Person[]): SeenFigure {
  const place = ITEMS.indexOf(item);
  const mean = persons.reduce((sum, { answers }) => sum + (answers[place] ?? 0), 0) / persons.length;
  const shown = Math.round(mean * 10) / 10;
  return meanFigure(name, [{ item, persons }], [shown - 0.05, shown + 0.05]);
}
