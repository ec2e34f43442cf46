/** Which answers persons of each class have been seen to give in possible worlds, also beside a known answer. */
import type { World } from "./count-programme.ts";
import type { PublishedCounts } from "./published-counts.ts";

/** Answers from here on share a bit: two of them count as one, so nothing is taken for open that is not. */
const LAST_BIT = 30;

/** Sets of answers, as bits, that were seen together in some possible world. */
export class PossibleAnswers {
  readonly points: number;
  readonly #persons: readonly number[];
  /** By class: answers of one person. */
  readonly #seen: Uint32Array;
  /** By class of an insider, the insider's answer, and class of another person: answers of that person. */
  readonly #beside: Uint32Array;

  /** By class: its answers in the world taken in last. */
  readonly #now: Uint32Array;

  constructor({ points, persons }: Pick<PublishedCounts, "points" | "persons">) {
    this.points = points;
    this.#persons = persons;
    this.#seen = new Uint32Array(persons.length);
    this.#now = new Uint32Array(persons.length);
    this.#beside = new Uint32Array(persons.length * points * persons.length);
  }

  /**
   * Takes a world in.
   *
   * @param world a possible world
   * @param changed the classes in which it differs from the world taken in before; all by default
   * @returns whether anything was seen for the first time
   */
  take(world: World, changed: readonly number[] = this.#persons.map((_, place) => place)): boolean {
    let isNews = false;
    for (const place of changed) {
      const bits = answersIn(world, place, this.points);
      this.#now[place] = bits;
      this.#seen[place] = (this.#seen[place] ?? 0) | bits;
    }
    const all = this.#persons.length;
    for (let insider = 0; insider < all; insider += 1) {
      const isChanged = changed.includes(insider);
      for (let answer = 1; answer <= this.points; answer += 1) {
        if ((world[insider * this.points + answer - 1] ?? 0) === 0) continue;
        const row = this.#at(insider, answer, 0);
        const count = isChanged ? all : changed.length;
        for (let index = 0; index < count; index += 1) {
          const other = isChanged ? index : (changed[index] ?? 0);
          if (other === insider) continue;
          const before = this.#beside[row + other] ?? 0;
          const after = before | (this.#now[other] ?? 0);
          if (before === after) continue;
          this.#beside[row + other] = after;
          isNews = true;
        }
        if (!isChanged) continue;
        // The one who is known is not one of the others of the same class.
        const own = answersIn(world, insider, this.points, answer);
        this.#beside[row + insider] = (this.#beside[row + insider] ?? 0) | own;
      }
    }
    return isNews;
  }

  /** Classes of whose persons only one answer was seen, each with that answer. */
  single(): ReadonlyMap<number, number> {
    return new Map(
      this.#persons.flatMap((persons, place): [number, number][] => {
        const bits = this.#seen[place] ?? 0;
        return persons > 0 && isSingle(bits) ? [[place, answerOf(bits)]] : [];
      }),
    );
  }

  /**
   * @param insider a class, one of whose persons gave a known answer
   * @param answer the answer
   * @returns classes of whose other persons only one answer was seen together with it, each with that answer;
   *   undefined if the known answer itself was never seen
   */
  singleBeside(insider: number, answer: number): ReadonlyMap<number, number> | undefined {
    const single = new Map<number, number>();
    for (const [other, persons] of this.#persons.entries()) {
      if ((other === insider ? persons - 1 : persons) <= 0) continue;
      const bits = this.#beside[this.#at(insider, answer, other)] ?? 0;
      if (bits === 0) return undefined;
      if (isSingle(bits)) single.set(other, answerOf(bits));
    }
    return single;
  }

  #at(insider: number, answer: number, other: number): number {
    return (insider * this.points + answer - 1) * this.#persons.length + other;
  }
}

/** Answers that persons of a class give, as bits; one person's answer left out. */
function answersIn(world: World, place: number, points: number, without = 0): number {
  let bits = 0;
  for (let answer = 1; answer <= points; answer += 1) {
    const count = (world[place * points + answer - 1] ?? 0) - (answer === without ? 1 : 0);
    if (count > 0) bits |= 1 << Math.min(answer - 1, LAST_BIT);
  }
  return bits;
}

function isSingle(bits: number): boolean {
  return (bits & (bits - 1)) === 0;
}

function answerOf(bits: number): number {
  return 32 - Math.clz32(bits);
}
