/** The plain rules of a pair: steps, pulses, warnings, exits, the agreement. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { agreementProblem, proposedAgreement, sameAgreement } from "../../../analysis/mentoring/agreement.ts";
import { earlyWarnings, type WatchedPair } from "../../../analysis/mentoring/early-warnings.ts";
import { EXIT_REASONS, rematchEffect } from "../../../analysis/mentoring/exit-reasons.ts";
import { type PulseFacts, pulseDue } from "../../../analysis/mentoring/pulse-plan.ts";
import {
  nextRelationshipState,
  RELATIONSHIP_STATES,
  takesPlace,
} from "../../../analysis/mentoring/relationship-state.ts";
import { readDefinition } from "../../../surveys/read-definition.ts";

const BEGAN = new Date("2026-03-02T09:00:00Z");
const after = (days: number) => new Date(BEGAN.getTime() + days * 86_400_000);

describe("the life of a pair", () => {
  test("goes one way: asked, accepted, active, ended", () => {
    expect(nextRelationshipState("asked", "accept")).toBe("accepted");
    expect(nextRelationshipState("accepted", "agree")).toBe("active");
    expect(nextRelationshipState("active", "end")).toBe("ended");
    expect(nextRelationshipState("asked", "end")).toBeUndefined();
    expect(nextRelationshipState("active", "pass")).toBeUndefined();
    for (const step of ["accept", "pass", "agree", "end"] as const) {
      expect(nextRelationshipState("ended", step)).toBeUndefined();
      expect(nextRelationshipState("passed", step)).toBeUndefined();
    }
  });

  test("takes a place until it has ended or passed", () => {
    expect(RELATIONSHIP_STATES.filter(takesPlace)).toEqual(["asked", "accepted", "active"]);
  });
});

describe("pulses", () => {
  const facts = (days: number, more: Partial<PulseFacts> = {}): PulseFacts => ({
    activeAt: BEGAN,
    firstMeetingOn: null,
    endsOn: "2026-12-02",
    asked: [],
    now: after(days),
    ...more,
  });

  test("come on day 14 and not before", () => {
    expect(pulseDue(facts(13))).toBeUndefined();
    expect(pulseDue(facts(14))).toEqual({ kind: "day-14", dueAt: after(14) });
  });

  test("come the day after the first meeting", () => {
    const met = { firstMeetingOn: "2026-03-05" };
    expect(pulseDue(facts(2, met))).toBeUndefined();
    expect(pulseDue(facts(4, met))?.kind).toBe("first-meeting");
  });

  test("leave one out that would come within a week of another", () => {
    const asked = [{ kind: "day-14", dueAt: after(14) }] as const;
    expect(pulseDue(facts(18, { firstMeetingOn: "2026-03-19", asked }))).toBeUndefined();
    expect(pulseDue(facts(30, { firstMeetingOn: "2026-03-19", asked }))?.kind).toBe("month-1");
  });

  test("come every month until the agreed day", () => {
    const asked = [{ kind: "month-1", dueAt: after(30) }] as const;
    expect(pulseDue(facts(61, { asked }))?.kind).toBe("month-2");
    expect(pulseDue(facts(61, { asked, endsOn: "2026-04-20" }))).toBeUndefined();
  });

  test("after a pause are one, not all that were missed", () => {
    expect(pulseDue(facts(95))?.kind).toBe("month-3");
  });
});

describe("early warnings", () => {
  const pair = (more: Partial<WatchedPair> = {}): WatchedPair => ({
    acceptedAt: BEGAN,
    activeAt: BEGAN,
    meetings: 1,
    pulses: [],
    ...more,
  });
  const codes = (watched: WatchedPair, days: number) =>
    earlyWarnings(watched, after(days)).map(({ code }) => code);
  const pulse = (days: number, going: number | null, side: "mentee" | "mentor" = "mentee") => ({
    side,
    dueAt: after(days),
    going,
    answered: going !== null,
  });

  test("are none for a pair that meets and answers", () => {
    expect(codes(pair({ pulses: [pulse(14, 4), pulse(30, 4)] }), 60)).toEqual([]);
  });

  test("say that nobody met by day 21, with the reason in words", () => {
    expect(codes(pair({ meetings: 0 }), 20)).toEqual([]);
    expect(earlyWarnings(pair({ meetings: 0 }), after(21))).toEqual([
      { code: "no-meeting", sentence: "No meeting by day 21." },
    ]);
  });

  test("say that it goes less well twice in a row, and not which side said so nor what", () => {
    const falling = pair({ pulses: [pulse(14, 5), pulse(30, 3), pulse(60, 2)] });
    const [warning] = earlyWarnings(falling, after(61));
    expect(warning?.code).toBe("falling");
    expect(warning?.sentence).not.toMatch(/mentee|mentor|\d/);
    expect(codes(pair({ pulses: [pulse(14, 5), pulse(30, 3), pulse(60, 3)] }), 61)).toEqual([]);
  });

  test("say that one side left two pulses unanswered, once there was time to answer", () => {
    const silent = pair({ pulses: [pulse(14, null, "mentor"), pulse(30, null, "mentor")] });
    expect(codes(silent, 36)).toEqual([]);
    expect(codes(silent, 37)).toEqual(["silent"]);
  });

  test("say that the agreement waits", () => {
    expect(codes(pair({ activeAt: null }), 13)).toEqual([]);
    expect(codes(pair({ activeAt: null }), 14)).toEqual(["no-agreement"]);
  });
});

describe("an early end", () => {
  test("has the reasons of the review form", () => {
    const { items } = readDefinition(readFileSync("surveys/library/mentoring-review.json", "utf8"));
    const reason = items.find(({ code }) => code === "reason");
    expect(reason?.choices?.map(({ value }) => value)).toEqual([...EXIT_REASONS]);
  });

  test("puts both back, except who has no time or left, and stops all after a boundary", () => {
    expect(rematchEffect(null)).toEqual({ leaver: "back", other: "back", pairAgain: false });
    expect(rematchEffect("no-time").leaver).toBe("aside");
    expect(rematchEffect("boundary")).toMatchObject({ leaver: "stopped", other: "stopped" });
    expect(EXIT_REASONS.every((reason) => !rematchEffect(reason).pairAgain)).toBe(true);
  });
});

describe("an agreement", () => {
  test("ends some months on, within four weeks and three years", () => {
    expect(proposedAgreement(BEGAN, 9)).toEqual({ frequency: "monthly", endsOn: "2026-12-02" });
    const until = (endsOn: string) => agreementProblem({ frequency: "monthly", endsOn }, BEGAN);
    expect(until("2026-12-02")).toBeUndefined();
    expect(until("2026-03-20")).toContain("four weeks");
    expect(until("2036-03-20")).toContain("three years");
    expect(until("nonsense")).toContain("Choose another day");
  });

  test("is the same only when frequency and end are", () => {
    const one = { frequency: "monthly", endsOn: "2026-12-02" } as const;
    expect(sameAgreement(one, { ...one })).toBe(true);
    expect(sameAgreement(one, { ...one, frequency: "fortnightly" })).toBe(false);
    expect(sameAgreement(null, null)).toBe(false);
  });
});
