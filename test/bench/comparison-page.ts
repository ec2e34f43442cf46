/** How long an evaluator waits for the first chart of two large surveys: a real browser on a filled data folder. */
import type { Browser } from "playwright-core";
import { readConfig } from "../../api/config.ts";
import { type RunningServer, startServer } from "../../api/server.ts";
import { beginSession } from "../../api/sign-in/session.ts";
import { insertPerson, insertRole } from "../../api/sign-in/store.ts";
import { LAPTOP, launchBrowser } from "../support/browser.ts";
import { median } from "./bench-result.ts";
import { AFTER, BEFORE, KEY } from "./staff-wave-facts.ts";

const RUNS = 5;

/** Seconds from the address to the first chart. */
export interface FirstChart {
  /** Of a server that was asked for the first time since its start, by a browser that has nothing. */
  readonly first: number;
  /** Of a browser that has nothing, once the server has read the surveys. */
  readonly again: number;
}

/**
 * Measures the comparison of the two surveys.
 *
 * @param folder the data folder, as staff-wave-run leaves it
 * @returns how long the first chart took
 */
export async function measureFirstChart(folder: string): Promise<FirstChart> {
  const server = await startServer(
    readConfig({ SOUNDINGS_KEY: KEY.toString("base64") }, { data: folder, port: "0" }),
    () => undefined,
  );
  const chromium = await launchBrowser();
  try {
    const token = await signedIn(server);
    const seconds: number[] = [];
    for (let run = 0; run <= RUNS; run += 1) {
      seconds.push(await openOnce(chromium.browser, server, token));
    }
    const [first = 0, ...again] = seconds;
    return { first, again: median(again) };
  } finally {
    await chromium.close();
    await server.close();
  }
}

async function signedIn({ context }: RunningServer): Promise<string> {
  return context.people.write(async (tx) => {
    const person = { id: "bench-evaluator", ref: "bench-evaluator", name: "Eve", mail: "eve@example.org" };
    const now = new Date();
    await insertPerson(tx, person, now);
    await insertRole(tx, person.id, "evaluator");
    return beginSession(tx, { personId: person.id, previousToken: undefined }, now);
  });
}

async function openOnce(browser: Browser, { url }: RunningServer, token: string): Promise<number> {
  const context = await browser.newContext(LAPTOP);
  await context.addCookies([{ name: "soundings", value: token, url }]);
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(`${url}/staff/comparisons?waves=${BEFORE},${AFTER}`, { waitUntil: "commit" });
  await page.locator('main svg[role="img"]').first().waitFor();
  const taken = (performance.now() - start) / 1000;
  await context.close();
  return taken;
}
