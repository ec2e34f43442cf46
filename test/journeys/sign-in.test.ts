/** Signing in and out: the first coordinator, links by mail, and links that work no more. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFirstCoordinatorLink } from "../../api/sign-in/first-coordinator.ts";
import { LAPTOP, type LaunchedBrowser, launchBrowser, PHONE } from "../support/browser.ts";
import { type RunningProduct, startProduct } from "../support/running-product.ts";
import {
  expectScreen,
  linkIn,
  newestMailTo,
  openPage,
  sayWhoBegins,
  signInByMail,
} from "../support/staff-steps.ts";

let product: RunningProduct;
let chromium: LaunchedBrowser;

beforeAll(async () => {
  [product, chromium] = await Promise.all([startProduct({ demo: false }), launchBrowser()]);
});

afterAll(async () => {
  await chromium?.close();
  await product?.cleanUp();
});

describe("signing in", () => {
  it("begins with a one-time link for the first coordinator", async () => {
    const link = await createFirstCoordinatorLink(product.context);
    const { page, complaints } = await openPage(chromium.browser, PHONE);
    await page.goto(link ?? "");
    await expectScreen(page, "Set up Soundings");
    await sayWhoBegins(page, "Kim Coordinator", "kim@example.org");
    await expectScreen(page, "Programmes");
    expect(page.url()).not.toContain("first.");
    await page.goto(link ?? "");
    await sayWhoBegins(page, "Somebody Else", "else@example.org");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toMatch(/link/i);
    expect(complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
    await page.close();
  });

  it("goes by a mail link that works once, and signing out ends it", async () => {
    const { page } = await openPage(chromium.browser, LAPTOP);
    await page.goto(`${product.url}/staff`);
    await expectScreen(page, "Sign in");
    await signInByMail(page, product.context, "kim@example.org");
    await expectScreen(page, "Programmes");
    await page.getByRole("button", { name: "Sign out" }).click();
    await expectScreen(page, "You have signed out");
    await page.goto(`${product.url}/staff/programmes`);
    await expectScreen(page, "Sign in");
    await page.goto(linkIn(await newestMailTo(product.context, "kim@example.org")));
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: "Ask for a new link" }).waitFor();
    await page.close();
  });

  it("answers an unknown address exactly as a known one, and sends it nothing", async () => {
    const { page } = await openPage(chromium.browser, PHONE);
    await page.goto(`${product.url}/sign-in`);
    await page.getByLabel("Your mail address at work").fill("nobody@example.org");
    await page.keyboard.press("Enter");
    await expectScreen(page, "Look into your mail");
    expect(await newestMailTo(product.context, "nobody@example.org")).toBe("");
    await page.close();
  });
});
