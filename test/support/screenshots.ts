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
  await context.close();
}

mkdirSync(folder, { recursive: true });
const product = await startProduct();
const { browser, close } = await launchBrowser();
try {
  await pictureRater(browser, product);
  await pictureStaff(browser, product);
} finally {
  await close();
  await product.cleanUp();
}
