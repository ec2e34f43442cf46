/** `npm run screenshots`: the README's pictures, taken from the running demo so that they stay true. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { LAPTOP, launchBrowser, PHONE } from "./browser.ts";
import { type RunningProduct, startProduct } from "./running-product.ts";

const folder = join(import.meta.dirname, "../../web/pictures");

async function save(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`web/pictures/${name}.png`);
}

/** The promise, the line-up of people and a page of the form, on a phone. */
async function pictureRater(browser: Browser, product: RunningProduct): Promise<void> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const [rater] = await product.raters();
  await page.goto(rater?.link ?? "");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await save(page, "rater-promise");
  await page.getByRole("button", { name: /continue/i }).click();
  await page
    .getByRole("button", { name: /^(start|begin|answer)/i })
    .first()
    .click();
  await page.getByRole("radio").first().waitFor();
  await page.getByRole("radio").nth(3).check({ force: true });
  await save(page, "rater-form");
  await context.close();
}

async function pictureStaff(browser: Browser, product: RunningProduct): Promise<void> {
  const context = await browser.newContext(LAPTOP);
  const page = await context.newPage();
  const [report] = await product.reports();
  await page.goto(`${product.url}/demo/coach?report=${report?.wave}:${report?.subject}`);
  await page.getByRole("heading", { level: 1, name: report?.name ?? "" }).waitFor();
  await save(page, "coach-summary");
  await page.goto(`${product.url}/demo/coordinator`);
  await page.getByRole("link", { name: /coaching for managers/i }).click();
  await page.getByRole("link", { name: /second round/i }).click();
  await page.getByRole("heading", { level: 1, name: /second round/i }).waitFor();
  await save(page, "coordinator-wave");
  await page.goto(`${product.url}/staff/mentoring`);
  await page.getByRole("link", { name: /first round/i }).click();
  await page.getByRole("link", { name: "Board" }).first().click();
  await page.getByRole("table").first().waitFor();
  await save(page, "coordinator-mentoring");
  await context.close();
}

/** What changed between the demo's two staff surveys, from the first sentence on. */
async function pictureEvaluator(browser: Browser, product: RunningProduct): Promise<void> {
  const context = await browser.newContext(LAPTOP);
  const page = await context.newPage();
  await page.goto(`${product.url}/demo/evaluator`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const boxes = page.getByRole("checkbox");
  await boxes.first().waitFor();
  for (const place of [0, 1]) await boxes.nth(place).check({ force: true });
  await page
    .getByRole("link", { name: /compare/i })
    .or(page.getByRole("button", { name: /compare/i }))
    .first()
    .click();
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  await save(page, "evaluator-comparison");
  await context.close();
}

mkdirSync(folder, { recursive: true });
const product = await startProduct();
const { browser, close } = await launchBrowser();
try {
  await pictureRater(browser, product);
  await pictureStaff(browser, product);
  await pictureEvaluator(browser, product);
} finally {
  await close();
  await product.cleanUp();
}
