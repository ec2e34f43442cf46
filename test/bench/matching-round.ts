/** Rounds of mentoring of any size for benchmarks: topics, units, sites, and mentors who are in demand. */
import type { MatchGraph } from "../../analysis/matching/match-graph.ts";
import { seededRandom } from "../support/seeded-random.ts";

const TOPICS = 15;
const UNITS = 10;
const SITES = 6;

export interface RoundSize {
  readonly mentees: number;
  readonly mentors: number;
  /** Places in all; a little above the number of mentees is a tight round. */
  readonly places: number;
  /** Only the best mentors of each mentee; all when left out. */
  readonly candidates?: number;
}

interface Candidate {
  readonly mentor: number;
  readonly score: number;
}

/** @returns the graph of a round, the same for the same seed. */
export function roundOf(size: RoundSize, seed: number): MatchGraph {
  const random = seededRandom(seed);
  // Some topics are asked for more than others.
  const topics = (count: number) =>
    new Set(Array.from({ length: count }, () => Math.min(random(TOPICS), random(TOPICS))));
  const mentors = Array.from({ length: size.mentors }, () => ({
    topics: topics(5),
    unit: random(UNITS),
    site: random(SITES),
    renown: random(16),
  }));
  const firstPair = new Int32Array(size.mentees + 1);
  const allowedMentors = new Int32Array(size.mentees);
  const pairMentor: number[] = [];
  const pairScore: number[] = [];
  for (let mentee = 0; mentee < size.mentees; mentee += 1) {
    const own = { topics: topics(3), unit: random(UNITS), site: random(SITES) };
    const allowed: Candidate[] = [];
    mentors.forEach((mentor, index) => {
      if ((mentor.unit === own.unit && random(10) < 3) || random(100) < 5) return;
      const met = [...own.topics].filter((topic) => mentor.topics.has(topic)).length / own.topics.size;
      const near = mentor.site === own.site ? 10 : 0;
      const far = mentor.unit === own.unit ? 0 : 15;
      allowed.push({ mentor: index, score: Math.round(50 * met + near + far + mentor.renown + random(10)) });
    });
    for (const { mentor, score } of best(allowed, size.candidates)) {
      pairMentor.push(mentor);
      pairScore.push(score);
    }
    allowedMentors[mentee] = allowed.length;
    firstPair[mentee + 1] = pairMentor.length;
  }
  return {
    mentees: Array.from({ length: size.mentees }, (_, i) => `e${i}`),
    mentors: mentors.map((_, i) => `m${i}`),
    places: Int32Array.from(mentors, (_, i) => spread(i + 1, size) - spread(i, size)),
    firstPair,
    pairMentor: Int32Array.from(pairMentor),
    pairScore: Int32Array.from(pairScore),
    allowedMentors,
  };
}

/** Places of the first mentors together when all are spread evenly. */
function spread(mentors: number, size: RoundSize): number {
  return Math.floor((mentors * size.places) / size.mentors);
}

function best(allowed: readonly Candidate[], candidates = allowed.length): readonly Candidate[] {
  return allowed
    .toSorted((a, b) => b.score - a.score)
    .slice(0, candidates)
    .sort((a, b) => a.mentor - b.mentor);
}

/** Columns for mentees who find no place although there are enough: few, for each costs the peer time. */
const SPARE_WAITING = 5;
/** Waiting costs more than any exchange can win; a pair that is not in the graph more still. */
const WAITING = 1_000_000;
const NEVER = 100_000_000;

/** The matrix of costs that a Hungarian algorithm needs: a column for each place, and more where places are short. */
export function costMatrix(graph: MatchGraph): readonly (readonly number[])[] {
  const places = [...graph.places].reduce((sum, count) => sum + count, 0);
  const waiting = Math.max(0, graph.mentees.length - places) + SPARE_WAITING;
  return graph.mentees.map((_, mentee) => {
    const cost = new Array<number>(graph.mentors.length).fill(NEVER);
    for (let pair = graph.firstPair[mentee] ?? 0; pair < (graph.firstPair[mentee + 1] ?? 0); pair += 1) {
      cost[graph.pairMentor[pair] ?? 0] = 100 - (graph.pairScore[pair] ?? 0);
    }
    return [
      ...cost.flatMap((value, mentor) => new Array<number>(graph.places[mentor] ?? 0).fill(value)),
      ...new Array<number>(waiting).fill(WAITING),
    ];
  });
}
