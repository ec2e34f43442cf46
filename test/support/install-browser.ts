/** Finds a Chromium for the journeys, and installs one where there is none. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const SYSTEM_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** @returns the path of a Chromium on this machine, or undefined. */
function findBrowser(): string | undefined {
  const named = process.env["SOUNDINGS_CHROMIUM"];
  return [...(named === undefined ? [] : [named]), ...SYSTEM_PATHS, chromium.executablePath()].find((path) =>
    existsSync(path),
  );
}

function attempt(command: string, args: readonly string[]): boolean {
  console.log(`${command} ${args.join(" ")}`);
  const { status } = spawnSync(command, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return status === 0;
}

/**
 * Installs Chromium if none is found: the distribution's package for root on Debian and Ubuntu, else Playwright's.
 * @throws Error with one sentence that says what to do, if neither works.
 */
export function installBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  console.log("No Chromium found for the browser journeys: installing one.");
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    attempt("apt-get", ["update", "-qq"]);
    attempt("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
  } else {
    attempt(process.execPath, [
      join(import.meta.dirname, "../../node_modules/playwright-core/cli.js"),
      "install",
      "chromium",
    ]);
  }
  const installed = findBrowser();
  if (installed === undefined) {
    throw new Error(
      "The browser journeys need Chromium and it could not be installed: install it by hand, or set SOUNDINGS_CHROMIUM to its path, and run npm test again.",
    );
  }
  return installed;
}
