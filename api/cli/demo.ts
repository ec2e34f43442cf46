/** `soundings demo`: a data folder with an invented programme, served, with the addresses to look at. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Config, readConfig } from "../config.ts";
import { openRaters, releasedReports } from "../demo/demo-addresses.ts";
import { fillDemo, isDemoFilled } from "../demo/fill-demo.ts";
import { importRealRatings, REAL_RATINGS_TITLE } from "../demo/import-real-ratings.ts";
import { type RunningServer, startServer } from "../server.ts";
import { makeDataFolder } from "../storage/folder-lock.ts";
import { openPeopleStore } from "../storage/people-store.ts";
import type { CliCommand, CliIo } from "./command.ts";
import { runUntilStopped, untilStopped } from "./serve.ts";

const help = `Usage: soundings demo [--data DIR] [--port N] [--check] [--json]

Creates a data folder with an invented programme (default: data/demo), starts the product and prints what to open.
Stopped and started again, nothing is lost. Delete the folder to begin afresh.

  --data DIR  folder of the demo; it must be empty or a demo's
  --port N    port to listen on, default 8360
  --check     ask every printed address once, print what was found, and exit
  --json      print one JSON object instead of lines`;

interface Address {
  readonly what: string;
  readonly url: string;
}

async function addresses({ url, context }: RunningServer): Promise<Address[]> {
  const [rater] = await openRaters(context);
  const reports = await releasedReports(context);
  const isReal = (report: { readonly waveTitle: string }): boolean => report.waveTitle === REAL_RATINGS_TITLE;
  const real = reports.find(isReal);
  const first = reports.find((report) => !isReal(report));
  const report = (found: typeof first) => `${url}/demo/coach?report=${found?.wave}:${found?.subject}`;
  return [
    ...(rater === undefined
      ? []
      : [{ what: `a rater's form, best on a phone or in a narrow window (${rater.name})`, url: rater.link }]),
    { what: "the line-up of raters still open", url: `${url}/demo/raters` },
    ...(first === undefined ? [] : [{ what: `the coach's summary (${first.name})`, url: report(first) }]),
    ...(real === undefined
      ? []
      : [{ what: `the coach's summary of real ratings (${real.name}, one of 49)`, url: report(real) }]),
    { what: "the evaluator's screens: two staff surveys to compare", url: `${url}/demo/evaluator` },
    { what: "the coordinator's screens", url: `${url}/demo/coordinator` },
    { what: "the mail outbox", url: `${url}/demo/outbox` },
  ];
}

/** Asks as a browser does; the fragment stays here. */
async function ask({ what, url }: Address): Promise<{ readonly line: string; readonly ok: boolean }> {
  const response = await fetch(url);
  const text = await response.text();
  const title = /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? "no title";
  const ok = response.status === 200 && text.includes("<html");
  return {
    ok,
    line: `${ok ? "ok    " : "FAILED"} ${response.status} ${text.length} characters, "${title}": ${what}`,
  };
}

async function check(found: readonly Address[], io: CliIo): Promise<number> {
  let failed = 0;
  for (const address of found) {
    const { line, ok } = await ask(address);
    io.out(line);
    if (!ok) failed += 1;
  }
  io.out(`${found.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Before anything listens, because a demo signs anybody in. @throws RangeError for stores that hold real people */
async function requireDemoStores(config: Config): Promise<void> {
  const people = await openPeopleStore(config);
  try {
    await isDemoFilled({ people });
  } finally {
    await people.close();
  }
}

async function run(args: readonly string[], io: CliIo): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: "string" },
      port: { type: "string" },
      check: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const data = values.data ?? "data/demo";
  const config = readConfig(process.env, { data, port: values.port, demo: true });
  const isNew = !existsSync(config.dataFolder);
  makeDataFolder(config.dataFolder);
  await requireDemoStores(config);
  const server = await startServer(config, (line) => io.error(line));
  if (isNew)
    io.error("Making the demo: people, two waves of feedback, two staff surveys. This takes a few seconds.");
  await fillDemo(server.context, (programme) => importRealRatings(server.context, programme));
  const stopped = untilStopped();
  const found = await addresses(server);
  if (values.json) io.out(JSON.stringify({ url: server.url, addresses: found }));
  else {
    io.out(`\nThe demo runs at ${server.url} (data in ${config.dataFolder}). Open:\n`);
    for (const { what, url } of found) io.out(`  ${what}\n    ${url}\n`);
  }
  if (values.check) {
    const code = await check(found, io);
    await server.close();
    return code;
  }
  io.out("Stop with Ctrl+C. Nothing is lost: start it again with the same command.");
  await runUntilStopped(server, io, stopped);
  return 0;
}

export const demoCommand: CliCommand = {
  name: "demo",
  summary: "an invented programme to look at",
  help,
  run,
};
