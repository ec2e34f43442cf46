/** The files of a real server that takes answers: while it runs, after a stop, and after a kill. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../api/config.ts";
import { inventAnswers, inventProfile, seededRandom } from "../../api/demo/invent-answers.ts";
import type { CheckState } from "../../api/doctor/doctor-report.ts";
import { examineInstallation } from "../../api/doctor/examine-installation.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import { openRater } from "../../web/rater/protocol/rater.ts";
import { sendAnswers } from "../../web/rater/protocol/send.ts";
import { networkServer } from "../../web/rater/protocol/server.ts";
import { loadManifest } from "../../web/rater/protocol/wave.ts";
import { type FilledInstallation, fillInstallation } from "../support/filled-installation.ts";
import { mapDevice, noPause } from "../support/protocol-wave.ts";
import { testEnvironment } from "../support/test-environment.ts";

let whole: FilledInstallation;
const children = new Set<ChildProcess>();
beforeAll(async () => {
  whole = await fillInstallation();
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
});
afterAll(() => whole.cleanUp());

interface ServingProcess {
  readonly url: string;
  end(signal: "SIGTERM" | "SIGKILL"): Promise<void>;
}

/** The product's own command as a process of its own. */
async function serve(folder: string): Promise<ServingProcess> {
  const command = join(import.meta.dirname, "../../api/cli/soundings.ts");
  const flags = ["serve", "--data", folder, "--port", "0", "--json"];
  const child = spawn(process.execPath, ["--import", "tsx", command, ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.add(child);
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return {
    url: JSON.parse(String(line)).url,
    end: async (signal) => {
      const exited = once(child, "exit");
      child.kill(signal);
      await exited;
      children.delete(child);
    },
  };
}

/** The links that wait in mails, of waves that are still open. */
function linksIn(
  folder: string,
): { readonly wave: string; readonly secret: string; readonly mark: string }[] {
  const db = new Database(join(folder, "identity.sqlite"), { readonly: true });
  try {
    return db
      .prepare<[], { text: string }>("SELECT text FROM outbox")
      .all()
      .flatMap(({ text }) => {
        const found = /\/r\/([\w-]+)#([\w-]+)\.([\w-]+)/.exec(text);
        return found === null ? [] : [{ wave: found[1] ?? "", secret: found[2] ?? "", mark: found[3] ?? "" }];
      });
  } finally {
    db.close();
  }
}

/** Everybody who has not yet does, one after the other. @returns how many answers came */
async function everybodySends(folder: string, url: string): Promise<number> {
  const server = networkServer(url);
  let sent = 0;
  for (const { wave, secret, mark } of linksIn(folder)) {
    const opened = await server.send("POST", "/api/invitations/open", JSON.stringify({ wave, secret }));
    const loaded = await loadManifest(server, wave, mark);
    const { identity, people = [] } = JSON.parse(opened.text);
    if (identity !== "anonymous" || !loaded.ok) continue;
    const form = await server.get(`/api/waves/${wave}/form`);
    const definition = readDefinition(form.text);
    const random = seededRandom(7);
    const profile = inventProfile(definition, random);
    const rater = await openRater({ server, device: mapDevice(), manifest: loaded.manifest, secret });
    for (const { subject, group } of people) {
      const answers = inventAnswers(definition, { group, profile }, random);
      const result = await sendAnswers(rater, { wave, subject, group }, answers, noPause);
      // What was sent before from elsewhere shows only here.
      if (result.outcome === "refused" && result.refusal.code === "ticket-already-issued") continue;
      expect(result.outcome).toBe("recorded");
      sent += 1;
    }
  }
  return sent;
}

async function seenIn(folder: string, hoursLater = 0): Promise<Record<string, CheckState>> {
  const now = new Date(Date.now() + hoursLater * 3_600_000);
  const { checks } = await examineInstallation(readConfig(testEnvironment, { data: folder }), now);
  return Object.fromEntries(checks.map(({ code, state }) => [code, state]));
}

test("tell nothing of the order of arrival, neither while the server runs nor once it has stopped", async () => {
  const folder = whole.copy();
  const server = await serve(folder);
  expect(await everybodySends(folder, server.url)).toBeGreaterThan(4);
  expect(await seenIn(folder)).toMatchObject({ order: "fine", boxes: "fine" });
  await server.end("SIGTERM");
  expect(await seenIn(folder, 48)).toMatchObject({
    order: "fine",
    remains: "fine",
    boxes: "fine",
    keys: "fine",
  });
});

test("tell nothing of it after a kill either, and their logs are cut at the next start", async () => {
  const folder = whole.copy();
  const server = await serve(folder);
  expect(await everybodySends(folder, server.url)).toBeGreaterThan(4);
  await server.end("SIGKILL");
  expect(await seenIn(folder, 2)).toMatchObject({ order: "fine", boxes: "fine" });
  const again = await serve(folder);
  await again.end("SIGTERM");
  expect(await seenIn(folder, 2)).toMatchObject({ order: "fine", remains: "fine" });
});

test("are seen by the doctor where rows were added as answers came, and not made at opening", async () => {
  const folder = whole.copy();
  const db = new Database(join(folder, "responses.sqlite"));
  const insert = db.prepare(
    'INSERT INTO sealedRows SELECT ?, wave, kind, subject, "group", mark, box FROM sealedRows LIMIT 1',
  );
  for (let each = 0; each < 12; each += 1) insert.run(randomBytes(32));
  db.close();
  expect((await seenIn(folder))["order"]).not.toBe("fine");
});
