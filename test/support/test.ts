/** `npm test`: the checks, then every test, then the journeys in a real browser; one closing line with the sum. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { runChecks } from "./check.ts";
import { installBrowser } from "./install-browser.ts";
import { installPostgres } from "./postgres-server.ts";

const root = join(import.meta.dirname, "../..");

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const vitestResult = z.object({
  numPassedTests: z.number(),
  numTotalTests: z.number(),
  numFailedTestSuites: z.number(),
});

/** Skipped and never started tests count as failed: nothing is left out in silence. */
function runVitest(project: string, extra: readonly string[]): Tally {
  const folder = mkdtempSync(join(tmpdir(), "soundings-test-"));
  const file = join(folder, "result.json");
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
      ...extra,
    ],
    { cwd: root, stdio: ["ignore", "inherit", "inherit"] },
  );
  try {
    const result = vitestResult.parse(JSON.parse(readFileSync(file, "utf8")));
    const failed = Math.max(result.numTotalTests - result.numPassedTests, result.numFailedTestSuites);
    return { passed: result.numPassedTests, failed: status === 0 ? failed : Math.max(failed, 1) };
  } catch (error) {
    console.error(`The tests of "${project}" gave no result: ${String(error)}`);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function build(): Tally {
  const { status } = spawnSync("npm", ["run", "--silent", "build"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  console.log(`${status === 0 ? "ok    " : "FAILED"} build`);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
}

/** One clear sentence instead of a stack trace where the tests' browser or database cannot be had. */
function installed(name: string, install: () => string): Tally {
  try {
    console.log(`ok     ${name} (${install()})`);
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  }
}

const extra = process.argv.slice(2);
const tallies: Tally[] = [await runChecks(), build(), installed("browser", installBrowser)];
if (process.env["PG_URL"] === undefined) tallies.push(installed("Postgres", installPostgres));
tallies.push(runVitest("tests", extra));
if (tallies.slice(1, 3).every((tally) => tally.failed === 0)) tallies.push(runVitest("journeys", extra));
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
