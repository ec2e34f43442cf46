/** A pair as its reader knows it: the same fields for both sides. */
import { describe, expect, it } from "vitest";
import type { Mine } from "../../../web/mentoring/mine-api.ts";
import { localDay, namesOf, ownPairs } from "../../../web/mentoring/own-pair.ts";

const FOR_BOTH = {
  agreement: null,
  proposedAgreement: { frequency: "monthly", endsOn: "2027-01-31" },
  menteeAgreed: true,
  mentorAgreed: false,
  activeAt: null,
  endsOn: null,
  endedAt: null,
  meetings: [],
} as const;

const MINE: Mine = {
  round: { id: "r", title: "Round" },
  name: "Own Name",
  menteeStanding: "available",
  mentorStanding: "available",
  capacity: 1,
  waiting: false,
  choice: null,
  asMentee: [
    {
      ...FOR_BOTH,
      id: "as-mentee",
      state: "accepted",
      mentorName: "Mo Mentor",
      offer: {},
      reasonsForMentee: [],
      menteePulse: null,
      menteeReviewOpen: false,
      menteeMove: { agreed: false },
      meetings: [],
    },
  ],
  asMentor: [
    {
      ...FOR_BOTH,
      id: "as-mentor",
      state: "asked",
      menteeName: "Mia Mentee",
      request: {},
      answerBy: "2026-12-01T00:00:00Z",
      reasonsForMentor: [],
      mentorPulse: { id: "p", kind: "monthly" },
      mentorReviewOpen: false,
      certificate: null,
      mentorMove: null,
      meetings: [],
    },
  ],
};

describe("one's own pairs", () => {
  it("put what waits for an answer first, and tell each side's own yes from the other's", () => {
    const [first, second] = ownPairs(MINE);
    expect(first).toMatchObject({ id: "as-mentor", ownAgreed: false, otherAgreed: true, pulse: "p" });
    expect(second).toMatchObject({ id: "as-mentee", ownAgreed: true, otherAgreed: false, moveAgreed: false });
  });

  it("name the mentee first in an agreement, whoever reads it", () => {
    expect(ownPairs(MINE).map((pair) => namesOf(pair, MINE.name))).toEqual([
      { mentee: "Mia Mentee", mentor: "Own Name" },
      { mentee: "Own Name", mentor: "Mo Mentor" },
    ]);
  });
});

describe("today", () => {
  it("is the day where the reader is", () => {
    expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
  });
});
