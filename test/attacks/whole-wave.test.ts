/** One wave through the whole product, and what copies of both stores tell at each of its stages. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { definitionOfId } from "../../api/definitions/read-definitions.ts";
import { inventAnswers, inventProfile, seededRandom } from "../../api/demo/invent-answers.ts";
import { openInvitation } from "../../api/invitations/open-invitation.ts";
import { addRole } from "../../api/roster/store.ts";
import { closeOpenWave, releaseReports } from "../../api/waves/close-and-release.ts";
import { findWave } from "../../api/waves/find-wave.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { readManifest } from "../../surveys/read-manifest.ts";
import { openRater } from "../../web/rater/protocol/rater.ts";
import { sendAnswers } from "../../web/rater/protocol/send.ts";
import type { Server } from "../../web/rater/protocol/server.ts";
import { copyOfFiles, filesHolding, longValues, sharedPieces } from "../support/bytes-at-rest.ts";
import { mapDevice, noPause } from "../support/protocol-wave.ts";
import { draftWave } from "../support/staff-world.ts";
import { openWholeApp, type WholeApp } from "../support/whole-app.ts";

let whole: WholeApp;
let wave: string;
let manifestText: string;
let storedPolicy: unknown;
/** Every form, whose words mails may use as well. */
let formTexts: string;
const copies: string[] = [];

async function copy(): Promise<void> {
  const { dataFolder } = whole.world.context.config;
  copies.push(await copyOfFiles(dataFolder, join(dataFolder, `copy-${copies.length}`)));
}

/** The page's requests, as they reach the product. */
function serverOf({ request }: WholeApp): Server {
  const answerOf = async (response: Response) => ({ status: response.status, text: await response.text() });
  return {
    get: async (path) => answerOf(await request(path)),
    send: async (method, path, body) => answerOf(await request(path, { method, body })),
  };
}

/** Everybody who got a mail answers about everybody they are asked about. */
async function everybodyAnswers(): Promise<void> {
  const { context } = whole.world;
  const server = serverOf(whole);
  manifestText = (await server.get(`/api/waves/${wave}/manifest`)).text;
  const manifest = readManifest(manifestText);
  if (manifest === undefined) throw new Error("the wave should have a manifest");
  const { definitionId, policy } = await context.people.read((db) => findWave(db, wave));
  const definition = await definitionOfId(context, definitionId);
  storedPolicy = policy;
  const forms = await context.answers.read((db) => db.select().from(db.tables.definitions));
  formTexts = forms.map(({ canonical }) => canonical).join("\n");
  const random = seededRandom(11);
  const profile = inventProfile(definition, random);
  for (const mail of await context.people.read((db) => db.select().from(db.tables.outbox))) {
    const secret = /#([\w-]+)/.exec(mail.text)?.[1] ?? "";
    const { people } = await openInvitation(context, { wave, secret });
    const rater = await openRater({ server, device: mapDevice(), manifest, secret });
    for (const { subject, group } of people) {
      const answers = inventAnswers(definition, { group, profile }, random);
      const sent = await sendAnswers(rater, { wave, subject, group }, answers, noPause);
      expect(sent).toEqual({ outcome: "recorded" });
    }
  }
}

beforeAll(async () => {
  whole = await openWholeApp();
  const { world, cookieOf, request } = whole;
  const { context, coordinator } = world;
  wave = await draftWave(world);
  await openWave(context, coordinator, { wave });
  await everybodyAnswers();
  await copy();
  await closeOpenWave(context, coordinator, { wave });
  await copy();
  await releaseReports(context, coordinator, { wave });
  const { personId } = await world.staff("C1");
  await context.people.write((tx) => addRole(tx, personId, "coach"));
  const cookie = await cookieOf("C1");
  const { coachees } = await (await request("/api/coach/subjects", { cookie })).json();
  const [{ subject }] = coachees;
  expect((await request(`/api/waves/${wave}/reports/${subject}`, { cookie })).status).toBe(200);
  await copy();
});
afterAll(() => whole.world.cleanUp());

const stores = (folder: string) => ({
  people: longValues(join(folder, "identity.sqlite")),
  answers: longValues(join(folder, "responses.sqlite")),
});

/** Facts of the wave, the same for all its raters: its id, policy and subjects, as JSON has them in either store. */
function publicFacts(): string {
  const { policy, groups } = JSON.parse(manifestText);
  const subjects = groups.map(({ subject }: { subject: string }) => JSON.stringify({ wave, subject }));
  return [
    manifestText,
    createHash("sha256").update(manifestText).digest("base64url"),
    JSON.stringify({ wave, policy }),
    JSON.stringify({ wave, policy: storedPolicy }),
    JSON.stringify({ policy: storedPolicy, manifest: "" }),
    formTexts,
    ...subjects,
  ].join("\n");
}

const linking = (folder: string) => {
  const { people, answers } = stores(folder);
  const facts = publicFacts();
  return {
    values: [...people].filter((value) => answers.has(value)),
    pieces: sharedPieces(people, answers).filter((piece) => !facts.includes(piece)),
  };
};

test("no value of sixteen bytes or more is in both stores, open, closed or released", () => {
  expect(copies).toHaveLength(3);
  for (const folder of copies) {
    expect(stores(folder).people.size).toBeGreaterThan(10);
    expect(stores(folder).answers.size).toBeGreaterThan(10);
    expect(linking(folder)).toEqual({ values: [], pieces: [] });
  }
});

test("the search would see the ticket's blinded element kept with the answers", async () => {
  const [open = ""] = copies;
  const folder = await copyOfFiles(open, join(open, "careless"));
  const people = new Database(join(folder, "identity.sqlite"));
  const row = people
    .prepare<[], { hash: Buffer }>("SELECT substr(max(ticketMark), 1, 32) hash FROM assignments")
    .get();
  people.close();
  const answers = new Database(join(folder, "responses.sqlite"));
  answers
    .prepare("UPDATE sealedRows SET key = ? WHERE key = (SELECT min(key) FROM sealedRows)")
    .run(row?.hash);
  answers.close();
  expect(linking(folder).pieces.length).toBeGreaterThan(0);
});

test("the answers' store names nobody and no time, at any stage", async () => {
  const persons = await whole.world.context.people.read((db) => db.select().from(db.tables.persons));
  const names = persons.flatMap(({ name, mail, id }) => [name, id, ...(mail === null ? [] : [mail])]);
  const times = ["2026-03-02", String(new Date("2026-03-02T09:00:00Z").getTime())];
  for (const folder of copies) {
    const found = await filesHolding(folder, [...names, ...times]);
    expect(found.filter((file) => file.startsWith("responses"))).toEqual([]);
    expect(found.some((file) => file.startsWith("identity"))).toBe(true);
  }
});
