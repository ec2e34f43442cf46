/** The rater's page when something is not as it should be, and forms that are answered with one's name. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectComplaints, type LaunchedBrowser, launchBrowser, PHONE } from "../support/browser.ts";
import { countFilled } from "../support/filled-rows.ts";
import {
  CONTINUE,
  expectAccessible,
  goToReview,
  openForm,
  openLink,
  send,
  waitUntilSaved,
} from "../support/rater-steps.ts";
import { openRaterWorld, type RaterWorld } from "../support/rater-world.ts";

let world: RaterWorld;
let chromium: LaunchedBrowser;
let anonymous: ReadonlyMap<string, string>;
let named: ReadonlyMap<string, string>;
let survey: ReadonlyMap<string, string>;

beforeAll(async () => {
  [world, chromium] = await Promise.all([openRaterWorld(), launchBrowser()]);
  ({ links: anonymous } = await world.openWave({
    title: 'Feedback <b>"&" more</b>',
    instrument: "leadership-360",
    asked: ["Ada", "Ben", "Cyd", "Dan"].map((rater) => ({ rater, subject: "Sam", group: "peer" })),
  }));
  ({ links: named } = await world.openWave({
    title: "Development requests",
    instrument: "development-request",
    asked: [{ rater: "Ada", subject: "", group: "" }],
  }));
  ({ links: survey } = await world.openWave({
    title: "Staff survey",
    instrument: "staff-confidence",
    asked: [{ rater: "Ada", subject: "", group: "" }],
  }));
});

afterAll(async () => {
  await chromium?.close();
  await world?.close();
});

function linkIn(links: ReadonlyMap<string, string>, name: string): string {
  const link = links.get(name);
  if (link === undefined) throw new RangeError(`no link of ${name}`);
  return link;
}

async function opened(link: string, settings = {}): Promise<Page> {
  const page = await chromium.browser.newPage({ ...PHONE, ...settings });
  await page.goto(link);
  return page;
}

describe("a link that does not work", () => {
  it("of a wave nobody knows says so, with status 404", async () => {
    const page = await chromium.browser.newPage(PHONE);
    const response = await page.goto(`${world.server.url}/r/nosuchwave#abc`);
    expect(response?.status()).toBe(404);
    await page.getByRole("heading", { name: "We do not know this link" }).waitFor();
    await expectAccessible(page, "unknown link");
    await page.close();
  });

  it("without its last part says where to find the whole of it", async () => {
    const page = await opened(linkIn(anonymous, "Ada").replace(/#.*/, ""));
    await page.getByRole("heading", { name: "Your link or your code is needed" }).waitFor();
    await expectAccessible(page, "incomplete link");
    await page.close();
  });

  it("with a secret nobody has gets the sentence of a used-up one, beside the button", async () => {
    const page = await opened(linkIn(anonymous, "Ada").replace(/#[^.]*/, `#${"A".repeat(32)}`));
    await page.getByRole("button", { name: CONTINUE }).click();
    await page.locator("#continue-message", { hasText: "This link cannot be used" }).waitFor();
    await expectAccessible(page, "unknown secret");
    await page.close();
  });

  it("without JavaScript keeps the promise readable and says what to do", async () => {
    const page = await opened(linkIn(anonymous, "Ada"), { javaScriptEnabled: false });
    await page.getByText("This page needs JavaScript").waitFor();
    expect(await page.getByRole("heading", { name: "Who sees what" }).isVisible()).toBe(true);
    await page.close();
  });

  it("shows a title with markup as text", async () => {
    const page = await opened(linkIn(anonymous, "Ada"));
    expect((await page.getByRole("heading", { level: 1 }).textContent()) ?? "").toBe(
      'Feedback <b>"&" more</b>',
    );
    await page.close();
  });

  it("pressed while offline says so, and works when pressed again", async () => {
    const page = await opened(linkIn(anonymous, "Ada"));
    await page.context().setOffline(true);
    await page.getByRole("button", { name: CONTINUE }).click();
    await page.locator("#continue-message", { hasText: "no connection" }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole("button", { name: CONTINUE }).click();
    await page.locator(".person-card").waitFor();
    await page.close();
  });

  it("in a browser that cannot seal answers stops before anything is typed", async () => {
    const page = await chromium.browser.newPage(PHONE);
    await page.addInitScript(() => {
      const importKey = crypto.subtle.importKey.bind(crypto.subtle);
      Object.defineProperty(crypto.subtle, "importKey", {
        value: (
          format: "raw",
          key: BufferSource,
          algorithm: AlgorithmIdentifier,
          ...rest: [boolean, KeyUsage[]]
        ) =>
          typeof algorithm === "object" && algorithm.name === "X25519"
            ? Promise.reject(new DOMException("unknown", "NotSupportedError"))
            : importKey(format, key, algorithm, ...rest),
      });
    });
    await page.goto(linkIn(anonymous, "Ada"));
    await page.getByRole("button", { name: CONTINUE }).click();
    await page.locator("#continue-message", { hasText: "too old to seal" }).waitFor();
    await page.close();
  });

  it("leads back to the promise, and from there on again", async () => {
    const page = await opened(linkIn(anonymous, "Ada"));
    await page.getByRole("button", { name: CONTINUE }).click();
    await page.getByRole("button", { name: "Read the promise again" }).click();
    await page.getByRole("heading", { name: "Who sees what" }).waitFor();
    expect(await page.locator(".person-card").count()).toBe(0);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.locator(".person-card").waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Who sees what" }).waitFor();
    await page.close();
  });
});

describe("a form answered with one's name", () => {
  it("says so before, refuses a page with an empty required answer beside it, and sends", async () => {
    const page = await opened(linkIn(named, "Ada"));
    const complaints = collectComplaints(page);
    await page.getByText("This form is not anonymous").waitFor();
    await page.getByText("Who sees this: the coordinator, who decides about the way").waitFor();
    await page.getByText("those marked (required) need an answer").waitFor();
    await openLink(page, linkIn(named, "Ada"));
    await page.getByText("Your answers are shown with your name.").waitFor();
    await openForm(page, "");
    const next = page.getByRole("button", { name: /^(Next|Check and send)$/ });
    await next.click();
    await page.locator(".notice-wrong[role=alert]").waitFor();
    await page.getByText("Please answer this question.").first().waitFor();
    await expectAccessible(page, "problems");
    expect(await page.evaluate(() => document.activeElement?.matches("input, textarea, select"))).toBe(true);
    await fillRequired(page);
    await goToReview(page);
    await page.getByText("Your answers are shown with your name. Once sent").waitFor();
    await expectAccessible(page, "named review");
    await send(page);
    await page.getByText("They are kept with your name").waitFor();
    const kept = await world.context.people.read((db) => db.$count(db.tables.identifiedAnswers));
    expect(kept).toBe(1);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

/** Answers whatever is required, page by page, until the review can be reached. */
async function fillRequired(page: Page): Promise<void> {
  const next = page.getByRole("button", { name: /^(Next|Check and send)$/ });
  for (let turns = 0; turns < 12; turns += 1) {
    for (const question of await page.locator(".sd-question").all()) {
      if (((await question.textContent()) ?? "").includes("(required)")) await fill(question);
    }
    if (((await next.textContent()) ?? "") === "Check and send") return;
    await next.click();
  }
}

async function fill(question: ReturnType<Page["locator"]>): Promise<void> {
  const choice = question.getByRole("radio").or(question.getByRole("checkbox"));
  if ((await choice.count()) > 0) await choice.first().check();
  else if ((await question.locator("input[type=date]").count()) > 0) {
    await question.locator("input[type=date]").fill("2030-01-31");
  } else await question.locator("textarea, input").first().fill("Enough to be going on with.");
}

describe("a staff survey", () => {
  it("is about nobody in particular and is sent like any other", async () => {
    const page = await opened(linkIn(survey, "Ada"));
    const before = await countFilled(world.context, "answer");
    await openLink(page, linkIn(survey, "Ada"));
    await page.getByRole("heading", { name: "Your survey" }).waitFor();
    await openForm(page, "");
    await page.locator(".rating-row").first().getByRole("radio").first().check();
    await waitUntilSaved(page);
    await goToReview(page);
    await send(page);
    await page.getByText("That was the last one").waitFor();
    expect(await countFilled(world.context, "answer")).toBe(before + 1);
    await page.close();
  });
});
