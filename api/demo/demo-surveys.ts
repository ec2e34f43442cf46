/** Two staff surveys of the demo, a year apart: the same invented staff before and after a coaching programme. */
import type { SurveyAnswers } from "../../surveys/definition.ts";
import { sealBox } from "../../surveys/seal-box.ts";
import type { StaffContext } from "../context.ts";
import { listDefinitions } from "../definitions/read-definitions.ts";
import { importHeadcounts } from "../headcounts/import-headcounts.ts";
import type { StaffMember } from "../permissions.ts";
import { everyPerson } from "../roster/store.ts";
import { closeOpenWave, releaseReports } from "../waves/close-and-release.ts";
import { createWave } from "../waves/create-wave.ts";
import { importLineUp } from "../waves/import-line-up.ts";
import { openWave } from "../waves/open-wave.ts";
import { assignmentsOfWave, markIssued } from "../waves/store.ts";
import { demoArea, demoParticipantsCsv } from "./demo-staff.ts";
import type { Random } from "./invent-answers.ts";
import {
  type InventedMember,
  type InventedWave,
  inventMember,
  inventStaffAnswers,
} from "./invent-staff-answers.ts";
import { withComments } from "./invent-staff-comments.ts";
import { answersArrive } from "./simulate-raters.ts";

interface DemoSurvey {
  readonly title: string;
  readonly daysAgo: number;
  readonly wave: InventedWave;
  /** Share of those asked who answer. */
  readonly response: number;
  /** How many comment on each question. */
  readonly comments: number;
}

/** Senior management and own managers gain, treatment stays, and one unit goes the other way. */
const SURVEYS: readonly DemoSurvey[] = [
  {
    title: "Staff survey, before the programme",
    daysAgo: 400,
    response: 0.72,
    comments: 14,
    wave: {
      levels: { "senior-management": -0.25, "own-manager": 0.15, treatment: 0.2 },
      ofArea: { "area-c": -0.15 },
      bullied: 0.16,
    },
  },
  {
    title: "Staff survey, a year on",
    daysAgo: 30,
    response: 0.78,
    comments: 24,
    wave: {
      levels: { "senior-management": 0.2, "own-manager": 0.4, treatment: 0.22 },
      ofArea: { "area-a": 0.1, "area-c": -0.45 },
      bullied: 0.1,
    },
  },
];

const DAY_MILLISECONDS = 86_400_000;

async function answerAll(
  context: StaffContext,
  wave: string,
  forms: readonly SurveyAnswers[],
): Promise<void> {
  const { manifest, store } = await answersArrive(context, wave);
  const scope = { wave, subject: "", group: "" };
  for (const answers of forms) {
    const box = await sealBox(manifest, scope, answers);
    if (box === undefined) throw new RangeError("invented answers require a larger box");
    await store(scope, box);
  }
}

/** Makes both waves and releases them, each at its own time in the past. */
export async function fillDemoSurveys(
  context: StaffContext,
  staff: StaffMember,
  { programme, random }: { readonly programme: string; readonly random: Random },
): Promise<void> {
  const listed = await listDefinitions(context);
  const survey = listed.find(({ definition }) => definition.soundings.id === "staff-confidence");
  if (survey === undefined) throw new RangeError("the demo requires the shipped staff survey");
  const people = (await context.people.read(everyPerson)).sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const members = new Map(people.map(({ id, ref }) => [id, inventMember(demoArea(ref), random)]));
  const now = context.clock();
  const until = new Date(now.getTime() + 365 * DAY_MILLISECONDS).toISOString().slice(0, 10);
  for (const demo of SURVEYS) {
    const at = new Date(now.getTime() - demo.daysAgo * DAY_MILLISECONDS);
    const then = { ...context, clock: () => at };
    const wave = await createWave(then, staff, {
      programme,
      definition: survey.id,
      title: demo.title,
      policy: {
        minimumGroupSize: 10,
        minimumComments: 10,
        smallGroups: "merge",
        retention: { rule: "until-date", date: until },
        cuts: [["area"], ["grade-band"]],
      },
    });
    const csv = demoParticipantsCsv();
    await importLineUp(then, staff, { wave, list: "participants", csv, apply: true });
    await importHeadcounts(then, staff, { wave, apply: true });
    await openWave(then, staff, { wave });
    await answer(then, wave, { survey: demo, members, definition: survey.definition, random });
    await closeOpenWave(then, staff, { wave });
    await releaseReports(then, staff, { wave });
  }
}

interface Answering {
  readonly survey: DemoSurvey;
  readonly members: ReadonlyMap<string, InventedMember>;
  readonly definition: Parameters<typeof inventStaffAnswers>[0];
  readonly random: Random;
}

async function answer(
  context: StaffContext,
  wave: string,
  { survey, members, definition, random }: Answering,
): Promise<void> {
  const assignments = await context.people.read((db) => assignmentsOfWave(db, wave));
  const forms: SurveyAnswers[] = [];
  const issued: string[] = [];
  assignments.sort((a, b) => (a.raterPersonId < b.raterPersonId ? -1 : 1));
  assignments.forEach(({ id, raterPersonId }) => {
    const member = members.get(raterPersonId);
    if (member === undefined || random() > survey.response) return;
    forms.push(inventStaffAnswers(definition, { member, wave: survey.wave }, random));
    issued.push(id);
  });
  await answerAll(context, wave, withComments(forms, survey.comments));
  await context.people.write((tx) => markIssued(tx, context.keys, { wave, ids: issued }));
}
