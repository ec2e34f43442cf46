/** Two stores that know of each other: one that is missing, empty, or of another time is noticed; logs left behind lose a second at most. */
import { createHash, randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { beginGeneration, requireStoresTogether } from "../../../api/generations/begin-generation.ts";
import { faultOfGenerations, storesFault } from "../../../api/generations/compare-stores.ts";
import { keyRingOf } from "../../../api/keys/key-ring.ts";
import { openAnswerStore } from "../../../api/storage/answer-store.ts";
import { openPeopleStore } from "../../../api/storage/people-store.ts";
import { filledRows, fillRows } from "../../support/filled-rows.ts";
import { sealTestWave, WAVE } from "../../support/protocol-wave.ts";
import { openTestStores, type TestStores } from "../../support/stores.ts";

const keys = keyRingOf(createHash("sha256").update("generations").digest());
const INVITED = 25;

let stores: TestStores;
let backups: string;
let boxBytes = 0;
beforeEach(async () => {
  backups = mkdtempSync(join(tmpdir(), "soundings-backups-"));
  stores = await openTestStores({ engine: "sqlite" });
  const groups = [{ subject: "subject-a", group: "peer", invited: INVITED }];
  const { manifest } = await sealTestWave(stores, keys, { groups });
  boxBytes = manifest.boxBytes + 48;
});
afterEach(async () => {
  await stores.cleanUp();
  rmSync(backups, { recursive: true, force: true });
});

type OpenStores = Pick<TestStores, "people" | "answers">;

async function start(opened: OpenStores = stores, accept = false): Promise<string[]> {
  const said: string[] = [];
  await beginGeneration({ ...opened, keys }, { accept, say: (sentence) => said.push(sentence) });
  return said;
}

const random = () => new Uint8Array(randomBytes(32));

async function answer(count: number): Promise<void> {
  const one = () => ({
    ...{ subject: "subject-a", group: "peer", name: random(), companion: random() },
    box: new Uint8Array(randomBytes(boxBytes)),
  });
  await fillRows({ answers: stores.answers, keys }, WAVE, Array.from({ length: count }, one));
}

const logsCut = () => new Promise((resolve) => setTimeout(resolve, 1_000));

/** A folder with one file of each of two backups; undefined leaves the store away. */
async function withMixed<T>(
  mixed: { readonly people: string | undefined; readonly answers: string | undefined },
  use: (opened: OpenStores) => Promise<T>,
): Promise<T> {
  const dataFolder = mkdtempSync(join(backups, "mixed-"));
  for (const [name, from] of [
    ["identity.sqlite", mixed.people],
    ["responses.sqlite", mixed.answers],
  ] as const)
    if (from !== undefined) cpSync(join(from, name), join(dataFolder, name));
  const people = await openPeopleStore({ dataFolder });
  const answers = await openAnswerStore({ dataFolder });
  try {
    return await use({ people, answers });
  } finally {
    await people.close();
    await answers.close();
  }
}

async function backup(name: string): Promise<string> {
  await logsCut();
  const to = join(backups, name);
  cpSync(stores.dataFolder, to, { recursive: true });
  return to;
}

describe("notes of generations", () => {
  const people = (generation: number, next: number | null = null) => ({
    ...{ installation: "one", accepted: false },
    generation,
    next,
  });
  const answers = (generation: number, installation = "one") => ({ generation, installation });

  test.each([
    ["neither", undefined, undefined, undefined],
    ["the same", people(4), answers(4), undefined],
    ["a start stopped before the other store was told", people(4, 5), answers(4), undefined],
    ["a start stopped after it", people(4, 5), answers(5), undefined],
    ["a first start stopped before the other store was told", people(1, 1), undefined, undefined],
    ["answers of an earlier time", people(5), answers(4), "answers-older"],
    ["people of an earlier time", people(4), answers(5), "people-older"],
    ["two installations", people(4), answers(4, "two"), "other-installation"],
    ["answers without a note", people(4), undefined, "answers-missing"],
    ["people without a note", undefined, answers(4), "people-missing"],
  ])("of %s", (_what, one, other, fault) => {
    expect(faultOfGenerations({ people: one, answers: other })).toBe(fault);
  });
});

describe("a store of another time", () => {
  test("is said at every start and by the doctor, and stops a closing, until it is accepted", async () => {
    expect(await start()).toEqual([]);
    const early = await backup("early");
    expect(await start()).toEqual([]);
    const late = await backup("late");
    await withMixed({ people: late, answers: early }, async (opened) => {
      for (let turn = 0; turn < 2; turn += 1)
        expect((await start(opened)).join()).toContain("answers' store is of an earlier time");
      expect(await storesFault(opened)).toBe("answers-older");
      await expect(requireStoresTogether({ ...opened, keys }, WAVE)).rejects.toMatchObject({
        code: "wrong-state",
      });
      expect(await start(opened, true)).toHaveLength(1);
      await requireStoresTogether({ ...opened, keys }, WAVE);
      expect(await start(opened)).toEqual([]);
      await requireStoresTogether({ ...opened, keys }, WAVE);
    });
    await withMixed({ people: early, answers: late }, async (opened) => {
      expect((await start(opened)).join()).toContain("people's store is of an earlier time");
    });
  });

  test("that is empty beside a full one is said, whichever it is", async () => {
    await start();
    const full = await backup("full");
    await withMixed({ people: full, answers: undefined }, async (opened) => {
      expect((await start(opened)).join()).toContain("Answers are missing");
    });
    await withMixed({ people: undefined, answers: full }, async (opened) => {
      expect((await start(opened)).join()).toContain("Lists and tickets are missing");
    });
  });

  test("with more answers than tickets is said, and the wave is not closed", async () => {
    expect(await start()).toEqual([]);
    await answer(1);
    expect((await start()).join()).toContain("more answers than tickets");
    await expect(requireStoresTogether({ ...stores, keys }, WAVE)).rejects.toMatchObject({
      code: "wrong-state",
    });
  });
});

test("a copy of the files without their logs holds every answer that is older than a second", async () => {
  await start();
  await answer(INVITED);
  const copied = await backup("without-logs");
  await withMixed({ people: copied, answers: copied }, async ({ answers }) => {
    expect(await filledRows({ answers, keys }, WAVE, "answer")).toHaveLength(INVITED);
  });
});
