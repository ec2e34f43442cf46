/** The doctor looks at waves of nearly the same people: as they should be, and as a build without the ledger leaves them. */
import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkWaveLedger } from "../../../api/doctor/check-wave-ledger.ts";
import { noteOldWaves } from "../../../api/wave-ledger/note-wave.ts";
import { openWave } from "../../../api/waves/open-wave.ts";
import { openTwoListsWorld, type TwoListsWorld } from "../../support/two-lists-world.ts";

const FIVE = ["R5", "R6", "R7", "R8", "R9"];
const FOUR = FIVE.slice(1);

let lists: TwoListsWorld;
beforeEach(async () => {
  lists = await openTwoListsWorld();
});
afterEach(() => lists.world.cleanUp());

/** Both waves are released as if nobody had looked at the first. */
async function withoutLedger(days: number): Promise<void> {
  const { context, coordinator } = lists.world;
  await lists.released("Spring", FIVE);
  lists.setDay(days);
  await lists.forgetLedger();
  const wave = await lists.draft("Later", FOUR);
  await openWave(context, coordinator, { wave });
  await lists.answerAndClose(wave);
  await lists.forgetLedger();
  await lists.release(wave);
  await context.people.write(async (tx) => {
    await tx.delete(tx.tables.ledgerWaves);
  });
  await noteOldWaves(context);
}

test("two waves that were told apart are in order", async () => {
  await lists.released("Spring", FIVE);
  lists.setDay(120);
  await lists.released("Autumn", FOUR);
  expect(await checkWaveLedger(lists.world.context)).toMatchObject({
    state: "fine",
    sentences: ["2 anonymous waves: none shows what another leaves no room for."],
  });
});

test("figures that a wave before leaves no room for are found", async () => {
  await withoutLedger(120);
  const { state, sentences } = await checkWaveLedger(lists.world.context);
  expect(state).toBe("finding");
  expect(sentences).toHaveLength(1);
  expect(sentences[0]).toMatch(/shows \d+ figures from which, beside a report of an earlier wave/);
});

test("a wave that would not be opened today is found as well", async () => {
  await withoutLedger(20);
  const { state, sentences } = await checkWaveLedger(lists.world.context);
  expect(state).toBe("finding");
  expect(sentences.join(" ")).toMatch(/figures from which.+was opened within 90 days of wave/);
});

test("a ledger that somebody changed is held against the lists that are there", async () => {
  await lists.released("Spring", FIVE);
  const { context } = lists.world;
  await context.people.write(async (tx) => {
    const [row] = await tx.select().from(tx.tables.ledgerPeople);
    await tx.delete(tx.tables.ledgerPeople);
    if (row !== undefined) await tx.insert(tx.tables.ledgerPeople).values(row);
  });
  const { state, sentences } = await checkWaveLedger(context);
  expect(state).toBe("finding");
  expect(sentences.join(" ")).toContain("differs from the list of wave");
});

test("one entry of the ledger that stands for somebody else is found, though as many are there", async () => {
  await lists.released("Spring", FIVE);
  await lists.released("Summer", FIVE);
  const { context } = lists.world;
  expect((await checkWaveLedger(context)).state).toBe("fine");
  for (const column of ["person", "about"] as const) {
    const [row] = await context.people.read((db) => db.select().from(db.tables.ledgerPeople));
    if (row === undefined) throw new RangeError("the ledger holds both waves");
    const put = (value: string) =>
      context.people.write((tx) => {
        const { ledgerPeople } = tx.tables;
        const [from, where] = [value === "other" ? row[column] : "other", ledgerPeople[column]];
        return tx
          .update(ledgerPeople)
          .set({ [column]: value })
          .where(and(eq(where, from), eq(ledgerPeople.waveId, row.waveId)));
      });
    await put("other");
    const { state, sentences } = await checkWaveLedger(context);
    expect(state).toBe("finding");
    expect(sentences.join(" ")).toContain("differs from the lists of waves");
    await put(row[column]);
    expect((await checkWaveLedger(context)).state).toBe("fine");
  }
});

test("a ledger with other questions, and one without people, are found", async () => {
  await lists.released("Spring", FIVE);
  await lists.forgetLedger();
  const { context } = lists.world;
  const text = (await checkWaveLedger(context)).sentences.join(" ");
  expect(text).toContain("holds other questions of wave");
  expect(text).toContain("holds nobody who was asked in wave");
});
