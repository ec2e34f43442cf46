/** The proof that an assignment is optimal, and its check, which shares nothing with the search that found it. */
import { MAXIMUM_SCORE } from "./match-case.ts";
import { at, type MatchGraph } from "./match-graph.ts";
import type { ProvenStage } from "./stage.ts";

/** All stages of an objective, the most important first. */
export type Certificate = readonly ProvenStage[];

/**
 * Refuses an assignment unless the certificate proves that no other is better.
 *
 * What a pair weighs is a positional number with one digit for each stage; prices are such numbers too. If the
 * prices of a mentee and a mentor together never exceed the weight of their pair, a mentee's price never exceeds
 * the weight of waiting, and no mentor's price is above nothing, then no assignment weighs less than all prices
 * together, a mentor's taken once for each place. One whose pairs and waiting weigh exactly their prices, with a
 * price of nothing wherever a place is left, weighs just that and is optimal. Digits are compared one by one and
 * never added up to one number, so that nothing overflows or is rounded.
 *
 * @param graph who may be paired with whom
 * @param mentorOf index of each mentee's mentor, -1 for none
 * @param certificate the stages and their prices
 * @throws RangeError when the assignment breaks a rule or is not proven optimal
 * @see Schrijver (2003), Combinatorial Optimization, sections 17.2 and 21.1: duality of bipartite matching with
 *   capacities; the argument needs only an ordered group, such as numbers of many digits
 * @example checkCertificate(graph, Int32Array.of(1, 0, -1), certificate);
 */
export function checkCertificate(graph: MatchGraph, mentorOf: Int32Array, certificate: Certificate): void {
  checkPlaces(graph, mentorOf, certificate);
  const digits = inDigits(certificate, graph.mentors.length);
  for (let mentee = 0; mentee < graph.mentees.length; mentee += 1) {
    const present = at(mentorOf, mentee);
    checkWaiting(certificate, mentee, present === -1);
    certificate.forEach(({ prices }, stage) => {
      digits.menteePrice[stage] = at(prices.mentee, mentee);
    });
    checkPairs(graph, mentee, present, digits);
  }
}

/** No mentor above its places; no price above nothing, and nothing where a place is left. */
function checkPlaces(graph: MatchGraph, mentorOf: Int32Array, certificate: Certificate): void {
  const left = graph.places.slice();
  for (const mentor of mentorOf) if (mentor !== -1) left[mentor] = at(left, mentor) - 1;
  for (let mentor = 0; mentor < left.length; mentor += 1) {
    if (at(left, mentor) < 0) refuse("each mentor within the places");
    const first = certificate.find(({ prices }) => at(prices.mentor, mentor) !== 0);
    if (first === undefined) continue;
    if (at(left, mentor) > 0) refuse("a price of nothing where a place is left");
    if (at(first.prices.mentor, mentor) > 0) refuse("prices of places at most nothing");
  }
}

function checkWaiting(certificate: Certificate, mentee: number, waits: boolean): void {
  for (const { stage, prices } of certificate) {
    const slack = at(stage.waitingCost, mentee) - at(prices.mentee, mentee);
    if (slack === 0) continue;
    if (slack < 0 || waits) refuse("waiting to weigh as much as its price");
    return;
  }
}

function checkPairs(graph: MatchGraph, mentee: number, present: number, digits: Digits): void {
  let found = present === -1;
  const end = at(graph.firstPair, mentee + 1);
  for (let pair = at(graph.firstPair, mentee); pair < end; pair += 1) {
    const mentor = at(graph.pairMentor, pair);
    const slack = slackOfPair(digits, mentor, at(graph.pairScore, pair));
    if (slack < 0) refuse("no pair to weigh less than its prices");
    if (mentor !== present) continue;
    if (slack > 0) refuse("pairs to weigh as much as their prices");
    found = true;
  }
  if (!found) refuse("pairs that are allowed");
}

/** The numbers of a certificate digit by digit, so that those of one pair lie side by side. */
interface Digits {
  readonly count: number;
  readonly weightOfScore: Int32Array;
  readonly mentorPrice: Int32Array;
  /** Of the mentee under check. */
  readonly menteePrice: Int32Array;
}

function inDigits(certificate: Certificate, mentors: number): Digits {
  const count = certificate.length;
  const weightOfScore = new Int32Array((MAXIMUM_SCORE + 1) * count);
  const mentorPrice = new Int32Array(mentors * count);
  certificate.forEach(({ stage, prices }, digit) => {
    stage.pairCost.forEach((cost, score) => {
      weightOfScore[score * count + digit] = cost;
    });
    prices.mentor.forEach((price, mentor) => {
      mentorPrice[mentor * count + digit] = price;
    });
  });
  return { count, weightOfScore, mentorPrice, menteePrice: new Int32Array(count) };
}

/** The first digit in which a pair's weight differs from its prices: weight minus prices, 0 when none does. */
function slackOfPair(digits: Digits, mentor: number, score: number): number {
  const { count, weightOfScore, mentorPrice, menteePrice } = digits;
  const weight = score * count;
  const price = mentor * count;
  for (let digit = 0; digit < count; digit += 1) {
    const slack = at(weightOfScore, weight + digit) - at(menteePrice, digit) - at(mentorPrice, price + digit);
    if (slack !== 0) return slack;
  }
  return 0;
}

function refuse(what: string): never {
  throw new RangeError(`an optimal assignment requires ${what}`);
}
