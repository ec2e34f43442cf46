/** Imports who is rated and who rates them: the file is the list, and a dry run says what it changes. */
import type { RaterGroup, SoundingsBlock } from "../../surveys/definition.ts";
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { DomainError, type InputProblem, shownProblems } from "../errors.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { everyPerson, peopleWithRole } from "../roster/store.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader } from "../storage/store.ts";
import { findDraft } from "./find-wave.ts";
import {
  type ListedRater,
  type ListedSubject,
  readParticipants,
  readRaters,
  readSubjects,
} from "./line-up.ts";
import { assignmentsOfWave, replaceRaters, replaceSubjects, subjectsOfWave } from "./store.ts";

export interface LineUpRequest {
  readonly wave: string;
  readonly list: "subjects" | "raters" | "participants";
  readonly csv: string;
  readonly apply: boolean;
}

export interface LineUpImport {
  readonly applied: boolean;
  readonly added: number;
  readonly removed: number;
  readonly kept: number;
  readonly problems: readonly InputProblem[];
}

type Decision = {
  readonly counts: Omit<LineUpImport, "applied" | "problems">;
  readonly problems: readonly InputProblem[];
} & (
  | { readonly list: "subjects"; readonly rows: readonly ListedSubject[] }
  | { readonly list: "raters"; readonly rows: readonly ListedRater[] }
);

function countsOf(before: ReadonlySet<string>, after: readonly string[]) {
  const kept = after.filter((key) => before.has(key)).length;
  return { added: after.length - kept, removed: before.size - kept, kept };
}

async function decide(
  db: Reader<PeopleTables>,
  request: LineUpRequest,
  { groups, identity }: Pick<SoundingsBlock, "groups" | "identity">,
): Promise<Decision> {
  const { programmeId } = await findDraft(db, request.wave);
  const people = await everyPerson(db);
  const subjects = await subjectsOfWave(db, request.wave);
  if (request.list === "subjects") {
    const { rows, problems } = readSubjects(request.csv, people);
    const counts = countsOf(
      new Set(subjects.map((subject) => subject.personId)),
      rows.map((row) => row.personId),
    );
    return { list: "subjects", rows, problems, counts };
  }
  if (request.list === "participants") {
    const { rows, problems } = readParticipants(request.csv, people, identity === "anonymous");
    const before = (await assignmentsOfWave(db, request.wave)).map((row) => row.raterPersonId);
    const counts = countsOf(
      new Set(before),
      rows.map((row) => row.raterPersonId),
    );
    return { list: "raters", rows, problems, counts };
  }
  const byCode = new Map(subjects.map((subject) => [subject.code, subject.personId]));
  const { rows, problems } = readRaters(request.csv, {
    people,
    subjects: new Map(subjects.map((subject) => [subject.personId, subject.coachPersonId])),
    coordinators: new Set(await peopleWithRole(db, "coordinator", programmeId)),
    groups,
    identity,
  });
  const selfGroups = new Set(groups.filter((group) => group.wording === "self").map((group) => group.code));
  const before = (await assignmentsOfWave(db, request.wave)).filter((row) => !selfGroups.has(row.group));
  const counts = countsOf(
    new Set(before.map((row) => `${byCode.get(row.subjectCode)} ${row.raterPersonId} ${row.group}`)),
    rows
      .filter((row) => !selfGroups.has(row.group))
      .map((row) => `${row.subjectPersonId} ${row.raterPersonId} ${row.group}`),
  );
  return { list: "raters", rows, problems, counts };
}

/** A survey with rater groups has subjects and raters; one without has participants. */
function requireFittingList(list: LineUpRequest["list"], groups: readonly RaterGroup[]): void {
  if ((list === "participants") === (groups.length === 0)) return;
  throw new DomainError(
    "bad-input",
    groups.length === 0
      ? "This survey is about nobody in particular: import its participants, not subjects and raters."
      : "This survey is about people: import its subjects and their raters, not participants.",
  );
}

/** Every subject rates themselves, without a row that says so, where the survey has a group for it. */
function selfRatings(subjects: readonly ListedSubject[], groups: readonly RaterGroup[]): ListedRater[] {
  const self = groups.find((group) => group.wording === "self");
  if (self === undefined) return [];
  return subjects.map(({ personId }) => ({
    subjectPersonId: personId,
    raterPersonId: personId,
    group: self.code,
  }));
}

/**
 * @throws DomainError "not-allowed", "not-found", "wrong-state" once opened; "bad-input" with every bad row if the
 *   import should be applied as it is: nothing is then changed.
 */
export async function importLineUp(
  context: Pick<StaffContext, "people" | "answers" | "clock">,
  staff: StaffMember,
  request: LineUpRequest,
): Promise<LineUpImport> {
  requireRole(staff, "coordinator");
  const wave = await context.people.read((db) => findDraft(db, request.wave));
  const { soundings } = await definitionOfId(context, wave.definitionId);
  const { groups } = soundings;
  requireFittingList(request.list, groups);
  if (!request.apply) {
    const { counts, problems } = await context.people.read((db) => decide(db, request, soundings));
    return { applied: false, ...counts, problems: shownProblems(problems) };
  }
  return context.people.write(async (tx) => {
    await findDraft(tx, request.wave);
    const decision = await decide(tx, request, soundings);
    if (decision.problems.length > 0) {
      throw new DomainError(
        "bad-input",
        "Nothing was imported: some rows have to be mended first.",
        decision.problems,
      );
    }
    if (decision.list === "subjects") {
      await replaceSubjects(tx, request.wave, decision.rows);
      await replaceRaters(tx, request.wave, selfRatings(decision.rows, groups), []);
    } else {
      const others = groups.filter((group) => group.wording !== "self").map((group) => group.code);
      await replaceRaters(tx, request.wave, decision.rows, others.length === 0 ? [""] : others);
    }
    await appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: `${request.list}-imported`,
      details: { wave: request.wave, ...decision.counts },
    });
    return { applied: true, ...decision.counts, problems: [] };
  });
}
