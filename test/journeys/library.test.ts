/** Every shipped instrument in a real browser: each page is drawn, works under the content policy, and axe is content. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SHIPPED_INSTRUMENTS } from "../../surveys/library.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import { axeFindings } from "../support/axe.ts";
import { collectComplaints, type LaunchedBrowser, launchBrowser, PHONE } from "../support/browser.ts";
import { type PreviewServer, startPreview } from "../support/preview-server.ts";

const definitions = SHIPPED_INSTRUMENTS.map((file) => readDefinition(JSON.stringify(file)));

let preview: PreviewServer;
let chromium: LaunchedBrowser;

beforeAll(async () => {
  [preview, chromium] = await Promise.all([startPreview(), launchBrowser()]);
});

afterAll(async () => {
  await chromium?.close();
  await preview?.close();
});

interface Drawn {
  readonly pages: number;
  readonly questions: number;
  readonly findings: readonly string[];
}

/** Walks through all pages and counts what is drawn. */
async function walk(page: Page): Promise<Drawn> {
  await page.locator(".form-page h1").waitFor();
  const pages = Number(await page.getByRole("progressbar").getAttribute("max"));
  const findings: string[] = [];
  let questions = 0;
  for (let turned = 1; turned <= pages; turned += 1) {
    await page.locator(`progress[value="${turned}"]`).waitFor();
    questions += await page.locator(".sd-question").count();
    findings.push(...(await axeFindings(page)));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) findings.push(`page ${turned} is ${overflow} pixels too wide`);
    if (turned < pages) await page.getByRole("button", { name: "Next" }).click();
  }
  return { pages, questions, findings };
}

describe("the fourteen shipped instruments", () => {
  it("are fourteen", () => {
    expect(definitions).toHaveLength(14);
  });

  it.each(definitions.map((definition) => [definition.soundings.id, definition] as const))(
    "%s is drawn on a phone, page by page",
    async (id, definition) => {
      const page = await chromium.browser.newPage(PHONE);
      const complaints = collectComplaints(page);
      const [group] = definition.soundings.groups.filter(({ wording }) => wording === "other");
      await page.goto(`${preview.address}?form=${id}${group === undefined ? "" : `&group=${group.code}`}`);
      const { pages, questions, findings } = await walk(page);
      expect(findings).toEqual([]);
      expect(complaints).toEqual([]);
      expect(pages).toBeGreaterThanOrEqual(1);
      expect(questions).toBeGreaterThanOrEqual(1);
      await page.close();
    },
  );

  it("the 360 speaks to the subject in the self wording", async () => {
    const page = await chromium.browser.newPage(PHONE);
    await page.goto(`${preview.address}?form=leadership-360&group=self`);
    await page.getByRole("group", { name: "I let people finish before I reply" }).waitFor();
    expect(await page.getByText("Lets people finish before replying").count()).toBe(0);
    await page.close();
  });
});
