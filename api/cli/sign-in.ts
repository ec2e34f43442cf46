/** `soundings sign-in`: a one-time link for a member of staff, where no mail leaves the machine. */
import { parseArgs } from "node:util";
import { systemClock } from "../clock.ts";
import { type Config, readConfig } from "../config.ts";
import { besideServer } from "../open-installation.ts";
import { signInLinkFor } from "../sign-in/request-sign-in.ts";
import { openPeopleStore } from "../storage/people-store.ts";
import type { CliCommand, CliIo } from "./command.ts";

const help = `Usage: soundings sign-in MAIL [--data DIR] [--url URL] [--port N] [--json]

Prints a link that signs in the member of staff with this mail address: once, for ten minutes. For installations that
send no mail. The server may be running; that a link was printed stands in the audit log.

  --data DIR  folder of the two stores (SOUNDINGS_DATA)
  --url URL   what links begin with (SOUNDINGS_URL); by default the address the server listens on
  --port N    port the server listens on, default 8360 (SOUNDINGS_PORT)
  --json      print one JSON object instead of a sentence`;

async function run(args: readonly string[], io: CliIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: "string" },
      url: { type: "string" },
      port: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const [mail, ...more] = positionals;
  if (mail === undefined || more.length > 0) {
    io.error("Name one mail address: soundings sign-in name@example.org");
    return 2;
  }
  const config = readConfig(process.env, values);
  return besideServer(config, (settings) => printLink(settings, { mail, json: values.json }, io));
}

async function printLink(
  config: Parameters<typeof openPeopleStore>[0] & Config,
  { mail, json }: { readonly mail: string; readonly json: boolean },
  io: CliIo,
): Promise<number> {
  const people = await openPeopleStore(config);
  try {
    const baseUrl = () => config.baseUrl ?? `http://${config.host}:${config.port}`;
    const link = await signInLinkFor({ people, clock: systemClock, baseUrl }, { mail });
    if (link === undefined) {
      io.error("No member of staff has this mail address. A coordinator gives roles on the list of people.");
      return 1;
    }
    io.out(json ? JSON.stringify({ link }) : `Open this link within ten minutes, once:\n  ${link}`);
    return 0;
  } finally {
    await people.close();
  }
}

export const signInCommand: CliCommand = {
  name: "sign-in",
  summary: "print a one-time link for a member of staff",
  help,
  run,
};
