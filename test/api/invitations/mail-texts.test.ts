/** What invitations promise: no more than the product keeps. */
import { describe, expect, it } from "vitest";
import { type InvitationMail, invitationText } from "../../../api/invitations/mail-texts.ts";

const MAIL: InvitationMail = {
  raterName: "Bo Boss",
  waveTitle: "Autumn feedback",
  aboutNames: ["Mia Manager"],
  link: "https://soundings.example/r/wave#secret",
  words: Array.from({ length: 16 }, (_, place) => `word${place + 1}`),
  closesAt: new Date("2026-12-05T21:52:00Z"),
  anonymous: true,
  someByName: true,
  occasion: "invitation",
};

describe("the text of an invitation", () => {
  it("does not promise a line manager of a 360 that nothing is shown by name", () => {
    const { subject, text } = invitationText(MAIL);
    expect(subject).toBe("Autumn feedback");
    expect(text).toContain("Where your answers are shown by name");
    expect(text).toContain("all others are sealed in your browser and cannot be matched to this mail");
    expect(text).toContain("  - Mia Manager");
    expect(text).toContain(
      "closes on Saturday 5 December at 21:52 UTC, or earlier if the coordinator closes it.",
    );
    expect(text).toContain("the page says who will see what, and what cannot be promised.");
  });

  it("tells the fingerprint in words, and nothing of it where links go without", () => {
    expect(invitationText(MAIL).text).toContain("word7 word8\n  word9 word10");
    expect(invitationText({ ...MAIL, words: [] }).text).not.toContain("fingerprint");
  });

  it("promises a staff survey's participants that no answer can be matched", () => {
    const { text } = invitationText({ ...MAIL, aboutNames: [], someByName: false, closesAt: null });
    expect(text).toContain("Your answers are sealed in your browser and cannot be matched to this mail.");
    expect(text).toContain("You are asked to answer a short survey.");
    expect(text).not.toContain("closes");
  });

  it("says of a form with names that it has names, and promises nothing else", () => {
    const { text } = invitationText({ ...MAIL, anonymous: false, someByName: false });
    expect(text).toContain("Your answers are given with your name.");
    expect(text).not.toContain("cannot be matched");
  });

  it("reminds without claiming to know that nothing at all was sent", () => {
    const { subject, text } = invitationText({ ...MAIL, occasion: "reminder" });
    expect(subject).toBe("Reminder: Autumn feedback");
    expect(text).toContain("something of your link has not been sent yet");
  });

  it("says of a reminder that everybody gets that it tells nothing of its reader", () => {
    const { text } = invitationText({ ...MAIL, occasion: "reminder-to-all" });
    expect(text).toContain("made alike for people who have answered and people who have not");
    expect(text).not.toContain("has not been sent yet");
  });

  it("says of a new link that the one before is dead, and nothing of what was sent", () => {
    const { subject, text } = invitationText({ ...MAIL, occasion: "new-link" });
    expect(subject).toBe("Autumn feedback");
    expect(text).toContain("no longer opens anything");
  });
});
