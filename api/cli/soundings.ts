#!/usr/bin/env node
/** The command `soundings`: finds the command asked for and runs it. */
import type { CliCommand, CliIo } from "./command.ts";
import { compareCommand } from "./compare.ts";
import { demoCommand } from "./demo.ts";
import { doctorCommand } from "./doctor.ts";
import { exportCommand } from "./export.ts";
import { failureText } from "./failure-text.ts";
import { importCommand } from "./import.ts";
import { lintCommand } from "./lint.ts";
import { matchCommand } from "./match.ts";
import { planCommand } from "./plan.ts";
import { serveCommand } from "./serve.ts";
import { signInCommand } from "./sign-in.ts";

const COMMANDS: readonly CliCommand[] = [
  serveCommand,
  demoCommand,
  signInCommand,
  lintCommand,
  importCommand,
  compareCommand,
  planCommand,
  matchCommand,
  exportCommand,
  doctorCommand,
];

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  const lines = COMMANDS.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return ["Usage: soundings COMMAND [options]", "", ...lines, "", "soundings COMMAND --help says more."].join(
    "\n",
  );
}

async function main(args: readonly string[], io: CliIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "help") {
    io.out(overview());
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) {
    io.error(`There is no command "${name.slice(0, 40)}".\n\n${overview()}`);
    return 2;
  }
  if (rest.includes("--help")) {
    io.out(command.help);
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    io.error(failureText(error));
    if (process.env["SOUNDINGS_TRACE"] !== undefined && error instanceof Error) io.error(error.stack ?? "");
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
});
