/** Coming back: after closing the tab, after losing the connection, in a second tab, on another device. */
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LaunchedBrowser, launchBrowser, PHONE } from "../support/browser.ts";
import { countFilled } from "../support/filled-rows.ts";
import {
  answer,
  CONTINUE,
  expectAccessible,
  goToReview,
  openForm,
  openLink,
  send,
  waitUntilSaved,
} from "../support/rater-steps.ts";
import { openRaterWorld, type RaterWorld } from "../support/rater-world.ts";

const ROW = "Lets people finish before replying";
const RATERS = ["Tab", "Lost", "Wait", "Twin", "Code", "Double", "Half", "Late"];

let world: RaterWorld;
let chromium: LaunchedBrowser;
let links: ReadonlyMap<string, string>;
let wave: string;

const linkOf = (name: string): string => links.get(name) ?? "";
const chosen = (page: Page) => page.getByRole("group", { name: ROW }).locator("input:checked");
const phone = (): Promise<BrowserContext> => chromium.browser.newContext(PHONE);
const recorded = (): Promise<number> => countFilled(world.context, "answer");

beforeAll(async () => {
  [world, chromium] = await Promise.all([openRaterWorld(), launchBrowser()]);
  ({ links, wave } = await world.openWave({
    title: "Spring feedback",
    instrument: "leadership-360",
    asked: RATERS.map((rater) => ({ rater, subject: "Sam Subject", group: "direct-report" })),
  }));
});

afterAll(async () => {
  await chromium?.close();
  await world?.close();
});

describe("a draft", () => {
  it("is there again after the tab was closed, on the page where the rater was", async () => {
    const context = await phone();
    const first = await context.newPage();
    await openLink(first, linkOf("Tab"));
    await openForm(first, "Sam Subject");
    await answer(first, ROW, "Rarely");
    await first.getByRole("button", { name: "Next" }).click();
    await first.getByRole("heading", { name: "Clarity", exact: true }).waitFor();
    await waitUntilSaved(first);
    await first.close();
    const second = await context.newPage();
    await openLink(second, linkOf("Tab"));
    await second.getByText("Draft kept on this device").waitFor();
    await openForm(second, "Sam Subject");
    await second.getByRole("heading", { name: "Clarity", exact: true }).waitFor();
    await second.getByRole("button", { name: "Back", exact: true }).click();
    expect(await chosen(second).inputValue()).toBe("2");
    await context.close();
  });

  it("lies on the device encrypted: no answer, name or comment in clear", async () => {
    const context = await phone();
    const page = await context.newPage();
    await openLink(page, linkOf("Tab"));
    await openForm(page, "Sam Subject");
    for (let turned = 0; turned < 8; turned += 1) await page.getByRole("button", { name: "Next" }).click();
    await page.locator("textarea").first().fill("A very recognisable sentence.");
    await waitUntilSaved(page);
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(stored.includes("draft:")).toBe(true);
    for (const word of ["recognisable", "lets-people-finish", "Sam Subject"])
      expect(stored.includes(word), word).toBe(false);
    const seeds = Object.values(await page.evaluate(() => ({ ...localStorage }))).map((text) => text.length);
    expect(Math.min(...seeds.filter((length) => length > 40)), "the seed is encrypted too").toBeGreaterThan(
      22,
    );
    expect(page.url()).not.toContain(linkOf("Tab").split("#")[1]);
    await context.close();
  });

  it("survives a reload in the middle of the form, without another press of Continue", async () => {
    const context = await phone();
    const page = await context.newPage();
    await openLink(page, linkOf("Tab"));
    await openForm(page, "Sam Subject");
    await answer(page, ROW, "Often");
    await waitUntilSaved(page);
    await page.reload();
    await page.locator(".rating-row").first().waitFor();
    expect(await chosen(page).inputValue()).toBe("4");
    await page.goBack();
    await page.locator(".person-card").waitFor();
    await context.close();
  });
});

describe("a draft whose half cannot be fetched", () => {
  it("is said to be safe, opens with the connection, and no empty form is begun over it", async () => {
    const context = await phone();
    const page = await context.newPage();
    await openLink(page, linkOf("Half"));
    await openForm(page, "Sam Subject");
    await answer(page, ROW, "Rarely");
    await waitUntilSaved(page);
    await context.route("**/api/drafts/read", (route) => route.abort("connectionfailed"));
    await page.reload();
    await page.getByRole("heading", { name: "Your answers are safe" }).waitFor();
    expect(await page.locator(".form-page").count()).toBe(0);
    await expectAccessible(page, "locked draft");
    const failed = page.waitForEvent("requestfailed");
    await page.getByRole("button", { name: "Try again now" }).click();
    await failed;
    await page.getByRole("heading", { name: "Your answers are safe" }).waitFor();
    await context.unroute("**/api/drafts/read");
    await page.getByRole("button", { name: "Try again now" }).click();
    await page.locator(".rating-row").first().waitFor();
    expect(await chosen(page).inputValue()).toBe("2");
    await context.close();
  });
});

describe("a lost connection", () => {
  it("does not stop the rater, and the answers leave when it is back", async () => {
    const context = await phone();
    const page = await context.newPage();
    const before = await recorded();
    await openLink(page, linkOf("Lost"));
    await openForm(page, "Sam Subject");
    await context.setOffline(true);
    await page.getByText("You are offline").waitFor();
    await answer(page, ROW, "Often");
    await waitUntilSaved(page);
    await goToReview(page);
    await expectAccessible(page, "offline review");
    await page.getByRole("button", { name: "Send my answers" }).click();
    await page.getByRole("heading", { name: "Your answers are waiting for a connection" }).waitFor();
    await expectAccessible(page, "waiting");
    expect(await recorded()).toBe(before);
    await context.setOffline(false);
    await page.getByRole("heading", { name: "Your answers have been sent" }).waitFor();
    expect(await recorded()).toBe(before + 1);
    await context.close();
  });

  it("after the ticket, closing the tab, opening the link again still delivers the same request", async () => {
    const context = await phone();
    const page = await context.newPage();
    const before = await recorded();
    const bodies: string[] = [];
    await context.route("**/api/responses", async (route) => {
      bodies.push(route.request().postData() ?? "");
      await route.abort("connectionfailed");
    });
    await openLink(page, linkOf("Wait"));
    await openForm(page, "Sam Subject");
    await answer(page, ROW, "Often");
    await goToReview(page);
    await page.getByRole("button", { name: "Send my answers" }).click();
    await page.getByRole("heading", { name: "Your answers are waiting for a connection" }).waitFor();
    expect(bodies.length).toBeGreaterThan(0);
    await page.close();
    await context.unroute("**/api/responses");
    const again = await context.newPage();
    again.on("request", (request) => {
      if (request.url().endsWith("/api/responses")) bodies.push(request.postData() ?? "");
    });
    await again.goto(linkOf("Wait"));
    await again.getByRole("button", { name: CONTINUE }).click();
    await again.getByRole("heading", { name: "You have answered everything" }).waitFor();
    await expectAccessible(again, "everything sent");
    expect(await recorded()).toBe(before + 1);
    expect(new Set(bodies).size).toBe(1);
    await context.close();
  });
});

describe("a second tab", () => {
  it("does not overwrite the first: it asks, and then the first one stops", async () => {
    const context = await phone();
    const first = await context.newPage();
    await openLink(first, linkOf("Twin"));
    await openForm(first, "Sam Subject");
    await answer(first, ROW, "Rarely");
    await waitUntilSaved(first);
    const second = await context.newPage();
    await openLink(second, linkOf("Twin"));
    await second.getByRole("button", { name: /^Go on: Sam/ }).click();
    await second.getByRole("heading", { name: "This form is open in another tab" }).waitFor();
    await expectAccessible(second, "other tab");
    await second.getByRole("button", { name: "Go on here" }).click();
    await second.locator(".rating-row").first().waitFor();
    expect(await chosen(second).inputValue()).toBe("2");
    await first.getByRole("heading", { name: "You went on in another tab" }).waitFor();
    await context.close();
  });
});

describe("a double press of Send", () => {
  it("records one answer", async () => {
    const context = await phone();
    const page = await context.newPage();
    const before = await recorded();
    await openLink(page, linkOf("Double"));
    await openForm(page, "Sam Subject");
    await answer(page, ROW, "Often");
    await goToReview(page);
    const button = page.getByRole("button", { name: "Send my answers" });
    await button.dblclick();
    await page.getByRole("heading", { name: "Your answers have been sent" }).waitFor();
    expect(await recorded()).toBe(before + 1);
    await context.close();
  });
});

describe("another device", () => {
  it("goes on with the code, and sending there empties the copy on the server", async () => {
    const [phoneContext, laptop] = [await phone(), await chromium.browser.newContext()];
    const page = await phoneContext.newPage();
    await openLink(page, linkOf("Code"));
    await openForm(page, "Sam Subject");
    await answer(page, ROW, "Almost always");
    await waitUntilSaved(page);
    await page.getByRole("button", { name: "Overview" }).click();
    await page.getByRole("button", { name: "Continue on another device" }).click();
    await expectAccessible(page, "resume code, before");
    await page.getByRole("button", { name: "Make a copy and show my code" }).click();
    await page.locator(".resume-code li").first().waitFor();
    await expectAccessible(page, "resume code");
    const words = await page.locator(".resume-code li").allInnerTexts();
    expect(words).toHaveLength(17);
    const drafts = () => countFilled(world.context, "draft");
    const before = await drafts();

    const other = await laptop.newPage();
    await openLink(other, linkOf("Code"));
    await other.getByRole("button", { name: "I have a code from another device" }).click();
    await other.getByLabel("Your code").fill(words.slice(0, 16).join(" "));
    await other.getByRole("button", { name: "Fetch my drafts" }).click();
    await other.locator("#resume-words-wrong", { hasText: "this has 16" }).waitFor();
    await expectAccessible(other, "code refused");
    await other.getByLabel("Your code").fill(words.map((word) => word.slice(0, 4).toUpperCase()).join("  "));
    await other.getByRole("button", { name: "Fetch my drafts" }).click();
    await openForm(other, "Sam Subject");
    expect(await chosen(other).inputValue()).toBe("5");
    await goToReview(other);
    await send(other);
    await other.getByText("the server has deleted its half of the key").waitFor();
    expect(await drafts()).toBe(before - 1);
    await page.reload();
    await page.getByRole("button", { name: "Back to the list" }).click();
    await page.locator(".person-card", { hasText: "Sent" }).waitFor();
    await phoneContext.close();
    await laptop.close();
  });
});

describe("a wave that closes meanwhile", () => {
  it("says so at sending, and afterwards at the link", async () => {
    const context = await phone();
    const page = await context.newPage();
    await openLink(page, linkOf("Late"));
    await openForm(page, "Sam Subject");
    await answer(page, ROW, "Often");
    await goToReview(page);
    await world.closeWave(wave);
    await page.getByRole("button", { name: "Send my answers" }).click();
    await page.getByText("Your answers were not sent.").waitFor();
    await expectAccessible(page, "closed at sending");
    await page.goto(linkOf("Late").replace("#", "?again#"));
    await page.getByRole("heading", { name: "This survey has closed" }).waitFor();
    await expectAccessible(page, "closed link");
    await context.close();
  });
});
