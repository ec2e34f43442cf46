/** The command `soundings` as a process of its own, from its sources: started, stopped, killed, and what it said. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

interface CommandProcess {
  readonly child: ChildProcess;
  /** Everything it wrote so far. */
  said(): { readonly out: string; readonly error: string };
  readonly ended: Promise<Ended>;
}

type Environment = Readonly<Record<string, string>>;

/** Settings of the machine that runs the tests must not reach it. */
function bareEnvironment(more: Environment): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("SOUNDINGS_"));
  return { ...Object.fromEntries(kept), ...more };
}

function startCommand(args: readonly string[], environment: Environment = {}): CommandProcess {
  const child = spawn(process.execPath, ["--import", "tsx", join(root, "api/cli/soundings.ts"), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: bareEnvironment(environment),
  });
  let out = "";
  let error = "";
  child.stdout.on("data", (bytes: Buffer) => {
    out += bytes.toString();
  });
  child.stderr.on("data", (bytes: Buffer) => {
    error += bytes.toString();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code) => resolve({ code, out, error }));
  });
  return { child, said: () => ({ out, error }), ended };
}

export function runCommand(args: readonly string[], environment: Environment = {}): Promise<Ended> {
  return startCommand(args, environment).ended;
}

export interface ServeProcess extends CommandProcess {
  readonly url: string;
  readonly port: number;
}

/** @throws Error with what it said if it ends before it serves */
export async function startServe(data: string, environment: Environment = {}): Promise<ServeProcess> {
  const started = startCommand(["serve", "--data", data, "--port", "0", "--json"], environment);
  const found = await new Promise<string>((resolve, reject) => {
    started.child.stdout?.on("data", () => {
      const url = /"url":"([^"]+)"/.exec(started.said().out)?.[1];
      if (url !== undefined) resolve(url);
    });
    void started.ended.then(({ error }) => reject(new Error(`it did not serve: ${error}`)));
  });
  return { ...started, url: found, port: Number(new URL(found).port) };
}
