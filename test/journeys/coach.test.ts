/** A coach before the debrief: own coachees, one summary on phone, laptop and paper. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LAPTOP, type LaunchedBrowser, launchBrowser, PHONE } from "../support/browser.ts";
import { type RunningProduct, startProduct } from "../support/running-product.ts";
import { expectScreen, openPage } from "../support/staff-steps.ts";

let product: RunningProduct;
let chromium: LaunchedBrowser;

beforeAll(async () => {
  [product, chromium] = await Promise.all([startProduct({ realRatings: true }), launchBrowser()]);
});

afterAll(async () => {
  await chromium?.close();
  await product?.cleanUp();
});

const SUMMARY = /What colleagues told us about/;

async function openSummary(page: Page): Promise<void> {
  await page.goto(`${product.url}/demo/coach`);
  await page
    .getByRole("link", { name: /^Read the summary of / })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: SUMMARY }).waitFor();
}

describe("a coach", () => {
  it("has the first five minutes on the first screens of a phone", async () => {
    const { page, complaints } = await openPage(chromium.browser, PHONE);
    await openSummary(page);
    await expectScreen(page, SUMMARY);
    const start = page.getByRole("region", { name: "Five minutes before the debrief" });
    expect(await start.getByRole("heading", { level: 3 }).allInnerTexts()).toEqual([
      "Begin with these strengths",
      "Then the largest gaps",
      "Keep in mind",
    ]);
    const box = await start.boundingBox();
    expect(box?.y).toBeLessThan(844);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("sees every chart as an image with a sentence, and reaches its table by keyboard alone", async () => {
    const { page } = await openPage(chromium.browser, LAPTOP);
    await openSummary(page);
    const charts = page.getByRole("img", { name: /Self .*; Line manager .*; .*All others/ });
    expect(await charts.count()).toBeGreaterThan(8);
    const table = page.locator("summary", { hasText: "All dimensions as a table" });
    await table.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.querySelector("caption")?.textContent);
    expect(focused).toBe("All dimensions at a glance");
    for (const summary of await page.locator(".items-behind > summary").all()) await summary.click();
    await expectScreen(page, SUMMARY);
    await page.close();
  });

  it("goes to a dimension by its name, and back again", async () => {
    const { page } = await openPage(chromium.browser, LAPTOP);
    await openSummary(page);
    await page.getByRole("navigation", { name: "In this report" }).getByText("In their own words").click();
    expect(page.url()).toContain("#comments");
    await page.getByRole("link", { name: "Your coachees" }).last().click();
    await expectScreen(page, "Your coachees");
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: SUMMARY }).waitFor();
    await page.close();
  });

  it("prints everything, also what is folded on the screen", async () => {
    const { page } = await openPage(chromium.browser, LAPTOP);
    await openSummary(page);
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    expect(await page.locator(".report details:not([open])").count()).toBe(0);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    expect(await page.locator(".report details[open]").count()).toBe(0);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "Print or save as PDF" }).isVisible()).toBe(false);
    expect(await page.getByRole("navigation", { name: "Main" }).isVisible()).toBe(false);
    const paper = await page.pdf({ preferCSSPageSize: true, tagged: true });
    expect(paper.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    await page.close();
  });

  it("finds a coachee among many by a search that stands in the address", async () => {
    const { page } = await openPage(chromium.browser, PHONE);
    await page.goto(`${product.url}/demo/coach`);
    await expectScreen(page, "Your coachees");
    await page.getByLabel("Search by name").fill("company-2");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/staff/coachees?name=company-2");
    await page.getByRole("link", { name: "Read the summary of company-2", exact: true }).click();
    await expectScreen(page, "What colleagues told us about company-2");
    await page.close();
  });

  it("is told plainly that somebody else's coachee is not theirs", async () => {
    const { page } = await openPage(chromium.browser, LAPTOP);
    await page.goto(`${product.url}/demo/coach`);
    await expectScreen(page, "Your coachees");
    const own = await page.getByRole("link", { name: /^Read the summary of / }).allInnerTexts();
    const foreign = (await product.reports()).find(({ name }) => !own.includes(name));
    const address = `/staff/waves/${foreign?.wave}/reports/${foreign?.subject}`;
    await page.goto(product.url + address);
    expect(await page.getByRole("alert").textContent()).toContain("no such report among your coachees");
    await page.goto(`${product.url}/staff/audit`);
    expect(await page.getByRole("alert").textContent()).toContain("This is for a coordinator");
    await page.close();
  });
});
