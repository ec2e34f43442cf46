/** A data folder as a stopped server leaves it: invented people, one released 360 wave and one that is open. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { readConfig } from "../../api/config.ts";
import type { StaffContext } from "../../api/context.ts";
import { publishShippedInstruments } from "../../api/definitions/publish-definition.ts";
import { demoPeopleCsv, demoRatersCsv, demoSubjectsCsv } from "../../api/demo/demo-people.ts";
import { seededRandom } from "../../api/demo/invent-answers.ts";
import { simulateRaters } from "../../api/demo/simulate-raters.ts";
import { openKeyRing } from "../../api/keys/key-ring.ts";
import type { StaffMember } from "../../api/permissions.ts";
import { createProgramme } from "../../api/programmes/create-programme.ts";
import { importPeople } from "../../api/roster/import-people.ts";
import { insertPeople } from "../../api/roster/store.ts";
import { openAnswerStore } from "../../api/storage/answer-store.ts";
import { openPeopleStore } from "../../api/storage/people-store.ts";
import { closeOpenWave, releaseReports } from "../../api/waves/close-and-release.ts";
import { createWave } from "../../api/waves/create-wave.ts";
import { importLineUp } from "../../api/waves/import-line-up.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { storedInstrument } from "./stored-instrument.ts";
import { testEnvironment } from "./test-environment.ts";

export interface FilledInstallation {
  readonly folder: string;
  /** A copy to spoil; it goes with the rest. */
  copy(): string;
  cleanUp(): void;
}

/** As many have not yet sent in the open wave. */
const SILENT = 6;

async function fillWith360(context: StaffContext, coordinator: StaffMember): Promise<void> {
  await importPeople(context, coordinator, { csv: demoPeopleCsv(), apply: true });
  const { id: programme } = await createProgramme(context, coordinator, { name: "Coaching for managers" });
  const { id, definition } = await storedInstrument(context, "leadership-360");
  const random = seededRandom(3);
  for (const title of ["Released", "Open"]) {
    const wave = await createWave(context, coordinator, { programme, definition: id, title });
    for (const [list, csv] of [
      ["subjects", demoSubjectsCsv()],
      ["raters", demoRatersCsv()],
    ] as const)
      await importLineUp(context, coordinator, { wave, list, csv, apply: true });
    await openWave(context, coordinator, { wave });
    let silent = title === "Open" ? SILENT : 0;
    const isSilent = () => {
      silent -= 1;
      return silent >= 0;
    };
    await simulateRaters(context, { wave, definition, random, isSilent });
    if (title === "Open") continue;
    await closeOpenWave(context, coordinator, { wave });
    await releaseReports(context, coordinator, { wave });
  }
}

/** Somebody in whose name it is done. */
async function coordinatorOf(context: StaffContext): Promise<StaffMember> {
  const blank = { unit: "", site: "", grade: "", lineManagerRef: null };
  const listed = { ref: "K1", name: "Kim Coordinator", mail: "kim@example.org", ...blank };
  await context.people.write((tx) => insertPeople(tx, [listed], context.clock()));
  const [person] = await context.people.read((db) => db.select().from(db.tables.persons));
  return { personId: person?.id ?? "", name: listed.name, roles: ["coordinator"] };
}

/** Into empty stores, for tests that bring their own engine. */
export async function fillStores(context: StaffContext): Promise<void> {
  await publishShippedInstruments(context);
  await fillWith360(context, await coordinatorOf(context));
}

export async function fillInstallation(clock: () => Date = () => new Date()): Promise<FilledInstallation> {
  const root = mkdtempSync(join(tmpdir(), "soundings-installation-"));
  const folder = join(root, "data");
  // Where versions before put it, so that it goes along with copies of the folder.
  const keyFile = join(folder, "keys", "key-encryption.key");
  const config = readConfig({ ...testEnvironment, SOUNDINGS_KEY_FILE: keyFile }, { data: folder });
  const people = await openPeopleStore(config);
  const answers = await openAnswerStore(config);
  const keys = await openKeyRing({ ...config, dataFolder: root });
  const context: StaffContext = { people, answers, keys, config, clock, baseUrl: () => "http://localhost" };
  await fillStores(context);
  await answers.scrub();
  await people.scrub();
  await people.close();
  await answers.close();
  let copies = 0;
  return {
    folder,
    copy: () => {
      copies += 1;
      const to = join(root, `copy-${copies}`);
      cpSync(folder, to, { recursive: true, preserveTimestamps: true });
      return to;
    },
    cleanUp: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Changes a store of a stopped installation as somebody with the file could. */
export function spoil(
  folder: string,
  store: "identity" | "responses",
  change: (db: Database.Database) => void,
): void {
  const db = new Database(join(folder, `${store}.sqlite`));
  db.pragma("foreign_keys = OFF");
  change(db);
  db.close();
}
