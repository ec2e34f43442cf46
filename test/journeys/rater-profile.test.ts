/** Somebody opens the browser's whole profile after the rater has gone: every file is searched for what was answered. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchProfile } from "../support/browser.ts";
import {
  answer,
  CONTINUE,
  CONTINUE_SHARED,
  goToReview,
  openForm,
  openLink,
  send,
  waitUntilSaved,
} from "../support/rater-steps.ts";
import { openRaterWorld, type RaterWorld } from "../support/rater-world.ts";

const COMMENT = "Zebedee never lets the quartz committee finish";
const ROW = "Lets people finish before replying";
const RATERS = ["Own", "Shared", "Draft", "Half"];

let world: RaterWorld;
let links: ReadonlyMap<string, string>;
let profile: string;

beforeAll(async () => {
  world = await openRaterWorld();
  ({ links } = await world.openWave({
    title: "Spring feedback",
    instrument: "leadership-360",
    asked: RATERS.map((rater) => ({ rater, subject: "Sam Subject", group: "direct-report" })),
  }));
});
afterAll(() => world?.close());
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), "soundings-profile-"));
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

const linkOf = (name: string): string => links.get(name) ?? "";

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

/** The text as files may hold it: as it is, in two bytes a character, and in base64 wherever it begins. */
function formsOf(text: string): Buffer[] {
  const bytes = [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")];
  const encoded = bytes.flatMap((plain) =>
    [0, 1, 2].flatMap((shift) => {
      const whole = Buffer.concat([Buffer.alloc(shift), plain]);
      const middle = (form: "base64" | "base64url") =>
        Buffer.from(whole.toString(form).slice(4, -4), "latin1");
      return [middle("base64"), middle("base64url")];
    }),
  );
  return [...bytes, ...encoded];
}

/** Which files hold the text, in any of its forms. */
function filesWith(text: string): string[] {
  const forms = formsOf(text);
  return filesOf(profile).filter((path) => {
    const bytes = readFileSync(path);
    return forms.some((form) => bytes.includes(form));
  });
}

async function inProfile(work: (page: Page) => Promise<void>): Promise<void> {
  const context = await launchProfile(profile);
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function fillIn(page: Page, link: string, whose: string): Promise<void> {
  await openLink(page, link, whose);
  await openForm(page, "Sam Subject");
  await answer(page, ROW, "Rarely");
  const box = page.locator("textarea").first();
  while (!(await box.isVisible())) await page.getByRole("button", { name: "Next" }).click();
  await box.fill(COMMENT);
  await box.blur();
}

describe("the whole profile, after the browser was closed,", () => {
  it.each([
    ["one's own device", "Own", CONTINUE],
    ["a shared computer", "Shared", CONTINUE_SHARED],
  ])("holds no answer that was sent from %s", async (_what, name, whose) => {
    await inProfile(async (page) => {
      await fillIn(page, linkOf(name), whose);
      await goToReview(page);
      await send(page);
      await page.waitForTimeout(6_000);
    });
    expect(filesOf(profile).length).toBeGreaterThan(20);
    expect(filesWith(COMMENT)).toEqual([]);
  });

  it("holds a draft on one's own device sealed only", async () => {
    await inProfile(async (page) => {
      await fillIn(page, linkOf("Draft"), CONTINUE);
      await waitUntilSaved(page);
      await page.waitForTimeout(3_000);
    });
    expect(filesWith(COMMENT)).toEqual([]);
  });

  it("holds nothing of a draft on a shared computer, nor the link's secret in the page's own stores", async () => {
    await inProfile(async (page) => {
      await fillIn(page, linkOf("Half"), CONTINUE_SHARED);
      await page.waitForTimeout(3_000);
    });
    expect(filesWith(COMMENT)).toEqual([]);
    const secret = linkOf("Half").split("#")[1]?.split(".")[0] ?? "";
    expect(secret.length).toBeGreaterThan(10);
    const stores = filesWith(secret).filter((path) => /Storage|IndexedDB|Cache|Service Worker/.test(path));
    expect(stores).toEqual([]);
  });

  it("is searched thoroughly: fields as careless forms have them are seen, and what a page keeps and deletes", async () => {
    await inProfile(async (page) => {
      await page.goto(linkOf("Half"));
      // A field as a careless form has it, and a text that is kept and then deleted.
      await page.evaluate((text) => {
        const field = document.createElement("textarea");
        field.id = "careless";
        document.body.append(field);
        localStorage.setItem("kept", text);
      }, `${COMMENT}, kept`);
      await page.locator("#careless").fill(COMMENT);
      await page.locator("#careless").blur();
      await page.waitForTimeout(9_000);
      await page.evaluate(() => localStorage.removeItem("kept"));
      await page.waitForTimeout(3_000);
    });
    const found = filesWith(COMMENT).map((path) => path.replace(profile, ""));
    expect(found.filter((path) => path.includes("Sessions"))).not.toEqual([]);
    expect(filesWith(`${COMMENT}, kept`).filter((path) => path.includes("Local Storage"))).not.toEqual([]);
  });
});
