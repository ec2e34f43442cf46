/** Rounds of mentoring: inviting one by one, declining without a trace, workshops, choice, and figures. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listAudit } from "../../../api/audit/list-audit.ts";
import { submitAnswers } from "../../../api/identified-answers/submit-answers.ts";
import { openInvitation } from "../../../api/invitations/open-invitation.ts";
import { remindRaters } from "../../../api/invitations/remind-raters.ts";
import { confirmRun } from "../../../api/mentoring/board/confirm-run.ts";
import { readBoard } from "../../../api/mentoring/board/read-board.ts";
import { runMatch } from "../../../api/mentoring/board/run-match.ts";
import { readMentoringFigures } from "../../../api/mentoring/figures/read-figures.ts";
import { chooseMentor } from "../../../api/mentoring/personal/answer-proposal.ts";
import { openMine } from "../../../api/mentoring/personal/open-mine.ts";
import { moveMentoringOn } from "../../../api/mentoring/relationships/move-on.ts";
import { watchPairs } from "../../../api/mentoring/relationships/watch-pairs.ts";
import { changeRound, changeStanding } from "../../../api/mentoring/rounds/change-round.ts";
import { createRound } from "../../../api/mentoring/rounds/create-round.ts";
import { declineOffer } from "../../../api/mentoring/rounds/decline-offer.ts";
import { invitePeople } from "../../../api/mentoring/rounds/invite-people.ts";
import {
  listRoundPeople,
  listRounds,
  readRound,
  readRoundPerson,
} from "../../../api/mentoring/rounds/read-rounds.ts";
import { recordWorkshop } from "../../../api/mentoring/rounds/record-workshop.ts";
import { deliverMail } from "../../../api/outbox/deliver-mail.ts";
import { listMail } from "../../../api/outbox/list-mail.ts";
import { type MentoringWorld, OFFER, openMentoringWorld, REQUEST } from "../../support/mentoring-world.ts";
import { draftWave, FIRST_TIME } from "../../support/staff-world.ts";

let world: MentoringWorld;
const target = () => ({ round: world.round.id });

beforeEach(async () => {
  world = await openMentoringWorld();
});
afterEach(() => world.cleanUp());

const invite = (refs: readonly string[], because: "asked" | "coaching-ended" = "coaching-ended") =>
  invitePeople(world.context, world.coordinator, {
    ...target(),
    side: "mentor",
    people: refs.map((ref) => world.id(ref)),
    because,
  });

/** Everything a coordinator can look at, without the ids and times of the audit log. */
async function everythingSeen(): Promise<string> {
  const { context, coordinator } = world;
  const seen = [
    await listRounds(context, coordinator, {}),
    await readRound(context, coordinator, target()),
    await listRoundPeople(context, coordinator, target()),
    await readBoard(context, coordinator, target()),
    await watchPairs(context, coordinator, target()),
    await readMentoringFigures(context, coordinator, { programme: world.programme }),
    (await listAudit(context, coordinator, { offset: 0, limit: 100 })).events.length,
    (await listMail(context, coordinator, { offset: 0, limit: 200 })).total,
  ];
  return JSON.stringify(seen);
}

describe("a coachee who is asked to mentor", () => {
  test("gets one mail with a link that opens four questions, and no reminder ever", async () => {
    expect(await invite(["X1"])).toEqual({ invited: 1, sentBefore: 0 });
    const secret = await world.secret("X1", "r");
    const opened = await openInvitation(world.context, { wave: world.round.offerWave, secret });
    expect(opened).toMatchObject({ identity: "identified", people: [{ group: "" }] });
    world.setTime(new Date(FIRST_TIME.getTime() + 5 * 86_400_000));
    const mails = async () =>
      (await world.context.people.read((db) => db.select().from(db.tables.outbox))).filter(
        ({ toAddress }) => toAddress === "x1@example.org",
      ).length;
    const before = await mails();
    await remindRaters(world.context, world.coordinator, { wave: world.round.offerWave });
    expect(await mails()).toBe(before);
  });

  test("is one of all who were coached in a wave, asked with one action and in words of their own", async () => {
    const wave = await draftWave(world, "Coaching");
    const asked = await invitePeople(world.context, world.coordinator, {
      ...target(),
      side: "mentor",
      people: [],
      coacheesOf: wave,
      because: "coaching-ended",
    });
    expect(asked).toEqual({ invited: 2, sentBefore: 0 });
    const mails = await world.context.people.read((db) => db.select().from(db.tables.outbox));
    const own = mails.filter(({ subject }) => subject.startsWith("After your coaching"));
    expect(own.map(({ toAddress }) => toAddress).sort()).toEqual(["max@example.org", "mia@example.org"]);
    expect(own[0]?.text).toContain("known to nobody");
  });

  test("offers under the own name, and is in the pool at once", async () => {
    await invite(["X1"]);
    await world.send("X1", world.round.offerWave, OFFER);
    const { pool } = await readBoard(world.context, world.coordinator, target());
    expect(pool.mentors).toBe(1);
    expect(await invite(["X1", "X2"])).toEqual({ invited: 1, sentBefore: 1 });
  });

  test("declines so that nobody can tell it from silence, in anything that anybody sees or that is stored", async () => {
    await invite(["X1", "X2"]);
    const secret = await world.secret("X1", "r");
    const silent = await everythingSeen();
    const stored = async () =>
      world.context.people.read(async (db) => ({
        invitations: (await db.select().from(db.tables.invitations))
          .map(({ secretHash, ...rest }) => ({ ...rest, hashed: secretHash.length }))
          .sort((a, b) => (a.id < b.id ? -1 : 1)),
        rest: [
          await db.select().from(db.tables.mentoringInvitations),
          await db.select().from(db.tables.mentoringStandings),
          await db.select().from(db.tables.assignments),
          await db.select().from(db.tables.auditEvents),
          await db.select().from(db.tables.outbox),
        ],
      }));
    const before = await stored();
    await declineOffer(world.context, { wave: world.round.offerWave, secret });
    expect(await everythingSeen()).toBe(silent);
    expect(await stored()).toEqual(before);
    const words = async (link: string) =>
      openInvitation(world.context, { wave: world.round.offerWave, secret: link }).catch(String);
    expect(await words(secret)).toBe(await words("unknown"));
    const reminded = remindRaters(world.context, world.coordinator, { wave: world.round.offerWave });
    await expect(reminded).rejects.toMatchObject({ code: "wrong-state" });
  });

  test("may be asked again after declining, in the same way as after silence", async () => {
    await invite(["X1"]);
    await declineOffer(world.context, {
      wave: world.round.offerWave,
      secret: await world.secret("X1", "r"),
    });
    world.setTime(new Date(FIRST_TIME.getTime() + 1_000));
    expect(await invite(["X1"])).toEqual({ invited: 1, sentBefore: 0 });
    await world.send("X1", world.round.offerWave, OFFER);
  });

  test("cannot decline away an offer that was sent, nor somebody else's link", async () => {
    await invite(["X1"]);
    const secret = await world.secret("X1", "r");
    await world.send("X1", world.round.offerWave, OFFER);
    await declineOffer(world.context, { wave: world.round.offerWave, secret });
    await expect(
      submitAnswers(world.context, { wave: world.round.offerWave, secret, subject: "", answers: OFFER }),
    ).resolves.toEqual({ recorded: "before" });
    await declineOffer(world.context, { wave: world.round.offerWave, secret: "unknown" });
  });
});

describe("a mentor on an imported list", () => {
  const declined = async (ref: string) => {
    const { offerWave } = world.round;
    await declineOffer(world.context, { wave: offerWave, secret: await world.secret(ref, "r") });
  };
  /** Delivers everything that waits, and tells to whom. */
  const deliverAll = async () => {
    const to: string[] = [];
    const sender = {
      send: async (mail: { readonly toAddress: string }) => void to.push(mail.toAddress),
      reach: async () => undefined,
    };
    let handled = 0;
    do {
      handled = (await deliverMail(world.context, sender)).sent;
    } while (handled > 0);
    return to;
  };
  const nextDay = () => world.setTime(new Date(FIRST_TIME.getTime() + 2 * 86_400_000));

  test("gets no reminder after declining, and counts as silent wherever reminders are counted", async () => {
    await declined("N1");
    await deliverAll();
    nextDay();
    await remindRaters(world.context, world.coordinator, { wave: world.round.offerWave });
    const waiting = await listMail(world.context, world.coordinator, { offset: 0, limit: 200 });
    expect(waiting.total).toBe(4);
    expect(waiting.mails.map(({ toAddress }) => toAddress)).toContain("n1@example.org");
    expect((await deliverAll()).sort()).toEqual(["n2@example.org", "n3@example.org", "n4@example.org"]);
    expect((await listMail(world.context, world.coordinator, { offset: 0, limit: 200 })).total).toBe(0);
  });

  test("gets none either when a reminder waited already", async () => {
    await deliverAll();
    nextDay();
    await remindRaters(world.context, world.coordinator, { wave: world.round.offerWave });
    await declined("N2");
    expect(await deliverAll()).not.toContain("n2@example.org");
  });

  test("declines without a trace, as somebody who was asked alone", async () => {
    const silent = await everythingSeen();
    await declined("N3");
    expect(await everythingSeen()).toBe(silent);
    await expect(world.send("N3", world.round.offerWave, OFFER)).rejects.toMatchObject({
      code: "link-not-valid",
    });
  });
});

describe("a round", () => {
  test("is created with a form for each side, by a coordinator only", async () => {
    const evaluator = { ...world.coordinator, roles: ["evaluator"] as const };
    const request = { programme: world.programme, title: "Autumn" };
    await expect(createRound(world.context, evaluator, request)).rejects.toMatchObject({
      code: "not-allowed",
    });
    world.setTime(new Date(FIRST_TIME.getTime() + 1_000));
    await createRound(world.context, world.coordinator, request);
    const rounds = await listRounds(world.context, world.coordinator, { programme: world.programme });
    expect(rounds.map(({ title, requests }) => [title, requests.state])).toEqual([
      ["Spring round", "open"],
      ["Autumn", "draft"],
    ]);
  });

  test("reads a mentor's languages from the list of people", async () => {
    await world.send("E1", world.round.requestWave, { ...REQUEST, language: "welsh" });
    for (const ref of ["N1", "N2"]) await world.send(ref, world.round.offerWave, OFFER);
    await runMatch(world.context, world.coordinator, target());
    const { outcome } = await readBoard(world.context, world.coordinator, target());
    expect(outcome?.pairs.map(({ mentor }) => mentor.name)).toEqual(["Nia Mentor1"]);
    expect(outcome?.byKind.map(({ kind }) => kind)).toEqual(["language"]);
  });

  test("counts a mentor only after the workshop where that is required", async () => {
    await world.send("E1", world.round.requestWave, REQUEST);
    for (const ref of ["N1", "N2"]) await world.send(ref, world.round.offerWave, OFFER);
    await changeRound(world.context, world.coordinator, {
      ...target(),
      settings: { workshopRequired: true },
    });
    const places = async () => (await readBoard(world.context, world.coordinator, target())).pool.places;
    expect(await places()).toBe(0);
    const record = { people: [world.id("N1")], heldOn: "2026-02-20", attended: true };
    await recordWorkshop(world.context, world.coordinator, record);
    expect(await places()).toBe(1);
    await recordWorkshop(world.context, world.coordinator, { ...record, attended: false });
    expect(await places()).toBe(0);
    await expect(
      recordWorkshop(world.context, world.coordinator, { ...record, heldOn: "2027-01-01" }),
    ).rejects.toMatchObject({ code: "bad-input" });
  });

  test("shows capacity 0 as resting, and standing aside as it is", async () => {
    await world.send("E1", world.round.requestWave, REQUEST);
    await world.send("N1", world.round.offerWave, { ...OFFER, capacity: "0" });
    await world.send("N2", world.round.offerWave, OFFER);
    await world.send("N3", world.round.offerWave, OFFER);
    await changeStanding(world.context, world.coordinator, {
      roundId: world.round.id,
      personId: world.id("N2"),
      side: "mentor",
      standing: "paused",
    });
    await runMatch(world.context, world.coordinator, target());
    const { outcome } = await readBoard(world.context, world.coordinator, target());
    expect(outcome?.load.map(({ standing }) => standing)).toEqual(["resting", "paused", "available"]);
    const people = await readRoundPerson(world.context, world.coordinator, {
      ...target(),
      person: world.id("N2"),
    });
    expect(people.offer).toMatchObject(OFFER);
  });
});

describe("a choice", () => {
  beforeEach(async () => {
    await world.send("E1", world.round.requestWave, REQUEST);
    await world.send("E2", world.round.requestWave, REQUEST);
    for (const ref of ["N1", "N2", "N3", "N4"]) await world.send(ref, world.round.offerWave, OFFER);
    const { id } = await runMatch(world.context, world.coordinator, target());
    const confirmed = await confirmRun(world.context, world.coordinator, { ...target(), run: id });
    expect(confirmed).toEqual({ asked: 0, choosing: 2 });
  });
  const link = async (ref: string) => ({ ...target(), secret: await world.secret(ref, "m") });
  const states = async () =>
    (await watchPairs(world.context, world.coordinator, target())).pairs.map(({ state }) => state);

  test("of three is offered where places are to spare; the mentors learn nothing of it", async () => {
    const { choice } = await openMine(world.context, await link("E1"));
    expect(choice?.mentors).toHaveLength(3);
    expect(Object.keys(choice?.mentors[0] ?? {})).toEqual(["mentor", "name", "areas", "reasonsForMentee"]);
    expect(await world.secret("N1", "m")).toBe("");
    const { outcome } = await readBoard(world.context, world.coordinator, target());
    expect(outcome?.choice.sentence).toContain("100 % of places are to spare");
  });

  test("asks the mentor who was chosen, and takes that place from the other's list", async () => {
    const second = (await openMine(world.context, await link("E1"))).choice?.mentors[1]?.mentor ?? "";
    await chooseMentor(world.context, { ...(await link("E1")), mentor: second });
    expect(await states()).toEqual(["asked"]);
    const left = (await openMine(world.context, await link("E2"))).choice?.mentors.map(
      ({ mentor }) => mentor,
    );
    expect(left).not.toContain(second);
    await expect(
      chooseMentor(world.context, { ...(await link("E2")), mentor: second }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
  });

  test("that is left open gives the mentor who was kept, once the time is over", async () => {
    const kept = (await openMine(world.context, await link("E1"))).choice?.mentors[0]?.name;
    world.setTime(new Date(FIRST_TIME.getTime() + 8 * 86_400_000));
    await moveMentoringOn(world.context);
    const { pairs } = await watchPairs(world.context, world.coordinator, target());
    expect(pairs.map(({ state }) => state)).toEqual(["asked", "asked"]);
    expect(pairs.map(({ mentorName }) => mentorName)).toContain(kept);
  });
});

describe("figures", () => {
  test("are for evaluators and coordinators, and hide what rests on too few", async () => {
    await world.send("E1", world.round.requestWave, REQUEST);
    const evaluator = { ...world.coordinator, roles: ["evaluator"] as const };
    const coach = { ...world.coordinator, roles: ["coach"] as const };
    const [round] = await readMentoringFigures(world.context, evaluator, { programme: world.programme });
    expect(round?.figures.takeUp.mentees.sent).toEqual({ shown: false, reason: "too-few-answers" });
    expect(JSON.stringify(round)).not.toContain("Mentee1");
    await expect(
      readMentoringFigures(world.context, coach, { programme: world.programme }),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });
});
