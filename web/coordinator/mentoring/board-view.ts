/** What of the board is shown: found, sorted and paged, as the address says. */
import type { Board, BoardPair, PersonCard } from "./board-api.ts";

export const PAIR_SHOWS = ["all", "new", "locked", "below", "living"] as const;
type PairShow = (typeof PAIR_SHOWS)[number];
export const PAIR_SORTS = ["mentee", "mentor", "score", "kind"] as const;
export type PairSort = (typeof PAIR_SORTS)[number];
export const PAIRS_A_PAGE = 25;

/** A pair of the run, with what was decided about it since. */
export interface ShownPair extends Omit<BoardPair, "kind"> {
  readonly kind: BoardPair["kind"] | "forbidden";
}

/** The run's pairs as decisions stand now; those that exist are beyond decisions. */
export function shownPairs(
  pairs: readonly BoardPair[],
  { locked, forbidden }: Pick<Board, "locked" | "forbidden">,
): readonly ShownPair[] {
  const keyOf = ({ mentee, mentor }: Pick<BoardPair, "mentee" | "mentor">) => `${mentee.id} ${mentor.id}`;
  const lockedKeys = new Set(locked.map(keyOf));
  const forbiddenKeys = new Set(forbidden.map(keyOf));
  return pairs.map((pair) => {
    if (!isNew(pair)) return pair;
    if (lockedKeys.has(keyOf(pair))) return { ...pair, kind: "locked" };
    return { ...pair, kind: forbiddenKeys.has(keyOf(pair)) ? "forbidden" : "proposed" };
  });
}

export interface BoardView {
  readonly find: string;
  readonly show: PairShow;
  readonly sort: PairSort;
  readonly descending: boolean;
  readonly from: number;
  /** Mentee whose row is open, and what is supposed about the pair. */
  readonly open: string;
  readonly what: string;
}

export function readBoardView(search: URLSearchParams): BoardView {
  const sort = search.get("sort") ?? "";
  return {
    find: search.get("find") ?? "",
    show: PAIR_SHOWS.find((show) => show === search.get("show")) ?? "all",
    sort: PAIR_SORTS.find((one) => one === sort.replace(/^-/, "")) ?? "score",
    descending: sort.startsWith("-"),
    from: Math.max(0, Math.floor(Number(search.get("from")) || 0)),
    open: search.get("open") ?? "",
    what: search.get("what") ?? "",
  };
}

/** The same view with changes, as the part of an address after "?"; what is usual is left out. */
export function viewQuery(view: BoardView, changes: Partial<BoardView>): string {
  const { find, show, sort, descending, from, open, what } = { ...view, ...changes };
  const query = new URLSearchParams();
  if (find !== "") query.set("find", find);
  if (show !== "all") query.set("show", show);
  if (sort !== "score" || descending) query.set("sort", `${descending ? "-" : ""}${sort}`);
  if (from > 0) query.set("from", String(from));
  if (open !== "") query.set("open", open);
  if (open !== "" && what !== "") query.set("what", what);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** True if name, unit, site or grade holds the words looked for. */
export function fits({ name, unit, site, grade }: PersonCard, find: string): boolean {
  const wanted = find.trim().toLocaleLowerCase();
  return [name, unit, site, grade].some((part) => part.toLocaleLowerCase().includes(wanted));
}

/** Not yet asked, and nobody is choosing. */
export function isNew({ kind }: Pick<ShownPair, "kind">): boolean {
  return kind !== "exists" && kind !== "choosing";
}

function isShown(pair: ShownPair, show: PairShow, cap: number): boolean {
  if (show === "all") return true;
  if (show === "new") return isNew(pair);
  if (show === "locked") return pair.kind === "locked";
  if (show === "below") return pair.score < cap;
  return !isNew(pair);
}

const KIND_ORDER: readonly ShownPair["kind"][] = ["forbidden", "proposed", "locked", "choosing", "exists"];

const ORDERS: Readonly<Record<PairSort, (a: ShownPair, b: ShownPair) => number>> = {
  mentee: (a, b) => a.mentee.name.localeCompare(b.mentee.name),
  mentor: (a, b) => a.mentor.name.localeCompare(b.mentor.name),
  // What needs a look stands first: new pairs before those that live, the lowest score first.
  score: (a, b) => Number(isNew(b)) - Number(isNew(a)) || a.score - b.score,
  kind: (a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind),
};

/** The pairs of all pages, in order. */
export function pairsOfView(pairs: readonly ShownPair[], view: BoardView, cap: number): readonly ShownPair[] {
  const { find, show, sort, descending } = view;
  const order = ORDERS[sort];
  const found = pairs.filter(
    (pair) => isShown(pair, show, cap) && (fits(pair.mentee, find) || fits(pair.mentor, find)),
  );
  return found.sort(
    (a, b) => (descending ? -1 : 1) * order(a, b) || a.mentee.name.localeCompare(b.mentee.name),
  );
}

/** Ten points a bin, 0 to 100; the last one holds 100 too. */
export function scoreBins(
  histogram: readonly { readonly score: number; readonly pairs: number }[],
): readonly { readonly from: number; readonly to: number; readonly pairs: number }[] {
  return Array.from({ length: 10 }, (_, place) => {
    const from = place * 10;
    const to = place === 9 ? 100 : from + 9;
    const inBin = histogram.filter(({ score }) => score >= from && score <= to);
    return { from, to, pairs: inBin.reduce((sum, { pairs }) => sum + pairs, 0) };
  });
}
