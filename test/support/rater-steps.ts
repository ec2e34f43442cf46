/** What a rater does on the page, in words: used by the journeys. */

import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeFindings } from "./axe.ts";

/** What the first button says: the device is the rater's own. */
export const CONTINUE = "My own: continue";
/** The second: others use it. */
export const CONTINUE_SHARED = "Others use it: continue";

/** Opens a link, on the rater's own device unless something else is said. */
export async function openLink(page: Page, link: string, whose: string = CONTINUE): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: whose }).click();
  await page.locator(".person-card").first().waitFor();
}

/** Opens the form about a person. */
export async function openForm(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^(Start|Go on): ${name}`) }).click();
  await page.locator(".form-page h1").waitFor();
}

/** Answers a row of the page by the label of the point. */
export async function answer(page: Page, statement: string, label: string): Promise<void> {
  await page.getByRole("group", { name: statement }).getByRole("radio", { name: label }).check();
}

/** Turns pages until the review. */
export async function goToReview(page: Page): Promise<void> {
  const review = page.getByRole("button", { name: "Check and send" });
  while (!(await review.isVisible())) await page.getByRole("button", { name: "Next" }).click();
  await review.click();
  await page.getByRole("heading", { name: "Before you send", exact: true }).waitFor();
}

export async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Send my answers" }).click();
  await page.getByRole("heading", { name: "Your answers have been sent" }).waitFor();
}

export async function waitUntilSaved(page: Page): Promise<void> {
  await page.locator('[data-saved="saved"]').waitFor();
}

/** Fails with the findings and the name of the state. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  expect(await axeFindings(page), state).toEqual([]);
}
