/** One stage made optimal, and the prices that prove it. */
import { at } from "./match-graph.ts";
import { IDLE, type PathSearch, shortestPath, startSearch } from "./shortest-path.ts";
import type { Stage, StagePrices } from "./stage.ts";
import { seat, type Transport, unseat, WAITING } from "./transport.ts";

/**
 * Makes the assignment optimal for one stage among all that the earlier stages leave.
 *
 * Mentees whose seat is not their cheapest are unseated, then seated again one by one along a shortest path of
 * exchanges. Prices move with them so that no pair ever costs less than its two prices together, and every pair in
 * use costs exactly that.
 *
 * @param transport the state after the earlier stages; the seats are changed in place
 * @param stage what to make small
 * @returns prices: mentee plus mentor is at most the cost of each usable pair, and equal where the two sit
 *   together; a mentor's is at most 0 where places may be idle, and 0 where one is
 * @see Edmonds and Karp (1972), Journal of the ACM 19, 248-264, and Tomizawa (1971), Networks 1, 173-194: shortest
 *   augmenting paths with prices; Jonker and Volgenant (1987), Computing 38, 325-340: the search over columns
 */
export function solveStage(transport: Transport, stage: Stage): StagePrices {
  const search = startSearch(transport, stage);
  for (const row of unseatTheDear(search)) {
    const end = shortestPath(search, row);
    seatAlongPath(search, row, end);
  }
  return finalPrices(search);
}

/** Row prices start at each mentee's lowest cost; who sits dearer than that is unseated. */
function unseatTheDear(search: PathSearch): readonly number[] {
  const { transport, rowPrice } = search;
  const unseated: number[] = [];
  for (let row = 0; row < transport.rows; row += 1) {
    const present = presentCost(search, row);
    // Nothing costs less than nothing: no need to look at the others.
    const lowest = present === 0 ? 0 : lowestCost(search, row);
    rowPrice[row] = lowest;
    if (present === lowest) continue;
    unseated.push(row);
    openPlace(search, unseat(transport, row));
  }
  return unseated;
}

function presentCost({ transport, stage }: PathSearch, row: number): number {
  const score = at(transport.scoreOf, row);
  return score === WAITING ? at(stage.waitingCost, row) : at(stage.pairCost, score);
}

function lowestCost({ transport, stage }: PathSearch, row: number): number {
  const { firstPair, pairScore, mayWait } = transport;
  const { pairCost, waitingCost } = stage;
  let lowest = at(mayWait, row) === 1 ? at(waitingCost, row) : Number.POSITIVE_INFINITY;
  const end = at(firstPair, row + 1);
  for (let pair = at(firstPair, row); pair < end; pair += 1) {
    const cost = at(pairCost, at(pairScore, pair));
    if (cost < lowest) lowest = cost;
  }
  return lowest;
}

/** The place may be idle for the time being, or it must find another holder. */
function openPlace(search: PathSearch, column: number): void {
  const { mayIdle, idle } = search.transport;
  if (at(mayIdle, column) === 1) {
    idle[column] = at(idle, column) + 1;
    search.idleSurplus += 1;
  } else search.missing[column] = at(search.missing, column) + 1;
}

/** From the end back to the mentee that was to be seated: each moves into the place the next one left. */
function seatAlongPath(search: PathSearch, source: number, end: number): void {
  const { transport, missing } = search;
  const { idle } = transport;
  if (at(missing, end) > 0) missing[end] = at(missing, end) - 1;
  else {
    idle[end] = at(idle, end) - 1;
    search.idleSurplus -= 1;
  }
  let open = end;
  for (;;) {
    const row = at(search.cameFrom, open);
    if (row === IDLE) {
      idle[open] = at(idle, open) + 1;
      open = search.idleFrom;
      idle[open] = at(idle, open) - 1;
    } else if (row === source) {
      seat(transport, row, open, at(search.cameScore, open));
      return;
    } else {
      const left = unseat(transport, row);
      seat(transport, row, open, at(search.cameScore, open));
      open = left;
    }
  }
}

/** Prices relative to the idle row, so that a place that is idle costs nothing. */
function finalPrices(search: PathSearch): StagePrices {
  const { idlePrice, rowPrice, columnPrice } = search;
  return {
    mentee: rowPrice.map((price) => price - idlePrice),
    mentor: columnPrice.map((price) => price + idlePrice).subarray(0, search.transport.mentors),
  };
}
