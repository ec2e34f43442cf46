/** A running server with waves for raters: the line-up is small, and every rater's link is known. */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../api/config.ts";
import type { StaffContext } from "../../api/context.ts";
import { publishDefinition } from "../../api/definitions/publish-definition.ts";
import type { StaffMember } from "../../api/permissions.ts";
import { type RunningServer, startServer } from "../../api/server.ts";
import { closeOpenWave } from "../../api/waves/close-and-release.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { DEFAULT_POLICIES, type DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { testEnvironment } from "./test-environment.ts";

const COORDINATOR: StaffMember = { personId: "p-coord", name: "Cleo Ordway", roles: ["coordinator"] };

/** One rater asked about one subject in one group; subject "" where the survey is about nobody. */
interface Asked {
  readonly rater: string;
  readonly subject: string;
  readonly group: string;
}

interface WaveWanted {
  readonly title: string;
  /** File name in surveys/library without .json, or the text of a definition. */
  readonly instrument: string;
  readonly asked: readonly Asked[];
  /** Instead of the kind's default. */
  readonly policy?: DisclosurePolicy;
}

export interface RaterWorld {
  readonly server: RunningServer;
  readonly context: StaffContext;
  /** Opens a wave. @returns its id and the link of each rater by name */
  openWave(
    wanted: WaveWanted,
  ): Promise<{ readonly wave: string; readonly links: ReadonlyMap<string, string> }>;
  closeWave(wave: string): Promise<void>;
  close(): Promise<void>;
}

function definitionText(instrument: string): string {
  if (instrument.startsWith("{")) return instrument;
  return readFileSync(join(import.meta.dirname, `../../surveys/library/${instrument}.json`), "utf8");
}

let made = 0;

function shortId(kind: string): string {
  made += 1;
  return `${kind}${made}`;
}

/** Ids of people by name; who is not there yet is added, with a mail address. */
async function peopleOf(context: StaffContext, names: readonly string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  await context.people.write(async (tx) => {
    const { persons } = tx.tables;
    const known = await tx.select({ id: persons.id, name: persons.name }).from(persons);
    for (const { id, name } of known) ids.set(name, id);
    for (const name of names) {
      if (ids.has(name)) continue;
      const id = shortId("p");
      ids.set(name, id);
      const mail = `${id}@example.org`;
      await tx
        .insert(persons)
        .values({ id, ref: id, name, mail, unit: "", site: "", grade: "", createdAt: new Date() });
    }
  });
  return ids;
}

async function lineUp(
  context: StaffContext,
  wave: string,
  asked: readonly Asked[],
): Promise<Map<string, string>> {
  const ids = await peopleOf(context, [
    "Cora Coach",
    ...asked.flatMap(({ rater, subject }) => (subject === "" ? [rater] : [rater, subject])),
  ]);
  const idOf = (name: string): string => ids.get(name) ?? "";
  const subjects = [...new Set(asked.map(({ subject }) => subject))].filter((name) => name !== "");
  const codes = new Map(subjects.map((name, place) => [name, `s${place + 1}`]));
  await context.people.write(async (tx) => {
    for (const [name, code] of codes) {
      await tx
        .insert(tx.tables.subjects)
        .values({ waveId: wave, code, personId: idOf(name), coachPersonId: idOf("Cora Coach") });
    }
    for (const { rater, subject, group } of asked) {
      await tx.insert(tx.tables.assignments).values({
        id: shortId("a"),
        waveId: wave,
        raterPersonId: idOf(rater),
        subjectCode: codes.get(subject) ?? "",
        group,
      });
    }
  });
  return ids;
}

async function linksOf(context: StaffContext, wave: string, ids: ReadonlyMap<string, string>) {
  const rows = await context.people.read((db) =>
    db.select({ to: db.tables.outbox.toAddress, text: db.tables.outbox.text }).from(db.tables.outbox),
  );
  const links = new Map<string, string>();
  for (const [name, id] of ids) {
    const mail = rows.find(({ to, text }) => to === `${id}@example.org` && text.includes(`/r/${wave}#`));
    const link = /https?:\S+/.exec(mail?.text ?? "")?.[0];
    if (link !== undefined) links.set(name, link);
  }
  return links;
}

/** Starts the product on a free port with empty stores. */
export async function openRaterWorld(): Promise<RaterWorld> {
  const folder = mkdtempSync(join(tmpdir(), "soundings-rater-"));
  const server = await startServer(
    readConfig(testEnvironment, { data: folder, port: "0", demo: true }),
    console.error,
  );
  const { context } = server;
  await context.people.write(async (tx) => {
    await tx.insert(tx.tables.programmes).values({ id: "prog", name: "Leading well", createdAt: new Date() });
  });
  return {
    server,
    context,
    openWave: async ({ title, instrument, asked, policy }) => {
      const { id: definitionId, canonical } = await publishDefinition(context, COORDINATOR, {
        text: definitionText(instrument),
      });
      const { soundings } = JSON.parse(canonical);
      const wave = shortId("w");
      await context.people.write(async (tx) => {
        await tx.insert(tx.tables.waves).values({
          id: wave,
          programmeId: "prog",
          definitionId,
          title,
          kind: soundings.kind,
          identity: soundings.identity,
          state: "draft",
          policy: policy ?? DEFAULT_POLICIES[soundings.kind === "360" ? "360" : "staff-survey"],
          closesAt: new Date(Date.now() + 6 * 24 * 3600 * 1000),
        });
      });
      const ids = await lineUp(context, wave, asked);
      await openWave(context, COORDINATOR, { wave });
      return { wave, links: await linksOf(context, wave, ids) };
    },
    closeWave: async (wave) => {
      await closeOpenWave(context, COORDINATOR, { wave });
    },
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
