/** What staff do on their screens, in words: used by the journeys. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import type { StaffContext } from "../../api/context.ts";
import { createFirstCoordinatorLink } from "../../api/sign-in/first-coordinator.ts";
import { axeFindings } from "./axe.ts";
import { collectComplaints } from "./browser.ts";

/** A page of its own session, and what it complained about. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions,
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const page = await browser.newPage(options);
  return { page, complaints: collectComplaints(page) };
}

/** Waits for the screen with this heading; nothing serious may be wrong with it, and nothing may stick out. */
export async function expectScreen(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  await page.getByText("Loading…").first().waitFor({ state: "hidden" });
  expect(await axeFindings(page)).toEqual([]);
  const sticksOut = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sticksOut).toBe(0);
}

/** The newest mail to this address as it waits in the store; without a mail server nothing leaves. */
export async function newestMailTo(context: StaffContext, address: string): Promise<string> {
  const mails = await context.people.read((db) => db.select().from(db.tables.outbox));
  const found = mails
    .filter((mail) => mail.toAddress === address)
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  return found[0]?.text ?? "";
}

/** The first link in a mail. */
export function linkIn(text: string): string {
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (link === undefined) throw new RangeError("the mail has no link");
  return link;
}

/** Says who the coordinator is, where the server's one-time link has led. */
export async function sayWhoBegins(page: Page, name: string, mail: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Your mail address at work").fill(mail);
  await page.getByRole("button", { name: "Begin" }).click();
}

/** Begins as the first coordinator of an empty product. */
export async function beginAsCoordinator(page: Page, context: StaffContext): Promise<void> {
  await page.goto((await createFirstCoordinatorLink(context)) ?? "");
  await sayWhoBegins(page, "Kim Coordinator", "kim@example.org");
  await expectScreen(page, "Programmes");
}

/** Pastes a list and has it checked; nothing is changed yet. */
export async function checkRows(page: Page, csv: string): Promise<void> {
  await page.getByLabel("Or paste the rows").fill(csv);
  await page.getByRole("button", { name: "Check, change nothing yet" }).click();
}

/** Signs in through the mail, as staff do. */
export async function signInByMail(page: Page, context: StaffContext, address: string): Promise<void> {
  await page.goto(`${context.baseUrl()}/sign-in`);
  await page.getByLabel("Your mail address at work").fill(address);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expectScreen(page, "Look into your mail");
  await expect.poll(() => newestMailTo(context, address), { timeout: 20_000 }).toContain("/sign-in#");
  await page.goto(linkIn(await newestMailTo(context, address)));
  await expectScreen(page, "You are nearly in");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/staff/**");
}
