/** Mentoring in a real browser: mentee and mentor on a phone, without accounts, and the coordinator's board. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LAPTOP, type LaunchedBrowser, launchBrowser, PHONE } from "../support/browser.ts";
import { type MentoringProduct, startMentoringProduct } from "../support/mentoring-product.ts";
import { CONTINUE, expectAccessible, goToReview } from "../support/rater-steps.ts";
import { expectScreen, openPage, signInByMail } from "../support/staff-steps.ts";

const REQUEST = { areas: ["presenting"], "first-area": "presenting", mode: "either", consent: ["yes"] };
const OFFER = { capacity: "1", areas: ["presenting", "confidence"], mode: "either" };

let product: MentoringProduct;
let chromium: LaunchedBrowser;
let staff: Page;
let complaints: readonly string[];

beforeAll(async () => {
  [product, chromium] = await Promise.all([startMentoringProduct(), launchBrowser()]);
  ({ page: staff, complaints } = await openPage(chromium.browser, LAPTOP));
  staff.setDefaultTimeout(15_000);
});

afterAll(async () => {
  await chromium?.close();
  await product?.cleanUp();
});

async function onPhone(link: string): Promise<Page> {
  const { page } = await openPage(chromium.browser, PHONE);
  page.setDefaultTimeout(15_000);
  await page.goto(link);
  return page;
}

/** Nothing serious is wrong with the screen of a personal page, and nothing sticks out of a phone. */
async function expectMine(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  await expectAccessible(page, String(heading));
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width).toBeLessThanOrEqual(0);
}

function boardHref(part: string): string {
  return `${product.url}/staff/mentoring/${product.round.id}${part}`;
}

describe("offering to mentor", () => {
  it("takes eight taps on a phone, from a link, without an account", async () => {
    const page = await onPhone(await product.link("N1"));
    await expectAccessible(page, "the first screen of the offer");
    let taps = 0;
    const tap = async (name: string | RegExp, role: "button" | "radio" | "checkbox") => {
      taps += 1;
      await page.getByRole(role, { name, exact: true }).first().click();
    };
    await tap(CONTINUE, "button");
    await tap(/^Start/, "button");
    await page.locator(".form-page h1").waitFor();
    await expectAccessible(page, "the four questions");
    await tap("One", "radio");
    await tap("Speaking to an audience", "checkbox");
    await tap("Gaining confidence", "checkbox");
    await tap("Either", "radio");
    await tap("Check and send", "button");
    await tap("Send my answers", "button");
    await page.getByRole("heading", { name: "Your answers have been sent" }).waitFor();
    expect(taps).toBeLessThanOrEqual(8);
    await page.close();
  });

  it("is declined without anybody knowing, after coaching has ended", async () => {
    await product.inviteAfterCoaching("T2");
    const link = await product.link("T2");
    const page = await onPhone(link);
    await page.getByText("No, thank you").click();
    await expectAccessible(page, "declining");
    await page.getByRole("button", { name: "Say no, without anybody knowing" }).click();
    await page.getByRole("heading", { name: "Thank you" }).waitFor();
    await page.close();
  });
});

describe("asking for a mentor", () => {
  it("keeps what was written when the page is left, and sends it later", async () => {
    const link = await product.link("E1");
    const page = await onPhone(link);
    await page.getByRole("button", { name: CONTINUE }).click();
    await page.getByRole("button", { name: /^Start/ }).click();
    await page.getByLabel("What is your present role?").fill("Analyst");
    await page.locator('[data-saved="saved"]').waitFor();
    await page.reload();
    await page.getByLabel("What is your present role?").waitFor();
    await expect.poll(() => page.getByLabel("What is your present role?").inputValue()).toBe("Analyst");
    const next = page.getByRole("button", { name: "Next" });
    await next.click();
    await next.click();
    await page.getByRole("checkbox", { name: "Speaking to an audience" }).click();
    await expectAccessible(page, "a page of the request");
    await next.click();
    await page.getByRole("heading", { level: 1, name: "The mentor you hope for" }).waitFor();
    await next.click();
    await page.getByRole("radio", { name: "Either" }).click();
    await next.click();
    await page.getByRole("heading", { level: 1, name: "Who it should not be" }).waitFor();
    await next.click();
    await page.getByRole("checkbox", { name: "I agree" }).click();
    await goToReview(page);
    await page.getByRole("button", { name: "Send my answers" }).click();
    await page.getByRole("heading", { name: "Your answers have been sent" }).waitFor();
    await page.close();
  });
});

/** A second tab asks before it goes on with what was written, and then the first one stops. */
async function goesOnInAnotherTab(page: Page): Promise<void> {
  const opened = page.waitForEvent("popup");
  await page.evaluate(() => void open(location.href));
  const twin = await opened;
  await expectMine(twin, "You are looking back in another tab");
  await twin.getByRole("button", { name: "Go on here" }).click();
  const changed = twin.getByRole("textbox", { name: "What is different now because of it?" });
  await expect.poll(() => changed.inputValue()).toBe("I speak up in meetings");
  await expectMine(page, "You went on in another tab");
  await twin.close();
}

/** Writes, is interrupted, goes on where it was, and sends: the device keeps it sealed and only that long. */
async function writesReview(page: Page): Promise<void> {
  const stored = () => page.evaluate(() => Object.entries(localStorage).join());
  const changed = page.getByRole("textbox", { name: "What is different now because of it?" });
  await page.getByRole("button", { name: "Next" }).click();
  await changed.fill("I speak up in meetings");
  await page.locator('[data-saved="device"]').waitFor();
  expect(await stored()).toContain("soundings-mine:review ");
  expect(await stored()).not.toContain("speak up");
  await goesOnInAnotherTab(page);
  await page.reload();
  await expect.poll(() => changed.inputValue()).toBe("I speak up in meetings");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Check and send" }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText("Thank you for looking back.").waitFor();
  expect(await stored()).not.toContain("soundings-mine:");
}

describe("the coordinator's board", () => {
  it("runs the match and shows each pair with its score and three reasons", async () => {
    for (const ref of ["E2", "E3", "E4"]) await product.send(ref, product.round.requestWave, REQUEST);
    for (const ref of ["N2", "N3", "N4", "N5", "N6"]) {
      await product.send(ref, product.round.offerWave, OFFER);
    }
    await signInByMail(staff, product.context, "k1@example.org");
    await staff.goto(boardHref(""));
    await expectScreen(staff, "Spring round");
    await staff.getByRole("link", { name: "Board" }).first().click();
    await expectScreen(staff, "Board: Spring round");
    await staff.getByRole("button", { name: "Run the match" }).click();
    await staff.getByText("The match has run: 4 pairs in all.").waitFor();
    const row = staff.getByRole("row", { name: /Eve E1/ });
    await expect.poll(() => row.getByRole("listitem").count()).toBe(3);
    await expectScreen(staff, "Board: Spring round");
  });

  it("locks by a key, says what would change, and takes it back", async () => {
    const mentee = staff.getByRole("button", { name: /^Eve E1/ });
    await mentee.focus();
    await staff.keyboard.press("l");
    await staff.getByText(/^Locked: Eve E1 and/).waitFor();
    await staff
      .getByRole("row", { name: /Eve E1/ })
      .getByText("Locked", { exact: true })
      .waitFor();
    expect(await mentee.evaluate((name) => name === document.activeElement)).toBe(true);
    await staff.getByText("Something changed since this run", { exact: false }).waitFor();
    await staff.getByRole("button", { name: "Undo the last lock" }).click();
    await staff.getByText("The lock was taken back.").waitFor();
    await staff.getByRole("button", { name: /^Eve E2/ }).press("Enter");
    await staff.getByRole("link", { name: "What if they were not paired?" }).click();
    await staff.getByRole("heading", { name: /^What if Eve E2 could not have/ }).waitFor();
    await staff.getByText("Nobody would be without a mentor.").waitFor();
    expect(new URL(staff.url()).searchParams.get("what")).toBe("forbid");
    await expectScreen(staff, "Board: Spring round");
  });

  it("says for every mentor why, and why not", async () => {
    await staff.getByRole("link", { name: "Every mentor, and why not: Eve E2" }).first().click();
    await expectScreen(staff, "Every mentor for Eve E2");
    await expect.poll(() => staff.getByRole("row").count()).toBeGreaterThan(6);
    await staff.goBack();
    await expectScreen(staff, "Board: Spring round");
  });

  it("shows what other weights would change, and saves only 100 in all", async () => {
    await staff.getByRole("link", { name: "Weights" }).click();
    await expectScreen(staff, "Weights");
    await staff.getByRole("spinbutton", { name: "Weight of “Same site”" }).fill("25");
    await staff.getByText("The sum is 120. Take 20 away.").waitFor();
    await staff.getByRole("spinbutton", { name: /Areas asked for/ }).fill("25");
    await staff.getByRole("heading", { name: "What these weights would change" }).waitFor();
    await staff.getByText("Nothing is stored, and nobody is told.").waitFor();
    await staff.getByRole("button", { name: "Back to those saved" }).click();
    await expectScreen(staff, "Weights");
  });

  it("confirms after saying what will happen, and lets mentees choose where places are to spare", async () => {
    await staff.goto(boardHref("/board"));
    await staff.getByRole("link", { name: /^Confirm 4 pairs/ }).click();
    await expectScreen(staff, "Confirm these pairs?");
    await staff.getByText("4 mentees will be sent a link to choose", { exact: false }).waitFor();
    await staff.getByRole("button", { name: "Ask about 4 pairs" }).click();
    await staff.getByText("Confirmed: 4 mentees choose now, 0 mentors were asked.").waitFor();
  });
});

describe("the round's other screens", () => {
  it("are found from the round, and nothing serious is wrong with them", async () => {
    await staff.goto(boardHref("/people?show=mentor"));
    await expectScreen(staff, "People: Spring round");
    await staff.getByRole("checkbox", { name: "Choose Nia N2" }).click();
    await staff.getByLabel("Day of the workshop").fill("2026-01-15");
    await staff.getByRole("button", { name: "They were there" }).click();
    await staff.getByText("on Thursday, 15 January 2026").waitFor();
    await staff.getByRole("link", { name: "Read the form of Nia N2" }).click();
    await expectScreen(staff, "What Nia N2 sent");
    await staff.goto(boardHref("/invite"));
    await expectScreen(staff, "Invite people");
    await staff.goto(boardHref("/settings"));
    await expectScreen(staff, "Settings: Spring round");
    await staff.goto(boardHref(""));
    await expectScreen(staff, "Spring round");
    await staff.getByText("Who sees what").click();
    await staff.getByRole("link", { name: /^What an evaluator reads/ }).click();
    await expectScreen(staff, "Mentoring in figures");
    await staff.getByText("fewer than 5 answers").first().waitFor();
  });
});

describe("the pair", () => {
  let mentorRef = "";

  it("begins with the mentee's choice among three", async () => {
    const page = await onPhone(await product.link("E1"));
    await expectMine(page, "Spring round");
    await page.getByRole("heading", { name: "Choose your mentor" }).waitFor();
    const choices = page.getByRole("button", { name: /^Choose Nia/ });
    await expect.poll(() => choices.count()).toBe(3);
    mentorRef = /N\d/.exec((await choices.first().textContent()) ?? "")?.[0] ?? "";
    await choices.first().click();
    await page.getByText(/^You chose Nia/).waitFor();
    await expectMine(page, "Spring round");
    await page.close();
  });

  it("is accepted by the mentor in one tap, who may also say no in private", async () => {
    const page = await onPhone(await product.link(mentorRef));
    await page.getByRole("heading", { name: "Would you mentor Eve E1?" }).waitFor();
    await page.getByRole("button", { name: "No, thank you" }).click();
    await page.getByText("Nobody is told that you said no", { exact: false }).waitFor();
    await expectMine(page, "Spring round");
    await page.getByRole("button", { name: "Back" }).click();
    await page.getByRole("button", { name: "Yes, I will" }).click();
    await page.getByText("Eve E1 gets a mail. Next comes your agreement.").waitFor();
    await page.getByRole("link", { name: "Go to the agreement" }).click();
    await expectMine(page, "Our agreement");
    await page.getByRole("button", { name: "I accept this agreement" }).click();
    await page.getByText(/^Accepted by Nia/).waitFor();
    await page.close();
  });

  it("is active once the mentee accepts too; a meeting is one tap, and taken back by another", async () => {
    const page = await onPhone(await product.link("E1"));
    await page.getByRole("link", { name: "Go to the agreement" }).click();
    await expectMine(page, "Our agreement");
    await page.getByRole("button", { name: "I accept this agreement" }).click();
    await page.getByText("Accepted by Eve E1").waitFor();
    await page.getByRole("link", { name: "Back" }).click();
    await expectMine(page, /^Nia N\d, your mentor$/);
    await page.getByRole("button", { name: "We met today" }).click();
    await page.getByText("1 meeting noted.").waitFor();
    await page.getByRole("button", { name: /^Remove/ }).click();
    await page.getByText("None noted yet.").waitFor();
    await page.getByRole("button", { name: "We met today" }).click();
    await page.getByText("1 meeting noted.").waitFor();
    await page.getByRole("link", { name: "Guidance for mentees" }).click();
    await expectMine(page, "Guidance for mentees");
    await page.close();
  });

  it("is asked how it goes, in two taps that the other side never sees", async () => {
    await product.daysLater(15);
    const page = await onPhone(await product.link(mentorRef));
    await page.getByRole("heading", { name: "How is it going with Eve E1?" }).waitFor();
    await page.getByRole("button", { name: "Good", exact: true }).click();
    await expectMine(page, "Spring round");
    await page.getByRole("button", { name: "Yes", exact: true }).click();
    await page.getByText("Thank you. That was all.").waitFor();
    await page.close();
  });

  it("ends without fault; the mentee looks back, and the coordinator matches again", async () => {
    const page = await onPhone(await product.link("E1"));
    await page.getByRole("link", { name: /^Nia N\d, your mentor$/ }).click();
    await page.getByRole("link", { name: "End this mentoring" }).click();
    await expectMine(page, /^End the mentoring with/);
    await page.getByRole("radio", { name: "We want different things" }).click();
    await page.getByRole("button", { name: "End it" }).click();
    await page.getByText("It has ended.").waitFor();
    await page.getByRole("link", { name: "Look back: five minutes" }).first().click();
    await page.locator(".form-page h1").waitFor();
    await expectAccessible(page, "the review");
    await writesReview(page);
    await page.close();
    await staff.goto(boardHref("/pairs"));
    await expectScreen(staff, "Pairs: Spring round");
    await staff.getByRole("link", { name: /^Details of Eve E1/ }).click();
    await staff.getByText("They wanted different things (mentee)", { exact: false }).waitFor();
    await expectScreen(staff, "Pairs: Spring round");
    await staff.goto(boardHref("/board"));
    await staff.getByRole("button", { name: "Run the match again" }).click();
    await staff.getByText("The match has run: 4 pairs in all.").waitFor();
    await staff
      .getByRole("row", { name: /Eve E1/ })
      .getByText("Proposed")
      .waitFor();
  });

  it("leaves the mentor thanks and a certificate", async () => {
    const page = await onPhone(await product.link(mentorRef));
    await page.getByRole("link", { name: "Eve E1, your mentee" }).click();
    await page.getByRole("link", { name: "Your certificate" }).click();
    await expectMine(page, "Certificate");
    await page.getByText("was a mentor in “Spring round”", { exact: false }).waitFor();
    await page.close();
    expect(complaints).toEqual([]);
    expect(product.log.join("\n")).not.toMatch(/example\.org|Eve|Nia/);
  });
});
