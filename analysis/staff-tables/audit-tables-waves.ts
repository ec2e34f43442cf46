/** Two waves side by side, as the auditor tries them: whether few who came or went could be told if all others answered alike. */
import type { Cell } from "../disclosure/cell.ts";
import { type Finding, finding } from "../disclosure-audit/finding.ts";
import type { BesideWave, StaffDistribution, StaffItem, StaffTables } from "./staff-tables-model.ts";

/** Up to here few who came or went forbid figures, and moves that the numbers do not tell are tried as well. */
const DAYS_ALIKE = 300;

interface Range {
  readonly low: number;
  readonly high: number;
}

/** One group in both waves. */
interface Pair {
  readonly name: string;
  readonly before: Extract<Cell<StaffDistribution>, { shown: true }>;
  readonly now: Extract<Cell<StaffDistribution>, { shown: true }>;
  readonly isEverybody: boolean;
}

/**
 * Tries what new tables tell beside those of other waves.
 *
 * @param tables as they would be stored
 * @param waves released waves that some of the same persons answered
 * @returns findings; none if nothing is told
 * @example waveFindings(tables, [spring]).length;
 */
export function waveFindings(tables: StaffTables, waves: readonly BesideWave[]): readonly Finding[] {
  return waves.flatMap((wave) =>
    tables.items.flatMap((item): readonly Finding[] => {
      const before = wave.tables.items.find(({ code }) => code === wave.items.get(item.code));
      if (before === undefined || wave.stayed === 0) return [];
      const isRecent = wave.days < DAYS_ALIKE;
      if (isRecent && (isFew(wave, tables) || item.kind === "choice") && showsAny(item)) {
        return [finding("few-persons", [`${item.label}, beside ${wave.title}`])];
      }
      if (item.kind === "choice") return [];
      const margin = isRecent ? Math.max(tables.minimum, wave.tables.minimum) - 1 : 0;
      const told = pairsOf({ item, before, tables, wave }).filter((pair) => tells(pair, { wave, margin }));
      return told.length === 0
        ? []
        : [
            finding(
              "narrow-range",
              told.map(({ name }) => `${name}, ${item.label}, beside ${wave.title}`),
            ),
          ];
    }),
  );
}

function isFew({ joined, left, tables: before }: BesideWave, tables: StaffTables): boolean {
  const minimum = Math.max(tables.minimum, before.minimum);
  return [joined, left].some((count) => count > 0 && count < minimum);
}

function showsAny({ cells, rest }: StaffItem): boolean {
  return [cells.total, ...cells.cuts.flat(), ...(rest === undefined ? [] : [rest])].some(
    (cell) => cell.shown,
  );
}

/** Everybody, and each group of the same name; long after, everybody only: people answer anew by then. */
function pairsOf({
  item,
  before,
  tables,
  wave,
}: {
  readonly item: StaffItem;
  readonly before: StaffItem;
  readonly tables: StaffTables;
  readonly wave: BesideWave;
}): readonly Pair[] {
  const pair = (name: string, old: Cell<StaffDistribution> | undefined, cell: Cell<StaffDistribution>) =>
    old?.shown === true && cell.shown
      ? [{ name, before: old, now: cell, isEverybody: name === "everybody" }]
      : [];
  const named = new Map(
    wave.tables.cuts.flatMap(({ codes, categories }, cut) =>
      categories.map(({ values }, category) => {
        const now = values.map(
          (value, at) =>
            wave.renamed?.find((one) => one.item === codes[at] && one.before === value)?.now ?? value,
        );
        return [JSON.stringify([codes, now]), before.cells.cuts[cut]?.[category]] as const;
      }),
    ),
  );
  return [
    ...pair("everybody", before.cells.total, item.cells.total),
    ...tables.cuts
      .slice(0, wave.days < DAYS_ALIKE ? tables.cuts.length : 0)
      .flatMap(({ codes, categories }, cut) =>
        categories.flatMap(({ values, label }, category) => {
          const cell = item.cells.cuts[cut]?.[category];
          return cell === undefined ? [] : pair(label, named.get(JSON.stringify([codes, values])), cell);
        }),
      ),
  ];
}

interface Side {
  readonly wave: BesideWave;
  readonly margin: number;
}

/** For as many who stayed as can be, and one fewer, and so on, as far as moves are reckoned with. */
function tells({ before, now, isEverybody }: Pair, { wave, margin }: Side): boolean {
  const most = Math.min(wave.stayed, before.n, now.n);
  const fewest = Math.max(0, most - (isEverybody ? 0 : margin));
  for (let stayed = most; stayed >= fewest; stayed -= 1) {
    const persons = [stayed, before.n - stayed, now.n - stayed] as const;
    for (const [first, second] of statements(before.value, now.value)) {
      if (isTold(persons, first, second)) return true;
    }
  }
  return false;
}

/** What both waves said of the same border. */
function statements(before: StaffDistribution, now: StaffDistribution): readonly (readonly [Range, Range])[] {
  if (before.kind !== "scale" || now.kind !== "scale") return [];
  const given = [before.given, now.given] as const;
  const borders = now.borders.flatMap((own) => {
    const old = before.borders.find(({ above }) => above === own.above);
    return old === undefined ? [] : [[old, own] as const];
  });
  return [given, ...borders].filter(([one, other]) => !isAll(one, before.given) || !isAll(other, now.given));
}

/** That everybody who is counted gave an answer is no answer. */
function isAll({ low, high }: Range, given: Range): boolean {
  return low === given.low && high === given.high && low === high;
}

/**
 * Whether, with one answer of any of those who stayed, left or joined known or with none, all others of one of the three
 * must have answered the same.
 */
function isTold(persons: readonly [number, number, number], first: Range, second: Range): boolean {
  const known: { readonly of: number; readonly counted: 0 | 1 }[] = [{ of: -1, counted: 0 }];
  for (const of of [0, 1, 2]) if ((persons[of] ?? 0) > 0) known.push({ of, counted: 0 }, { of, counted: 1 });
  return known.some(({ of, counted }) => {
    const others = persons.map((count, at) => (at === of ? count - 1 : count));
    const [stayed = 0, left = 0, joined = 0] = others;
    const less = (range: Range, parts: readonly number[]) =>
      parts.includes(of) ? lower(range, counted) : range;
    const [one, other] = [less(first, [0, 1]), less(second, [0, 2])];
    const low = Math.max(0, one.low - left, other.low - joined);
    const high = Math.min(stayed, one.high, other.high);
    if (low > high) return false;
    const ranges = [
      { low, high },
      { low: Math.max(0, one.low - high), high: Math.min(left, one.high - low) },
      { low: Math.max(0, other.low - high), high: Math.min(joined, other.high - low) },
    ];
    return ranges.some(
      (range, at) => (others[at] ?? 0) > 0 && (range.high === 0 || range.low === others[at]),
    );
  });
}

function lower({ low, high }: Range, by: number): Range {
  return { low: low - by, high: high - by };
}
