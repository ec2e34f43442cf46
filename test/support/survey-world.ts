/** Staff surveys that ran: people invited, answers sealed as browsers seal them, closed and released. */
import { eq } from "drizzle-orm";
import { waveSeal } from "../../api/keys/store.ts";
import type { Role } from "../../api/permissions.ts";
import { createProgramme } from "../../api/programmes/create-programme.ts";
import { importPeople } from "../../api/roster/import-people.ts";
import { addRole } from "../../api/roster/store.ts";
import { closeOpenWave, releaseReports } from "../../api/waves/close-and-release.ts";
import { createWave } from "../../api/waves/create-wave.ts";
import { importLineUp } from "../../api/waves/import-line-up.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import type { SurveyAnswers } from "../../surveys/definition.ts";
import { issueAll } from "./issue-all.ts";
import { insertResponses } from "./native-seal.ts";
import type { StaffWorld } from "./staff-world.ts";
import { storedInstrument } from "./stored-instrument.ts";

export interface SurveyWanted {
  readonly programme: string;
  /** Id of a shipped instrument. */
  readonly instrument: string;
  readonly title: string;
  readonly cuts?: readonly (readonly string[])[];
  /** k of the policy; 5, the floor, unless given. */
  readonly minimum?: number;
  /** How many are asked. */
  readonly invited: number;
  readonly answers: readonly SurveyAnswers[];
}

/** Staff numbers S1, S2, … */
export async function addStaff({ context, coordinator }: StaffWorld, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, place) => {
    const n = place + 1;
    const unit = n % 3 === 0 ? "Area A" : "Area B";
    return `S${n},Staff ${n},staff${n}@example.org,${unit},Head office,Officer,`;
  });
  const csv = ["staff_number,name,mail,unit,site,grade,line_manager", ...rows].join("\n");
  await importPeople(context, coordinator, { csv: `${csv}\n`, apply: true });
}

/** The person of the first staff number, with the role. */
export async function withRole(world: StaffWorld, ref: string, role: Role) {
  const member = await world.staff(ref, role);
  await world.context.people.write((tx) => addRole(tx, member.personId, role));
  return member;
}

export async function programmeNamed({ context, coordinator }: StaffWorld, name: string): Promise<string> {
  return (await createProgramme(context, coordinator, { name })).id;
}

/** A draft with its participants. */
export async function draftSurvey(world: StaffWorld, wanted: SurveyWanted): Promise<string> {
  const { context, coordinator } = world;
  const { id: definition } = await storedInstrument(context, wanted.instrument);
  const wave = await createWave(context, coordinator, {
    programme: wanted.programme,
    definition,
    title: wanted.title,
    policy: {
      minimumGroupSize: wanted.minimum ?? 5,
      minimumComments: 5,
      smallGroups: "merge",
      retention: { rule: "until-date", date: "2027-03-01" },
      ...(wanted.cuts === undefined ? {} : { cuts: wanted.cuts }),
    },
  });
  const csv = ["person", ...Array.from({ length: wanted.invited }, (_, place) => `S${place + 1}`)].join("\n");
  await importLineUp(context, coordinator, { wave, list: "participants", csv: `${csv}\n`, apply: true });
  return wave;
}

/** A draft that twelve are invited to; two of them, S3 Nora and S5 Ned, have no mail address. */
export async function draftWithLetters(world: StaffWorld): Promise<string> {
  await addStaff(world, 12);
  const csv = "staff_number,name,mail,unit,site\nS3,Nora Nomail,,Area A,Yard\nS5,Ned Nomail,,Area A,Hall\n";
  await importPeople(world.context, world.coordinator, { csv, apply: true });
  return draftSurvey(world, {
    programme: await programmeNamed(world, "Better managers"),
    instrument: "learning-set-review",
    title: "Review",
    invited: 12,
    answers: [],
  });
}

/** A wave whose answers have arrived. */
export async function answeredSurvey(world: StaffWorld, wanted: SurveyWanted): Promise<string> {
  const { context, coordinator } = world;
  const wave = await draftSurvey(world, wanted);
  await openWave(context, coordinator, { wave });
  const seal = await context.answers.read((db) => waveSeal(db, wave));
  if (seal === undefined) throw new RangeError("an open wave has a seal");
  const responses = wanted.answers.map((answers) => ({ subject: "", group: "", answers }));
  await issueAll(context, wave);
  await insertResponses(context, seal.manifest, responses);
  return wave;
}

/** Makes a wave one whose answers came from elsewhere: nobody was told here by which groups figures are shown. */
export async function asImported({ context }: StaffWorld, wave: string): Promise<void> {
  await context.people.write((tx) =>
    tx.update(tx.tables.waves).set({ openedAt: null }).where(eq(tx.tables.waves.id, wave)),
  );
}

/** A wave that is released. */
export async function releasedSurvey(world: StaffWorld, wanted: SurveyWanted): Promise<string> {
  const wave = await answeredSurvey(world, wanted);
  await closeOpenWave(world.context, world.coordinator, { wave });
  await releaseReports(world.context, world.coordinator, { wave });
  return wave;
}
