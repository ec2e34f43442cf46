/** The personal code in a real browser: typed on a page that may be left out, and gone from there as hashes only. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeWave } from "../../api/datasets/close-wave.ts";
import { openDataset } from "../../api/datasets/sealed-dataset.ts";
import { storedDataset } from "../../api/datasets/store.ts";
import { keyPurpose } from "../../api/keys/sealed-waves.ts";
import { waveSeal } from "../../api/keys/store.ts";
import { DEFAULT_POLICIES } from "../../surveys/disclosure-policy.ts";
import { elementOfDigest, textOfElement } from "../../surveys/personal-code.ts";
import { type LaunchedBrowser, launchBrowser, PHONE } from "../support/browser.ts";
import { expectAccessible, goToReview, openLink, send } from "../support/rater-steps.ts";
import { openRaterWorld, type RaterWorld } from "../support/rater-world.ts";

let world: RaterWorld;
let chromium: LaunchedBrowser;

beforeAll(async () => {
  [world, chromium] = await Promise.all([openRaterWorld(), launchBrowser()]);
});

afterAll(async () => {
  await chromium?.close();
  await world?.close();
});

const KEPT = { rule: "until-date", date: "2040-01-01" } as const;
const asked = ["Ada", "Ben"].map((rater) => ({ rater, subject: "", group: "" }));
const PAGE = "Your personal code";

async function openedForm(link: string | undefined) {
  const page = await chromium.browser.newPage(PHONE);
  await openLink(page, link ?? "");
  await page.getByRole("button", { name: /^(Start|Go on)/ }).click();
  await page.locator(".form-page h1").waitFor();
  return page;
}

async function closedDataset(wave: string) {
  const { answers, keys } = world.context;
  await closeWave({ answers, keys }, wave);
  const seal = await answers.read((db) => waveSeal(db, wave));
  const stored = await answers.read((db) => storedDataset(db, wave));
  if (seal?.datasetKeyWrapped == null || stored === undefined) throw new Error("the wave keeps its dataset");
  const key = keys.unwrap(seal.datasetKeyWrapped, keyPurpose.dataset(wave));
  return { seal, dataset: openDataset(stored, key) };
}

describe("a survey with a personal code", () => {
  it("says what it is for, takes the code, and sends its hashes alone", async () => {
    const policy = { ...DEFAULT_POLICIES["staff-survey"], retention: KEPT };
    const { wave, links } = await world.openWave({
      title: "Survey",
      instrument: "staff-confidence",
      asked,
      policy,
    });
    const page = await openedForm(links.get("Ada"));
    const heading = page.locator(".form-page h1");
    while ((await heading.textContent()) !== PAGE) await page.getByRole("button", { name: "Next" }).click();
    await expect.poll(() => page.getByText("You may leave this page out.").isVisible()).toBe(true);
    const mother = page.getByRole("textbox", { name: /your mother's first name/ });
    await mother.fill("7");
    await page.getByRole("button", { name: "Check and send" }).click();
    await page.getByText("A letter is asked for here, of any alphabet").first().waitFor();
    await mother.fill("É");
    await page.getByRole("combobox", { name: /Day of the month/ }).selectOption("17");
    await expectAccessible(page, "personal code");
    await page.getByRole("button", { name: "Check and send" }).click();
    await page.getByText("Your personal code lacks 4 answers.").waitFor();
    await expect.poll(() => page.getByRole("button", { name: /^Your personal code: / }).count()).toBe(0);
    await send(page);
    await page.close();
    const { seal, dataset } = await closedDataset(wave);
    const hash = (question: string, answer: string): number => {
      const text = textOfElement(seal.manifest.linkingSalt ?? "", question, answer) ?? "";
      return Number.parseInt(elementOfDigest(createHash("sha256").update(text).digest()), 16);
    };
    const code = new Map(dataset.personalCode?.map((element) => [element.code, [...element.values]]));
    expect(code.get("code-mother")).toEqual([hash("code-mother", "e")]);
    expect(code.get("code-birth-day")).toEqual([hash("code-birth-day", "17")]);
    expect(code.get("code-father")).toEqual([0]);
  });

  it("does not ask for it where the answers are destroyed at release", async () => {
    const { links } = await world.openWave({ title: "No code", instrument: "staff-confidence", asked });
    const page = await openedForm(links.get("Ben"));
    await goToReview(page);
    await expect.poll(() => page.getByText(PAGE).count()).toBe(0);
    await page.close();
  });
});
