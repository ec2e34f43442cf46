/** A populated installation for the walk over every route: something of each kind there is, and somebody of each role. */
import { listDefinitions } from "../../api/definitions/read-definitions.ts";
import { seededRandom } from "../../api/demo/invent-answers.ts";
import { runMatch } from "../../api/mentoring/board/run-match.ts";
import { importPeople } from "../../api/roster/import-people.ts";
import { addRole } from "../../api/roster/store.ts";
import { closeOpenWave, releaseReports } from "../../api/waves/close-and-release.ts";
import { openFullRound } from "./mentoring-world.ts";
import { openAndAnswer } from "./open-and-answer.ts";
import { draftWave } from "./staff-world.ts";
import { storedInstrument } from "./stored-instrument.ts";
import { inventStaffAnswers } from "./survey-answers.ts";
import { addStaff, answeredSurvey, draftSurvey, releasedSurvey, type SurveyWanted } from "./survey-world.ts";
import { openWholeApp, type WholeApp } from "./whole-app.ts";

export const GATE_ROLES = ["nobody", "coordinator", "coach", "evaluator"] as const;
export type GateRole = (typeof GATE_ROLES)[number];

export interface GateWorld {
  readonly whole: WholeApp;
  /** Values of each parameter of an address; every combination is asked for. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Queries that an address needs to answer at all. */
  readonly queries: Readonly<Record<string, readonly string[]>>;
  readonly cookies: ReadonlyMap<GateRole, string>;
}

async function answered360({ world }: WholeApp, title: string): Promise<string> {
  const wave = await draftWave(world, title);
  await openAndAnswer(world, wave, seededRandom(5));
  return wave;
}

async function surveyWanted({ world }: WholeApp, programme: string, title: string): Promise<SurveyWanted> {
  const { definition } = await storedInstrument(world.context, "staff-confidence");
  const answers = inventStaffAnswers(definition, {
    count: 50,
    seed: title.length,
    comments: 12,
    cut: { code: "area", weights: { "area-a": 20, "area-b": 20, "area-c": 10 } },
  });
  return { programme, instrument: "staff-confidence", title, cuts: [["area"]], invited: 60, answers };
}

/** What is read afterwards about closed waves can come from what was released and from nothing else. */
async function destroyAllButReleases({ world }: WholeApp): Promise<void> {
  await world.context.answers.write(async (tx) => {
    await tx.delete(tx.tables.datasets);
    await tx.update(tx.tables.waveSeals).set({ datasetKeyWrapped: null });
  });
}

/** A session of somebody with each role. */
async function cookiesOf(
  whole: WholeApp,
  refs: Readonly<Record<Exclude<GateRole, "nobody">, string>>,
): Promise<Map<GateRole, string>> {
  const cookies = new Map<GateRole, string>([["nobody", ""]]);
  for (const role of GATE_ROLES) {
    if (role === "nobody") continue;
    const { personId } = await whole.world.staff(refs[role]);
    await whole.world.context.people.write((tx) => addRole(tx, personId, role));
    cookies.set(role, await whole.cookieOf(refs[role]));
  }
  return cookies;
}

/** A round of mentoring with a run and its pairs: all of it carries names. */
export async function openGateMentoring(): Promise<GateWorld> {
  const world = await openFullRound();
  const whole = await openWholeApp(world);
  const { context, coordinator, round } = world;
  const { id: run } = await runMatch(context, coordinator, { round: round.id });
  const cookies = await cookiesOf(whole, { coordinator: "K1", coach: "T1", evaluator: "T2" });
  return {
    whole,
    cookies,
    values: {
      programme: [world.programme],
      round: [round.id],
      run: [run],
      mentee: [world.id("E1")],
      mentor: [world.id("N1"), world.id("N2")],
      person: [world.id("E1"), world.id("N1")],
    },
    queries: {},
  };
}

export async function openGateWorld(): Promise<GateWorld> {
  const whole = await openWholeApp();
  const { world } = whole;
  const { context, coordinator } = world;
  await addStaff(world, 60);
  const released = await answered360(whole, "Released");
  await closeOpenWave(context, coordinator, { wave: released });
  await releaseReports(context, coordinator, { wave: released });
  const open = await answered360(whole, "Open");
  const [programme] = await context.people.read(async (db) => db.select().from(db.tables.programmes));
  if (programme === undefined) throw new RangeError("the walk requires a programme");
  const before = await releasedSurvey(whole.world, await surveyWanted(whole, programme.id, "Before"));
  const after = await releasedSurvey(whole.world, await surveyWanted(whole, programme.id, "Afterwards"));
  const csv = "staff_number,name,mail\nS7,Staff 7,\n";
  await importPeople(context, coordinator, { csv, apply: true });
  const byLetter = await answeredSurvey(world, await surveyWanted(whole, programme.id, "With letters"));
  const draft = await draftSurvey(world, await surveyWanted(whole, programme.id, "Planned"));
  await destroyAllButReleases(whole);
  const cookies = await cookiesOf(whole, { coordinator: "K1", coach: "C1", evaluator: "B1" });
  const subjects = await context.people.read(async (db) => db.select().from(db.tables.subjects));
  const definitions = await listDefinitions(context);
  return {
    whole,
    cookies,
    values: {
      wave: [released, open, before, after, draft, byLetter],
      programme: [programme.id],
      subject: subjects.filter(({ waveId }) => waveId === released).map(({ code }) => code),
      definition: definitions.slice(0, 2).map(({ id }) => id),
      release: ["1"],
      format: ["csv", "xlsx", "sav", "r"],
    },
    queries: {
      "GET /api/comparisons": [`waves=${before},${after}`],
      "GET /api/comparisons/files/{format}": [`waves=${before},${after}`],
    },
  };
}
