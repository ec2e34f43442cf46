/** A real Postgres server for tests: installed where it is missing, in a temporary folder, gone when the run ends. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PACKAGES = "/usr/lib/postgresql";
const NAMED_PLACES = [
  process.env["SOUNDINGS_POSTGRES"],
  "/opt/homebrew/opt/postgresql@15/bin",
  "/usr/local/pgsql/bin",
];

const APT = "/usr/bin/apt-get";

const isRoot = process.getuid?.() === 0;

/** Folder of initdb and pg_ctl on this machine, version 15 before any other; undefined if there is none. */
function findPrograms(): string | undefined {
  const versions = existsSync(PACKAGES) ? readdirSync(PACKAGES) : [];
  const distribution = ["15", ...versions.sort().reverse()].map((version) => join(PACKAGES, version, "bin"));
  return [...NAMED_PLACES, ...distribution].find(
    (folder): folder is string => folder !== undefined && existsSync(join(folder, "initdb")),
  );
}

/** Debian's or Ubuntu's package, for root. */
function installPackage(): void {
  if (!isRoot || !existsSync(APT)) return;
  console.log("No Postgres found for the tests of the Postgres stores: installing one.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "postgresql"],
  ]) {
    console.log(`apt-get ${args.join(" ")}`);
    spawnSync(APT, args, { stdio: ["ignore", "ignore", "inherit"], env });
  }
}

/** @throws Error with one sentence that says what to do, if there is none and none can be installed */
export function installPostgres(): string {
  const found = findPrograms();
  if (found !== undefined) return found;
  installPackage();
  const installed = findPrograms();
  if (installed !== undefined) return installed;
  throw new Error(
    "The tests of the Postgres stores need a Postgres server and it could not be installed: install Postgres 15 by hand, set SOUNDINGS_POSTGRES to the folder of its programs (initdb, pg_ctl), or PG_URL to a server whose databases may be made and dropped, and run npm test again.",
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const place = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof place === "object" && place !== null ? place.port : 0;
}

/** initdb refuses root; the package brings an account for it. */
const asServersAccount = isRoot ? ["runuser", "-u", "postgres", "--"] : [];

function run(command: readonly string[], cwd: string): void {
  const [program = "", ...args] = [...asServersAccount, ...command];
  const { status, stderr, error } = spawnSync(program, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  if (status === 0) return;
  throw new Error(`${command.join(" ")} failed: ${error?.message ?? stderr.toString().slice(0, 2_000)}`);
}

export interface PostgresServer {
  /** Of the database "postgres", for an account that may make others. */
  readonly url: string;
  /** @param mode "fast" ends connections and finishes; "immediate" is a crash, recovered from at the next start */
  stopDatabase(mode: "fast" | "immediate"): void;
  startDatabase(): void;
  close(): Promise<void>;
}

/** Nothing has to survive the machine's own end; a crash of the database alone loses nothing by it. */
const QUICK = ["fsync=off", "full_page_writes=off"];

/**
 * @throws Error with one sentence that says what to do, where there is no Postgres
 */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = installPostgres();
  const folder = mkdtempSync(join(tmpdir(), "soundings-postgres-"));
  chmodSync(folder, 0o700);
  if (isRoot) {
    const id = (flag: string) => Number(spawnSync("id", [flag, "postgres"]).stdout.toString());
    chownSync(folder, id("-u"), id("-g"));
  }
  const data = join(folder, "data");
  const port = await freePort();
  const initdb = ["-D", data, "-U", "soundings", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  run([join(programs, "initdb"), ...initdb], folder);
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${folder}`,
    "max_connections=100",
    ...QUICK,
  ];
  const options = settings.map((setting) => `-c ${setting}`).join(" ");
  const control = (...args: readonly string[]) =>
    run([join(programs, "pg_ctl"), "-D", data, "-w", ...args], folder);
  const startDatabase = () => control("-o", options, "-l", join(folder, "log"), "start");
  startDatabase();
  const watcher = stopWithThisProcess(programs, data, folder);
  return {
    url: `postgres://soundings@127.0.0.1:${port}/postgres`,
    stopDatabase: (mode) => control("-m", mode, "stop"),
    startDatabase,
    close: async () => {
      const ended = new Promise((resolve) => watcher.once("close", resolve));
      watcher.stdin?.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** However this process ends, its end of the pipe closes, and then the database stops and its folder goes. */
function stopWithThisProcess(programs: string, data: string, folder: string): ChildProcess {
  const script = `cat > /dev/null; "${join(programs, "pg_ctl")}" -D "${data}" -m immediate stop; rm -rf "${data}"`;
  const [program = "", ...args] = [...asServersAccount, "sh", "-c", script];
  const watcher = spawn(program, args, {
    cwd: folder,
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watcher.unref();
  return watcher;
}
