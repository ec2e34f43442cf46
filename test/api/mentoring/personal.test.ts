/** A pair through the links of both sides: asked, accepted, agreed, met, pulsed, ended; and what each side sees. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { confirmRun } from "../../../api/mentoring/board/confirm-run.ts";
import { decidePair } from "../../../api/mentoring/board/decide-pair.ts";
import { readBoard } from "../../../api/mentoring/board/read-board.ts";
import { runMatch } from "../../../api/mentoring/board/run-match.ts";
import { answerProposal } from "../../../api/mentoring/personal/answer-proposal.ts";
import {
  acceptAgreement,
  agreeToMove,
  changeOwnStanding,
  leavePair,
  recordMeeting,
} from "../../../api/mentoring/personal/live-pair.ts";
import { openMine } from "../../../api/mentoring/personal/open-mine.ts";
import { sendPulse, sendReview } from "../../../api/mentoring/personal/send-form.ts";
import { moveMentoringOn } from "../../../api/mentoring/relationships/move-on.ts";
import {
  askToMove,
  settleOpenAlert,
  watchPairs,
  withdrawPair,
} from "../../../api/mentoring/relationships/watch-pairs.ts";
import { type MentoringWorld, openFullRound } from "../../support/mentoring-world.ts";
import { FIRST_TIME } from "../../support/staff-world.ts";

let world: MentoringWorld;
const round = () => world.round.id;
const DAY = 86_400_000;
const after = (days: number) => new Date(FIRST_TIME.getTime() + days * DAY);

async function linkOf(ref: string) {
  return { round: round(), secret: await world.secret(ref, "m") };
}
const mine = async (ref: string) => openMine(world.context, await linkOf(ref));
const pairs = async () => (await watchPairs(world.context, world.coordinator, { round: round() })).pairs;
const mails = async () => world.context.people.read((db) => db.select().from(db.tables.outbox));

/** E1 locked to N1 and so on, so that every test knows who has whom. */
beforeEach(async () => {
  world = await openFullRound();
  for (const n of [1, 2, 3, 4]) {
    await decidePair(world.context, world.coordinator, {
      round: round(),
      kind: "lock",
      mentee: world.id(`E${n}`),
      mentor: world.id(`N${n}`),
    });
  }
  const { id } = await runMatch(world.context, world.coordinator, { round: round() });
  await confirmRun(world.context, world.coordinator, { round: round(), run: id });
});
afterEach(() => world.cleanUp());

async function pairOf(ref: string) {
  const found = (await mine(ref)).asMentor[0] ?? (await mine(ref)).asMentee[0];
  return { ...(await linkOf(ref)), relationship: found?.id ?? "" };
}

async function accepted(n = 1): Promise<void> {
  await answerProposal(world.context, { ...(await pairOf(`N${n}`)), accept: true });
}

async function active(n = 1): Promise<void> {
  await accepted(n);
  const agreement = { frequency: "monthly", endsOn: "2026-12-02" } as const;
  for (const ref of [`E${n}`, `N${n}`]) {
    await acceptAgreement(world.context, { ...(await pairOf(ref)), agreement });
  }
}

describe("a mentor who is asked", () => {
  test("sees the mentee's name, role and goals, reasons, and until when to answer", async () => {
    const { asMentor, mentorStanding, capacity } = await mine("N1");
    expect([mentorStanding, capacity]).toEqual(["available", 1]);
    expect(asMentor[0]).toMatchObject({
      state: "asked",
      menteeName: "Eve Mentee1",
      request: { areas: ["leading-a-team", "presenting"], "first-area": "leading-a-team" },
      answerBy: after(7).toISOString(),
    });
    expect(asMentor[0]?.reasonsForMentor[0]).toContain("You can help with");
    expect(asMentor[0]).not.toHaveProperty("score");
    expect(asMentor[0]?.request).not.toHaveProperty("mode");
  });

  test("says yes, and only then the mentee is told", async () => {
    const hidden = (await mails()).filter(({ toAddress }) => toAddress === "e1@example.org");
    expect(hidden.some(({ text }) => text.includes("/m/"))).toBe(false);
    await accepted();
    expect((await mine("E1")).asMentee[0]).toMatchObject({ state: "accepted", mentorName: "Nia Mentor1" });
  });

  test("says no without anybody but the next mentor hearing of it", async () => {
    await answerProposal(world.context, { ...(await pairOf("N1")), accept: false });
    expect((await mine("N1")).asMentor).toEqual([]);
    const own = (await mails()).filter(({ toAddress }) => toAddress === "e1@example.org");
    expect(own.map(({ subject }) => subject).join()).not.toContain("mentor:");
    expect((await pairs()).filter(({ mentee }) => mentee.name === "Eve Mentee1")).toMatchObject([
      { state: "passed" },
    ]);
  });

  test("leaves the question unanswered with the same result as a no, and the next is asked", async () => {
    await changeOwnStanding(world.context, { ...(await linkOf("N2")), side: "mentor", standing: "ended" });
    await answerProposal(world.context, { ...(await pairOf("N2")), accept: false });
    world.setTime(after(8));
    await moveMentoringOn(world.context);
    const all = await pairs();
    const passed = all.filter(({ state }) => state === "passed");
    const shape = passed.map(
      ({ id: _id, mentee: _e, mentor: _m, menteeName: _n, mentorName: _o, ...rest }) => rest,
    );
    // E1 to E4 all passed once; nothing tells the declined one from the others.
    expect(new Set(shape.slice(0, 4).map((row) => JSON.stringify(row))).size).toBe(1);
    expect(all.filter(({ state }) => state === "asked").length).toBe(3);
    await moveMentoringOn(world.context);
    expect((await pairs()).length).toBe(all.length);
  });

  test("cannot answer for another pair, nor with another round's link", async () => {
    const request = await pairOf("N1");
    const foreign = { ...request, ...(await linkOf("N2")), relationship: request.relationship };
    await expect(answerProposal(world.context, { ...foreign, accept: true })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(openMine(world.context, { round: round(), secret: "wrong" })).rejects.toMatchObject({
      code: "link-not-valid",
    });
  });
});

describe("an agreement", () => {
  test("makes the pair active once both accept the same one", async () => {
    await accepted();
    const first = { frequency: "monthly", endsOn: "2026-12-02" } as const;
    await acceptAgreement(world.context, { ...(await pairOf("E1")), agreement: first });
    const other = { ...first, frequency: "fortnightly" } as const;
    await acceptAgreement(world.context, { ...(await pairOf("N1")), agreement: other });
    expect((await mine("E1")).asMentee[0]).toMatchObject({
      state: "accepted",
      menteeAgreed: false,
      mentorAgreed: true,
    });
    await acceptAgreement(world.context, { ...(await pairOf("E1")), agreement: other });
    expect((await mine("E1")).asMentee[0]).toMatchObject({ state: "active", endsOn: "2026-12-02" });
  });

  test("is proposed the same to every pair and refuses an end that is too near", async () => {
    await accepted();
    expect((await mine("E1")).asMentee[0]?.proposedAgreement).toEqual({
      frequency: "monthly",
      endsOn: "2026-12-02",
    });
    await expect(
      acceptAgreement(world.context, {
        ...(await pairOf("E1")),
        agreement: { frequency: "monthly", endsOn: "2026-03-05" },
      }),
    ).rejects.toMatchObject({ code: "bad-input" });
  });
});

describe("a live pair", () => {
  test("counts a meeting once a day, whoever clicks, and lets it be taken back", async () => {
    await active();
    world.setTime(after(5));
    await recordMeeting(world.context, { ...(await pairOf("E1")), held: true });
    await recordMeeting(world.context, { ...(await pairOf("N1")), held: true });
    expect((await mine("N1")).asMentor[0]?.meetings).toEqual(["2026-03-07"]);
    await recordMeeting(world.context, { ...(await pairOf("N1")), held: false });
    expect((await mine("N1")).asMentor[0]?.meetings).toEqual([]);
    await expect(
      recordMeeting(world.context, { ...(await pairOf("N1")), held: true, heldOn: "2027-01-01" }),
    ).rejects.toMatchObject({ code: "bad-input" });
  });

  test("is asked on day 14 by mail, answers with two taps, and no other side sees it", async () => {
    await active();
    world.setTime(after(14));
    await moveMentoringOn(world.context);
    await moveMentoringOn(world.context);
    expect((await mails()).filter(({ subject }) => subject.startsWith("How is it going"))).toHaveLength(2);
    const [pair] = (await mine("E1")).asMentee;
    expect(pair?.menteePulse).toMatchObject({ kind: "day-14" });
    const request = { ...(await pairOf("E1")), pulse: pair?.menteePulse?.id ?? "" };
    await expect(sendPulse(world.context, { ...request, answers: { going: 9 } })).rejects.toMatchObject({
      code: "answers-refused",
    });
    await sendPulse(world.context, { ...request, answers: { going: 2, met: "no" } });
    expect((await mine("E1")).asMentee[0]?.menteePulse).toBeNull();
    expect(JSON.stringify(await mine("N1"))).not.toContain("going");
    expect(JSON.stringify(await pairs())).not.toMatch(/going"/);
  });

  test("warns the coordinator when nobody met by day 21 and when one side is silent twice", async () => {
    await active();
    world.setTime(after(14));
    await moveMentoringOn(world.context);
    world.setTime(after(30));
    await moveMentoringOn(world.context);
    world.setTime(after(40));
    const [pair] = (await pairs()).filter(({ state }) => state === "active");
    expect(pair?.warnings.map(({ code }) => code)).toEqual(["no-meeting", "silent", "silent"]);
  });

  test("ends on the agreed day, with thanks, a look back and a certificate that rates nobody", async () => {
    await active();
    await recordMeeting(world.context, { ...(await pairOf("E1")), held: true });
    world.setTime(new Date("2026-12-03T09:00:00Z"));
    await moveMentoringOn(world.context);
    const [own] = (await mine("N1")).asMentor;
    expect(own).toMatchObject({ state: "ended", mentorReviewOpen: true });
    expect(own?.certificate).toEqual({
      name: "Nia Mentor1",
      round: "Spring round",
      from: "2026-03-02",
      to: "2026-12-03",
      meetings: 1,
    });
    await sendReview(world.context, { ...(await pairOf("N1")), answers: { ended: "as-planned", useful: 5 } });
    expect((await mine("N1")).asMentor[0]?.mentorReviewOpen).toBe(false);
    expect(JSON.stringify(await mine("E1"))).not.toContain("useful");
    expect((await pairs()).find(({ id }) => id === own?.id)?.mentorReview).toMatchObject({
      role: "mentor",
      useful: 5,
    });
  });
});

describe("an early end", () => {
  test("tells the other side that it ended and nothing more, and puts both back into the pool", async () => {
    await active();
    await leavePair(world.context, { ...(await pairOf("E1")), reason: "no-rapport" });
    const other = JSON.stringify(await mine("N1"));
    expect(other).not.toContain("no-rapport");
    expect(other).not.toContain("exit");
    expect((await pairs()).find(({ state }) => state === "ended")).toMatchObject({
      exitSide: "mentee",
      exitReason: "no-rapport",
    });
    const board = await readBoard(world.context, world.coordinator, { round: round() });
    expect(board.pool).toMatchObject({ waiting: 1, free: 1 });
  });

  test("leaves everybody else where they are when the match runs again", async () => {
    await active(2);
    const before = (await pairs()).filter(({ state }) => state === "active" || state === "asked");
    await active(1);
    await leavePair(world.context, { ...(await pairOf("E1")), reason: null });
    await runMatch(world.context, world.coordinator, { round: round() });
    const { outcome } = await readBoard(world.context, world.coordinator, { round: round() });
    const mentorOf = new Map(outcome?.pairs.map(({ mentee, mentor }) => [mentee.id, mentor.id]));
    for (const { mentee, mentor } of before.filter((pair) => pair.mentee.name !== "Eve Mentee1")) {
      expect(mentorOf.get(mentee.id)).toBe(mentor.id);
    }
    // The two who ended it are not proposed to each other again.
    expect(mentorOf.has(world.id("E1"))).toBe(false);
  });

  test("for a boundary stops everything for both and calls the coordinator, with nothing in the mail", async () => {
    await active();
    await leavePair(world.context, { ...(await pairOf("E1")), reason: "boundary" });
    const alertMail = (await mails()).find(({ subject }) => subject.startsWith("Please look at a pair"));
    expect(alertMail?.toAddress).toBe("kim@example.org");
    expect(`${alertMail?.subject} ${alertMail?.text}`).not.toMatch(/Mentee|Mentor\d|boundary/);
    const watched = await watchPairs(world.context, world.coordinator, { round: round() });
    expect(watched.alerts).toHaveLength(1);
    const board = await readBoard(world.context, world.coordinator, { round: round() });
    expect(board.pool).toMatchObject({ waiting: 0, free: 0 });
    // Whoever is concerned does not learn it from their own page.
    expect((await mine("N1")).mentorStanding).toBe("available");
    await settleOpenAlert(world.context, world.coordinator, {
      round: round(),
      alert: watched.alerts[0]?.id ?? "",
      menteeBack: true,
      mentorBack: false,
    });
    const settled = await readBoard(world.context, world.coordinator, { round: round() });
    expect(settled.pool).toMatchObject({ waiting: 1, free: 0 });
  });
});

describe("a move that would place somebody else", () => {
  test("is proposed by the board, asked of both, and happens only when both agree", async () => {
    await active(1);
    await active(2);
    // E3 may only have N1, who has E1; E1 may have N3, who is free once E3's question has passed.
    for (const mentor of ["N2", "N3", "N4"]) {
      await decidePair(world.context, world.coordinator, {
        round: round(),
        kind: "forbid",
        mentee: world.id("E3"),
        mentor: world.id(mentor),
      });
    }
    const third = (await pairs()).find(({ mentee }) => mentee.name === "Eve Mentee3");
    await withdrawPair(world.context, world.coordinator, { relationship: third?.id ?? "" });
    const { moves } = await watchPairs(world.context, world.coordinator, { round: round() });
    expect(moves?.sentence).toBe(
      "Moving one pair would place everybody who waits. It needs the consent of both sides.",
    );
    const relationship = moves?.pairs[0]?.relationship ?? "";
    await askToMove(world.context, world.coordinator, { relationship });
    await agreeToMove(world.context, { ...(await pairOf("E1")), agree: true });
    expect((await mine("N1")).asMentor[0]).toMatchObject({ state: "active", mentorMove: { agreed: false } });
    expect(JSON.stringify(await pairs())).not.toContain("menteeMove");
    await agreeToMove(world.context, { ...(await pairOf("N1")), agree: true });
    expect((await pairs()).find(({ id }) => id === relationship)).toMatchObject({
      state: "ended",
      ending: "moved",
    });
    await runMatch(world.context, world.coordinator, { round: round() });
    const { outcome } = await readBoard(world.context, world.coordinator, { round: round() });
    expect(outcome?.unmatched).toEqual([]);
  });
});
