/** From 360 reports to what the auditor is given: every displayed number, and what the rules tell besides. */

import type { Cell, Figure } from "../disclosure/cell.ts";
import type {
  AuditedItem,
  DerivedFigure,
  HiddenDistribution,
  Published,
  PublishedSum,
  ShownDistribution,
  TextList,
} from "../disclosure-audit/published.ts";
import { derivedFigures } from "./derived-figures.ts";
import { besideBounds, sumBounds } from "./displayed-sum.ts";
import type { ItemRow, Report360, ReportBlock } from "./report-model.ts";
import { unknownParts } from "./unknown-parts.ts";

/** From so many answers on, a distribution that is not shown tells that the answers lie close together. */
const FEWEST_IN_DISTRIBUTION = 8;

/** Everything found in some reports so far. */
interface Collected {
  readonly items: Map<string, AuditedItem>;
  readonly sums: PublishedSum[];
  readonly shownDistributions: ShownDistribution[];
  readonly hiddenDistributions: HiddenDistribution[];
  readonly derived: DerivedFigure[];
  readonly texts: TextList[];
  readonly unexplained: string[];
}

/**
 * The figures of all reports about one subject that viewers can hold: earlier releases and the new one.
 *
 * Who answered what is not in a report. The worst for raters is assumed: that it is known. Of a block the
 * answerers of an earlier release are taken to be among those of a later one, as an answer once given stays;
 * blocks of different groups cannot be set side by side, and are reported as unexplained.
 *
 * @param reports the releases of one wave about one subject, oldest first, at least one
 * @returns what the auditor is given; what does not follow the rules as they are known here is "unexplained"
 * @throws RangeError if there is no report
 * @see ../disclosure-audit/README.md
 * @example audit(publishedFigures([report]));
 */
export function publishedFigures(reports: readonly Report360[]): Published {
  const [first] = reports;
  if (first === undefined) throw new RangeError("published figures require at least one report");
  const collected: Collected = {
    items: new Map(),
    sums: [],
    shownDistributions: [],
    hiddenDistributions: [],
    derived: [],
    texts: [],
    unexplained: [],
  };
  for (const [place, report] of reports.entries()) {
    const release = reports.length === 1 ? "" : `release ${place + 1}: `;
    collectReport(collected, report, release);
    const before = reports[place - 1];
    if (before !== undefined) compareReleases(collected, before, report);
  }
  return {
    ...collected,
    minimum: Math.max(...reports.map(({ policy }) => policy.minimumGroupSize)),
    items: [...collected.items.values()],
  };
}

function collectReport(collected: Collected, report: Report360, release: string): void {
  const add = (name: string) => collected.unexplained.push(`${release}${name}`);
  for (const name of unknownParts(report)) add(name);
  const anonymous = report.blocks.filter(({ attributed }) => !attributed);
  const attributedGroups = new Set(
    report.responses.filter(({ attributed }) => attributed).map(({ group }) => group),
  );
  for (const { code, groups, attributed } of report.blocks) {
    const byName = groups.filter((group) => attributedGroups.has(group)).length;
    if (attributed ? groups.length !== 1 || byName !== 1 : byName > 0) add(`the names behind ${code}`);
  }
  for (const name of strangeCounts(report)) add(name);
  for (const item of itemsOf(report)) {
    const points = report.scales[item.scale]?.points ?? Number.NaN;
    const width = promisedWidth(points);
    collected.items.set(item.code, { code: item.code, points, width, distributionWidth: width });
    const beside = report.besideWaves !== undefined;
    for (const block of anonymous) collectCell(collected, { item, block, points, release, beside });
  }
  for (const derived of derivedFigures(report, anonymous)) {
    collected.derived.push({ ...derived, name: `${release}${derived.name}` });
  }
  for (const { name, size } of anonymousLists(report)) {
    collected.texts.push({ name: `${release}${name}`, size, minimum: report.policy.minimumComments });
  }
}

/** Fewer than the minimum are never counted apart, neither as a block nor as a group within one. */
function strangeCounts({ blocks, responses, policy }: Report360): readonly string[] {
  const small = blocks.filter(({ attributed, received }) => {
    return !attributed && !(received.shown && received.value >= policy.minimumGroupSize);
  });
  const apart = responses.filter(({ group, attributed, received }) => {
    const own = blocks.find(({ groups }) => groups.length === 1 && groups[0] === group);
    return !attributed && received.shown && JSON.stringify(own?.received) !== JSON.stringify(received);
  });
  return [...small.map(({ code }) => code), ...apart.map(({ group }) => group)].map(
    (code) => `the number of responses of ${code}`,
  );
}

/** The possible values of every answer stay so far apart: what raters are promised, said a second time. */
function promisedWidth(points: number): number {
  if (points === 2) return 1;
  return points < 9 ? 2 : 3;
}

interface CellOf {
  readonly item: ItemRow;
  readonly block: ReportBlock;
  readonly points: number;
  readonly release: string;
  /** Figures may be coded further, because of earlier waves. */
  readonly beside: boolean;
}

function collectCell(collected: Collected, { item, block, points, release, beside }: CellOf): void {
  const mean: Cell<Figure> | undefined = item.blocks[block.code];
  const distribution = item.distributions[block.code];
  const name = `${release}${block.code}, item ${item.code}`;
  const spreadName = `${name}, distribution`;
  if (mean?.shown !== true) {
    if (distribution?.shown === true) collected.unexplained.push(spreadName);
    return;
  }
  const { n } = mean;
  if (!block.received.shown || n > block.received.value) collected.unexplained.push(`${name}, count`);
  const persons = answerers(block, n);
  const shape = { n, points, width: promisedWidth(points) };
  const bounds = sumBounds(shape, mean.value) ?? (beside ? besideBounds(shape, mean.value) : undefined);
  if (bounds === undefined) collected.unexplained.push(name);
  else collected.sums.push({ name, terms: [{ item: item.code, persons, weight: 1 }], ...bounds });
  if (distribution?.shown === true) {
    const ofAll = distribution.n === n && distribution.value.length === points;
    if (!ofAll || n < FEWEST_IN_DISTRIBUTION) collected.unexplained.push(spreadName);
    collected.shownDistributions.push({
      name: spreadName,
      item: item.code,
      persons,
      counts: distribution.value,
    });
  } else if (hidesByAnswers(distribution) && n >= FEWEST_IN_DISTRIBUTION && mean.value.bound === "exact") {
    const window = promisedWidth(points);
    collected.hiddenDistributions.push({ name: spreadName, item: item.code, persons, window });
  }
}

/** Beside an earlier wave a spread is left out by lists and dates: that tells nothing of the answers. */
function hidesByAnswers(distribution: Cell<readonly number[]> | undefined): boolean {
  return distribution?.shown !== false || distribution.reason !== "nearly-same-people";
}

/** Numbered, so that those of an earlier release are the first of a later one. */
function answerers({ groups }: ReportBlock, n: number): readonly string[] {
  const block = JSON.stringify(groups);
  return Array.from({ length: n }, (_, place) => `${block}${place}`);
}

function anonymousLists(report: Report360): readonly { readonly name: string; readonly size: number }[] {
  return report.comments.flatMap(({ code, lists }) =>
    lists.flatMap(({ label, attributed, comments }) => {
      if (attributed || !comments.shown) return [];
      const name = `comments on ${code}, ${Object.values(label)[0] ?? ""}`;
      return [{ name, size: Math.min(comments.n, comments.value.length) }];
    }),
  );
}

/** What two releases tell together beyond the sums, which the auditor sets side by side itself. */
function compareReleases(collected: Collected, before: Report360, after: Report360): void {
  const identity = ({ subject, survey: { id, version } }: Report360) =>
    JSON.stringify([subject, id, version]);
  if (identity(before) !== identity(after)) collected.unexplained.push("reports about different things");
  const blocksOf = (report: Report360) =>
    JSON.stringify(report.blocks.filter(({ attributed }) => !attributed).map(({ groups }) => groups));
  if (blocksOf(before) !== blocksOf(after)) collected.unexplained.push("other blocks than released earlier");
  const received = new Map(before.blocks.map(({ code, received: cell }) => [code, cell]));
  for (const block of after.blocks.filter(({ attributed }) => !attributed)) {
    const earlier = received.get(block.code);
    if (!earlier?.shown || !block.received.shown) continue;
    const gained = block.received.value - earlier.value;
    if (gained < 0 || (gained > 0 && gained < after.policy.minimumGroupSize)) {
      collected.unexplained.push(`responses of ${block.code} since the earlier release`);
    }
  }
  const later = new Map(anonymousLists(after).map(({ name, size }) => [name, size]));
  for (const { name, size } of anonymousLists(before)) {
    const gained = (later.get(name) ?? 0) - size;
    // None gained is no list at all; fewer than before is told by name.
    if (gained < 0) collected.unexplained.push(`${name}, fewer than released earlier`);
    else if (gained > 0) {
      const minimum = after.policy.minimumComments;
      collected.texts.push({ name: `${name}, since the earlier release`, size: gained, minimum });
    }
  }
}

function itemsOf(report: Report360): readonly ItemRow[] {
  return [...report.dimensions.flatMap(({ items }) => items), ...report.otherItems];
}
