/** Circuits: ways in which the classes of persons balance each other in all cells at once, so that no cell notices. */

/** The largest prime below 2^26: a product of two residues is exact in a double. */
const PRIME = 67_108_859;

/** By class: the cells that count it. Two classes are never in the same cells. */
export type CellsOfClasses = readonly (readonly number[])[];

/** Whole weights by class, other than 0, that add up to 0 in every cell. */
export type Circuit = ReadonlyMap<number, number>;

interface BasisColumn {
  readonly column: number;
  /** The column with all earlier ones taken off, 1 at its pivot. */
  readonly vector: Float64Array;
  readonly pivot: number;
  /** What it was multiplied by at the end. */
  readonly scale: number;
  /** What was taken off: place in the basis and how often. */
  readonly less: readonly (readonly [place: number, times: number])[];
}

/** Looks for circuits through one class, made of some classes first and of others only if need be. */
export class CircuitSearch {
  readonly #cellsOf: CellsOfClasses;
  readonly #cells: number;
  readonly #through: number;
  readonly #free: BasisColumn[] = [];
  readonly #freeFound: Circuit | undefined;

  /**
   * @param cellsOf by class: its cells
   * @param through the class that every circuit must contain
   * @param free classes that circuits may contain at no cost, nearest first
   */
  constructor(cellsOf: CellsOfClasses, through: number, free: readonly number[]) {
    this.#cellsOf = cellsOf;
    this.#cells = 1 + Math.max(-1, ...cellsOf.map((cells) => Math.max(-1, ...cells)));
    this.#through = through;
    this.#freeFound = this.#search(this.#free, free);
  }

  /** A circuit of the class and free ones alone; undefined if there is none. */
  get ofFree(): Circuit | undefined {
    return this.#freeFound;
  }

  /**
   * @param more classes that may be used besides the free ones, nearest first
   * @returns a circuit; undefined if there is none, and so some combination of the cells is 0 on all these
   *   classes, but not on the one asked for
   */
  with(more: readonly number[]): Circuit | undefined {
    return this.#freeFound ?? this.#search([...this.#free], more);
  }

  /** Adds columns to the basis until the class itself is a combination of them. */
  #search(basis: BasisColumn[], columns: readonly number[]): Circuit | undefined {
    const rest = this.#vectorOf(this.#through);
    const used = basis.map((column) => takeOff(rest, column));
    if (isZero(rest)) return this.#circuit(basis, used);
    for (const column of columns) {
      const added = this.#reduced(column, basis);
      if (added === undefined) continue;
      basis.push(added);
      used.push(takeOff(rest, added));
      if (isZero(rest)) return this.#circuit(basis, used);
    }
    return undefined;
  }

  #vectorOf(column: number): Float64Array {
    const vector = new Float64Array(this.#cells);
    for (const cell of this.#cellsOf[column] ?? []) vector[cell] = 1;
    return vector;
  }

  /** Undefined if the basis already holds the column. */
  #reduced(column: number, basis: readonly BasisColumn[]): BasisColumn | undefined {
    const vector = this.#vectorOf(column);
    const less = basis.flatMap((earlier, place): (readonly [number, number])[] => {
      const times = takeOff(vector, earlier);
      return times === 0 ? [] : [[place, times]];
    });
    const pivot = vector.findIndex((entry) => entry !== 0);
    if (pivot < 0) return undefined;
    const scale = inverse(vector[pivot] ?? 1);
    for (let at = pivot; at < vector.length; at += 1) vector[at] = ((vector[at] ?? 0) * scale) % PRIME;
    return { column, vector, pivot, scale, less };
  }

  /** From weights of the basis back to weights of the classes. */
  #circuit(basis: readonly BasisColumn[], used: readonly number[]): Circuit {
    const left = [...used];
    const circuit = new Map([[this.#through, -1]]);
    for (let place = left.length - 1; place >= 0; place -= 1) {
      const column = basis[place];
      const weight = ((left[place] ?? 0) * (column?.scale ?? 0)) % PRIME;
      if (column === undefined || weight === 0) continue;
      circuit.set(column.column, weight > PRIME / 2 ? weight - PRIME : weight);
      for (const [earlier, times] of column.less) {
        left[earlier] = ((left[earlier] ?? 0) + PRIME - ((weight * times) % PRIME)) % PRIME;
      }
    }
    return circuit;
  }
}

/** Takes a basis column off as often as its pivot asks, and says how often. */
function takeOff(vector: Float64Array, { vector: column, pivot }: BasisColumn): number {
  const times = vector[pivot] ?? 0;
  if (times === 0) return 0;
  for (let at = 0; at < vector.length; at += 1) {
    const entry = column[at] ?? 0;
    if (entry !== 0) vector[at] = ((vector[at] ?? 0) + PRIME - ((times * entry) % PRIME)) % PRIME;
  }
  return times;
}

function isZero(vector: Float64Array): boolean {
  return vector.every((entry) => entry === 0);
}

function inverse(value: number): number {
  let result = 1;
  let square = value % PRIME;
  for (let rest = PRIME - 2; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

/**
 * The other classes, those in most of one class's cells first: circuits through it are then short.
 *
 * @param cellsOf by class: its cells
 * @param from the class
 * @param weights of classes equally near the heavier first; in their order by default
 * @returns all other classes
 * @example nearestFirst([[0, 1], [0, 1, 2], [0]], 0); // [1, 2]
 */
export function nearestFirst(
  cellsOf: CellsOfClasses,
  from: number,
  weights: readonly number[] = [],
): readonly number[] {
  const own = new Set(cellsOf[from]);
  return cellsOf
    .map((cells, place) => ({ place, near: cells.filter((cell) => own.has(cell)).length }))
    .filter(({ place }) => place !== from)
    .toSorted((a, b) => b.near - a.near || (weights[b.place] ?? 0) - (weights[a.place] ?? 0))
    .map(({ place }) => place);
}
