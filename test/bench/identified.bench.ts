/** Answers with a name a second over HTTP, beside the barest Hono and better-sqlite3 insert of the same bytes. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import Database from "better-sqlite3";
import { Hono } from "hono";
import { listDefinitions } from "../../api/definitions/read-definitions.ts";
import { inventAnswers, inventProfile, seededRandom } from "../../api/demo/invent-answers.ts";
import { createRouter } from "../../api/http/router.ts";
import { identifiedAnswerRoutes } from "../../api/identified-answers/routes.ts";
import { readInvitationKey } from "../../api/invitations/invitation-key.ts";
import { invitationSecret } from "../../api/invitations/invitation-secret.ts";
import { createProgramme } from "../../api/programmes/create-programme.ts";
import { importPeople } from "../../api/roster/import-people.ts";
import { createWave } from "../../api/waves/create-wave.ts";
import { findWave } from "../../api/waves/find-wave.ts";
import { importLineUp } from "../../api/waves/import-line-up.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { openStaffWorld, type StaffWorld } from "../support/staff-world.ts";
import { type BenchResult, median } from "./bench-result.ts";

const PEOPLE = 2_000;
const AT_ONCE = 32;
const ROUNDS = 3;

interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

function listen(fetch: (request: Request) => Response | Promise<Response>): Promise<Listening> {
  return new Promise((done) => {
    const server = serve({ fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      done({
        url: `http://127.0.0.1:${port}`,
        close: () => new Promise((closed) => server.close(() => closed())),
      }),
    );
  });
}

/** @returns answers a second. */
async function post(url: string, bodies: readonly string[]): Promise<number> {
  const waiting = [...bodies];
  const start = performance.now();
  const worker = async (): Promise<void> => {
    for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) {
      const response = await fetch(url, {
        method: "POST",
        body,
        headers: { "content-type": "application/json" },
      });
      if (response.status !== 201) throw new Error(`answered ${response.status}: ${await response.text()}`);
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return bodies.length / ((performance.now() - start) / 1000);
}

/** An open wave of a form with names, and one valid request for each of its people. */
async function openForm({ context, coordinator }: StaffWorld): Promise<string[]> {
  const refs = Array.from({ length: PEOPLE }, (_, place) => `P${place}`);
  const rows = refs.map((ref) => `${ref},Person ${ref},${ref}@example.org`);
  await importPeople(context, coordinator, {
    csv: `staff_number,name,mail\n${rows.join("\n")}\n`,
    apply: true,
  });
  const { id: programme } = await createProgramme(context, coordinator, { name: "Bench" });
  const observation = (await listDefinitions(context)).find(
    ({ definition }) => definition.soundings.id === "observation",
  );
  if (observation === undefined) throw new RangeError("the bench requires the observation form");
  const wave = await createWave(context, coordinator, {
    programme,
    definition: observation.id,
    title: "Bench",
  });
  await importLineUp(context, coordinator, {
    wave,
    list: "participants",
    csv: `person\n${refs.join("\n")}\n`,
    apply: true,
  });
  await openWave(context, coordinator, { wave });
  const key = readInvitationKey(context.keys, await context.people.read((db) => findWave(db, wave)));
  const invitations = await context.people.read((db) => db.select().from(db.tables.invitations));
  const random = seededRandom(1);
  const profile = inventProfile(observation.definition, random);
  const choices = Object.fromEntries(
    observation.definition.items
      .filter((item) => item.kind === "choice")
      .map((item) => [item.question, item.choices?.[0]?.value]),
  );
  return invitations.map(({ id }) =>
    JSON.stringify({
      wave,
      secret: invitationSecret(key, id),
      subject: "",
      answers: { ...inventAnswers(observation.definition, { group: "", profile }, random), ...choices },
    }),
  );
}

/** What the same machine does at best: parse, one insert, answer. */
async function bare(bodies: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "soundings-bench-"));
  const db = new Database(join(folder, "bare.sqlite"));
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec("CREATE TABLE answers (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT");
  const insert = db.prepare("INSERT INTO answers VALUES (?, ?)");
  const app = new Hono().post("/", async (c) => {
    insert.run(randomBytes(9).toString("base64url"), JSON.stringify(await c.req.json()));
    return c.json({ recorded: true }, 201);
  });
  const { url, close } = await listen(app.fetch);
  const rate = await post(url, bodies);
  await close();
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return rate;
}

async function ours(): Promise<{ readonly rate: number; readonly bodies: readonly string[] }> {
  const world = await openStaffWorld();
  const bodies = await openForm(world);
  const { url, close } = await listen(createRouter().route("/", identifiedAnswerRoutes(world.context)).fetch);
  const rate = await post(`${url}/api/answers`, bodies);
  await close();
  await world.cleanUp();
  return { rate, bodies };
}

/** @returns answers a second, ours beside the bare insert in pairs. */
export async function benchIdentifiedAnswers(): Promise<BenchResult[]> {
  const rates: number[] = [];
  const peers: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { rate, bodies } = await ours();
    rates.push(rate);
    peers.push(await bare(bodies));
  }
  const [rate, peer] = [median(rates), median(peers)];
  return [
    {
      name: "answers with a name, accepted over HTTP",
      median: rate,
      unit: "/s",
      peer: { name: "bare Hono and better-sqlite3 insert", median: peer, ratio: rate / peer },
      note: "goal: half of the bare insert",
    },
  ];
}
