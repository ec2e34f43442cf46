/** Takes in a wave whose ratings were collected elsewhere: the same fold, the same disclosure, reports at once. */
import type { Dataset } from "../../analysis/dataset.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { storeImportedWave } from "../datasets/store-imported-wave.ts";
import { definitionIdOf } from "../definitions/publish-definition.ts";
import { insertDefinitions } from "../definitions/store.ts";
import { DomainError } from "../errors.ts";
import { programmeById } from "../programmes/store.ts";
import { everyPerson, insertPeople } from "../roster/store.ts";
import { newId } from "../short-id.ts";
import { goOnReleasing } from "./close-and-release.ts";
import { defaultPolicy, requireFloors } from "./policy-schema.ts";
import { insertWave, replaceSubjectCodes } from "./store.ts";

export interface WaveImport {
  readonly programme: string;
  readonly title: string;
  readonly definition: SurveyDefinition;
  readonly dataset: Dataset;
  /** Staff number or mail address of the coach who reads the reports. */
  readonly coach: string;
  /** The kind's default if left out. */
  readonly policy?: DisclosurePolicy;
  /** Null where the program itself imports. */
  readonly actorPersonId: string | null;
}

/** Those who were rated, as people of the list: their code in the file is their staff number. */
function listed(ref: string) {
  return { ref, name: ref, mail: null, unit: "", site: "", grade: "", lineManagerRef: null };
}

/** Codes in the manifest are short; those of the file may be any length. */
function withShortCodes(dataset: Dataset): {
  readonly dataset: Dataset;
  readonly codes: ReadonlyMap<string, string>;
} {
  const codes = new Map(dataset.subjects.map((subject) => [subject, newId()]));
  return {
    codes,
    dataset: { ...dataset, subjects: dataset.subjects.map((subject) => codes.get(subject) ?? "") },
  };
}

/**
 * @returns the id of the released wave.
 * @throws DomainError "not-found" for the programme or the coach
 */
export async function importWave(
  context: Pick<StaffContext, "people" | "answers" | "keys" | "clock">,
  request: WaveImport,
): Promise<string> {
  const wave = newId();
  const definitionId = definitionIdOf(request.definition);
  const { kind, identity } = request.definition.soundings;
  const policy = request.policy ?? defaultPolicy(kind, context.clock());
  requireFloors(policy, kind);
  const { dataset, codes } = withShortCodes(request.dataset);
  const { canonical, title } = request.definition;
  await context.people.read((db) => requireProgrammeAndCoach(db, request));
  await context.answers.write((tx) => insertDefinitions(tx, [{ id: definitionId, canonical, title }]));
  await storeImportedWave(context, { wave, definitionId, policy, dataset });
  await context.people.write(async (tx) => {
    const now = context.clock();
    const { coachId, people } = await requireProgrammeAndCoach(tx, request);
    const known = new Set(people.map((person) => person.ref));
    await insertPeople(tx, [...codes.keys()].filter((ref) => !known.has(ref)).map(listed), now);
    const byRef = new Map((await everyPerson(tx)).map((person) => [person.ref, person.id]));
    await insertWave(tx, {
      id: wave,
      programmeId: request.programme,
      definitionId,
      title: request.title,
      kind,
      identity,
      state: "releasing",
      policy,
      closedAt: now,
    });
    await replaceSubjectCodes(
      tx,
      wave,
      [...codes].map(([ref, code]) => ({ code, personId: byRef.get(ref) ?? "", coachPersonId: coachId })),
    );
    await appendAudit(tx, {
      at: now,
      actorPersonId: request.actorPersonId,
      action: "wave-imported",
      details: { wave, subjects: codes.size, rows: dataset.rows },
    });
  });
  await goOnReleasing(context, wave);
  return wave;
}

async function requireProgrammeAndCoach(db: Parameters<typeof everyPerson>[0], request: WaveImport) {
  if ((await programmeById(db, request.programme)) === undefined) {
    throw new DomainError("not-found", "There is no such programme. Create it first, or correct its id.");
  }
  const people = await everyPerson(db);
  const key = request.coach.toLowerCase();
  const coach = people.find(
    (person) => person.ref.toLowerCase() === key || person.mail?.toLowerCase() === key,
  );
  if (coach === undefined) {
    throw new DomainError(
      "not-found",
      "The coach is not on the list of people. Import the list of people first.",
    );
  }
  return { people, coachId: coach.id };
}
