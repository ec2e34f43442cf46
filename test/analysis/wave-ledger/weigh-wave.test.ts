/** What the ledger says of two lists, and of dates and questions: hand-made cases, and random lists beside an oracle. */
import { expect, test } from "vitest";
import type { LedgerGroup, LedgerWave, Standing } from "../../../analysis/wave-ledger/ledger-model.ts";
import { refusedUntil, strictest, weighWave } from "../../../analysis/wave-ledger/weigh-wave.ts";
import { seededRandom } from "../../support/seeded-random.ts";

const DAY = 86_400_000;
const CLOSED = new Date("2026-01-10T12:00:00Z");

const people = (from: number, count: number): Set<string> =>
  new Set(Array.from({ length: count }, (_, place) => `p${from + place}`));
const group = (
  who: ReadonlySet<string>,
  groups: readonly string[] = ["peer"],
  about = "sam",
): LedgerGroup => ({
  about,
  groups,
  people: who,
});

function wave(name: string, groups: readonly LedgerGroup[], more: Partial<LedgerWave> = {}): LedgerWave {
  const openedAt = new Date(CLOSED.getTime() - 20 * DAY);
  const items = new Map([["calm", ["calm-words"]]]);
  return { wave: name, title: name, openedAt, closedAt: CLOSED, minimum: 4, items, groups, ...more };
}

/** The later of two waves about Sam, opened so many days after the earlier closed. */
function standingsOf(later: readonly LedgerGroup[], before: readonly LedgerGroup[], days = 10) {
  const openedAt = new Date(CLOSED.getTime() + days * DAY);
  return weighWave(wave("later", later, { openedAt, closedAt: null }), [wave("earlier", before)]);
}

const wordsOf = (standings: ReturnType<typeof standingsOf>) =>
  standings.map(({ standing, stayed, joined, left }) => `${standing} ${stayed}+${joined}-${left}`);

test.each([
  ["the same people", [0, 8], "", 10],
  ["one joined", [0, 9], "refused 8+1-0", 10],
  ["one left", [0, 7], "refused 7+0-1", 10],
  ["one left and one joined", [1, 8], "refused 7+1-1", 10],
  ["four joined: a group of their own", [0, 12], "cells 8+4-0", 10],
  ["one left and four joined: the one counts apart", [1, 11], "refused 7+4-1", 10],
  ["four left and four joined", [4, 8], "cells 4+4-4", 10],
  ["nobody stayed", [20, 8], "", 10],
  ["one joined, on the last day of refusal", [0, 9], "refused 8+1-0", 89.9],
  ["one joined, after it", [0, 9], "direction 8+1-0", 90],
  ["one joined, long ago", [0, 9], "trend 8+1-0", 300],
] as const)("%s", (_name, [from, count], expected, days) => {
  const found = standingsOf([group(people(from, count))], [group(people(0, 8))], days);
  expect(wordsOf(found).join()).toBe(expected);
});

test("a wave that is still open counts as a moment ago", () => {
  const open = wave("earlier", [group(people(0, 8))], { closedAt: null });
  const later = wave("later", [group(people(0, 9))], { openedAt: new Date(CLOSED.getTime() + 900 * DAY) });
  expect(weighWave(later, [open]).map(({ standing }) => standing)).toEqual(["refused"]);
  expect(refusedUntil(open)).toBeUndefined();
  expect(refusedUntil(wave("closed", []))?.toISOString()).toBe("2026-04-10T12:00:00.000Z");
});

test("a group that got another name is seen, and so is somebody who went to another group", () => {
  const before = [group(people(0, 8), ["peer"]), group(people(20, 6), ["report"])];
  expect(wordsOf(standingsOf([group(people(0, 9), ["colleague"])], before))).toEqual(["refused 8+1-0"]);
  const moved = [group(people(1, 7), ["peer"]), group(new Set([...people(20, 6), "p0"]), ["report"])];
  const found = standingsOf(moved, before).map(({ later, before: was, ...rest }) => [
    later.groups.join(),
    was.groups.join(),
    `${rest.standing} ${rest.stayed}+${rest.joined}-${rest.left}`,
  ]);
  expect(found).toEqual([
    ["peer", "peer", "refused 7+0-1"],
    ["report", "peer", "cells 1+6-7"],
    ["report", "report", "refused 6+1-0"],
  ]);
});

test("merged groups are held against merged groups alone", () => {
  const lists = [group(people(0, 8), ["peer"]), group(people(8, 2), ["report"])];
  const all = group(people(0, 10), ["peer", "report"]);
  expect(standingsOf([...lists, all], [...lists, all])).toEqual([]);
});

test("everybody who is asked about one person is held against everybody, however they are grouped", () => {
  const peers = group(people(0, 8), ["peer"]);
  const few = group(people(8, 1), ["report"]);
  const all = group(people(0, 9), ["peer", "report"]);
  // The one stands among the merged, and is missing afterwards; or the other way round.
  expect(wordsOf(standingsOf([peers], [peers, few, all]))).toEqual(["refused 8+0-1"]);
  expect(wordsOf(standingsOf([peers, few, all], [peers]))).toEqual(["refused 8+1-0"]);
  // Two groups become one of another name, and one person joins.
  const halves = [group(people(0, 5), ["peer"]), group(people(5, 5), ["report"])];
  const both = group(people(0, 10), ["peer", "report"]);
  const one = (count: number) => group(people(0, count), ["colleague"]);
  expect(wordsOf(standingsOf([one(11)], [...halves, both]))).toEqual([
    "cells 5+6-0",
    "cells 5+6-0",
    "refused 10+1-0",
  ]);
  expect(wordsOf(standingsOf([...halves, both], [one(11)]))).toEqual([
    "cells 5+0-6",
    "cells 5+0-6",
    "refused 10+0-1",
  ]);
  // As well where the new group is not all of them.
  const third = group(people(30, 6), ["manager"]);
  const more = group(new Set([...people(0, 11), ...people(30, 6)]), ["colleague", "manager"]);
  expect(wordsOf(standingsOf([one(11), third, more], [...halves, both]))).toContain("refused 10+1-0");
});

test("other people, other subjects and other questions have nothing in common", () => {
  expect(standingsOf([group(people(0, 9), ["peer"], "max")], [group(people(0, 8))])).toEqual([]);
  const other = wave("later", [group(people(0, 9))], { items: new Map([["calm", ["other-words"]]]) });
  expect(weighWave(other, [wave("earlier", [group(people(0, 8))])])).toEqual([]);
  const both = new Map([
    ["renamed", ["place", "calm-words"]],
    ["new", ["new-words"]],
  ]);
  const [standing] = weighWave(wave("later", [group(people(0, 9))], { items: both, openedAt: CLOSED }), [
    wave("earlier", [group(people(0, 8))]),
  ]);
  expect(standing?.items).toEqual(["renamed"]);
});

test("the larger minimum counts, and every earlier wave", () => {
  const later = wave("later", [group(people(0, 12))], { openedAt: CLOSED });
  const strict = wave("strict", [group(people(0, 8))], { minimum: 5 });
  const found = weighWave(later, [wave("first", [group(people(0, 8))]), strict]);
  expect(found.map(({ earlier, standing }) => `${earlier} ${standing}`)).toEqual([
    "first cells",
    "strict refused",
  ]);
  expect(strictest(found.map(({ standing }) => standing))).toBe("refused");
  expect(strictest([])).toBe("free");
});

test("random lists: free means that no difference rests on fewer than the minimum", () => {
  const below = seededRandom(5);
  const seen = new Map<Standing | "free", number>();
  for (let world = 0; world < 3_000; world += 1) {
    const draw = () => new Set(Array.from({ length: 14 }, (_, n) => `p${n}`).filter(() => below(7) > 1));
    const [later, before] = [draw(), below(3) === 0 ? draw() : undefined];
    const was = before ?? new Set([...later].filter(() => below(20) > 0));
    const minimum = 3 + below(3);
    const standing = strictest(
      weighWave(wave("later", [group(later)], { openedAt: CLOSED, minimum }), [
        wave("earlier", [group(was)], { minimum: 3 }),
      ]).map((one) => one.standing),
    );
    const joined = [...later].filter((person) => !was.has(person)).length;
    const left = [...was].filter((person) => !later.has(person)).length;
    const tells = [joined, left].some((count) => count > 0 && count < minimum);
    const common = later.size - joined > 0;
    expect(standing).toBe(!common || joined + left === 0 ? "free" : tells ? "refused" : "cells");
    seen.set(standing, (seen.get(standing) ?? 0) + 1);
  }
  expect([...seen.keys()].sort()).toEqual(["cells", "free", "refused"]);
});
