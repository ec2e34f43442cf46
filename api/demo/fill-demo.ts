/** Fills an empty data folder with the demo programme, through the same verbs a coordinator uses. */
import type { StaffContext } from "../context.ts";
import { listDefinitions } from "../definitions/read-definitions.ts";
import type { StaffMember } from "../permissions.ts";
import { createProgramme } from "../programmes/create-programme.ts";
import { everyProgramme } from "../programmes/store.ts";
import { changeRole } from "../roster/change-role.ts";
import { importPeople } from "../roster/import-people.ts";
import { addRole, everyPerson, insertPeople } from "../roster/store.ts";
import { closeOpenWave, releaseReports } from "../waves/close-and-release.ts";
import { countWave } from "../waves/count-progress.ts";
import { createWave } from "../waves/create-wave.ts";
import { findWave } from "../waves/find-wave.ts";
import { importLineUp } from "../waves/import-line-up.ts";
import { openWave } from "../waves/open-wave.ts";
import { subjectsOfWave } from "../waves/store.ts";
import {
  DEMO_COACHES,
  DEMO_COORDINATOR,
  demoPeopleCsv,
  demoRatersCsv,
  demoSubjectsCsv,
} from "./demo-people.ts";
import { DEMO_EVALUATOR, demoStaffCsv } from "./demo-staff.ts";
import { fillDemoSurveys } from "./demo-surveys.ts";
import { fillMentoring } from "./fill-mentoring.ts";
import { seededRandom } from "./invent-answers.ts";
import { simulateRaters } from "./simulate-raters.ts";

const DEMO_PROGRAMME = "Coaching for managers (demo)";
const DAYS_OPEN = 14;
const SEED = 20_260_301;
const SURVEY_SEED = 20_250_115;

/** The demo's coordinator comes first: everything else is done in that name. */
async function demoCoordinator(context: StaffContext): Promise<StaffMember> {
  return context.people.write(async (tx) => {
    await insertPeople(
      tx,
      [{ ...DEMO_COORDINATOR, unit: "People", site: "Head office", grade: "Senior", lineManagerRef: null }],
      context.clock(),
    );
    const person = (await everyPerson(tx)).find(({ ref }) => ref === DEMO_COORDINATOR.ref);
    if (person === undefined) throw new RangeError("the demo requires its coordinator");
    await addRole(tx, person.id, "coordinator");
    return { personId: person.id, name: person.name, roles: ["coordinator"] };
  });
}

async function lineUp(context: StaffContext, staff: StaffMember, wave: string): Promise<void> {
  await importLineUp(context, staff, { wave, list: "subjects", csv: demoSubjectsCsv(), apply: true });
  await importLineUp(context, staff, { wave, list: "raters", csv: demoRatersCsv(), apply: true });
}

/** One finished and released wave, and one that is open with a handful of raters left. */
async function demoWaves(context: StaffContext, staff: StaffMember, programme: string): Promise<void> {
  const listed = await listDefinitions(context);
  const leadership = listed.find(({ definition }) => definition.soundings.id === "leadership-360");
  if (leadership === undefined) throw new RangeError("the demo requires the shipped 360 instrument");
  const { id: definitionId, definition } = leadership;
  const random = seededRandom(SEED);
  const finished = await createWave(context, staff, {
    programme,
    definition: definitionId,
    title: "Leadership feedback, first round",
  });
  await lineUp(context, staff, finished);
  await openWave(context, staff, { wave: finished });
  await simulateRaters(context, { wave: finished, definition, random, isSilent: () => random() < 0.12 });
  await closeOpenWave(context, staff, { wave: finished });
  await releaseReports(context, staff, { wave: finished });
  const open = await createWave(context, staff, {
    programme,
    definition: definitionId,
    title: "Leadership feedback, second round",
    closesAt: new Date(context.clock().getTime() + DAYS_OPEN * 86_400_000),
  });
  await lineUp(context, staff, open);
  await openWave(context, staff, { wave: open });
  const [first] = await context.people.read((db) => subjectsOfWave(db, open));
  const silentAbout = first?.code;
  let unsent = 0;
  const isSilent = ({ subjectCode }: { readonly subjectCode: string }): boolean => {
    if (subjectCode !== silentAbout || unsent >= 6) return false;
    unsent += 1;
    return true;
  };
  await simulateRaters(context, { wave: open, definition, random, isSilent });
  // Whoever tries the demo should not have to wait for the next hour at which counts are made.
  await countWave(context, await context.people.read((db) => findWave(db, open)));
}

/**
 * To be asked before anything is served: a demo lets anybody in.
 * @returns true if the demo is there already, false if nobody is
 * @throws RangeError for stores that hold anything else
 */
export async function isDemoFilled({ people }: Pick<StaffContext, "people">): Promise<boolean> {
  const existing = await people.read(everyPerson);
  if (existing.length === 0) return false;
  const invented = existing.some(
    ({ ref, mail }) => ref === DEMO_COORDINATOR.ref && mail === DEMO_COORDINATOR.mail,
  );
  const programmes = await people.read(everyProgramme);
  if (invented && programmes.some((programme) => programme.name === DEMO_PROGRAMME)) return true;
  throw new RangeError(
    "This data folder is not a demo's. A demo lets anybody in, so it needs a folder of its own.",
  );
}

/**
 * Fills an empty folder; does nothing where the demo is already.
 *
 * @param before what else belongs into the programme; made first, so that the demo's own waves are its newest
 * @throws RangeError for a folder that holds anything else: a demo lets anybody in.
 */
export async function fillDemo(
  context: StaffContext,
  before?: (programme: string) => Promise<void>,
): Promise<void> {
  if (await isDemoFilled(context)) return;
  const staff = await demoCoordinator(context);
  await importPeople(context, staff, { csv: demoPeopleCsv(), apply: true });
  await importPeople(context, staff, { csv: demoStaffCsv(), apply: true });
  const people = await context.people.read(everyPerson);
  for (const coach of DEMO_COACHES) {
    const personId = people.find(({ ref }) => ref === coach.ref)?.id ?? "";
    await changeRole(context, staff, { personId, role: "coach", has: true });
  }
  const evaluator = people.find(({ ref }) => ref === DEMO_EVALUATOR.ref)?.id ?? "";
  await changeRole(context, staff, { personId: evaluator, role: "evaluator", has: true });
  const { id } = await createProgramme(context, staff, { name: DEMO_PROGRAMME });
  await fillDemoSurveys(context, staff, { programme: id, random: seededRandom(SURVEY_SEED) });
  await fillMentoring(context, staff, id);
  await before?.(id);
  await demoWaves(context, staff, id);
}
