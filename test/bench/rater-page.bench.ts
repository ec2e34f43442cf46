/** What the rater's page costs on a slow phone: bytes, requests, and seconds until it can be used. */
import type { CDPSession, Page } from "playwright-core";
import { launchBrowser, PHONE } from "../support/browser.ts";
import { openRaterWorld } from "../support/rater-world.ts";
import { type BenchResult, median } from "./bench-result.ts";

const RUNS = 3;
/** Slow 4G as Lighthouse has it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back; a processor 4 x slower. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const SLOWER_CPU = 4;

interface Load {
  readonly firstScreenBytes: number;
  readonly firstScreenRequests: number;
  readonly firstPaintSeconds: number;
  readonly firstScreenSeconds: number;
  readonly formBytes: number;
  readonly formRequests: number;
  readonly firstQuestionSeconds: number;
}

/** Counts what arrives over the wire from now on. */
function countTraffic(session: CDPSession): { bytes: number; requests: number } {
  const traffic = { bytes: 0, requests: 0 };
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    traffic.bytes += encodedDataLength;
    traffic.requests += 1;
  });
  return traffic;
}

function firstPaint(page: Page): Promise<number> {
  return page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0);
}

/** Reads nothing: presses every button as soon as it is there, so that no loading hides behind reading. */
async function loadOnce(page: Page, link: string): Promise<Load> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_CPU });
  const traffic = countTraffic(session);
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  await page.goto(link, { waitUntil: "commit" });
  await page.waitForFunction(() => document.getElementById("closes")?.textContent?.includes("your time"));
  const firstScreenSeconds = seconds();
  const { bytes: firstScreenBytes, requests: firstScreenRequests } = { ...traffic };
  await page.locator("#continue").click();
  await page.locator(".person-card .button").click();
  await page.locator(".rating-row input").first().waitFor();
  const firstQuestionSeconds = seconds();
  return {
    firstScreenBytes,
    firstScreenRequests,
    firstPaintSeconds: (await firstPaint(page)) / 1000,
    firstScreenSeconds,
    formBytes: traffic.bytes,
    formRequests: traffic.requests,
    firstQuestionSeconds,
  };
}

export async function benchRaterPage(): Promise<BenchResult[]> {
  const [world, chromium] = await Promise.all([openRaterWorld(), launchBrowser()]);
  try {
    const raters = ["Ada", "Ben", "Cyd", "Dan"];
    const { links } = await world.openWave({
      title: "Spring feedback",
      instrument: "leadership-360",
      asked: raters.map((rater) => ({ rater, subject: "Sam", group: "peer" })),
    });
    const link = links.get("Ada") ?? "";
    const loads: Load[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const context = await chromium.browser.newContext(PHONE);
      loads.push(await loadOnce(await context.newPage(), link));
      await context.close();
    }
    const of = (value: (load: Load) => number): number => median(loads.map(value));
    const note = "slow 4G, 4 x slower CPU";
    return [
      { name: "first screen, over the wire", median: of((load) => load.firstScreenBytes) / 1024, unit: "KB" },
      { name: "first screen, requests", median: of((load) => load.firstScreenRequests), unit: "requests" },
      { name: "first screen painted", median: of((load) => load.firstPaintSeconds), unit: "s", note },
      { name: "first screen usable", median: of((load) => load.firstScreenSeconds), unit: "s", note },
      { name: "whole form, over the wire", median: of((load) => load.formBytes) / 1024, unit: "KB" },
      { name: "whole form, requests", median: of((load) => load.formRequests), unit: "requests" },
      {
        name: "first question usable, nothing read on the way",
        median: of((load) => load.firstQuestionSeconds),
        unit: "s",
        note,
      },
    ];
  } finally {
    await chromium.close();
    await world.close();
  }
}
