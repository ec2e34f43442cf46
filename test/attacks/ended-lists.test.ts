/** Somebody who reads the whole store of people fifteen months after a wave closed, and asks who was invited. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seededRandom } from "../../api/demo/invent-answers.ts";
import { sendNewLink } from "../../api/invitations/replace-links.ts";
import { importPeople } from "../../api/roster/import-people.ts";
import { closeOpenWave, releaseReports } from "../../api/waves/close-and-release.ts";
import { LIST_KEPT_DAYS } from "../../surveys/disclosure-policy.ts";
import { openAndAnswer } from "../support/open-and-answer.ts";
import {
  draftWave,
  FIRST_TIME,
  openStaffWorld,
  PEOPLE_CSV,
  type StaffWorld,
} from "../support/staff-world.ts";
import { goOnWithWaves } from "../support/wave-turns.ts";

const DAY = 86_400_000;
const RATERS = ["R1", "R2", "R3"];

let world: StaffWorld;
beforeEach(async () => {
  world = await openStaffWorld();
  const wave = await draftWave(world);
  await openAndAnswer(world, wave, seededRandom(5));
  // What may happen to single raters on the way, and leaves entries of its own.
  const moved = PEOPLE_CSV.replace("rater1@", "rater.one@");
  await importPeople(world.context, world.coordinator, { csv: moved, apply: true });
  const { personId } = await world.staff("R2");
  await sendNewLink(world.context, world.coordinator, { wave, person: personId });
  await closeOpenWave(world.context, world.coordinator, { wave });
  await releaseReports(world.context, world.coordinator, { wave });
});
afterEach(() => world.cleanUp());

/** Every table but the list of people itself in which one of the raters stands. */
async function tracesOfRaters(): Promise<string[]> {
  const ids = await Promise.all(RATERS.map(async (ref) => (await world.staff(ref)).personId));
  const marks = [...ids, "rater1@", "rater.one@", "rater2@", "rater3@", "Rater 1", "Rater 2", "Rater 3"];
  return world.context.people.read(async (db) => {
    const found: string[] = [];
    for (const [name, table] of Object.entries(db.tables)) {
      if (name === "persons") continue;
      const rows = JSON.stringify(await db.select().from(table));
      if (marks.some((mark) => rows.includes(mark))) found.push(name);
    }
    return found.sort();
  });
}

describe("the store of people, read as a whole", () => {
  test("tells who was invited where lists are kept for longer", async () => {
    world.setTime(new Date(FIRST_TIME.getTime() + (LIST_KEPT_DAYS - 1) * DAY));
    await goOnWithWaves(world.context);
    expect(await tracesOfRaters()).toEqual(expect.arrayContaining(["assignments", "invitations"]));
  });

  test("tells it of nobody once the list has ended, not by its log and mails either", async () => {
    world.setTime(new Date(FIRST_TIME.getTime() + LIST_KEPT_DAYS * DAY));
    await goOnWithWaves(world.context);
    expect(await tracesOfRaters()).toEqual([]);
  });
});
