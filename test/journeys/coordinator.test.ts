/** A coordinator with an empty product: from the list of people to released reports. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LAPTOP, type LaunchedBrowser, launchBrowser } from "../support/browser.ts";
import { type RunningProduct, startProduct } from "../support/running-product.ts";
import {
  beginAsCoordinator,
  checkRows,
  expectScreen,
  newestMailTo,
  openPage,
  signInByMail,
} from "../support/staff-steps.ts";

const RATERS = ["2001", "2002", "2003", "2004", "2005"];
const PEOPLE = `staff_number,name,mail,unit,site,grade,line_manager
1000,Bo Boss,bo@example.org,Planning,North,9,
1001,Mia Manager,mia@example.org,Planning,North,7,1000
3001,Cora Coach,cora@example.org,People,North,8,
${RATERS.map((ref) => `${ref},Rater ${ref},r${ref}@example.org,Planning,North,5,1001`).join("\n")}
3002,Pat Peer,pat@example.org,Planning,North,7,1000
`;
const RATER_ROWS = `subject,rater,group
1001,1000,line-manager
${RATERS.map((ref) => `1001,${ref},direct-report`).join("\n")}
`;

let product: RunningProduct;
let chromium: LaunchedBrowser;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
  [product, chromium] = await Promise.all([startProduct({ demo: false }), launchBrowser()]);
  ({ page, complaints } = await openPage(chromium.browser, LAPTOP));
  await beginAsCoordinator(page, product.context);
});

afterAll(async () => {
  await chromium?.close();
  await product?.cleanUp();
});

async function applyImport(): Promise<void> {
  await page.getByRole("button", { name: "Apply" }).click();
  await page.waitForURL((url) => !/import|subjects|raters/.test(url.pathname));
}

describe("a coordinator's first wave", () => {
  it("lists bad rows with line and reason and imports nothing until they are mended", async () => {
    await page.getByRole("link", { name: "People and roles" }).click();
    await expectScreen(page, "People and roles");
    await page.getByRole("link", { name: "Import people" }).click();
    await expectScreen(page, "Import people");
    await checkRows(page, PEOPLE.replace("Rater 2003", "").replace("r2004@example.org", "r2004"));
    await page.getByRole("heading", { name: "2 problems have to be mended first" }).waitFor();
    await expectScreen(page, "Import people");
    const rows = await page.getByRole("row").allInnerTexts();
    expect(rows.some((row) => row.startsWith("line 7") && row.includes("The name is missing."))).toBe(true);
    expect(rows.some((row) => row.startsWith("line 8") && row.includes("mail address"))).toBe(true);
    expect(await page.getByRole("button", { name: "Apply" }).count()).toBe(0);
    await checkRows(page, PEOPLE);
    await page.getByText("9 new, 0 changed, 0 unchanged.").waitFor();
    await applyImport();
    await expectScreen(page, "People and roles");
    expect(await page.getByRole("status").first().textContent()).toBe("10 people");
  });

  it("gives the coach a role, found by a search that stands in the address", async () => {
    await page.getByLabel("Search by name, unit or staff number").fill("Cora");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/staff/people?search=Cora");
    await page.getByRole("checkbox", { name: "Coach: Cora Coach" }).click();
    await expect.poll(() => page.getByRole("checkbox", { name: "Coach: Cora Coach" }).isChecked()).toBe(true);
    await page.goBack();
    await page.waitForURL("**/staff/people");
  });

  it("creates a programme and a draft wave, seeing what raters will read", async () => {
    await page.getByRole("link", { name: "Programmes" }).click();
    await page.getByRole("heading", { name: "There is no programme yet." }).waitFor();
    await page.getByLabel("Name of the programme").fill("Coaching 2026");
    await page.getByRole("button", { name: "Create programme" }).click();
    await expectScreen(page, "Coaching 2026");
    await page.getByRole("link", { name: "New wave" }).click();
    await expectScreen(page, "New wave: what will be asked?");
    expect(await page.getByRole("listitem").filter({ hasText: "Leadership 360" }).count()).toBe(1);
    await page.getByRole("link", { name: "Use this survey: Leadership 360" }).click();
    await expectScreen(page, "New wave");
    await page.getByLabel("Title of the wave").fill("Autumn feedback");
    await page.getByLabel("Smallest group that is shown").fill("5");
    await page.getByText("A group's figures are shown only if at least 5 of it answered.").waitFor();
    await page.getByRole("button", { name: "Create draft" }).click();
    await expectScreen(page, "Autumn feedback");
  });

  it("says who is rated, by whom, and what becomes of groups that are too small", async () => {
    await page.getByRole("link", { name: "Import subjects" }).click();
    await expectScreen(page, "Import subjects");
    await checkRows(page, "subject,coach\n1001,cora@example.org\n");
    await applyImport();
    await page.getByRole("link", { name: "Import raters" }).click();
    await expectScreen(page, "Import raters");
    await checkRows(page, `${RATER_ROWS}1001,3002,peer\n`);
    await page.getByText("7 new, 0 no longer listed, 0 unchanged.").waitFor();
    await applyImport();
    await expectScreen(page, "Autumn feedback");
    await page.getByText("Mia Manager: Peers will be shown together with a larger group.").waitFor();
  });

  it("opens the wave after reading what will happen and to how many", async () => {
    await page.getByRole("link", { name: "Open the wave" }).click();
    await expectScreen(page, "Open the wave?");
    await page.getByText("8 people will be invited by mail, with 8 forms to answer.").waitFor();
    await page.getByText("This cannot be undone.", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Open and invite 8 people" }).click();
    await expectScreen(page, "Autumn feedback");
    await page.getByText("The first count is made on", { exact: false }).waitFor();
    const row = await page.getByRole("row", { name: /Mia Manager/ }).textContent();
    expect(row).toContain("1 invited");
    expect(row).toContain("5 invited");
  });

  it("finds the invitations in the outbox; reading one is written down", async () => {
    await page.getByRole("link", { name: "Mail outbox" }).click();
    await expectScreen(page, "Mail outbox");
    expect(await page.getByText("No mail server is set up").count()).toBe(1);
    const mail = page.getByRole("listitem").filter({ hasText: "To r2001@example.org" });
    await mail.getByRole("button", { name: "Read the text" }).click();
    await mail.getByRole("link").first().waitFor();
    expect(await newestMailTo(product.context, "r2001@example.org")).toContain("/r/");
    await page.getByRole("link", { name: "Audit log" }).click();
    await expectScreen(page, "Audit log");
    await page.getByText("Mail read").waitFor();
    await page.getByText(/The chain of \d+ entries is whole/).waitFor();
  });

  it("is told nothing of who would be reminded, also where nobody is", async () => {
    await page.getByRole("link", { name: "Programmes" }).click();
    await page.getByRole("link", { name: "Coaching 2026" }).click();
    await page.getByRole("link", { name: "Autumn feedback" }).click();
    await page.getByRole("button", { name: "Send reminders" }).click();
    await page.getByText("No reminder is due", { exact: false }).waitFor();
  });

  it("gives somebody a new link after being asked once more; the old one is dead", async () => {
    const before = await newestMailTo(product.context, "r2001@example.org");
    await page.getByRole("link", { name: "Who is invited, and new links" }).click();
    await expectScreen(page, "Who is invited");
    const row = page.getByRole("row").filter({ hasText: "r2001@example.org" });
    await row.getByRole("button", { name: /^New link for/ }).click();
    await row.getByText("link stops working now, and a new one is sent.", { exact: false }).waitFor();
    await expectScreen(page, "Who is invited");
    await row.getByRole("button", { name: "Send a new link" }).click();
    await page.getByText("is on its way. The one before no longer works.", { exact: false }).waitFor();
    await row.getByText("1 new link so far").waitFor();
    const after = await newestMailTo(product.context, "r2001@example.org");
    expect(after).toContain("no longer opens anything");
    expect(/#[\w-]+/.exec(after)?.[0]).not.toBe(/#[\w-]+/.exec(before)?.[0]);
    await page.goBack();
    await expectScreen(page, "Autumn feedback");
  });

  it("closes and releases, and the coach reads a report that shows nothing and says why", async () => {
    await page.getByRole("link", { name: "Close the wave" }).click();
    await expectScreen(page, "Close the wave?");
    await page.getByRole("button", { name: "Close for good" }).click();
    await expectScreen(page, "Autumn feedback");
    await page.getByText("Every answer could be opened.").waitFor();
    await page.getByRole("link", { name: "Release the reports" }).click();
    await page.getByText("The answers behind them are then destroyed, as raters were told.").waitFor();
    await page.getByRole("button", { name: "Release 1 report" }).click();
    await expectScreen(page, "Autumn feedback");
    await page.getByText("The reports are with the coaches.", { exact: false }).waitFor();
    const coach = await openPage(chromium.browser, LAPTOP);
    await signInByMail(coach.page, product.context, "cora@example.org");
    await expectScreen(coach.page, "Your coachees");
    await coach.page.getByRole("link", { name: "Read the summary of Mia Manager" }).click();
    await expectScreen(coach.page, "What colleagues told us about Mia Manager");
    await coach.page.getByText("0 of 8 invited answered").waitFor();
    await coach.page.getByText("No item could be ranked: too few answers may be shown.").waitFor();
    expect(coach.complaints).toEqual([]);
    await coach.page.close();
  });

  it("met no refusal it did not ask for, and wrote nothing about people to the server's log", () => {
    // The reminder that nobody was due for.
    expect(complaints).toEqual([expect.stringContaining("409 (Conflict)")]);
    expect(product.log.join("\n")).not.toMatch(/example\.org|Mia|Kim/);
  });
});
