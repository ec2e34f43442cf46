/** A small round of mentoring for tests: people in two lines of management, requests and offers. */
import type { Round } from "../../../analysis/matching/build-case.ts";
import { USUAL_WEIGHTS } from "../../../analysis/matching/criteria.ts";
import {
  type MenteeRequest,
  type MentorOffer,
  type RosterPerson,
  readMenteeRequest,
  readMentorOffer,
} from "../../../analysis/matching/match-people.ts";

export const GRADES = ["officer", "manager", "head", "director"];

function person(ref: string, name: string, facts: Partial<RosterPerson> = {}): RosterPerson {
  return {
    ref,
    name,
    unit: "Finance",
    site: "Preston",
    grade: "officer",
    lineManagerRef: null,
    ...facts,
  };
}

/** d1 leads h1 and h2; h1 leads g1; g1 leads o1 and o2. x1 and x2 stand apart. */
export const PEOPLE = {
  d1: person("d1", "Ruth Bailey", { grade: "director" }),
  h1: person("h1", "Imran Qureshi", { grade: "head", lineManagerRef: "d1" }),
  h2: person("h2", "Carol Dunne", { grade: "head", lineManagerRef: "d1", unit: "Highways", site: "Burnley" }),
  g1: person("g1", "Tom Walsh", { grade: "manager", lineManagerRef: "h1" }),
  o1: person("o1", "Priya Shah", { lineManagerRef: "g1" }),
  o2: person("o2", "Lewis Grant", { lineManagerRef: "g1", grade: "manager" }),
  x1: person("x1", "Zoë O'Hara", { unit: "Public Health", grade: "head", languages: ["polish"] }),
  x2: person("x2", "Pete Marsh", { unit: "Public Health", grade: "manager", site: "Burnley" }),
} as const;

const ROSTER: readonly RosterPerson[] = Object.values(PEOPLE);

export function request(who: RosterPerson, answers: Readonly<Record<string, unknown>> = {}): MenteeRequest {
  return readMenteeRequest(who, {
    areas: ["presenting", "confidence", "leading-change"],
    "first-area": "presenting",
    mode: "either",
    ...answers,
  });
}

export function offer(who: RosterPerson, answers: Readonly<Record<string, unknown>> = {}): MentorOffer {
  return readMentorOffer(who, {
    capacity: "1",
    areas: ["presenting", "confidence"],
    mode: "either",
    ...answers,
  });
}

export function roundOf(
  mentees: readonly MenteeRequest[],
  mentors: readonly MentorOffer[],
  changes: Partial<Round> = {},
): Round {
  return {
    roster: ROSTER,
    grades: GRADES,
    ended: [],
    mentees,
    mentors,
    weights: USUAL_WEIGHTS,
    locked: [],
    refused: [],
    ...changes,
  };
}
