/** The cheapest chain of exchanges that seats one more mentee: Dijkstra over columns, with prices. */
import { at } from "./match-graph.ts";
import type { Stage } from "./stage.ts";
import { type Transport, WAITING } from "./transport.ts";

/** Stands for the idle row, which holds every place that no mentee has. */
export const IDLE = -2;
const NONE = -1;
const FAR = 0x7fff_ffff;

export interface PathSearch {
  readonly transport: Transport;
  readonly stage: Stage;
  readonly rowPrice: Int32Array;
  readonly columnPrice: Int32Array;
  idlePrice: number;
  /** Places that the idle row holds too many: each waits for a mentee that was unseated. */
  idleSurplus: number;
  /** Places of each column that stand open and must not be idle. */
  readonly missing: Int32Array;
  /** Of the search under way: distance of each column, the row it was reached from and the score of that pair. */
  readonly distance: Int32Array;
  readonly cameFrom: Int32Array;
  readonly cameScore: Int32Array;
  /** Columns reached so far, and those at the distance being worked on. */
  readonly touched: Int32Array;
  readonly ready: Int32Array;
  touchedCount: number;
  readyCount: number;
  level: number;
  /** The open column found, -1 before. */
  end: number;
  /** The column and distance at which the idle row was reached. */
  idleFrom: number;
  idleDistance: number;
}

/**
 * A search with all prices at 0 and nobody unseated.
 *
 * @param transport the state
 * @param stage what pairs and waiting cost
 * @returns the search
 */
export function startSearch(transport: Transport, stage: Stage): PathSearch {
  const columns = transport.mentors + 1;
  return {
    transport,
    stage,
    rowPrice: new Int32Array(transport.rows),
    columnPrice: new Int32Array(columns),
    idlePrice: 0,
    idleSurplus: 0,
    missing: new Int32Array(columns),
    distance: new Int32Array(columns).fill(FAR),
    cameFrom: new Int32Array(columns),
    cameScore: new Int32Array(columns),
    touched: new Int32Array(columns),
    ready: new Int32Array(columns),
    touchedCount: 0,
    readyCount: 0,
    level: 0,
    end: NONE,
    idleFrom: NONE,
    idleDistance: FAR,
  };
}

/**
 * Finds the cheapest way to a place for an unseated mentee and moves the prices so that the way costs nothing more.
 *
 * @param search the search; its prices and its record of the way are changed in place
 * @param source the mentee
 * @returns the column in which the way ends
 * @throws RangeError when there is no way, which a state handed on by the stages rules out
 */
export function shortestPath(search: PathSearch, source: number): number {
  search.touchedCount = 0;
  search.readyCount = 0;
  search.level = 0;
  search.end = NONE;
  search.idleFrom = NONE;
  search.idleDistance = FAR;
  reachFromRow(search, source);
  for (let next = 0; search.end === NONE; ) {
    if (next === search.readyCount) {
      nextLevel(search);
      next = 0;
    } else {
      settle(search, at(search.ready, next));
      next += 1;
    }
  }
  movePrices(search, source);
  return search.end;
}

/** A place without a holder, or one that the idle row would give up. */
function isOpen(search: PathSearch, column: number): boolean {
  if (at(search.missing, column) > 0) return true;
  return search.idleSurplus > 0 && at(search.transport.idle, column) > 0;
}

/** Whoever holds a place of this column could go elsewhere: on to the columns that they reach. */
function settle(search: PathSearch, column: number): void {
  const { firstRow, nextRow, idle } = search.transport;
  for (let row = at(firstRow, column); row !== NONE; row = at(nextRow, row)) {
    reachFromRow(search, row);
  }
  if (search.idleFrom === NONE && at(idle, column) > 0) {
    search.idleFrom = column;
    search.idleDistance = search.level;
    reachFromIdle(search);
  }
}

function reachFromRow(search: PathSearch, row: number): void {
  const { columnPrice, distance: best } = search;
  const { pairCost, waitingCost } = search.stage;
  const { firstPair, pairMentor, pairScore, mayWait, mentors } = search.transport;
  const base = search.level - at(search.rowPrice, row);
  const end = at(firstPair, row + 1);
  for (let pair = at(firstPair, row); pair < end; pair += 1) {
    const column = at(pairMentor, pair);
    const score = at(pairScore, pair);
    const length = base + at(pairCost, score) - at(columnPrice, column);
    if (length >= at(best, column)) continue;
    search.cameScore[column] = score;
    reach(search, column, length, row);
  }
  if (at(mayWait, row) === 0) return;
  const length = base + at(waitingCost, row) - at(columnPrice, mentors);
  if (length >= at(best, mentors)) return;
  search.cameScore[mentors] = WAITING;
  reach(search, mentors, length, row);
}

function reachFromIdle(search: PathSearch): void {
  const { mayIdle, mentors } = search.transport;
  const base = search.level - search.idlePrice;
  for (let column = 0; column <= mentors; column += 1) {
    if (at(mayIdle, column) === 0) continue;
    const length = base - at(search.columnPrice, column);
    if (length < at(search.distance, column)) reach(search, column, length, IDLE);
  }
}

function reach(search: PathSearch, column: number, length: number, row: number): void {
  if (at(search.distance, column) === FAR) {
    search.touched[search.touchedCount] = column;
    search.touchedCount += 1;
  }
  search.distance[column] = length;
  search.cameFrom[column] = row;
  if (length === search.level) makeReady(search, column);
}

function makeReady(search: PathSearch, column: number): void {
  search.ready[search.readyCount] = column;
  search.readyCount += 1;
  if (search.end === NONE && isOpen(search, column)) search.end = column;
}

/** Everything at the present distance is settled: on to the next. */
function nextLevel(search: PathSearch): void {
  let nearest = FAR;
  for (let i = 0; i < search.touchedCount; i += 1) {
    const length = at(search.distance, at(search.touched, i));
    if (length > search.level && length < nearest) nearest = length;
  }
  if (nearest === FAR) throw new RangeError("a stage requires a place for every mentee that had one");
  search.level = nearest;
  search.readyCount = 0;
  for (let i = 0; i < search.touchedCount; i += 1) {
    const column = at(search.touched, i);
    if (at(search.distance, column) === nearest) makeReady(search, column);
  }
}

/** Rows and columns nearer than the end are as much dearer and cheaper as they are nearer; then forget distances. */
function movePrices(search: PathSearch, source: number): void {
  const { rowPrice, columnPrice, level } = search;
  const { firstRow, nextRow } = search.transport;
  rowPrice[source] = at(rowPrice, source) + level;
  if (search.idleFrom !== NONE) search.idlePrice += level - search.idleDistance;
  for (let i = 0; i < search.touchedCount; i += 1) {
    const column = at(search.touched, i);
    const gain = level - at(search.distance, column);
    search.distance[column] = FAR;
    if (gain <= 0) continue;
    columnPrice[column] = at(columnPrice, column) - gain;
    for (let row = at(firstRow, column); row !== NONE; row = at(nextRow, row)) {
      rowPrice[row] = at(rowPrice, row) + gain;
    }
  }
}
