/** Opening freezes what raters are told and invites everybody once. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openInvitation } from "../../../api/invitations/open-invitation.ts";
import { remindRaters } from "../../../api/invitations/remind-raters.ts";
import { waveSeal } from "../../../api/keys/store.ts";
import { changeWave } from "../../../api/waves/change-wave.ts";
import { dueCounts } from "../../../api/waves/count-progress.ts";
import { importLineUp } from "../../../api/waves/import-line-up.ts";
import { openWave } from "../../../api/waves/open-wave.ts";
import { readWave } from "../../../api/waves/read-wave.ts";
import { reissueTicket } from "../../../api/waves/reissue-ticket.ts";
import { assignmentsOfWave, markIssued } from "../../../api/waves/store.ts";
import {
  draftWave,
  FIRST_TIME,
  openStaffWorld,
  RATERS_CSV,
  type StaffWorld,
} from "../../support/staff-world.ts";

let world: StaffWorld;
let wave: string;
beforeEach(async () => {
  world = await openStaffWorld();
  wave = await draftWave(world);
});
afterEach(() => world.cleanUp());

const mails = () => world.context.people.read((db) => db.select().from(db.tables.outbox));
const open = () => openWave(world.context, world.coordinator, { wave });
const secretIn = (text: string) => /#([\w-]+)/.exec(text)?.[1] ?? "";

describe("opening a wave", () => {
  test("sends each rater one mail with one link, however many they are asked about", async () => {
    expect(await open()).toEqual({ invited: 12 });
    const sent = await mails();
    expect(sent).toHaveLength(12);
    const boss = sent.filter((mail) => mail.toAddress === "bo@example.org");
    expect(boss).toHaveLength(1);
    expect(boss[0]?.text).toContain("Mia Manager");
    expect(boss[0]?.text).toContain("Max Manager");
  });

  test("the link lists whom the rater is asked about, used or not; a link nobody has is refused", async () => {
    await open();
    const mail = (await mails()).find((row) => row.toAddress === "bo@example.org");
    const secret = secretIn(mail?.text ?? "");
    const opened = await openInvitation(world.context, { wave, secret });
    expect(opened.people.map(({ name, group }) => [name, group])).toEqual([
      ["Max Manager", "line-manager"],
      ["Mia Manager", "line-manager"],
    ]);
    const assignments = await world.context.people.read((db) => assignmentsOfWave(db, wave));
    const boss = await world.staff("B1");
    const ids = assignments.filter((row) => row.raterPersonId === boss.personId).map((row) => row.id);
    await world.context.people.write((tx) => markIssued(tx, world.context.keys, { wave, ids }));
    const refusal = async (link: { wave: string; secret: string }) =>
      openInvitation(world.context, link).then(
        () => "opened",
        (error: unknown) => JSON.stringify([error, String(error)]),
      );
    expect(await openInvitation(world.context, { wave, secret })).toEqual(opened);
    const unknown = await refusal({ wave, secret: "unknown" });
    expect(await refusal({ wave: "unknown", secret })).toBe(unknown);
    expect(unknown).toContain("link-not-valid");
  });

  test("the manifest holds the line-up in counts and the policy, and lists cannot change after it", async () => {
    const first = await open();
    const seal = await world.context.answers.read((db) => waveSeal(db, wave));
    expect(seal?.manifest.groups.map(({ group, invited }) => `${group} ${invited}`).sort()).toEqual([
      "direct-report 4",
      "line-manager 1",
      "line-manager 1",
      "peer 1",
      "peer 5",
      "self 1",
      "self 1",
    ]);
    const again = { wave, list: "raters", csv: RATERS_CSV, apply: true } as const;
    await expect(importLineUp(world.context, world.coordinator, again)).rejects.toMatchObject({
      code: "wrong-state",
    });
    await expect(
      changeWave(world.context, world.coordinator, { wave, title: "Other" }),
    ).rejects.toMatchObject({ code: "wrong-state" });
    // Asked once more, it answers as before and makes nothing anew.
    expect(await open()).toEqual(first);
    expect(await world.context.answers.read((db) => waveSeal(db, wave))).toEqual(seal);
  });

  test("a wave past its closing time, and one without raters, cannot be opened", async () => {
    const other = await draftWaveWithoutRaters();
    await expect(openWave(world.context, world.coordinator, { wave: other })).rejects.toMatchObject({
      code: "wrong-state",
    });
    world.setTime(new Date(FIRST_TIME.getTime() + 30 * 86_400_000));
    await expect(open()).rejects.toMatchObject({ code: "wrong-state" });
  });

  async function draftWaveWithoutRaters(): Promise<string> {
    const other = await draftWave(world, "Second round");
    await importLineUp(world.context, world.coordinator, {
      wave: other,
      list: "raters",
      csv: "subject,rater,group\n",
      apply: true,
    });
    return other;
  }

  test("progress is counted at the fixed hours only, and warnings come from the lists", async () => {
    await open();
    const read = () => readWave(world.context, world.coordinator, { wave });
    for (const { run } of await dueCounts(world.context)) await run();
    expect((await read()).progress).toMatchObject({ exact: false, countedAt: null, whole: null, groups: [] });
    const tomorrow = new Date(FIRST_TIME.getTime() + 86_400_000);
    world.setTime(tomorrow);
    for (const { run } of await dueCounts(world.context)) await run();
    const { progress, warnings } = await read();
    // Nine anonymous raters are in no two groups of eight, so that they are counted together.
    expect(progress).toMatchObject({
      countedAt: tomorrow.toISOString(),
      whole: { invited: 10, atLeast: 0 },
      groups: [],
    });
    expect(warnings.map(({ groups, outcome }) => [groups, outcome])).toEqual([
      [["peer"], "merged-into-larger"],
    ]);
  });
});

describe("reminders", () => {
  test("go to those who have something left, not within a day, and at most three times", async () => {
    await open();
    const remind = () => remindRaters(world.context, world.coordinator, { wave });
    await expect(remind()).rejects.toMatchObject({ code: "wrong-state" });
    for (let day = 1; day <= 3; day += 1) {
      world.setTime(new Date(FIRST_TIME.getTime() + day * 86_400_000));
      await remind();
      expect(await mails()).toHaveLength(12 * (day + 1));
    }
    world.setTime(new Date(FIRST_TIME.getTime() + 4 * 86_400_000));
    await expect(remind()).rejects.toMatchObject({ code: "wrong-state" });
    const links = new Set((await mails()).map((mail) => secretIn(mail.text)));
    expect(links.size).toBe(12);
  });
});

describe("a second ticket", () => {
  test("can be given once, and is counted", async () => {
    await open();
    const [assignment] = await world.context.people.read((db) => assignmentsOfWave(db, wave));
    const request = { wave, rater: assignment?.raterPersonId ?? "", subject: assignment?.subjectCode ?? "" };
    const reissue = () => reissueTicket(world.context, world.coordinator, request);
    const issue = () =>
      world.context.people.write((tx) =>
        markIssued(tx, world.context.keys, { wave, ids: [assignment?.id ?? ""] }),
      );
    await issue();
    await reissue();
    await issue();
    await expect(reissue()).rejects.toMatchObject({ code: "wrong-state" });
    const after = await world.context.people.read((db) => assignmentsOfWave(db, wave));
    expect(after.find((row) => row.id === assignment?.id)?.reissues).toBe(1);
  });
});
