/** The line-up of a wave: from CSV rows to who is rated, by whom, in which group, and who coaches whom. */
import { type CsvRow, type CsvTable, readCsv } from "../../analysis/csv-table.ts";
import type { RaterGroup, SoundingsBlock } from "../../surveys/definition.ts";
import type { InputProblem } from "../errors.ts";
import { atLine, byLine, unknownColumns } from "../roster/people-list.ts";
import { objectionTo } from "./raters-apart.ts";

/** A person of the list of people, as far as a line-up needs. */
export interface KnownPerson {
  readonly id: string;
  readonly ref: string;
  readonly name: string;
  readonly mail: string | null;
}

export interface ListedSubject {
  readonly personId: string;
  readonly coachPersonId: string;
}

export interface ListedRater {
  readonly subjectPersonId: string;
  readonly raterPersonId: string;
  readonly group: string;
}

export interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly InputProblem[];
}

/** Finds people by staff number or mail address. */
function finder(people: readonly KnownPerson[]): (key: string) => KnownPerson | undefined {
  const byKey = new Map<string, KnownPerson>();
  for (const person of people) {
    if (person.mail !== null) byKey.set(person.mail.toLowerCase(), person);
  }
  for (const person of people) byKey.set(person.ref.toLowerCase(), person);
  return (key) => byKey.get(key.toLowerCase());
}

const UNREACHABLE = "has no mail address, so no invitation can reach them. Add it to the list of people.";
const UNKNOWN = "is not on the list of people. Import the person first, or correct the staff number.";

function withTableProblems<Row>(
  table: CsvTable,
  columns: readonly string[],
  { rows, problems }: Listed<Row>,
): Listed<Row> {
  return {
    rows,
    problems: [
      ...table.problems.map((problem) => atLine(problem.line, problem.sentence)),
      ...unknownColumns(table.columns, columns),
      ...problems,
    ].sort(byLine),
  };
}

/** Runs `read` on each row and names the second of two rows that say the same. */
function readRows<Row>(
  rows: readonly CsvRow[],
  read: (row: CsvRow, problems: InputProblem[]) => Row | undefined,
  identity: { readonly of: (row: Row) => string; readonly sentence: string },
): Listed<Row> {
  const problems: InputProblem[] = [];
  const found: Row[] = [];
  const lines = new Map<string, number>();
  for (const row of rows) {
    const value = read(row, problems);
    if (value === undefined) continue;
    const key = identity.of(value);
    const earlier = lines.get(key);
    if (earlier === undefined) {
      lines.set(key, row.line);
      found.push(value);
    } else problems.push(atLine(row.line, `${identity.sentence} on line ${earlier} already.`));
  }
  return { rows: found, problems };
}

/**
 * @param csv columns subject and coach, each a staff number or mail address.
 * @param people the list of people.
 */
export function readSubjects(csv: string, people: readonly KnownPerson[]): Listed<ListedSubject> {
  const columns = ["subject", "coach"];
  const table = readCsv(csv, columns);
  const find = finder(people);
  const { rows, problems } = readRows<ListedSubject>(
    table.rows,
    (row, found) => {
      const subject = find(row.cells["subject"] ?? "");
      const coach = find(row.cells["coach"] ?? "");
      if (subject === undefined) found.push(atLine(row.line, `The subject ${UNKNOWN}`));
      if (coach === undefined) found.push(atLine(row.line, `The coach ${UNKNOWN}`));
      else if (coach.mail === null) {
        found.push(
          atLine(
            row.line,
            "The coach has no mail address, and coaches sign in by mail. Add it to the list of people.",
          ),
        );
      }
      if (subject === undefined || coach === undefined) return undefined;
      if (subject.id === coach.id) {
        found.push(atLine(row.line, "Nobody can be their own coach. Name somebody else."));
        return undefined;
      }
      return { personId: subject.id, coachPersonId: coach.id };
    },
    { of: (row) => row.personId, sentence: "This subject stands" },
  );
  return withTableProblems(table, columns, { rows, problems });
}

/**
 * Those who answer a survey that is about nobody in particular.
 * @param csv column person, a staff number or mail address.
 * @param byLetter whether people without a mail address get a printed letter; otherwise they are problems.
 */
export function readParticipants(
  csv: string,
  people: readonly KnownPerson[],
  byLetter = false,
): Listed<ListedRater> {
  const columns = ["person"];
  const table = readCsv(csv, columns);
  const find = finder(people);
  const { rows, problems } = readRows<ListedRater>(
    table.rows,
    (row, found) => {
      const person = find(row.cells["person"] ?? "");
      if (person === undefined) found.push(atLine(row.line, `The person ${UNKNOWN}`));
      else if (person.mail === null && !byLetter) found.push(atLine(row.line, `The person ${UNREACHABLE}`));
      else return { subjectPersonId: "", raterPersonId: person.id, group: "" };
      return undefined;
    },
    { of: (row) => row.raterPersonId, sentence: "This person stands" },
  );
  return withTableProblems(table, columns, { rows, problems });
}

export interface RaterListFrame {
  readonly people: readonly KnownPerson[];
  /** Person ids of the wave's subjects, each with that of the coach who reads the report. */
  readonly subjects: ReadonlyMap<string, string>;
  /** Person ids of all coordinators. */
  readonly coordinators: ReadonlySet<string>;
  readonly groups: readonly RaterGroup[];
  readonly identity: SoundingsBlock["identity"];
}

function readRater(row: CsvRow, frame: RaterListFrame, find: (key: string) => KnownPerson | undefined) {
  const problems: InputProblem[] = [];
  const subject = find(row.cells["subject"] ?? "");
  const rater = find(row.cells["rater"] ?? "");
  const group = frame.groups.find((candidate) => candidate.code === (row.cells["group"] ?? "").toLowerCase());
  const isSelf = subject !== undefined && subject.id === rater?.id;
  if (subject === undefined || !frame.subjects.has(subject.id)) {
    problems.push(
      atLine(row.line, "The subject is not among the subjects of this wave. Import the subjects first."),
    );
  }
  if (rater === undefined) problems.push(atLine(row.line, `The rater ${UNKNOWN}`));
  else if (rater.mail === null) {
    problems.push(atLine(row.line, `The rater ${UNREACHABLE}`));
  }
  if (group === undefined) {
    const codes = frame.groups.map((candidate) => candidate.code).join(", ");
    problems.push(atLine(row.line, `The group is not one of this survey's: ${codes}.`));
  } else if (isSelf !== (group.wording === "self")) {
    problems.push(
      atLine(
        row.line,
        isSelf
          ? "Subjects rate themselves in the self group only."
          : "Only the subjects are in the self group.",
      ),
    );
  }
  const hidden = frame.identity === "anonymous" && group?.attributed === false;
  if (hidden && rater !== undefined && subject !== undefined && !isSelf) {
    const coach = frame.subjects.get(subject.id);
    const { coordinators } = frame;
    const standing = { rater: rater.id, subject: subject.id, coach, coordinators };
    const objection = objectionTo(rater.name, standing);
    if (objection !== undefined) problems.push(atLine(row.line, objection));
  }
  const listed =
    problems.length > 0 || subject === undefined || rater === undefined || group === undefined
      ? undefined
      : { subjectPersonId: subject.id, raterPersonId: rater.id, group: group.code };
  return { row: listed, problems };
}

/**
 * @param csv columns subject, rater (staff numbers or mail addresses) and group (a code of the survey's groups).
 */
export function readRaters(csv: string, frame: RaterListFrame): Listed<ListedRater> {
  const columns = ["subject", "rater", "group"];
  const table = readCsv(csv, columns);
  const find = finder(frame.people);
  const { rows, problems } = readRows<ListedRater>(
    table.rows,
    (csvRow, found) => {
      const { row, problems: ofRow } = readRater(csvRow, frame, find);
      found.push(...ofRow);
      return row;
    },
    {
      of: (row) => `${row.subjectPersonId} ${row.raterPersonId}`,
      sentence: "This rater is asked about this subject",
    },
  );
  return withTableProblems(table, columns, { rows, problems });
}
