/** A server that is killed while answers come in: what the files it leaves tell of their order, and after a start. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keyRingOf } from "../../api/keys/key-ring.ts";
import { openAnswerStore } from "../../api/storage/answer-store.ts";
import { agreements, reopened } from "../support/arrivals.ts";
import { filledRows } from "../support/filled-rows.ts";
import { kendallTau, orderOfLog } from "../support/order-told.ts";
import { sealTestWave, WAVE } from "../support/protocol-wave.ts";
import { openTestStores } from "../support/stores.ts";

const ARRIVALS = 200;
const INVITED = 500;
/** How far Kendall's tau goes by chance alone: four and a half of its deviations, 0.22 at 200 arrivals. */
const byChance = (count: number): number =>
  4.5 * Math.sqrt((2 * (2 * count + 5)) / (9 * count * (count - 1)));
const TICKETS = { table: "assignments", key: "id" };
const ANSWERS = { table: "sealedRows", key: "key" };
const LAST_MILLISECONDS = 1_000;

interface Confirmed {
  readonly at: number;
  readonly ticket: string;
  /** Key of the row that holds the answer. */
  readonly answer: string;
}

const upper = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString("hex").toUpperCase();

/** Those whose writes no log holds any more. */
function beforeLastSecond(): Confirmed[] {
  const last = Math.max(...arrived.map(({ at }) => at));
  return arrived.filter(({ at }) => at < last - LAST_MILLISECONDS);
}

/** Lines of the process up to the moment at which it was killed. */
async function receiveUntilKilled(args: readonly string[]): Promise<string[][]> {
  const script = join(import.meta.dirname, "../support/arriving-process.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let told = "";
  const lines = () => told.split("\n").slice(0, -1);
  await new Promise<void>((resolve) => {
    child.on("close", () => resolve());
    child.stdout.on("data", (chunk: Buffer) => {
      told += chunk.toString();
      if (lines().length >= ARRIVALS) child.kill("SIGKILL");
    });
  });
  return lines().map((line) => line.split(" "));
}

let folder: string;
/** All files as the killed process left them, and as they lie after a start. */
let copies: { readonly killed: string; readonly started: string };
let lines: string[][];
let arrived: Confirmed[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "soundings-killed-"));
  const key = randomBytes(32);
  const keys = keyRingOf(new Uint8Array(key));
  const stores = await openTestStores({ engine: "sqlite" });
  const groups = [{ subject: "subject-a", group: "peer", invited: INVITED + 20 }];
  const { manifest } = await sealTestWave(stores, keys, { groups });
  const dataFolder = join(folder, "data");
  await Promise.all([stores.people.close(), stores.answers.close()]);
  cpSync(stores.dataFolder, dataFolder, { recursive: true });
  await stores.cleanUp().catch(() => undefined);
  lines = await receiveUntilKilled([
    dataFolder,
    key.toString("hex"),
    String(INVITED),
    String(manifest.boxBytes + 48),
  ]);
  copies = { killed: join(folder, "killed"), started: "" };
  cpSync(dataFolder, copies.killed, { recursive: true });
  copies = { ...copies, started: await reopened(dataFolder) };
  const answers = await openAnswerStore({ dataFolder });
  const rows = await filledRows({ answers, keys }, WAVE, "answer");
  await answers.close();
  const keyOf = new Map(rows.map((row) => [Buffer.from(row.name).toString("hex"), upper(row.key)]));
  arrived = lines.flatMap(([at = "", ticket = "", name = ""]) => {
    const answer = keyOf.get(name);
    return answer === undefined ? [] : [{ at: Number(at), ticket: upper(ticket), answer }];
  });
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function strongIn(copy: string, known: readonly Confirmed[]): [string, number][] {
  const truth = { tickets: known.map(({ ticket }) => ticket), answers: known.map(({ answer }) => answer) };
  const bound = byChance(known.length);
  return Object.entries(agreements(copy, truth)).filter(([, tau]) => Math.abs(tau) > bound);
}

test("loses nothing that was confirmed", () => {
  expect(lines.length).toBeGreaterThanOrEqual(ARRIVALS);
  expect(arrived.length).toBe(lines.length);
});

test("leaves in its logs the order of the last second alone", () => {
  const before = beforeLastSecond();
  expect(before.length).toBeGreaterThan(ARRIVALS / 4);
  const logged = new Set([
    ...orderOfLog(join(copies.killed, "identity.sqlite"), TICKETS),
    ...orderOfLog(join(copies.killed, "responses.sqlite"), ANSWERS),
  ]);
  expect(before.filter(({ ticket, answer }) => logged.has(ticket) || logged.has(answer))).toEqual([]);
});

test("tells nothing of the order before the last second by keys, pages and places", () => {
  expect(strongIn(copies.killed, beforeLastSecond())).toEqual([]);
});

test("tells nothing of it at all once the server was started again, which empties the logs", () => {
  expect(strongIn(copies.started, arrived)).toEqual([]);
  expect(orderOfLog(join(copies.started, "responses.sqlite"), ANSWERS)).toEqual([]);
  expect(orderOfLog(join(copies.started, "identity.sqlite"), TICKETS)).toEqual([]);
});

test("would find the order in a log that is not cut", () => {
  const careless = join(folder, "careless");
  cpSync(copies.started, careless, { recursive: true });
  const file = join(careless, "identity.sqlite");
  const db = new Database(file);
  db.pragma("wal_autocheckpoint = 0");
  const some = arrived.slice(0, 50).map(({ ticket }) => ticket);
  const fill = db.prepare(
    "UPDATE assignments SET ticketMark = randomblob(length(ticketMark)) WHERE hex(id) = ?",
  );
  for (const ticket of some) fill.run(ticket);
  const copy = join(folder, "careless-copy");
  cpSync(careless, copy, { recursive: true });
  db.close();
  expect(kendallTau(some, orderOfLog(join(copy, "identity.sqlite"), TICKETS))).toBe(1);
});
