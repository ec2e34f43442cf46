/** A real Chromium for the journeys, with a profile of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { installBrowser } from "./install-browser.ts";

const QUIET_FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface LaunchedBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** How each Chromium is started. */
function launchOptions() {
  return {
    executablePath: installBrowser(),
    headless: true,
    args: [...QUIET_FLAGS, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  };
}

/** A Chromium that keeps everything in a profile, as people's own does; what it holds lies there once it is closed. */
export function launchProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...launchOptions(), ...LAPTOP });
}

/** Starts a headless Chromium; root needs it without its sandbox. */
export async function launchBrowser(): Promise<LaunchedBrowser> {
  const downloads = mkdtempSync(join(tmpdir(), "soundings-browser-"));
  const browser = await chromium.launch({
    ...launchOptions(),
    downloadsPath: downloads,
  });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: "reduce",
};

export const LAPTOP: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  reducedMotion: "reduce",
};

/** What the page complained about: script errors, refused content, failed console assertions. */
export function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return complaints;
}
