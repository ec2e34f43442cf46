/** A computer that others use: nothing is written to it, and nothing is lost when it stops. */
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LAPTOP, type LaunchedBrowser, launchBrowser, PHONE } from "../support/browser.ts";
import { countFilled } from "../support/filled-rows.ts";
import {
  answer,
  CONTINUE_SHARED,
  expectAccessible,
  goToReview,
  openForm,
  openLink,
  send,
} from "../support/rater-steps.ts";
import { openRaterWorld, type RaterWorld } from "../support/rater-world.ts";

const ROW = "Lets people finish before replying";
const RATERS = ["Plain", "Killed", "Words", "Offline"];

let world: RaterWorld;
let chromium: LaunchedBrowser;
let links: ReadonlyMap<string, string>;

const linkOf = (name: string): string => links.get(name) ?? "";
const recorded = (): Promise<number> => countFilled(world.context, "answer");
const places = (): Promise<number> => countFilled(world.context, "draft");
const chosen = (page: Page) => page.getByRole("group", { name: ROW }).locator("input:checked");

beforeAll(async () => {
  [world, chromium] = await Promise.all([openRaterWorld(), launchBrowser()]);
  ({ links } = await world.openWave({
    title: "Spring feedback",
    instrument: "leadership-360",
    asked: RATERS.map((rater) => ({ rater, subject: "Sam Subject", group: "direct-report" })),
  }));
});

afterAll(async () => {
  await chromium?.close();
  await world?.close();
});

/** Everything that the page could have left in the browser's own stores. */
async function written(page: Page): Promise<unknown> {
  return page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}

const NOTHING = { local: [], session: [], databases: 0, caches: 0, workers: 0 };

async function openShared(context: BrowserContext, name: string): Promise<Page> {
  const page = await context.newPage();
  await openLink(page, linkOf(name), CONTINUE_SHARED);
  return page;
}

async function enterWords(page: Page, words: readonly string[]): Promise<void> {
  await page.getByRole("button", { name: "I have a code from another device" }).click();
  await page.getByLabel("Your code").fill(words.join(" "));
  await page.getByRole("button", { name: "Fetch my drafts" }).click();
}

describe("a shared computer", () => {
  it("is asked about before the link is used, and nothing is written to it from then on", async () => {
    const context = await chromium.browser.newContext(LAPTOP);
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(linkOf("Plain"));
    await page.getByRole("heading", { name: "Is this your own device, or do others use it?" }).waitFor();
    await page.waitForFunction(() => location.hash === "");
    expect(asked.filter((path) => path.startsWith("/api/"))).toEqual([]);
    expect(await written(page)).toEqual(NOTHING);
    await page.getByRole("button", { name: CONTINUE_SHARED }).click();
    await page.getByText("Nothing you type is written to this computer").waitFor();
    await expectAccessible(page, "people, shared");
    await openForm(page, "Sam Subject");
    await answer(page, ROW, "Often");
    await page.getByText("A reload loses it, unless you have your 17 words").waitFor();
    await expectAccessible(page, "form, shared");
    let warned = false;
    page.on("dialog", async (dialog) => {
      warned = dialog.type() === "beforeunload";
      await dialog.dismiss();
    });
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => warned).toBe(true);
    await goToReview(page);
    await page.getByRole("heading", { name: "Note your 17 words before you send" }).waitFor();
    await expectAccessible(page, "review, shared");
    await send(page);
    await page.getByText("the copy for your 17 words has been deleted").waitFor();
    expect(await written(page)).toEqual(NOTHING);
    expect(page.url()).not.toContain(linkOf("Plain").split("#")[1]);
    expect(await places()).toBe(0);
    await context.close();
  });

  it("loses nothing when the browser is killed between ticket and answers: the words send them from another device", async () => {
    const before = await recorded();
    const doomed = await launchBrowser();
    const page = await openShared(await doomed.browser.newContext(PHONE), "Killed");
    await openForm(page, "Sam Subject");
    await answer(page, ROW, "Almost always");
    await goToReview(page);
    await page.locator(".resume-code li").first().waitFor();
    const words = await page.locator(".resume-code li").allInnerTexts();
    expect(words).toHaveLength(17);
    const ticket = page.waitForResponse((response) => response.url().endsWith("/api/tickets"));
    await page.getByRole("button", { name: "Send my answers" }).click();
    expect((await ticket).status()).toBe(200);
    const session = await doomed.browser.newBrowserCDPSession();
    session.send("Browser.crash").catch(() => undefined);
    await expect.poll(() => doomed.browser.isConnected()).toBe(false);
    expect(await recorded()).toBe(before);

    const context = await chromium.browser.newContext(PHONE);
    const other = await context.newPage();
    await openLink(other, linkOf("Killed"));
    await enterWords(other, words);
    await other.getByRole("heading", { name: "You have answered everything" }).waitFor();
    expect(await recorded()).toBe(before + 1);
    await expect.poll(places, { timeout: 15_000 }).toBe(0);
    await context.close();
    await doomed.close();
  });

  it("goes on after a reload with the link and the words, which are offered early", async () => {
    const context = await chromium.browser.newContext(PHONE);
    const page = await openShared(context, "Words");
    await openForm(page, "Sam Subject");
    await answer(page, ROW, "Rarely");
    await page.getByRole("button", { name: "Show my 17 words" }).click();
    await page.getByRole("button", { name: "Make a copy and show my code" }).click();
    await page.locator(".resume-code li").first().waitFor();
    await expectAccessible(page, "words, shared");
    const words = await page.locator(".resume-code li").allInnerTexts();
    page.on("dialog", (dialog) => dialog.accept());
    await page.reload();
    await page.getByRole("heading", { name: "Open your link once more" }).waitFor();
    await expectAccessible(page, "reloaded, shared");
    const again = await openShared(context, "Words");
    await enterWords(again, words);
    await openForm(again, "Sam Subject");
    expect(await chosen(again).inputValue()).toBe("2");
    await context.close();
  });

  it("waits in the tab while there is no connection, and makes its copy before it asks for the ticket", async () => {
    const context = await chromium.browser.newContext(PHONE);
    const page = await openShared(context, "Offline");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const before = await recorded();
    await openForm(page, "Sam Subject");
    await answer(page, ROW, "Often");
    await goToReview(page);
    await context.setOffline(true);
    await page.getByRole("button", { name: "Send my answers" }).click();
    await page.getByText("They are in this tab and are sent by themselves").waitFor();
    await expectAccessible(page, "waiting, shared");
    asked.length = 0;
    await context.setOffline(false);
    await page.getByRole("heading", { name: "Your answers have been sent" }).waitFor();
    expect(await recorded()).toBe(before + 1);
    const done = asked.filter((path) => path.startsWith("/api/"));
    expect(done.indexOf("/api/drafts")).toBeLessThan(done.indexOf("/api/tickets"));
    await context.close();
  });
});

describe("a link that was used elsewhere", () => {
  it("opens as before, and says at Send that the answers were probably sent from another device", async () => {
    const context = await chromium.browser.newContext(PHONE);
    const page = await context.newPage();
    await openLink(page, linkOf("Plain"));
    await page.getByText("Not started").waitFor();
    await openForm(page, "Sam Subject");
    await answer(page, ROW, "Rarely");
    await goToReview(page);
    const before = await recorded();
    await page.getByRole("button", { name: "Send my answers" }).click();
    await page.getByText("they were probably sent, or begun to be sent, from another device").waitFor();
    await expectAccessible(page, "used link, at sending");
    expect(await recorded()).toBe(before);
    await context.close();
  });
});
