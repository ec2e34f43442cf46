/** An evaluator whose director wants one sentence: from the list of surveys to a comparison on paper. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LAPTOP, type LaunchedBrowser, launchBrowser, PHONE } from "../support/browser.ts";
import { type RunningProduct, startProduct } from "../support/running-product.ts";
import { expectScreen, openPage } from "../support/staff-steps.ts";

let product: RunningProduct;
let chromium: LaunchedBrowser;

beforeAll(async () => {
  [product, chromium] = await Promise.all([startProduct(), launchBrowser()]);
});

afterAll(async () => {
  await chromium?.close();
  await product?.cleanUp();
});

const COMPARISON = "What changed between two surveys";

async function openSurveys(page: Page): Promise<void> {
  await page.goto(`${product.url}/demo/evaluator`);
  await expectScreen(page, "Staff surveys");
}

/** Straight to the comparison; what axe says of the way there is asked once. */
async function openComparison(page: Page): Promise<void> {
  await page.goto(`${product.url}/demo/evaluator`);
  await page.getByRole("heading", { level: 1, name: "Staff surveys" }).waitFor();
  await page.getByRole("checkbox").first().waitFor();
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByRole("link", { name: "Compare 2 surveys" }).click();
  await page.locator(".headline-sentence").waitFor();
}

describe("an evaluator", () => {
  it("chooses two surveys, the choice standing in the address, and reads one sentence first", async () => {
    const { page, complaints } = await openPage(chromium.browser, PHONE);
    await openSurveys(page);
    await page.getByRole("checkbox").first().check();
    await page.getByText("Choose one more of the same programme.").waitFor();
    expect(page.url()).toContain("?waves=");
    await page.reload();
    await expectScreen(page, "Staff surveys");
    await expect.poll(() => page.getByRole("checkbox").first().isChecked()).toBe(true);
    await page.getByRole("checkbox").nth(1).check();
    await page.getByRole("link", { name: "Compare 2 surveys" }).click();
    await expectScreen(page, COMPARISON);
    const sentence = (await page.locator(".headline-sentence").textContent()) ?? "";
    expect(sentence).toMatch(/^“Confidence in .+ rose/);
    const box = await page.locator(".headline-sentence").boundingBox();
    expect(box?.y).toBeLessThan(844);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("sorts themes by their change, by keyboard alone, and keeps it in the address", async () => {
    const { page } = await openPage(chromium.browser, LAPTOP);
    await openComparison(page);
    const themes = page.getByRole("region", { name: "Scale 1 to 5" });
    await themes.getByRole("link", { name: "Sort by Change" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/themes=change/);
    const head = themes.getByRole("columnheader", { name: "Sort by Change" });
    await expect.poll(() => head.getAttribute("aria-sort")).toBe("descending");
    await page.keyboard.press("Enter");
    await page.waitForURL(/themes-order=up/);
    await expect.poll(() => head.getAttribute("aria-sort")).toBe("ascending");
    await page.close();
  });

  it("finds p and d in a detail row, each with what it means, and nowhere else", async () => {
    const { page } = await openPage(chromium.browser, LAPTOP);
    await openComparison(page);
    await expect.poll(() => page.getByText(/p [<=] 0\./).count()).toBe(0);
    await page.getByRole("button", { name: "Details of Confidence in own manager" }).click();
    const detail = page.locator(".detail-row");
    await detail.getByText(/if nothing had changed, a difference at least this large/).waitFor();
    await detail.getByText(/the change in standard deviations of the answers/).waitFor();
    expect(page.url()).toContain("details=");
    await expectScreen(page, COMPARISON);
    await page.getByRole("button", { name: "Hide details of Confidence in own manager" }).click();
    await expect.poll(() => detail.count()).toBe(0);
    await page.close();
  });

  it("filters questions by what became of them", async () => {
    const { page } = await openPage(chromium.browser, LAPTOP);
    await openComparison(page);
    await page.getByLabel("Result").selectOption({ label: "rose" });
    await page.waitForURL(/result=rose/);
    const rows = page.getByRole("region", { name: "Questions" }).last().locator("tbody tr");
    await expect.poll(() => rows.count()).toBeGreaterThan(0);
    await expect
      .poll(async () => (await rows.allTextContents()).every((text) => text.includes("rose")))
      .toBe(true);
    await page.close();
  });

  it("sees each suppressed cell with its reason, and the rules with the survey's own numbers", async () => {
    const { page } = await openPage(chromium.browser, LAPTOP);
    await openSurveys(page);
    await page.getByRole("link", { name: "Staff survey, a year on" }).click();
    await expectScreen(page, "Staff survey, a year on");
    // One more than the ten that were promised: of those who read the figures, one was asked as well.
    await expect.poll(() => page.getByText("fewer than 11 answers").count()).toBeGreaterThan(3);
    await page.getByRole("link", { name: "Why some figures are not shown" }).click();
    await expectScreen(page, "What is shown, and what not");
    await page.getByText(/Each figure rests on at least 10 answers/).waitFor();
    await page
      .getByText(/need at least 11 answers instead of 10: somebody who reads these figures/)
      .waitFor();
    await page.close();
  });

  it("reads what staff wrote, looks for words, and tells nobody what was looked for", async () => {
    const { page, complaints } = await openPage(chromium.browser, PHONE);
    await page.goto(`${product.url}/demo/evaluator`);
    await page.getByRole("link", { name: "Staff survey, a year on" }).click();
    const section = page.getByRole("region", { name: "In their own words" });
    await section.getByText("24 comments").waitFor();
    await section.getByText("Show 4 more comments").click();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await section.getByRole("searchbox", { name: "Look for words" }).fill("MANAGERS");
    await section.getByText("3 comments hold “MANAGERS”.").waitFor();
    await expect.poll(() => section.getByRole("listitem").count()).toBe(3);
    expect(asked).toEqual([]);
    expect(page.url()).not.toContain("MANAGERS");
    await section.getByRole("searchbox").fill("a word nobody wrote");
    await section.getByText("No comment holds “a word nobody wrote”.").waitFor();
    await expectScreen(page, "Staff survey, a year on");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("prints the comparison without what only a screen needs", async () => {
    const { page } = await openPage(chromium.browser, LAPTOP);
    await openComparison(page);
    await page.emulateMedia({ media: "print" });
    await expect
      .poll(() => page.getByRole("button", { name: "Print or save as PDF" }).isVisible())
      .toBe(false);
    await expect.poll(() => page.getByRole("navigation", { name: "Main" }).isVisible()).toBe(false);
    await expect.poll(() => page.getByRole("img").first().isVisible()).toBe(true);
    const paper = await page.pdf({ preferCSSPageSize: true, tagged: true });
    expect(paper.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    await page.close();
  });

  it("takes the figures away in a file", async () => {
    const { page } = await openPage(chromium.browser, LAPTOP);
    await openComparison(page);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "CSV", exact: true }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    await page.close();
  });

  it("plans the next survey without asking the server, and is told of a number that says nothing", async () => {
    const { page } = await openPage(chromium.browser, PHONE);
    await openSurveys(page);
    await page.getByRole("link", { name: "Plan the next survey" }).click();
    await expectScreen(page, "Plan a survey");
    await page.getByLabel("Answers expected in the first survey").fill("5000");
    await page.getByLabel("Answers expected in the second survey").fill("5000");
    await page.getByText(/That is enough/).waitFor();
    await page.getByLabel("Points of the scale").fill("many");
    await page.getByText("“Points of the scale” takes a whole number from 2 to 11.").waitFor();
    await expectScreen(page, "Plan a survey");
    await page.close();
  });

  it("reads the programme's scorecard by area", async () => {
    const { page, complaints } = await openPage(chromium.browser, LAPTOP);
    await openSurveys(page);
    await page.getByRole("link", { name: "Programme scorecard" }).first().click();
    await expectScreen(page, /: scorecard$/);
    await expect.poll(() => page.getByRole("img", { name: /all areas together/ }).count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("is told what to choose where the address names no two surveys", async () => {
    const { page } = await openPage(chromium.browser, PHONE);
    await openSurveys(page);
    await page.goto(`${product.url}/staff/comparisons`);
    await expectScreen(page, "Choose two surveys or more");
    await page.goto(`${product.url}/staff/comparisons?waves=nobody,knows`);
    await page.getByRole("alert").waitFor();
    await page.close();
  });
});
