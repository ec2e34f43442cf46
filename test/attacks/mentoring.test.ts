/** What one side of a mentoring pair says in private, looked for in everything that others are shown. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EXIT_REASONS } from "../../analysis/mentoring/exit-reasons.ts";
import { listAudit } from "../../api/audit/list-audit.ts";
import { collectPool } from "../../api/mentoring/board/collect-inputs.ts";
import { confirmRun } from "../../api/mentoring/board/confirm-run.ts";
import { decidePair } from "../../api/mentoring/board/decide-pair.ts";
import { readBoard } from "../../api/mentoring/board/read-board.ts";
import { runMatch } from "../../api/mentoring/board/run-match.ts";
import { readMentoringFigures } from "../../api/mentoring/figures/read-figures.ts";
import { answerProposal } from "../../api/mentoring/personal/answer-proposal.ts";
import {
  acceptAgreement,
  agreeToMove,
  changeOwnStanding,
  leavePair,
} from "../../api/mentoring/personal/live-pair.ts";
import { openMine } from "../../api/mentoring/personal/open-mine.ts";
import { sendPulse, sendReview } from "../../api/mentoring/personal/send-form.ts";
import { moveMentoringOn } from "../../api/mentoring/relationships/move-on.ts";
import { pairView, readLife } from "../../api/mentoring/relationships/pair-view.ts";
import { updateRelationship } from "../../api/mentoring/relationships/store.ts";
import { watchPairs } from "../../api/mentoring/relationships/watch-pairs.ts";
import { changeRound } from "../../api/mentoring/rounds/change-round.ts";
import { findRound } from "../../api/mentoring/rounds/find-round.ts";
import { listRoundPeople, readRound } from "../../api/mentoring/rounds/read-rounds.ts";
import { type MentoringWorld, openFullRound } from "../support/mentoring-world.ts";
import { FIRST_TIME } from "../support/staff-world.ts";

const DAY = 86_400_000;
const after = (days: number) => new Date(FIRST_TIME.getTime() + days * DAY);
const NUMBERS = [1, 2, 3, 4];

let world: MentoringWorld;
const round = () => world.round.id;

/** E1 is asked for N1 and so on. */
beforeEach(async () => {
  world = await openFullRound();
  const { context, coordinator } = world;
  await changeRound(context, coordinator, { round: round(), settings: { cascade: false } });
  for (const n of NUMBERS) {
    const pair = { mentee: world.id(`E${n}`), mentor: world.id(`N${n}`) };
    await decidePair(context, coordinator, { round: round(), kind: "lock", ...pair });
  }
  const { id } = await runMatch(context, coordinator, { round: round() });
  await confirmRun(context, coordinator, { round: round(), run: id });
});
afterEach(() => world.cleanUp());

async function linkOf(ref: string) {
  return { round: round(), secret: await world.secret(ref, "m") };
}

async function ownPair(ref: string) {
  const link = await linkOf(ref);
  const { asMentee, asMentor } = await openMine(world.context, link);
  const [mentee, mentor] = [asMentee[0], asMentor[0]];
  return {
    request: { ...link, relationship: (mentee ?? mentor)?.id ?? "" },
    pulse: (mentee?.menteePulse ?? mentor?.mentorPulse)?.id ?? "",
  };
}

async function allActive(): Promise<void> {
  const agreement = { frequency: "monthly", endsOn: "2026-12-02" } as const;
  for (const n of NUMBERS) {
    await answerProposal(world.context, { ...(await ownPair(`N${n}`)).request, accept: true });
    for (const ref of [`E${n}`, `N${n}`]) {
      await acceptAgreement(world.context, { ...(await ownPair(ref)).request, agreement });
    }
  }
}

const stored = () =>
  world.context.people.read(async (db) => ({
    pairs: await db.select().from(db.tables.mentoringRelationships),
    pulses: await db.select().from(db.tables.mentoringPulses),
    mails: await db.select().from(db.tables.outbox),
  }));

/** One pair's names, numbers, ids and links put out of sight: what is left may differ by nothing but what was said. */
async function plain(value: unknown, n: number): Promise<string> {
  const { pairs, pulses } = await stored();
  let text = JSON.stringify(value).replaceAll(/#[\w-]{32}/g, "#SECRET");
  for (const { id } of [...pulses, ...pairs]) text = text.replaceAll(id, "ID");
  for (const ref of NUMBERS.flatMap((one) => [`E${one}`, `N${one}`]))
    text = text.replaceAll(world.id(ref), "P");
  return text.replaceAll(new RegExp(`(Mentee|Mentor|Planning |Finance )${n}\\b`, "g"), "$1");
}

/** Everything that the other side is shown or sent. */
async function shownTo(ref: string): Promise<string> {
  const n = Number(ref.slice(1));
  const { mails } = await stored();
  const own = mails.filter(({ toAddress }) => toAddress === `${ref.toLowerCase()}@example.org`);
  const page = await openMine(world.context, await linkOf(ref));
  return plain([page, own.map(({ subject, text }) => `${subject}\n${text}`).sort()], n);
}

/** What that side would be shown by a build without the table of who sees what. */
async function carelesslyShown(n: number): Promise<string> {
  const row = await world.context.people.read(async (db) => {
    const pool = await collectPool(db, await findRound(db, round()), world.context.clock());
    const frame = { pool, life: await readLife(db, round()), now: world.context.clock() };
    const pair = pool.relationships.find(({ menteePersonId }) => menteePersonId === world.id(`E${n}`));
    return pair === undefined ? undefined : pairView(frame, pair, "coordinator");
  });
  return plain({ ...row, warnings: [], score: 0, reasons: [] }, n);
}

const perPair = async (read: (n: number) => Promise<string>) => {
  const texts: string[] = [];
  for (const n of NUMBERS) texts.push(await read(n));
  return new Set(texts).size;
};

/** All that the coordinator reads of the round. */
async function coordinatorReads(): Promise<unknown> {
  const { context, coordinator, programme } = world;
  const of = { round: round() };
  return {
    round: await readRound(context, coordinator, of),
    board: await readBoard(context, coordinator, of),
    people: await listRoundPeople(context, coordinator, of),
    pairs: await watchPairs(context, coordinator, of),
    figures: (await readMentoringFigures(context, coordinator, { programme })).map(({ figures }) => figures),
    log: await listAudit(context, coordinator, { offset: 0, limit: 200 }),
  };
}

describe("why somebody ended it", () => {
  test.each([
    ["E", "N"],
    ["N", "E"],
  ])(
    "(%s) is in nothing that the other side sees, and would be without the table of rights",
    async (own, other) => {
      await allActive();
      const reasons = ["no-rapport", "boundary", "left", null] as const;
      for (const [place, reason] of reasons.entries())
        await leavePair(world.context, { ...(await ownPair(`${own}${place + 1}`)).request, reason });
      expect(await perPair((n) => shownTo(`${other}${n}`))).toBe(1);
      expect(await perPair(carelesslyShown)).toBe(4);
      for (const reason of EXIT_REASONS) expect(await shownTo(`${other}1`)).not.toContain(reason);
    },
  );

  test("is not found out by standing aside and coming back, which the program undoes for nobody to see", async () => {
    const { context, coordinator } = world;
    await allActive();
    for (const n of NUMBERS) {
      const reason = n === 1 ? "boundary" : "no-rapport";
      await leavePair(context, { ...(await ownPair(`E${n}`)).request, reason });
    }
    const free = async () => (await readBoard(context, coordinator, { round: round() })).pool.free;
    for (const standing of ["paused", "ended", "available"] as const) {
      for (const n of NUMBERS)
        await changeOwnStanding(context, { ...(await linkOf(`N${n}`)), side: "mentor", standing });
      expect(await perPair((n) => shownTo(`N${n}`))).toBe(1);
      expect(await shownTo("N1")).toContain(`"mentorStanding":"${standing}"`);
      expect(await free()).toBe(standing === "available" ? 3 : 0);
    }
  });

  test("is not told by a mentee's waiting either, when a mentor says it later in looking back", async () => {
    await allActive();
    for (const n of NUMBERS) {
      const { request } = await ownPair(`N${n}`);
      await leavePair(world.context, { ...request, reason: null });
      const reason = n === 1 ? "boundary" : "no-rapport";
      await sendReview(world.context, { ...request, answers: { ended: "early-faded", reason } });
    }
    expect(await perPair((n) => shownTo(`E${n}`))).toBe(1);
  });
});

describe("what somebody says in looking back", () => {
  test("is in nothing that the other side sees or is sent, and would be without the table of rights", async () => {
    await allActive();
    for (const n of NUMBERS) {
      await leavePair(world.context, { ...(await ownPair(`E${n}`)).request, reason: null });
      const answers = { ended: "early-faded", useful: n };
      if (n > 1) await sendReview(world.context, { ...(await ownPair(`E${n}`)).request, answers });
    }
    expect(await perPair((n) => shownTo(`N${n}`))).toBe(1);
    expect(await perPair(carelesslyShown)).toBe(4);
  });
});

describe("how somebody says it is going", () => {
  test("is in nothing that the other side sees or is sent", async () => {
    await allActive();
    world.setTime(after(14));
    await moveMentoringOn(world.context);
    for (const n of NUMBERS) {
      const { request, pulse } = await ownPair(`E${n}`);
      if (n > 1) await sendPulse(world.context, { ...request, pulse, answers: { going: n, met: "no" } });
    }
    expect(await perPair((n) => shownTo(`N${n}`))).toBe(1);
    // The search sees what is on a page: who has answered is asked no more.
    expect(await perPair((n) => shownTo(`E${n}`))).toBe(2);
  });

  test("changes nothing that the coordinator reads, and would if pulses came with the pair", async () => {
    await allActive();
    world.setTime(after(14));
    await moveMentoringOn(world.context);
    const { request, pulse } = await ownPair("E1");
    const careless = () => world.context.people.read((db) => readLife(db, round()));
    const [before, all] = [await coordinatorReads(), await careless()];
    await sendPulse(world.context, { ...request, pulse, answers: { going: 1, met: "no" } });
    expect(await coordinatorReads()).toEqual(before);
    expect(await careless()).not.toEqual(all);
  });
});

describe("who did not agree to move", () => {
  test("is learnt neither by the other side nor by the coordinator", async () => {
    await allActive();
    await world.context.people.write(async (tx) => {
      for (const { id } of await tx.select().from(tx.tables.mentoringRelationships)) {
        await updateRelationship(tx, id, { moveAskedAt: world.context.clock() });
      }
    });
    const before = await coordinatorReads();
    await agreeToMove(world.context, { ...(await ownPair("E1")).request, agree: true });
    expect(await coordinatorReads()).toEqual(before);
    expect(await perPair((n) => shownTo(`N${n}`))).toBe(1);
    expect(await perPair((n) => shownTo(`E${n}`))).toBe(2);
  });
});

describe("a no", () => {
  test("is, once the time is over, as silence: for the mentee, and for the coordinator", async () => {
    for (const n of [1, 2]) {
      await answerProposal(world.context, { ...(await ownPair(`N${n}`)).request, accept: false });
      world.setTime(after(2));
    }
    // Before the time is over a pair that has passed stands out: the mentor's page says so.
    expect(await perPair(carelesslyShown)).toBe(2);
    world.setTime(after(8));
    await moveMentoringOn(world.context);
    expect(await perPair(carelesslyShown)).toBe(1);
    const { context, coordinator } = world;
    const people = await listRoundPeople(context, coordinator, { round: round() });
    const mentors = people.filter(({ side }) => side === "mentor");
    const rows = NUMBERS.map((n) =>
      plain(
        mentors.find(({ id }) => id === world.id(`N${n}`)),
        n,
      ),
    );
    expect(new Set(await Promise.all(rows)).size).toBe(1);
    const { mails } = await stored();
    expect(mails.filter(({ text, toAddress }) => toAddress.startsWith("e") && text.includes("/m/"))).toEqual(
      [],
    );
  });
});
