/** Both stores in a temporary folder, for tests that need a real database. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AnswerStore, openAnswerStore } from "../../api/storage/answer-store.ts";
import { openPeopleStore, type PeopleStore } from "../../api/storage/people-store.ts";

export interface TestStores {
  readonly dataFolder: string;
  readonly people: PeopleStore;
  readonly answers: AnswerStore;
  /** Closes both stores and deletes the folder. */
  cleanUp(): Promise<void>;
}

/** Opens empty stores at the newest schema. Call cleanUp at the end of the test. */
export async function openTestStores(): Promise<TestStores> {
  const dataFolder = await mkdtemp(join(tmpdir(), "soundings-test-"));
  const people = await openPeopleStore({ dataFolder });
  const answers = await openAnswerStore({ dataFolder });
  return {
    dataFolder,
    people,
    answers,
    cleanUp: async () => {
      await Promise.all([people.close(), answers.close()]);
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
