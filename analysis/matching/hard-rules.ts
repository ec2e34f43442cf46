/** The rules that forbid a pair, as data: a code, whose private wish it rests on, and what it looks at. */
import type { ForbiddenReason } from "./match-case.ts";
import type { MenteeRequest, MentorOffer, RosterPerson } from "./match-people.ts";
import { namedInText } from "./named-in-text.ts";

/** What everybody may know, or the private wish of one side. */
export type RuleBasis = "roster" | "mentee" | "mentor";

export interface BrokenRule {
  readonly code: ForbiddenReason;
  readonly basis: RuleBasis;
}

export interface RoundFacts {
  /** Everybody on the roster, for lines of management and for names that people wrote. */
  readonly roster: readonly RosterPerson[];
  /** Grades from the lowest to the highest; a grade that is not among them forbids nothing. */
  readonly grades: readonly string[];
  /** Pairs that ended before, by staff number. */
  readonly ended: readonly { readonly mentee: string; readonly mentor: string }[];
}

/** A round looked at once, so that a pair is quick to judge. */
export interface RuleBook {
  readonly facts: RoundFacts;
  /** Everybody above a person, the line manager first. */
  readonly above: (ref: string) => readonly string[];
  /** Staff numbers, and units, that a text names. */
  readonly peopleNamed: (written: string) => ReadonlySet<string>;
  readonly unitsNamed: (written: string) => ReadonlySet<string>;
}

interface Rule extends BrokenRule {
  readonly forbids: (mentee: MenteeRequest, mentor: MentorOffer, book: RuleBook) => boolean;
}

const RULES: readonly Rule[] = [
  { code: "SELF", basis: "roster", forbids: (mentee, mentor) => mentee.person.ref === mentor.person.ref },
  {
    code: "LINE_MANAGER",
    basis: "roster",
    forbids: (mentee, mentor) => mentee.person.lineManagerRef === mentor.person.ref,
  },
  {
    code: "REPORTING_LINE",
    basis: "roster",
    forbids: ({ person: mentee }, { person: mentor }, { above }) =>
      above(mentee.ref).indexOf(mentor.ref) > 0 || above(mentor.ref).includes(mentee.ref),
  },
  { code: "SAME_TEAM", basis: "roster", forbids: isSameTeam },
  { code: "GRADE_GAP", basis: "roster", forbids: isNotSenior },
  {
    code: "PREVIOUS_EXIT",
    basis: "roster",
    forbids: ({ person: mentee }, { person: mentor }, { facts }) =>
      facts.ended.some((pair) => pair.mentee === mentee.ref && pair.mentor === mentor.ref),
  },
  {
    code: "LOCATION",
    basis: "mentee",
    forbids: (mentee, mentor) => mentee.mode === "in-person" && areApart(mentee.person, mentor.person),
  },
  {
    code: "LOCATION",
    basis: "mentor",
    forbids: (mentee, mentor) => mentor.mode === "in-person" && areApart(mentee.person, mentor.person),
  },
  {
    code: "LANGUAGE_REQUEST",
    basis: "mentee",
    forbids: ({ language }, { person }) =>
      language !== "english" && !(person.languages ?? []).includes(language),
  },
  {
    code: "EXCLUSION",
    basis: "mentee",
    forbids: ({ notThesePeople, notTheseAreas }, { person }, { peopleNamed, unitsNamed }) =>
      peopleNamed(notThesePeople).has(person.ref) || unitsNamed(notTheseAreas).has(person.unit),
  },
  {
    code: "EXCLUSION",
    basis: "mentor",
    forbids: ({ person }, { notThesePeople }, { peopleNamed }) => peopleNamed(notThesePeople).has(person.ref),
  },
];

function isSameTeam({ person: mentee }: MenteeRequest, { person: mentor }: MentorOffer): boolean {
  return mentee.lineManagerRef !== null && mentee.lineManagerRef === mentor.lineManagerRef;
}

function isNotSenior(
  { person: mentee }: MenteeRequest,
  { person: mentor }: MentorOffer,
  { facts }: RuleBook,
): boolean {
  const own = facts.grades.indexOf(mentee.grade);
  const other = facts.grades.indexOf(mentor.grade);
  return own !== -1 && other !== -1 && other <= own;
}

/** A site that is not known is no obstacle. */
function areApart(one: RosterPerson, other: RosterPerson): boolean {
  return one.site !== "" && other.site !== "" && one.site !== other.site;
}

/**
 * Prepares the facts of a round for judging many pairs.
 *
 * @param facts roster, grades and pairs that ended before
 * @returns the book
 * @example openRuleBook({ roster, grades: ["junior", "senior"], ended: [] });
 */
export function openRuleBook(facts: RoundFacts): RuleBook {
  const managerOf = new Map(facts.roster.map(({ ref, lineManagerRef }) => [ref, lineManagerRef]));
  const people = facts.roster.map(({ ref, name }) => ({ key: ref, name }));
  const units = [...new Set(facts.roster.map(({ unit }) => unit))].map((unit) => ({ key: unit, name: unit }));
  return {
    facts,
    above: remembered((ref) => lineAbove(ref, managerOf)),
    peopleNamed: remembered((written) => namedInText(written, people).keys),
    unitsNamed: remembered((written) => namedInText(written, units).keys),
  };
}

/**
 * The rules that forbid a pair.
 *
 * @param mentee the request
 * @param mentor the offer
 * @param book the round's facts
 * @returns every rule broken, in the order of the list; none when the pair is allowed
 * @example brokenRules(mentee, mentor, book); // [{ code: "SAME_TEAM", basis: "roster" }]
 */
export function brokenRules(
  mentee: MenteeRequest,
  mentor: MentorOffer,
  book: RuleBook,
): readonly BrokenRule[] {
  return RULES.filter(({ forbids }) => forbids(mentee, mentor, book)).map(({ code, basis }) => ({
    code,
    basis,
  }));
}

/**
 * The first rule that forbids a pair: as brokenRules, for many pairs in a row.
 *
 * @param mentee the request
 * @param mentor the offer
 * @param book the round's facts
 * @returns the first rule broken in the order of the list, or undefined when the pair is allowed
 * @example firstBrokenRule(mentee, mentor, book)?.code; // "SAME_TEAM"
 */
export function firstBrokenRule(
  mentee: MenteeRequest,
  mentor: MentorOffer,
  book: RuleBook,
): BrokenRule | undefined {
  const rule = RULES.find(({ forbids }) => forbids(mentee, mentor, book));
  return rule === undefined ? undefined : { code: rule.code, basis: rule.basis };
}

/** A line of management that runs in a circle ends where it closes. */
function lineAbove(ref: string, managerOf: ReadonlyMap<string, string | null>): readonly string[] {
  const line = new Set<string>();
  for (
    let next = managerOf.get(ref);
    typeof next === "string" && !line.has(next);
    next = managerOf.get(next)
  ) {
    line.add(next);
  }
  return [...line];
}

function remembered<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    const found = find(key);
    known.set(key, found);
    return found;
  };
}
