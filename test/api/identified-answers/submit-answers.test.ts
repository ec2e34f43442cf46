/** Answers with a name: through the rater's link, checked, recorded once. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { submitAnswers } from "../../../api/identified-answers/submit-answers.ts";
import { openInvitation } from "../../../api/invitations/open-invitation.ts";
import { createProgramme } from "../../../api/programmes/create-programme.ts";
import { importPeople } from "../../../api/roster/import-people.ts";
import { closeOpenWave } from "../../../api/waves/close-and-release.ts";
import { createWave } from "../../../api/waves/create-wave.ts";
import { importLineUp } from "../../../api/waves/import-line-up.ts";
import { openWave } from "../../../api/waves/open-wave.ts";
import { openStaffWorld, PEOPLE_CSV, type StaffWorld } from "../../support/staff-world.ts";
import { storedInstrument } from "../../support/stored-instrument.ts";

let world: StaffWorld;
let wave: string;
let secret: string;

beforeEach(async () => {
  world = await openStaffWorld();
  const { context, coordinator } = world;
  await importPeople(context, coordinator, { csv: PEOPLE_CSV, apply: true });
  const { id: programme } = await createProgramme(context, coordinator, { name: "Mentoring" });
  const { id: definition } = await storedInstrument(context, "mentor-offer");
  wave = await createWave(context, coordinator, { programme, definition, title: "Mentors" });
  await importLineUp(context, coordinator, {
    wave,
    list: "participants",
    csv: "person\nR1\nR2\n",
    apply: true,
  });
  await openWave(context, coordinator, { wave });
  const mails = await context.people.read((db) => db.select().from(db.tables.outbox));
  secret = /#([\w-]+)/.exec(mails.find((mail) => mail.toAddress.startsWith("rater1"))?.text ?? "")?.[1] ?? "";
});
afterEach(() => world.cleanUp());

const ANSWERS = { capacity: "2", areas: ["leading-a-team"], mode: "either" };
const send = (answers: Readonly<Record<string, unknown>>, link = secret) =>
  submitAnswers(world.context, { wave, secret: link, subject: "", answers });

async function validAnswers(): Promise<Readonly<Record<string, unknown>>> {
  const { definition } = await storedInstrument(world.context, "mentor-offer");
  const first = (code: string) => definition.items.find((item) => item.code === code)?.choices?.[0]?.value;
  return { ...ANSWERS, areas: [first("areas")], mode: first("mode") };
}

describe("answers with a name", () => {
  test("are recorded, and the same again is fine", async () => {
    const answers = await validAnswers();
    expect(await send(answers)).toEqual({ recorded: "now" });
    expect(await send(answers)).toEqual({ recorded: "before" });
  });

  test("once sent, others are refused and the first stand", async () => {
    const answers = await validAnswers();
    await send(answers);
    await expect(send({ ...answers, capacity: "1" })).rejects.toMatchObject({ code: "already-recorded" });
    const stored = await world.context.people.read((db) => db.select().from(db.tables.identifiedAnswers));
    expect(stored.map((row) => row.answers["capacity"])).toEqual(["2"]);
  });

  test("that do not pass the check are refused by item, and nothing is stored", async () => {
    const answers = await validAnswers();
    await expect(send({ ...answers, capacity: "99" })).rejects.toMatchObject({
      code: "answers-refused",
      problems: [{ path: "capacity" }],
    });
    expect(await world.context.people.read((db) => db.$count(db.tables.identifiedAnswers))).toBe(0);
  });

  test("with an unknown link, or after the close, are refused in the same words", async () => {
    const answers = await validAnswers();
    const words = async (link: string) => send(answers, link).catch((error: unknown) => String(error));
    const unknown = await words("unknown");
    await closeOpenWave(world.context, world.coordinator, { wave });
    expect(await words(secret)).toBe(unknown);
  });

  test("leave the link as it was: over it nobody learns that something was sent", async () => {
    const before = await openInvitation(world.context, { wave, secret });
    await send(await validAnswers());
    expect(await openInvitation(world.context, { wave, secret })).toEqual(before);
  });
});
