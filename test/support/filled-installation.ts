/** A data folder as a stopped server leaves it: the demo's people, one released wave and one that is open. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { readConfig } from "../../api/config.ts";
import type { StaffContext } from "../../api/context.ts";
import { publishShippedInstruments } from "../../api/definitions/publish-definition.ts";
import { fillDemo } from "../../api/demo/fill-demo.ts";
import { openKeyRing } from "../../api/keys/key-ring.ts";
import { openAnswerStore } from "../../api/storage/answer-store.ts";
import { openPeopleStore } from "../../api/storage/people-store.ts";

export interface FilledInstallation {
  readonly folder: string;
  /** A copy to spoil; it goes with the rest. */
  copy(): string;
  cleanUp(): void;
}

export async function fillInstallation(clock: () => Date = () => new Date()): Promise<FilledInstallation> {
  const root = mkdtempSync(join(tmpdir(), "soundings-installation-"));
  const folder = join(root, "data");
  const config = readConfig({}, { data: folder });
  const people = await openPeopleStore(config);
  const answers = await openAnswerStore(config);
  const keys = await openKeyRing({ ...config, dataFolder: root });
  const context: StaffContext = { people, answers, keys, config, clock, baseUrl: () => "http://localhost" };
  await publishShippedInstruments(context);
  await fillDemo(context);
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
