/** How many linked pairs are expected to be two different persons whose codes agree by chance. */
import { UNANSWERED } from "../dataset.ts";
import type { CodesOfWaves } from "./link-codes.ts";

/** What the estimate rests on. */
export interface LinkedNumbers {
  /** Rows of each wave whose code misses at most one element. */
  readonly codes: { readonly before: number; readonly after: number };
  /** Pairs that were linked. */
  readonly linked: number;
}

/** Steps after which the estimate no longer moves. */
const STEPS = 200;

/**
 * The probability that the codes of two different persons, one of each wave, agree in all elements or in all but one.
 *
 * An element agrees by chance with probability u = Σ f(v) g(v), f and g being the observed shares of value v in the
 * two waves; a missing element agrees with nothing. Elements are taken to be independent, as they are if the questions
 * are well chosen.
 *
 * @param codes the elements of both waves
 * @returns a probability, 0 to 1; 0 when a wave is empty
 * @see Fellegi and Sunter (1969), Journal of the American Statistical Association 64: the u probabilities
 * @example chanceOfAgreement({ before, after }) // 0.0001 for five elements of six bits each
 */
export function chanceOfAgreement({ before, after }: CodesOfWaves): number {
  const agree = before.map((element, place) =>
    sharedMass(element.values, after[place]?.values ?? new Uint16Array()),
  );
  const product = (skipped: number): number =>
    agree.reduce((all, u, place) => (place === skipped ? all : all * u), 1);
  const allButOne = agree.reduce((sum, u, place) => sum + (1 - u) * product(place), 0);
  return Math.min(1, product(-1) + allButOne);
}

function sharedMass(before: Uint16Array, after: Uint16Array): number {
  if (before.length === 0 || after.length === 0) return 0;
  const first = countValues(before);
  const second = countValues(after);
  let mass = 0;
  for (const [value, count] of first)
    mass += (count / before.length) * ((second.get(value) ?? 0) / after.length);
  return mass;
}

function countValues(values: Uint16Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) if (value !== UNANSWERED) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * The expected number of false links.
 *
 * A false link joins two persons whose true partner was not found: those who answered one wave only, and those who gave
 * two elements otherwise. With T true links there are (n₁ − T)(n₂ − T) such pairs, and each agrees with probability q
 * and is linked unless another candidate ties with it: E = (n₁ − T)(n₂ − T) q e^(−q (n₁ + n₂ − 2T − 2)). As T = L − E
 * with L links in all, E is found step by step from 0.
 *
 * @param numbers codes and links
 * @param chance the probability q that two different persons' codes agree in all elements or all but one
 * @returns between 0 and the number of links
 * @see Blakely and Salmond (2002), International Journal of Epidemiology 31, 1246–1252, who estimate false links from the
 *   numbers of links alone as well; the equation above is our own, and tested against simulated waves
 * @example expectedFalseLinks({ codes: { before: 300, after: 300 }, linked: 200 }, 1e-4) // 1.00…
 */
export function expectedFalseLinks({ codes, linked }: LinkedNumbers, chance: number): number {
  let expected = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const first = Math.max(0, codes.before - linked + expected);
    const second = Math.max(0, codes.after - linked + expected);
    const untied = Math.exp(-chance * Math.max(0, first + second - 2));
    expected = Math.min(linked, first * second * chance * untied);
  }
  return expected;
}
