/** Reads a round of matching from parsed JSON: the case, or what is wrong with it in sentences. */
import {
  CASE_FORMAT,
  type CaseMentee,
  type CaseMentor,
  type CasePair,
  FORBIDDEN_REASONS,
  type ForbiddenPair,
  type ForbiddenReason,
  MAXIMUM_SCORE,
  type MatchCase,
  USUAL_FAIRNESS_CAP,
} from "./match-case.ts";
import { mentorsByMentee } from "./mentors-by-mentee.ts";

export interface CaseProblem {
  /** Where in the JSON, such as "mentors[3].capacity". */
  readonly path: string;
  readonly sentence: string;
}

/** Enough to see what went wrong; a wrong file would otherwise give one for each number. */
const MOST_PROBLEMS = 20;
const LONGEST_ID = 200;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a case in the format mentoring-match-case/1. Fields that the engine does not need are ignored; without
 * fairnessCap it is 60, without forbidden or locked there are none.
 *
 * @param input what JSON.parse gave
 * @returns the case, or at most 20 problems: a locked pair that is forbidden, two locks for one mentee, more locks
 *   than capacity, a duplicate or unknown id, a negative or fractional capacity, a score that is no integer 0..100,
 *   a matrix of the wrong shape, a field of the wrong kind
 * @example readMatchCase(JSON.parse(text)); // { case: { mentees: [...], ... } }
 */
export function readMatchCase(
  input: unknown,
): { readonly case: MatchCase } | { readonly problems: readonly CaseProblem[] } {
  const problems: CaseProblem[] = [];
  const report = (path: string, sentence: string) => problems.push({ path, sentence });
  if (!isFields(input)) return { problems: [{ path: "", sentence: "A case is a JSON object." }] };
  if (input["format"] !== CASE_FORMAT) {
    return { problems: [{ path: "format", sentence: `The format of a case is "${CASE_FORMAT}".` }] };
  }
  const mentees = people(input["mentees"], "mentees", report).map(({ fields, path, id }) =>
    readMentee(fields, path, { id, report }),
  );
  const mentors = people(input["mentors"], "mentors", report).map(({ fields, path, id }) =>
    readMentor(fields, path, { id, report }),
  );
  const known = {
    mentees: new Set(mentees.map(({ id }) => id)),
    mentors: new Set(mentors.map(({ id }) => id)),
    report,
  };
  const matchCase: MatchCase = {
    fairnessCap: readCap(input["fairnessCap"], report),
    mentees,
    mentors,
    scores: readScores(input["scores"], { rows: mentees.length, columns: mentors.length, report }),
    forbidden: readForbidden(input["forbidden"], known),
    locked: readPairs(input["locked"], "locked", known).map(({ mentee, mentor }) => ({ mentee, mentor })),
  };
  if (problems.length === 0) reportLocks(matchCase, report);
  return problems.length === 0 ? { case: matchCase } : { problems: problems.slice(0, MOST_PROBLEMS) };
}

type Report = (path: string, sentence: string) => unknown;

interface Known {
  readonly mentees: ReadonlySet<string>;
  readonly mentors: ReadonlySet<string>;
  readonly report: Report;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function list(value: unknown, path: string, report: Report): readonly unknown[] {
  if (Array.isArray(value)) return value;
  report(path, `"${path}" is a list.`);
  return [];
}

interface Person {
  readonly fields: Fields;
  readonly path: string;
  readonly id: string;
}

function people(value: unknown, side: "mentees" | "mentors", report: Report): readonly Person[] {
  const seen = new Set<string>();
  return list(value, side, report).map((entry, index) => {
    const path = `${side}[${index}]`;
    const fields = isFields(entry) ? entry : {};
    const id = fields["id"];
    if (typeof id !== "string" || id === "" || id.length > LONGEST_ID) {
      report(`${path}.id`, `Every one of the ${side} has an id: a text of 1 to ${LONGEST_ID} characters.`);
      return { fields, path, id: "" };
    }
    if (seen.has(id)) report(`${path}.id`, `The id "${id}" occurs twice among the ${side}.`);
    seen.add(id);
    return { fields, path, id };
  });
}

interface Identified {
  readonly id: string;
  readonly report: Report;
}

function readMentee(fields: Fields, path: string, { id, report }: Identified): CaseMentee {
  const waitingDays = fields["waitingDays"];
  if (waitingDays === undefined) return { id };
  if (isCount(waitingDays)) return { id, waitingDays };
  report(`${path}.waitingDays`, `Days of waiting are a whole number from 0; those of "${id}" are not.`);
  return { id };
}

function readMentor(fields: Fields, path: string, { id, report }: Identified): CaseMentor {
  const capacity = fields["capacity"];
  if (isCount(capacity)) return { id, capacity };
  report(`${path}.capacity`, `A capacity is a whole number from 0; that of "${id}" is not.`);
  return { id, capacity: 0 };
}

function readCap(value: unknown, report: Report): number {
  if (value === undefined) return USUAL_FAIRNESS_CAP;
  if (isCount(value)) return value;
  report("fairnessCap", "The fairness cap is a whole number from 0.");
  return USUAL_FAIRNESS_CAP;
}

interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly report: Report;
}

function readScores(value: unknown, { rows, columns, report }: Shape): readonly (readonly number[])[] {
  const matrix = list(value, "scores", report);
  if (matrix.length !== rows) {
    report(
      "scores",
      `The scores have one row for each of the ${rows} mentees; here are ${matrix.length} rows.`,
    );
  }
  return matrix.map((row, index) => {
    const path = `scores[${index}]`;
    const scores: readonly unknown[] = Array.isArray(row) ? row : [];
    if (scores.length !== columns) {
      report(path, `A row has one score for each of the ${columns} mentors; this one has ${scores.length}.`);
    }
    return scores.map((score, column) => {
      if (isCount(score) && score <= MAXIMUM_SCORE) return score;
      report(`${path}[${column}]`, `A score is a whole number from 0 to ${MAXIMUM_SCORE}.`);
      return 0;
    });
  });
}

interface ReadPair extends CasePair {
  readonly fields: Fields;
  readonly path: string;
}

function readPairs(value: unknown, name: "forbidden" | "locked", known: Known): readonly ReadPair[] {
  return list(value ?? [], name, known.report).map((entry, index) => {
    const path = `${name}[${index}]`;
    const fields = isFields(entry) ? entry : {};
    const mentee = knownId(fields["mentee"], known.mentees, { path: `${path}.mentee`, report: known.report });
    const mentor = knownId(fields["mentor"], known.mentors, { path: `${path}.mentor`, report: known.report });
    return { mentee, mentor, fields, path };
  });
}

function knownId(
  value: unknown,
  ids: ReadonlySet<string>,
  { path, report }: { readonly path: string; readonly report: Report },
): string {
  if (typeof value === "string" && ids.has(value)) return value;
  const named = typeof value === "string" ? `"${value.slice(0, LONGEST_ID)}"` : "this";
  report(path, `A pair names people of the case; ${named} is not among them.`);
  return "";
}

function readForbidden(value: unknown, known: Known): readonly ForbiddenPair[] {
  return readPairs(value, "forbidden", known).map(({ mentee, mentor, fields, path }) => {
    const reason = fields["reason"];
    if (isReason(reason)) return { mentee, mentor, reason };
    if (reason !== undefined) {
      known.report(`${path}.reason`, `A reason is one of ${FORBIDDEN_REASONS.join(", ")}, or left out.`);
    }
    return { mentee, mentor };
  });
}

function isReason(value: unknown): value is ForbiddenReason {
  return FORBIDDEN_REASONS.some((reason) => reason === value);
}

function reportLocks(matchCase: MatchCase, report: Report): void {
  const forbidden = mentorsByMentee(matchCase.forbidden);
  const left = new Map(matchCase.mentors.map(({ id, capacity }) => [id, capacity]));
  const seen = new Set<string>();
  matchCase.locked.forEach((pair, index) => {
    const path = `locked[${index}]`;
    if (seen.has(pair.mentee)) report(path, `The mentee "${pair.mentee}" is locked twice.`);
    seen.add(pair.mentee);
    if (forbidden.get(pair.mentee)?.has(pair.mentor) === true) {
      report(path, `The pair of "${pair.mentee}" and "${pair.mentor}" is locked and forbidden at once.`);
    }
    const places = (left.get(pair.mentor) ?? 0) - 1;
    left.set(pair.mentor, places);
    if (places === -1) report(path, `The mentor "${pair.mentor}" has more locked pairs than capacity.`);
  });
}
