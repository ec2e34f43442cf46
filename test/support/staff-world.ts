/** A server's insides in a temporary folder, with a coordinator, a coach and people: for tests of staff verbs. */
import { randomBytes } from "node:crypto";
import type { Config } from "../../api/config.ts";
import { readConfig } from "../../api/config.ts";
import type { StaffContext } from "../../api/context.ts";
import { publishShippedInstruments } from "../../api/definitions/publish-definition.ts";
import { keyRingOf } from "../../api/keys/key-ring.ts";
import type { Role, StaffMember } from "../../api/permissions.ts";
import { createProgramme } from "../../api/programmes/create-programme.ts";
import { importPeople } from "../../api/roster/import-people.ts";
import { addRole, everyPerson, insertPeople } from "../../api/roster/store.ts";
import { createWave } from "../../api/waves/create-wave.ts";
import { importLineUp } from "../../api/waves/import-line-up.ts";
import { storedInstrument } from "./stored-instrument.ts";
import { openTestStores } from "./stores.ts";
import { testEnvironment } from "./test-environment.ts";

export interface StaffWorld {
  readonly context: StaffContext;
  readonly coordinator: StaffMember;
  /** Sets the time of everything that follows. */
  setTime(time: Date): void;
  /** The person of this staff number, with roles. */
  staff(ref: string, ...roles: readonly Role[]): Promise<StaffMember>;
  cleanUp(): Promise<void>;
}

export const FIRST_TIME = new Date("2026-03-02T09:00:00Z");

/** Everybody the tests need: M1 and M2 are rated, C1 and C2 coach, R1 to R9 rate. */
export const PEOPLE_CSV = `staff_number,name,mail,unit,site,grade,line_manager
C1,Cora Coach,cora@example.org,People,Head office,Senior,
C2,Carl Coach,carl@example.org,People,Head office,Senior,
B1,Bo Boss,bo@example.org,Planning,Head office,Senior,
M1,Mia Manager,mia@example.org,Planning,Head office,Manager,B1
M2,Max Manager,max@example.org,Finance,Riverside,Manager,B1
${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `R${n},Rater ${n},rater${n}@example.org,Planning,Riverside,Officer,M1`).join("\n")}
`;

const SUBJECTS_CSV = "subject,coach\nM1,C1\nM2,C2\n";
export const RATERS_CSV = `subject,rater,group
M1,B1,line-manager
M1,M2,peer
${[1, 2, 3, 4].map((n) => `M1,R${n},direct-report`).join("\n")}
M2,B1,line-manager
${[5, 6, 7, 8, 9].map((n) => `M2,R${n},peer`).join("\n")}
`;

export async function openStaffWorld(): Promise<StaffWorld> {
  const { people, answers, dataFolder, cleanUp } = await openTestStores();
  let now = FIRST_TIME;
  const config: Config = readConfig(testEnvironment, { data: dataFolder });
  const context: StaffContext = {
    people,
    answers,
    keys: keyRingOf(new Uint8Array(randomBytes(32))),
    config,
    clock: () => now,
    baseUrl: () => "http://localhost:8360",
  };
  await publishShippedInstruments(context);
  const coordinator = await people.write(async (tx) => {
    const listed = {
      ref: "K1",
      name: "Kim Coordinator",
      mail: "kim@example.org",
      unit: "",
      site: "",
      grade: "",
    };
    await insertPeople(tx, [{ ...listed, lineManagerRef: null }], now);
    const [person] = await everyPerson(tx);
    await addRole(tx, person?.id ?? "", "coordinator");
    return { personId: person?.id ?? "", name: "Kim Coordinator", roles: ["coordinator"] as const };
  });
  return {
    context,
    coordinator,
    setTime: (time) => {
      now = time;
    },
    staff: async (ref, ...roles) => {
      const person = (await people.read(everyPerson)).find((candidate) => candidate.ref === ref);
      if (person === undefined) throw new RangeError(`nobody has the staff number ${ref}`);
      return { personId: person.id, name: person.name, roles };
    },
    cleanUp,
  };
}

/** A draft of the shipped 360 with both lists imported. */
export async function draftWave(
  { context, coordinator }: StaffWorld,
  title = "First round",
): Promise<string> {
  await importPeople(context, coordinator, { csv: PEOPLE_CSV, apply: true });
  const { id: programme } = await createProgramme(context, coordinator, { name: `Programme of ${title}` });
  const { id: definition } = await storedInstrument(context, "leadership-360");
  const wave = await createWave(context, coordinator, {
    programme,
    definition,
    title,
    closesAt: new Date(FIRST_TIME.getTime() + 14 * 86_400_000),
  });
  await importLineUp(context, coordinator, { wave, list: "subjects", csv: SUBJECTS_CSV, apply: true });
  await importLineUp(context, coordinator, { wave, list: "raters", csv: RATERS_CSV, apply: true });
  return wave;
}
