/** A rater on a phone: from the link to the receipt, and what is read on the way. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectComplaints, LAPTOP, type LaunchedBrowser, launchBrowser, PHONE } from "../support/browser.ts";
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

const REPORTS = ["Ada Byron", "Ben Ode", "Cyd Eff", "Dan Gee", "Eve Aitch", "Fay Jay"];
const LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Maximilian Alexander von der";
const ARABIC_NAME = "نور الدين بن محمد";

let world: RaterWorld;
let chromium: LaunchedBrowser;
let links: ReadonlyMap<string, string>;

function linkOf(name: string): string {
  const link = links.get(name);
  if (link === undefined) throw new RangeError(`no link of ${name}`);
  return link;
}

beforeAll(async () => {
  [world, chromium] = await Promise.all([openRaterWorld(), launchBrowser()]);
  ({ links } = await world.openWave({
    title: "Spring feedback",
    instrument: "leadership-360",
    asked: [
      ...REPORTS.map((rater) => ({ rater, subject: "Sam Subject", group: "direct-report" })),
      { rater: "Ada Byron", subject: LONG_NAME, group: "line-manager" },
      { rater: "Ada Byron", subject: ARABIC_NAME, group: "peer" },
      { rater: "Sam Subject", subject: "Sam Subject", group: "self" },
    ],
  }));
});

afterAll(async () => {
  await chromium?.close();
  await world?.close();
});

async function responses(): Promise<number> {
  return countFilled(world.context, "answer");
}

describe("a rater on a phone", () => {
  it("reads the promise before anything is asked, and can press Continue before the engine is there", async () => {
    const page = await chromium.browser.newPage(PHONE);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(linkOf("Ben Ode"), { waitUntil: "domcontentloaded" });
    expect((await page.getByRole("heading", { level: 1 }).textContent()) ?? "").toBe("Spring feedback");
    expect((await page.getByRole("table").textContent()) ?? "").toContain("average 3.6");
    await page.getByText("What we cannot promise").click();
    expect(await page.getByText("Somebody who secretly controls the server").isVisible()).toBe(true);
    await page.getByText("This survey’s fingerprint").click();
    expect(((await page.locator(".words").textContent()) ?? "").trim().split(/\s+/)).toHaveLength(16);
    expect((await page.locator("#closes").textContent()) ?? "").toMatch(/\(your time\)$/);
    expect(asked.filter((path) => path.startsWith("/api/"))).toEqual([]);
    await expectAccessible(page, "promise");
    await page.close();
  });

  it("answers, looks once more, sends, and gets a receipt; no state has a serious axe finding", async () => {
    const context = await chromium.browser.newContext(PHONE);
    const page = await context.newPage();
    const complaints = collectComplaints(page);
    const before = await responses();
    await openLink(page, linkOf("Ada Byron"));
    expect(await page.getByRole("heading", { level: 2 }).allInnerTexts()).toEqual(
      expect.arrayContaining(["Sam Subject", LONG_NAME, ARABIC_NAME]),
    );
    await expectAccessible(page, "people");
    await openForm(page, "Sam Subject");
    await answer(page, "Lets people finish before replying", "Often");
    await answer(page, "Asks for other views before deciding", "Not observed");
    await waitUntilSaved(page);
    await expectAccessible(page, "form page");
    await goToReview(page);
    await page.getByText("You left 41 questions unanswered.").waitFor();
    await expectAccessible(page, "review");
    await page.getByRole("button", { name: "Listening: 3 unanswered" }).click();
    await answer(page, "Stays calm when told something unwelcome", "Almost always");
    await goToReview(page);
    await page.getByText("You left 40 questions unanswered.").waitFor();
    await send(page);
    await expectAccessible(page, "receipt");
    expect(await responses()).toBe(before + 1);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      "Your answers have been sent",
    );
    await page.getByRole("button", { name: "Back to all people" }).click();
    await page.getByText("1 of 3 sent").waitFor();
    expect(await context.cookies()).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("does the whole of it with the keyboard alone", async () => {
    const context = await chromium.browser.newContext(LAPTOP);
    const page = await context.newPage();
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press("Tab");
        if ((await focused()).startsWith(name)) return;
      }
      throw new Error(`Tab never reaches ${name}`);
    };
    await page.goto(linkOf("Cyd Eff"));
    await tabTo(CONTINUE);
    await page.keyboard.press("Enter");
    await page.locator(".person-card").waitFor();
    expect(await focused()).toBe("Whom you are asked about");
    await tabTo("Start");
    await page.keyboard.press("Enter");
    await page.locator(".rating-row").first().waitFor();
    expect(await focused()).toBe("Listening");
    const chosen = page.locator("input[type=radio]:checked");
    while ((await page.evaluate(() => document.activeElement?.getAttribute("type"))) !== "radio")
      await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await chosen.inputValue()).toBe("3");
    await waitUntilSaved(page);
    for (let turned = 0; turned < 8; turned += 1) {
      await tabTo("Next");
      await page.keyboard.press("Enter");
    }
    await tabTo("Check and send");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Before you send", exact: true }).waitFor();
    expect(await focused()).toBe("Before you send");
    await tabTo("Send my answers");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Your answers have been sent" }).waitFor();
    await context.close();
  });

  it("tells those whose answers are shown by name, before and after", async () => {
    const page = await chromium.browser.newPage(PHONE);
    await openLink(page, linkOf("Sam Subject"));
    await page.getByText("your answers are shown as yours, not anonymously").waitFor();
    await openForm(page, "Sam Subject");
    await page.getByText("Sam Subject, about yourself").waitFor();
    await answer(page, "I let people finish before I reply", "Often");
    await goToReview(page);
    await page.getByText("These answers are shown as yours").waitFor();
    await send(page);
    await page.getByText("They are shown as yours in the report").waitFor();
    expect(await page.getByText("Nobody can match them to you").count()).toBe(0);
    await page.close();
  });

  it("breaks no line with a name of 80 letters, Arabic, or a zoom of 200 %", async () => {
    for (const width of [390, 195, 1280]) {
      const page = await chromium.browser.newPage({ ...LAPTOP, viewport: { width, height: 700 } });
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await page.goto(linkOf("Ada Byron"));
      expect(await overflow(), `promise at ${width}`).toBeLessThanOrEqual(0);
      await openLink(page, linkOf("Ada Byron"));
      for (const name of [LONG_NAME, ARABIC_NAME]) {
        expect(await overflow(), `people at ${width}`).toBeLessThanOrEqual(0);
        await openForm(page, name);
        expect(await overflow(), `form at ${width}`).toBeLessThanOrEqual(0);
        await page.goBack();
        await page.locator(".person-card").first().waitFor();
      }
      await page.close();
    }
  });

  it("finds every target at least 44 pixels high", async () => {
    const page = await chromium.browser.newPage(PHONE);
    await openLink(page, linkOf("Dan Gee"));
    await openForm(page, "Sam Subject");
    await answer(page, "Lets people finish before replying", "Often");
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, .rating-option, summary, textarea")]
        .filter((target) => target.checkVisibility())
        .filter((target) => target.getBoundingClientRect().height < 44)
        .map((target) => target.outerHTML.slice(0, 120)),
    );
    expect(small).toEqual([]);
    await page.close();
  });
});
