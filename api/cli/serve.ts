/** `soundings serve`: serves a data folder, and helps the first coordinator in. */
import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { type RunningServer, startServer } from "../server.ts";
import { createFirstCoordinatorLink } from "../sign-in/first-coordinator.ts";
import { makeDataFolder } from "../storage/folder-lock.ts";
import type { CliCommand, CliIo } from "./command.ts";

const help = `Usage: soundings serve [--data DIR] [--port N] [--host ADDRESS] [--url URL] [--json]

Serves the data folder DIR (default: data). An empty folder is set up, and a one-time link is printed with which the
first coordinator signs in.

  --data DIR      folder of the two stores (SOUNDINGS_DATA)
  --port N        port to listen on, default 8360 (SOUNDINGS_PORT)
  --host ADDRESS  address to listen on, default 127.0.0.1 (SOUNDINGS_HOST)
  --url URL       what links in mails begin with, for instance https://feedback.example.org (SOUNDINGS_URL)
  --json          print one JSON object instead of sentences

Mail leaves through SOUNDINGS_SMTP (smtp://user:password@host:port), from SOUNDINGS_MAIL_FROM; without it, mail stays
in the outbox. SOUNDINGS_KEY or SOUNDINGS_KEY_FILE hold the key-encryption key; keep it apart from backups of the data.
SOUNDINGS_PEOPLE_URL and SOUNDINGS_ANSWERS_URL name two Postgres databases instead of the two files.`;

/** Resolves when the process is asked to stop. */
/** Must be called before anything is served or printed: a signal that nobody waits for ends the process unclean. */
export function untilStopped(): Promise<void> {
  return new Promise((stopped) => {
    process.once("SIGINT", () => stopped());
    process.once("SIGTERM", () => stopped());
  });
}

/** Runs until the process is asked to stop, then ends cleanly. */
export async function runUntilStopped(
  server: RunningServer,
  io: CliIo,
  stopped: Promise<void>,
): Promise<void> {
  await stopped;
  io.error("Stopping: finishing what is under way.");
  await server.close();
}

async function run(args: readonly string[], io: CliIo): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: "string" },
      port: { type: "string" },
      host: { type: "string" },
      url: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const config = readConfig(process.env, values);
  makeDataFolder(config.dataFolder);
  const stopped = untilStopped();
  const server = await startServer(config, (line) => io.error(line));
  const first = await createFirstCoordinatorLink(server.context);
  if (values.json) io.out(JSON.stringify({ url: server.url, firstCoordinatorLink: first ?? null }));
  else {
    io.out(`Soundings serves ${config.dataFolder} at ${server.url}`);
    if (first !== undefined) {
      io.out("Nobody can sign in yet. Open this one-time link to become the first coordinator:");
      io.out(`  ${first}`);
    }
    if (config.smtpUrl === undefined)
      io.out("Mail is not sent (SOUNDINGS_SMTP is not set): it waits in the outbox.");
  }
  await runUntilStopped(server, io, stopped);
  return 0;
}

export const serveCommand: CliCommand = {
  name: "serve",
  summary: "serve a data folder",
  help,
  run,
};
