/** The server is killed again and again while people answer: what it acknowledged is stored, once. */
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { openLoadedFolder, serveLoaded, startLoad } from "./answer-load.ts";
import { pause, type SoakResult } from "./soak-result.ts";

const INVITED = 20_000;
const RATERS = 6;

/** Resident memory in megabytes; undefined where the system does not tell. */
async function residentMegabytes(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}

export async function soakKilledAnswers(minutes: number): Promise<SoakResult> {
  const folder = await openLoadedFolder(tmpdir(), INVITED);
  const end = performance.now() + minutes * 60_000;
  const load = startLoad(folder, RATERS, INVITED);
  let kills = 0;
  let slowestStart = 0;
  try {
    while (performance.now() < end) {
      const start = performance.now();
      const server = await serveLoaded(folder);
      slowestStart = Math.max(slowestStart, performance.now() - start);
      load.url = server.url;
      await pause(300 + Math.random() * 2_000);
      server.child.kill("SIGKILL");
      await server.ended;
      kills += 1;
    }
    await load.stop();
    const { rows, invalidBoxes } = await folder.storedAnswers();
    const acknowledged = load.acknowledged.length;
    // One that was stored, but killed before it was acknowledged, and then not sent again because the time was over.
    const unacknowledged = rows + invalidBoxes - acknowledged;
    const fine = unacknowledged >= 0 && unacknowledged <= RATERS && invalidBoxes === 0 && acknowledged > 0;
    return {
      name: "kill -9 while people answer",
      fine,
      figures: {
        kills,
        acknowledged,
        lost: Math.max(0, -unacknowledged),
        "stored, not yet acknowledged (at most one a rater)": Math.max(0, unacknowledged),
        "slowest start (ms)": Math.round(slowestStart),
      },
    };
  } finally {
    await load.stop();
    folder.remove();
  }
}

/** The same load without kills: memory does not grow with time. */
export async function soakMemory(minutes: number): Promise<SoakResult> {
  const folder = await openLoadedFolder(tmpdir(), INVITED);
  const load = startLoad(folder, RATERS, INVITED);
  const server = await serveLoaded(folder);
  load.url = server.url;
  const samples: number[] = [];
  const end = performance.now() + minutes * 60_000;
  try {
    while (performance.now() < end) {
      await pause(2_000);
      samples.push((await residentMegabytes(server.child.pid)) ?? 0);
    }
    await load.stop();
    const third = Math.max(1, Math.floor(samples.length / 3));
    const middle = Math.max(...samples.slice(third, 2 * third));
    const last = Math.max(...samples.slice(-third));
    server.child.kill("SIGTERM");
    const { code } = await server.ended;
    const { rows } = await folder.storedAnswers();
    return {
      name: "memory under load",
      fine: code === 0 && rows === load.acknowledged.length && last <= middle * 1.5 + 50,
      figures: {
        answers: rows,
        "MB in the middle third": middle,
        "MB in the last third": last,
        "exit code": code ?? "none",
      },
    };
  } finally {
    await load.stop();
    server.child.kill("SIGKILL");
    folder.remove();
  }
}
