/** What the rater's screens derive from the people asked about. */
import { describe, expect, it } from "vitest";
import { type DeskState, nextPerson, type PersonProgress, wouldLose } from "../../../web/rater/desk-state.ts";

function personOf(subject: string, progress: PersonProgress) {
  return { person: { subject, name: subject, group: "peer" }, progress };
}

const quiet: DeskState = {
  people: [],
  keeping: "device",
  saved: "saved",
  online: true,
  elsewhere: false,
  behind: false,
  busy: false,
};

describe("the next person", () => {
  it("is one whose form was begun, before those not started", () => {
    const people = [personOf("a", "not-started"), personOf("b", "draft"), personOf("c", "sent")];
    expect(nextPerson(people)?.person.subject).toBe("b");
  });

  it("is never the one just sent, one that waits, or one that is done", () => {
    expect(nextPerson([personOf("a", "draft")], "a")).toBeUndefined();
    expect(nextPerson([personOf("a", "waiting"), personOf("b", "sent")])).toBeUndefined();
  });
});

describe("leaving the page", () => {
  it("loses nothing when everything is saved on the device", () => {
    expect(wouldLose({ ...quiet, people: [personOf("a", "draft")] })).toBe(false);
  });

  it("loses what is being saved, could not be saved, or is too long", () => {
    for (const saved of ["saving", "in-memory", "not-saved", "too-long"] as const) {
      expect(wouldLose({ ...quiet, saved }), saved).toBe(true);
    }
  });

  it("loses drafts and waiting answers on a shared computer, unless a copy is elsewhere", () => {
    const people = [personOf("a", "draft")];
    const shared = { ...quiet, keeping: "nowhere" } as const;
    expect(wouldLose({ ...shared, people })).toBe(true);
    expect(wouldLose({ ...shared, people, elsewhere: true })).toBe(false);
    expect(wouldLose({ ...shared, people, elsewhere: true, behind: true })).toBe(true);
    expect(wouldLose({ ...shared, people: [personOf("a", "sent")] })).toBe(false);
  });

  it("breaks off what is under way", () => {
    expect(wouldLose({ ...quiet, busy: true })).toBe(true);
  });
});
