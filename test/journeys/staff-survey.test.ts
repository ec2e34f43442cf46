/** A coordinator's staff survey: groups chosen, foreseen and counted, opened, and letters for people without mail. */

import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LAPTOP, type LaunchedBrowser, launchBrowser, PHONE } from "../support/browser.ts";
import { CONTINUE } from "../support/rater-steps.ts";
import { type RunningProduct, startProduct } from "../support/running-product.ts";
import { beginAsCoordinator, checkRows, expectScreen, openPage } from "../support/staff-steps.ts";

const STAFF = Array.from({ length: 40 }, (_, place) => 4001 + place);
/** Thirty work in area A, ten in area B; the last two have no mail. */
const PEOPLE = `staff_number,name,mail,unit,site,grade,line_manager
${STAFF.map((ref, place) => `${ref},Worker ${ref},${place < 38 ? `w${ref}@example.org` : ""},${place < 30 ? "Area A" : "Area B"},North,5,`).join("\n")}
`;

let product: RunningProduct;
let chromium: LaunchedBrowser;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
  [product, chromium] = await Promise.all([startProduct({ demo: false }), launchBrowser()]);
  ({ page, complaints } = await openPage(chromium.browser, LAPTOP));
  await beginAsCoordinator(page, product.context);
  await page.getByLabel("Name of the programme").fill("Confidence 2026");
  await page.getByRole("button", { name: "Create programme" }).click();
  await expectScreen(page, "Confidence 2026");
});

afterAll(async () => {
  await chromium?.close();
  await product?.cleanUp();
});

async function importRows(csv: string, leaves: RegExp): Promise<void> {
  await checkRows(page, csv);
  await page.getByRole("button", { name: "Apply" }).click();
  await page.waitForURL((url) => !leaves.test(url.pathname));
}

/** The page is loaded anew and its script comes after its button, so that a first press may find nobody listening. */
async function continueUntil(phone: Page, seen: Locator): Promise<void> {
  const press = phone.getByRole("button", { name: CONTINUE });
  await expect
    .poll(
      async () => {
        await press.click({ timeout: 500 }).catch(() => undefined);
        return seen.isVisible();
      },
      { timeout: 20_000, interval: 300 },
    )
    .toBe(true);
}

describe("a coordinator's staff survey", () => {
  it("is drafted with the groups that will be shown, in the words that people will read", async () => {
    await page.getByRole("link", { name: "New wave" }).click();
    await page.getByRole("link", { name: "Use this survey: Confidence in management" }).click();
    await expectScreen(page, "New wave");
    await page.getByLabel("Title of the wave").fill("Spring survey");
    await expect.poll(() => page.getByText("Groups that stay too small").count()).toBe(0);
    await page.getByRole("checkbox", { name: /Which area do you work in/ }).check();
    await page.getByText("Each further question costs").waitFor();
    await page.getByText("Two questions together").click();
    await page.getByLabel("First question").selectOption({ label: "Which area do you work in?" });
    await page.getByLabel("Second question").selectOption({ label: "Which grade band are you in?" });
    await page.getByText(/35 groups: with so many/).waitFor();
    await page.getByText(/groups made from your answers to “Which area do you work in\?”\./).waitFor();
    await expectScreen(page, "New wave");
    await page.getByRole("button", { name: "Create draft" }).click();
    await expectScreen(page, "Spring survey");
  });

  it("keeps its groups when other settings are changed", async () => {
    await page.getByRole("link", { name: "Change title, policy or closing time" }).click();
    await expectScreen(page, "Title, policy and closing time");
    const area = page.getByRole("checkbox", { name: /Which area do you work in/ });
    await expect.poll(() => area.isChecked()).toBe(true);
    await page.getByLabel("Title of the wave").fill("Spring survey 2026");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expectScreen(page, "Spring survey 2026");
    await page.getByText(/groups made from your answers to “Which area do you work in\?”\./).waitFor();
  });

  it("is foreseen from those invited, and says which groups will probably be too small", async () => {
    await page.getByRole("link", { name: "People and roles" }).click();
    await page.getByRole("link", { name: "Import people" }).click();
    await importRows(PEOPLE, /import/);
    await page.getByRole("link", { name: "Programmes" }).click();
    await page.getByRole("link", { name: "Confidence 2026" }).click();
    await page.getByRole("link", { name: "Spring survey 2026" }).click();
    await page.getByRole("link", { name: "Import participants" }).click();
    await importRows(`person\n${STAFF.join("\n")}\n`, /participants/);
    await expectScreen(page, "Spring survey 2026");
    await page.getByRole("link", { name: "What will probably be shown" }).click();
    await expectScreen(page, "What will probably be shown");
    const rowOf = (area: string) => page.getByRole("row").filter({ hasText: area });
    await rowOf("Area B").getByText("too small").waitFor();
    await page.getByLabel("Expected response, in per cent of those invited").fill("100");
    await page.waitForURL(/response=100/);
    await rowOf("Area A")
      .getByText(/(exact|bounds)$/)
      .waitFor();
  });

  it("takes headcounts from the list of people, after a dry run", async () => {
    await page.goto(page.url().replace(/forecast.*/, "headcounts"));
    await expectScreen(page, "Headcounts");
    await page.getByRole("button", { name: "Count those invited" }).click();
    await page.getByText(/counted by unit; everybody fits a group/).waitFor();
    await expectScreen(page, "Headcounts");
    await page.getByRole("button", { name: "Store these headcounts" }).click();
    await expect.poll(() => page.getByRole("row", { name: "Area A 30" }).count()).toBe(1);
  });

  it("takes what the organisation counted, for rates per 100 staff", async () => {
    await page.goto(page.url().replace(/headcounts.*/, "events"));
    await expectScreen(page, "Complaints and other events");
    await page.getByRole("button", { name: "Add a kind of event" }).click();
    await page.getByLabel("What was counted").fill("Complaints of bullying");
    await page.getByLabel("How many").fill("7");
    await page.getByLabel("Staff at the time").fill("640");
    await expectScreen(page, "Complaints and other events");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved: 1 kind of event.").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Taken back: it is as it was before.").waitFor();
    await expect.poll(() => page.getByLabel("How many").count()).toBe(0);
    await page.getByRole("link", { name: "Back to the wave" }).click();
    await page.getByRole("link", { name: "Complaints and other events" }).click();
    await page.getByText("None are stated yet.").waitFor();
  });

  it("is opened by somebody who sees the forecast first", async () => {
    await page.goto(page.url().replace(/events.*/, "open"));
    await expectScreen(page, "Open the wave?");
    await page.getByText("If 60 % answer:").waitFor();
    await page.getByRole("button", { name: "Open and invite 40 people" }).click();
    await expectScreen(page, "Spring survey 2026");
  });

  it("is the only one so far, so that no group can have another name yet", async () => {
    await page.getByRole("link", { name: "Confidence 2026" }).click();
    await page.getByRole("link", { name: "Groups that were renamed" }).click();
    await expectScreen(page, "Groups that were renamed");
    await page.getByText("Only one staff survey of this programme has been opened yet.").waitFor();
    await page.goBack();
    await page.getByRole("link", { name: "Spring survey 2026" }).click();
    await expectScreen(page, "Spring survey 2026");
  });

  it("prints a letter with a code for each of the two without mail", async () => {
    await page.getByRole("link", { name: "Print letters" }).click();
    await expectScreen(page, "Letters for people without mail");
    await page.getByRole("button", { name: "Make 2 letters" }).click();
    await page.getByText("2 letters, 2 pages on A4.").waitFor();
    await expectScreen(page, "Letters for people without mail");
    await expect.poll(() => page.getByRole("img", { name: "The same address as a QR code" }).count()).toBe(2);
    expect((await page.locator(".letter-code").first().textContent()) ?? "").toMatch(
      /^[0-9A-Z]+(-[0-9A-Z]+)+$/,
    );
    await page.getByText("Every letter has been printed.").waitFor();
    const kept = await page.locator(".letter-code").first().textContent();
    await page.getByRole("button", { name: "Print all again, with new codes" }).click();
    await page
      .getByText("will stop working, on every letter already handed out.", { exact: false })
      .waitFor();
    await expectScreen(page, "Letters for people without mail");
    await page.getByRole("button", { name: "Yes, with new codes" }).click();
    await expect.poll(() => page.locator(".letter-code").first().textContent()).not.toBe(kept);
    await expect.poll(() => page.getByRole("cell", { name: "2 times" }).count()).toBe(2);
    await page.getByLabel("Eight slips a page").check();
    await page.getByText("2 letters, 1 page on A4.").waitFor();
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => page.getByRole("button", { name: "Print", exact: true }).isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it("lets a mistyped code be typed again where it is refused, with O for 0", async () => {
    const code = (await page.locator(".letter-code").first().textContent()) ?? "";
    const address = (await page.locator(".letter-address").first().textContent()) ?? "";
    const words = (await page.locator(".letter").first().locator(".letter-check li").allTextContents()).map(
      (text) => text.replace(/^\d+\s*/, ""),
    );
    const { page: phone } = await openPage(chromium.browser, PHONE);
    /** The page asks for four, by number. */
    const typeWords = async (typed: (word: string) => string) => {
      const fields = phone.getByRole("group", { name: "Some of your letter’s words" }).getByRole("textbox");
      await expect.poll(() => fields.count()).toBe(4);
      for (const field of await fields.all()) {
        const number = Number(/\d+$/.exec((await field.getAttribute("id")) ?? "")?.[0]);
        await field.fill(typed(words[number - 1] ?? ""));
      }
    };
    await phone.goto(address);
    await typeWords((word) => (word === "acorn" ? "album" : "acorn"));
    await phone.getByLabel("The code on your letter").fill(code);
    await phone.getByRole("button", { name: "Continue with this code" }).click();
    await phone.getByText("do not go on: this page is not the one your letter is for").first().waitFor();
    await expectScreen(phone, "Your link or your code is needed");
    await typeWords((word) => word.slice(0, 4).toUpperCase());
    await phone
      .getByLabel("The code on your letter")
      .fill(`${code.slice(0, -1)}${code.endsWith("7") ? "8" : "7"}`);
    await phone.getByRole("button", { name: "Continue with this code" }).click();
    await continueUntil(phone, phone.getByRole("heading", { name: "Type your code again" }));
    await expectScreen(phone, "Spring survey 2026");
    await typeWords((word) => word);
    await phone.getByLabel("The code on your letter").fill(code.toLowerCase().replaceAll("0", "o"));
    await phone.getByRole("button", { name: "Continue with this code" }).click();
    await continueUntil(phone, phone.getByRole("button", { name: "Start" }));
    await phone.context().close();
  });
});
