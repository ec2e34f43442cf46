/** The coordinator's board: a run that repeats, decisions that hold, and a confirmation that asks the mentors. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { USUAL_WEIGHTS } from "../../../analysis/matching/criteria.ts";
import { listAudit } from "../../../api/audit/list-audit.ts";
import { changeWeights, listWeights } from "../../../api/mentoring/board/change-weights.ts";
import { confirmRun } from "../../../api/mentoring/board/confirm-run.ts";
import { decidePair, undoDecision } from "../../../api/mentoring/board/decide-pair.ts";
import { explainPair, rankMentors } from "../../../api/mentoring/board/explain-pair.ts";
import { readBoard } from "../../../api/mentoring/board/read-board.ts";
import { repeatRun, runMatch } from "../../../api/mentoring/board/run-match.ts";
import { whatIf } from "../../../api/mentoring/board/what-if.ts";
import { type MentoringWorld, openFullRound } from "../../support/mentoring-world.ts";

let world: MentoringWorld;
const round = () => world.round.id;
const pair = (mentee: string, mentor: string) => ({ mentee: world.id(mentee), mentor: world.id(mentor) });

beforeEach(async () => {
  world = await openFullRound();
});
afterEach(() => world.cleanUp());

async function board() {
  return readBoard(world.context, world.coordinator, { round: round() });
}
const decide = (kind: "lock" | "forbid" | "clear", mentee: string, mentor: string) =>
  decidePair(world.context, world.coordinator, { round: round(), kind, ...pair(mentee, mentor) });
const run = () => runMatch(world.context, world.coordinator, { round: round() });

describe("the board", () => {
  test("shows the pool before a run, and pairs with a score and reasons after it", async () => {
    const before = await board();
    expect(before.pool).toEqual({ mentees: 4, waiting: 4, mentors: 4, places: 4, free: 4 });
    expect(before.run).toBeNull();
    await run();
    const after = await board();
    expect(after.outcome?.figures).toMatchObject({ matched: 4, proposed: 4, certificate: "optimal" });
    const [first] = after.outcome?.pairs ?? [];
    expect(first?.kind).toBe("proposed");
    expect(first?.reasons).toHaveLength(3);
    expect(first?.reasons.join(" ")).toContain("of 45 points");
    expect(after.run?.stale).toBe(false);
  });

  test("keeps a run with its inputs, which gives the same result again", async () => {
    const { id, inputsHash } = await run();
    expect(await repeatRun(world.context, world.coordinator, { round: round(), run: id })).toEqual({
      inputsHash,
      sameInputs: true,
      sameResult: true,
    });
  });

  test("says that a run is out of date once a decision came after it", async () => {
    await run();
    await decide("forbid", "E1", "N1");
    expect((await board()).run?.stale).toBe(true);
    await undoDecision(world.context, world.coordinator, { round: round() });
    expect((await board()).run?.stale).toBe(false);
  });

  test("keeps a locked pair and never makes a forbidden one", async () => {
    await decide("lock", "E1", "N4");
    await decide("forbid", "E2", "N1");
    await decide("forbid", "E2", "N2");
    await run();
    const { outcome, locked, forbidden } = await board();
    const mentorOf = new Map(outcome?.pairs.map(({ mentee, mentor }) => [mentee.id, mentor.id]));
    expect(mentorOf.get(world.id("E1"))).toBe(world.id("N4"));
    expect(mentorOf.get(world.id("E2"))).toBe(world.id("N3"));
    expect([locked.length, forbidden.length]).toEqual([1, 2]);
  });

  test("lets a newer lock of the same mentee take the place of an older one", async () => {
    await decide("lock", "E1", "N4");
    await decide("lock", "E1", "N2");
    expect((await board()).locked.map(({ mentor }) => mentor.id)).toEqual([world.id("N2")]);
  });

  test("refuses a lock with a mentor who has no place left", async () => {
    await decide("lock", "E1", "N4");
    await expect(decide("lock", "E2", "N4")).rejects.toMatchObject({ code: "wrong-state" });
  });

  test("says who stays without a mentor, why, and of which kind of request they are", async () => {
    for (const mentee of ["E1", "E2", "E3"]) {
      for (const mentor of ["N2", "N3", "N4"]) await decide("forbid", mentee, mentor);
    }
    await run();
    const { outcome } = await board();
    expect(outcome?.unmatched).toHaveLength(2);
    expect(outcome?.unmatched[0]).toMatchObject({ reason: "overDemandedGroup", group: 1 });
    expect(outcome?.shortages[0]).toMatchObject({ places: 1, shortfall: 2 });
    expect(outcome?.byKind).toEqual([{ kind: "none", title: "None of these", requests: 4, unmatched: 2 }]);
    expect(outcome?.choice).toMatchObject({ offered: false });
    expect(outcome?.choice.sentence).toContain("without a mentor");
  });

  test("shows each mentor's load", async () => {
    await run();
    const load = (await board()).outcome?.load ?? [];
    expect(
      load.map(({ capacity, live, proposed, standing }) => ({ capacity, live, proposed, standing })),
    ).toEqual(
      Array.from({ length: 4 }, () => ({ capacity: 1, live: 0, proposed: 1, standing: "available" })),
    );
  });
});

describe("a pair explained", () => {
  test("names the rule that forbids it, and ranks every mentor for a mentee", async () => {
    await decide("forbid", "E1", "N2");
    const explained = await explainPair(world.context, world.coordinator, {
      round: round(),
      ...pair("E1", "N2"),
    });
    expect(explained.allowed).toBe(false);
    expect(explained.whyNot[0]).toContain("Set aside in this round");
    expect(explained.toMentee.whyNot).toEqual([
      "Not proposed. Everybody's wishes together led to other pairs.",
    ]);
    const mentors = await rankMentors(world.context, world.coordinator, {
      round: round(),
      mentee: world.id("E1"),
    });
    expect(mentors).toHaveLength(4);
    expect(mentors.at(-1)).toMatchObject({ mentor: { id: world.id("N2") }, allowed: false });
  });
});

describe("what if", () => {
  test("says what would change and stores nothing", async () => {
    await run();
    const before = await board();
    const tried = await whatIf(world.context, world.coordinator, {
      round: round(),
      locked: [pair("E1", "N4")],
      capacities: [{ mentor: world.id("N1"), capacity: 0 }],
    });
    expect(tried.before.matched).toBe(4);
    expect(tried.after.matched).toBe(3);
    expect(tried.unmatched).toHaveLength(1);
    expect(await board()).toEqual(before);
  });

  test("tries weights that sum to 100 and refuses others", async () => {
    const weights = { ...USUAL_WEIGHTS, areas: 40, site: 10 };
    const tried = await whatIf(world.context, world.coordinator, { round: round(), weights });
    expect(tried.after.matched).toBe(4);
    await expect(
      whatIf(world.context, world.coordinator, { round: round(), weights: { areas: 100 } }),
    ).rejects.toMatchObject({ code: "bad-input" });
  });
});

describe("weights", () => {
  test("are changed by a file that sums to 100, and the change can be undone", async () => {
    await changeWeights(world.context, world.coordinator, {
      round: round(),
      weights: { ...USUAL_WEIGHTS, areas: 40, site: 10 },
    });
    const weightOf = async (name: string) =>
      (await listWeights(world.context, world.coordinator, { round: round() })).find(
        (criterion) => criterion.name === name,
      )?.weight;
    expect(await weightOf("areas")).toBe(40);
    expect(await undoDecision(world.context, world.coordinator, { round: round() })).toMatchObject({
      kind: "weights",
    });
    expect(await weightOf("areas")).toBe(45);
  });
});

describe("confirming a run", () => {
  test("asks every mentor by mail, in which no mentee stands", async () => {
    const { id } = await run();
    const confirmed = await confirmRun(world.context, world.coordinator, { round: round(), run: id });
    expect(confirmed).toEqual({ asked: 4, choosing: 0 });
    const mails = await world.context.people.read((db) => db.select().from(db.tables.outbox));
    const asked = mails.filter(({ subject }) => subject.startsWith("Somebody would like you"));
    expect(asked).toHaveLength(4);
    for (const { text, subject } of asked) {
      expect(`${subject} ${text}`).not.toContain("Mentee");
      expect(text).toMatch(new RegExp(`/m/${round()}#[\\w-]{32}`));
    }
  });

  test("leaves the pairs on the board as existing, and cannot be done twice", async () => {
    const { id } = await run();
    await confirmRun(world.context, world.coordinator, { round: round(), run: id });
    expect((await board()).outcome?.pairs.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 4 }, () => "exists"),
    );
    await expect(
      confirmRun(world.context, world.coordinator, { round: round(), run: id }),
    ).rejects.toMatchObject({
      code: "wrong-state",
    });
  });

  test("is refused when the pool changed so that a pair cannot be made", async () => {
    const { id } = await run();
    const [first] = (await board()).outcome?.pairs ?? [];
    await decidePair(world.context, world.coordinator, {
      round: round(),
      kind: "forbid",
      mentee: first?.mentee.id ?? "",
      mentor: first?.mentor.id ?? "",
    });
    await expect(
      confirmRun(world.context, world.coordinator, { round: round(), run: id }),
    ).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
  });

  test("leaves audit events of the run, the decision and the confirmation", async () => {
    await decide("lock", "E1", "N4");
    const { id } = await run();
    await confirmRun(world.context, world.coordinator, { round: round(), run: id });
    const { events } = await listAudit(world.context, world.coordinator, { offset: 0, limit: 10 });
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["pair-lock", "match-run", "match-confirmed"]),
    );
  });
});

test("nobody but a coordinator runs, reads, tries or confirms", async () => {
  const evaluator = { ...world.coordinator, roles: ["evaluator"] as const };
  const refusals = [
    runMatch(world.context, evaluator, { round: round() }),
    readBoard(world.context, evaluator, { round: round() }),
    whatIf(world.context, evaluator, { round: round() }),
    confirmRun(world.context, evaluator, { round: round(), run: "any" }),
    decidePair(world.context, evaluator, { round: round(), kind: "lock", ...pair("E1", "N1") }),
  ];
  for (const refusal of refusals) await expect(refusal).rejects.toMatchObject({ code: "not-allowed" });
});
