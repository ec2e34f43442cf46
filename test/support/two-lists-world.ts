/** A world in which nine people may be asked about one, in one wave after the other, and always answer the same. */
import type { Report360 } from "../../analysis/report360/report-model.ts";
import { definitionOfId } from "../../api/definitions/read-definitions.ts";
import { waveSeal } from "../../api/keys/store.ts";
import { createProgramme } from "../../api/programmes/create-programme.ts";
import { releaseOf } from "../../api/releases/store.ts";
import { importPeople } from "../../api/roster/import-people.ts";
import { closeOpenWave, releaseReports } from "../../api/waves/close-and-release.ts";
import { createWave } from "../../api/waves/create-wave.ts";
import { findWave } from "../../api/waves/find-wave.ts";
import { importLineUp } from "../../api/waves/import-line-up.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { assignmentsOfWave, subjectsOfWave } from "../../api/waves/store.ts";
import { issueAll } from "./issue-all.ts";
import { insertResponses, type TestResponse } from "./native-seal.ts";
import { seededRandom } from "./seeded-random.ts";
import { FIRST_TIME, openStaffWorld, PEOPLE_CSV, type StaffWorld } from "./staff-world.ts";
import { storedInstrument } from "./stored-instrument.ts";

const DAY = 86_400_000;

/** The answers of one rater: by item code, 1 to 5. */
export type Given = ReadonlyMap<string, number>;

export interface TwoListsWorld {
  readonly world: StaffWorld;
  readonly items: readonly string[];
  /** By staff number. */
  readonly given: ReadonlyMap<string, Given>;
  /** So many days after the first. */
  setDay(days: number): void;
  /** A draft about M1, with these peers; "R4,other" is asked in another group. */
  draft(title: string, raters: readonly string[]): Promise<string>;
  /** Everybody who is asked answers, and the wave closes. */
  answerAndClose(wave: string): Promise<void>;
  /** @returns its report about M1 */
  release(wave: string): Promise<Report360>;
  /** All of it. */
  released(title: string, raters: readonly string[]): Promise<Report360>;
  /** A build without the ledger: what it noted is gone whenever somebody asks. */
  forgetLedger(): Promise<void>;
}

function formOf(
  answers: Given,
  questionOf: ReadonlyMap<string, { question: string; row?: string | undefined }>,
) {
  const form: Record<string, unknown> = {};
  for (const [code, value] of answers) {
    const { question = code, row } = questionOf.get(code) ?? {};
    form[question] = row === undefined ? value : { ...Object(form[question]), [row]: value };
  }
  return form;
}

function lineOf(rater: string): string {
  return `M1,${rater.includes(",") ? rater : `${rater},peer`}`;
}

export async function openTwoListsWorld(): Promise<TwoListsWorld> {
  const world = await openStaffWorld();
  const { context, coordinator } = world;
  await importPeople(context, coordinator, { csv: PEOPLE_CSV, apply: true });
  const { id: programme } = await createProgramme(context, coordinator, { name: "Better managers" });
  const { id, definition } = await storedInstrument(context, "leadership-360");
  const items = definition.items.filter(({ kind }) => kind === "scale").map(({ code }) => code);
  const below = seededRandom(3);
  const given = new Map(
    Array.from({ length: 9 }, (_, n) => [`R${n + 1}`, new Map(items.map((item) => [item, 2 + below(3)]))]),
  );
  const made: Omit<TwoListsWorld, "released"> = {
    world,
    items,
    given,
    setDay: (days) => world.setTime(new Date(FIRST_TIME.getTime() + days * DAY)),
    draft: async (title, raters) => {
      const wave = await createWave(context, coordinator, { programme, definition: id, title });
      const lists = [
        ["subjects", "subject,coach\nM1,C1\n"],
        ["raters", `subject,rater,group\n${raters.map(lineOf).join("\n")}\n`],
      ] as const;
      for (const [list, csv] of lists)
        await importLineUp(context, coordinator, { wave, list, csv, apply: true });
      return wave;
    },
    answerAndClose: (wave) => answerAndClose(world, wave, given),
    release: async (wave) => {
      await releaseReports(context, coordinator, { wave });
      const [subject] = await context.people.read((db) => subjectsOfWave(db, wave));
      const found = await context.answers.read((db) => releaseOf(db, wave, subject?.code ?? ""));
      if (found === undefined) throw new RangeError("the report was not made");
      return found.report;
    },
    forgetLedger: () =>
      context.people.write(async (tx) => {
        await tx.delete(tx.tables.ledgerPeople);
        await tx.update(tx.tables.ledgerWaves).set({ items: {} });
      }),
  };
  return {
    ...made,
    released: async (title, raters) => {
      const wave = await made.draft(title, raters);
      await openWave(context, coordinator, { wave });
      await made.answerAndClose(wave);
      return made.release(wave);
    },
  };
}

async function answerAndClose(
  { context, coordinator }: StaffWorld,
  wave: string,
  given: TwoListsWorld["given"],
): Promise<void> {
  const { assignments, persons } = await context.people.read(async (db) => ({
    assignments: await assignmentsOfWave(db, wave),
    persons: new Map((await db.select().from(db.tables.persons)).map(({ id, ref }) => [id, ref])),
  }));
  const { definitionId } = await context.people.read((db) => findWave(db, wave));
  const definition = await definitionOfId(context, definitionId);
  const questionOf = new Map(definition.items.map((item) => [item.code, item]));
  const seal = await context.answers.read((db) => waveSeal(db, wave));
  if (seal === undefined) throw new RangeError("an open wave has a seal");
  const responses = assignments.map(({ subjectCode, group, raterPersonId }): TestResponse => {
    const answers = given.get(persons.get(raterPersonId) ?? "") ?? new Map();
    return { subject: subjectCode, group, answers: formOf(answers, questionOf) };
  });
  await issueAll(context, wave);
  await insertResponses(context, seal.manifest, responses);
  await closeOpenWave(context, coordinator, { wave });
}
