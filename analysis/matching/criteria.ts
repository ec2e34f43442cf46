/** What makes a pair fit, as data: criteria with a weight, a rule, and who may be told of it. */
import type { MenteeRequest, MentorOffer } from "./match-people.ts";

export const AUDIENCES = ["mentee", "mentor", "coordinator"] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface Criterion {
  readonly name: string;
  /** What the coordinator reads beside the weight. */
  readonly title: string;
  /** How well the pair meets it, 0 (not at all) to 1. */
  readonly rule: (mentee: MenteeRequest, mentor: MentorOffer, grades: readonly string[]) => number;
  /**
   * Sides that may be told: those for whom it rests on nothing private of the other side. The coordinator sees
   * everything.
   */
  readonly tells: readonly Exclude<Audience, "coordinator">[];
}

/**
 * Topics count most: deep similarity (what one wants to learn and the other can teach) helps more than living at
 * the same site.
 *
 * @see Eby et al. (2013), Psychological Bulletin 139, 441-476: deep-level similarity and the quality of mentoring
 */
export const CRITERIA: readonly Criterion[] = [
  {
    name: "areas",
    title: "Areas asked for that the mentor ticked",
    tells: ["mentee", "mentor"],
    rule: (mentee, mentor) => {
      const met = mentee.areas.filter((area) => mentor.areas.includes(area));
      return mentee.areas.length === 0 ? 0 : met.length / mentee.areas.length;
    },
  },
  {
    name: "first-area",
    title: "The area that matters most to the mentee",
    tells: ["mentee", "mentor"],
    rule: ({ firstArea }, { areas }) => (firstArea !== undefined && areas.includes(firstArea) ? 1 : 0),
  },
  {
    name: "site",
    title: "Same site",
    tells: ["mentee", "mentor"],
    rule: ({ person: mentee }, { person: mentor }) =>
      mentee.site !== "" && mentee.site === mentor.site ? 1 : 0,
  },
  {
    name: "distance",
    title: "Line of work as the mentee wishes",
    tells: ["mentee"],
    rule: ({ distance, person: mentee }, { person: mentor }) => {
      if (distance === "no-preference") return 1;
      return (mentee.unit === mentor.unit) === (distance === "same-field") ? 1 : 0;
    },
  },
  {
    name: "seniority",
    title: "As senior as the mentee wishes",
    tells: ["mentee"],
    rule: ({ seniority, person: mentee }, { person: mentor }, grades) => {
      if (seniority === "no-preference") return 1;
      const own = grades.indexOf(mentee.grade);
      const other = grades.indexOf(mentor.grade);
      // Nothing known counts half: neither a reason for the pair nor one against it.
      if (own === -1 || other === -1) return 0.5;
      return other - own >= 2 === (seniority === "two-steps-or-more") ? 1 : 0;
    },
  },
  {
    name: "mode",
    title: "Both like to meet the same way",
    tells: [],
    rule: (mentee, mentor) =>
      mentee.mode === mentor.mode || mentee.mode === "either" || mentor.mode === "either" ? 1 : 0,
  },
];

/** Weights by criterion, whole numbers that sum to 100. */
export type MatchWeights = Readonly<Record<string, number>>;

export const USUAL_WEIGHTS: MatchWeights = {
  areas: 45,
  "first-area": 20,
  site: 5,
  distance: 10,
  seniority: 10,
  mode: 10,
};

/**
 * Reads weights that a coordinator changed.
 *
 * @param input what JSON.parse gave: an object with a whole number for each criterion
 * @returns the weights, or sentences that say what is wrong: a criterion missing or unknown, a weight that is no whole
 *   number 0..100, a sum other than 100
 * @example readWeights({ areas: 100 }); // problems: five criteria are missing
 */
export function readWeights(
  input: unknown,
): { readonly weights: MatchWeights } | { readonly problems: readonly string[] } {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return { problems: ["Weights are a JSON object with a number for each criterion."] };
  }
  const names = new Set(CRITERIA.map(({ name }) => name));
  const given = new Map<string, unknown>(Object.entries(input));
  const problems = [...given.keys()]
    .filter((name) => !names.has(name))
    .map((name) => `There is no criterion "${name.slice(0, 40)}". There are: ${[...names].join(", ")}.`);
  const weights: Record<string, number> = {};
  for (const name of names) {
    const weight = given.get(name);
    if (typeof weight === "number" && Number.isInteger(weight) && weight >= 0 && weight <= 100) {
      weights[name] = weight;
    } else problems.push(`The weight of "${name}" is a whole number from 0 to 100.`);
  }
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  if (problems.length === 0 && sum !== 100) problems.push(`The weights sum to 100; these sum to ${sum}.`);
  return problems.length === 0 ? { weights } : { problems };
}
