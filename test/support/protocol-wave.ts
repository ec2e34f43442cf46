/** One anonymous 360 wave on a real port: stores in a temporary folder, a line-up, invitations, the rater's routes. */

import { createHash, randomBytes } from "node:crypto";
import { serve } from "@hono/node-server";
import type { Clock } from "../../api/clock.ts";
import { sealWave } from "../../api/datasets/seal-wave.ts";
import { definitionIdOf } from "../../api/definitions/publish-definition.ts";
import { errorHandler } from "../../api/http/error-response.ts";
import { createRouter } from "../../api/http/router.ts";
import { sameOriginJson } from "../../api/http/same-origin.ts";
import { createInvitationKey, readInvitationKey } from "../../api/invitations/invitation-key.ts";
import { secretHash } from "../../api/invitations/invitation-secret.ts";
import { type KeyRing, keyRingOf } from "../../api/keys/key-ring.ts";
import { openSealedWaves } from "../../api/keys/sealed-waves.ts";
import { lineUpCommitment } from "../../api/line-ups/line-up-commitment.ts";
import { responseRoutes } from "../../api/responses/routes.ts";
import { ticketRoutes } from "../../api/tickets/routes.ts";
import { type TicketMarks, ticketMarksOf } from "../../api/tickets/ticket-mark.ts";
import { canonicalJson } from "../../surveys/json-value.ts";
import type { Manifest, ManifestGroup } from "../../surveys/manifest.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import { openRater, type Rater } from "../../web/rater/protocol/rater.ts";
import type { Seed } from "../../web/rater/protocol/seed.ts";
import { networkServer, type Server } from "../../web/rater/protocol/server.ts";
import type { Device } from "../../web/ui/device/device.ts";
import { openTestStores, type TestStores, type TestStoresOptions } from "./stores.ts";

export const WAVE = "wave-0000001";

const scale = {
  points: 5,
  labels: ["never", "rarely", "sometimes", "often", "always"].map((en) => ({ en })),
  ordered: true,
  notObserved: { en: "Not observed" },
};
const group = (code: string, attributed: boolean) => ({
  code,
  label: { en: code },
  attributed,
  wording: code === "self" ? "self" : "other",
});
const rating = (name: string) => ({ type: "rating", name, title: `About ${name}`, rateMin: 1, rateMax: 5 });

/** A 360 of the given scale items and one comment. */
export function smallForm(items: readonly string[] = ["pace", "clarity", "care"]): string {
  return canonicalJson({
    soundings: {
      format: 1,
      id: "small-360",
      version: "1.0.0",
      kind: "360",
      identity: "anonymous",
      languages: ["en"],
      minutes: 2,
      groups: [group("self", true), group("peer", false), group("direct-report", false)],
      scales: { frequency: scale },
      dimensions: [{ code: "leading", label: { en: "Leading" }, minimumAnswered: 1 }],
      items: Object.fromEntries(
        items.map((item) => [
          item,
          { scale: "frequency", dimension: "leading", selfWording: { en: `I and ${item}` } },
        ]),
      ),
      pipes: [],
    },
    title: "A small 360",
    pages: [
      {
        name: "all",
        elements: [...items.map(rating), { type: "comment", name: "more", title: "More", maxLength: 200 }],
      },
    ],
  });
}

/** One invitation: which groups of which subjects the rater is asked about. */
export interface TestRater {
  readonly secret: string;
  readonly about: readonly { readonly subject: string; readonly group: string }[];
}

export interface ProtocolWave {
  readonly stores: TestStores;
  readonly keys: KeyRing;
  readonly manifest: Manifest;
  readonly raters: readonly TestRater[];
  readonly origin: string;
  readonly server: Server;
  /** What the server would have logged. */
  readonly logged: readonly string[];
  close(): Promise<void>;
}

export interface WaveShape extends TestStoresOptions {
  readonly form?: string;
  /** Raters by subject and group. */
  readonly groups?: readonly ManifestGroup[];
  readonly clock?: Clock;
  /** Further routes on the same port. */
  readonly addRoutes?: (app: ReturnType<typeof createRouter>, stores: TestStores) => Promise<void>;
}

const GROUPS: readonly ManifestGroup[] = [
  { subject: "subject-a", group: "self", invited: 1 },
  { subject: "subject-a", group: "peer", invited: 5 },
  { subject: "subject-b", group: "peer", invited: 4 },
];

export function newSecret(): string {
  return randomBytes(24).toString("base64url");
}

async function insertPeople(
  stores: TestStores,
  keys: KeyRing,
  groups: readonly ManifestGroup[],
): Promise<TestRater[]> {
  const { key, wrapped } = createInvitationKey(keys);
  const marks = ticketMarksOf(key);
  const now = new Date(0);
  const raters: TestRater[] = [];
  await stores.people.write(async (tx) => {
    const { programmes, persons, waves, subjects, assignments, invitations } = tx.tables;
    const person = async (id: string) => {
      await tx
        .insert(persons)
        .values({ id, ref: id, name: `Person ${id}`, unit: "u", site: "s", grade: "g", createdAt: now })
        .onConflictDoNothing();
    };
    await tx.insert(programmes).values({ id: "p1", name: "Programme", createdAt: now });
    await tx.insert(waves).values({
      id: WAVE,
      programmeId: "p1",
      definitionId: "d",
      title: "Wave",
      kind: "360",
      identity: "anonymous",
      state: "open",
      policy: policy(),
      invitationKey: wrapped,
    });
    for (const { subject } of groups) {
      await person(`of-${subject}`);
      await tx
        .insert(subjects)
        .values({ waveId: WAVE, code: subject, personId: `of-${subject}`, coachPersonId: `of-${subject}` })
        .onConflictDoNothing();
    }
    for (const entry of groups) {
      for (let place = 0; place < entry.invited; place += 1) {
        const id = `r${raters.length}`;
        const secret = newSecret();
        await person(id);
        await tx.insert(assignments).values({
          id,
          waveId: WAVE,
          raterPersonId: id,
          subjectCode: entry.subject,
          group: entry.group,
          ticketMark: marks.fresh(id),
        });
        await tx
          .insert(invitations)
          .values({ id, waveId: WAVE, personId: id, secretHash: secretHash(secret) });
        raters.push({ secret, about: [{ subject: entry.subject, group: entry.group }] });
      }
    }
  });
  return raters;
}

export function policy() {
  return {
    minimumGroupSize: 3,
    minimumComments: 3,
    smallGroups: "merge",
    retention: { rule: "until-release" },
  } as const;
}

/** Publishes the form, seals the wave and inserts its people; no server. */
export async function sealTestWave(stores: TestStores, keys: KeyRing, shape: WaveShape = {}) {
  const form = shape.form ?? smallForm();
  const definition = readDefinition(form);
  const definitionId = definitionIdOf(definition);
  const groups = shape.groups ?? GROUPS;
  await stores.answers.write(async (tx) => {
    await tx
      .insert(tx.tables.definitions)
      .values({ id: definitionId, canonical: form, title: definition.title });
  });
  const raters = await insertPeople(stores, keys, groups);
  const context = { answers: stores.answers, keys };
  const manifest = await sealWave(context, {
    wave: WAVE,
    definitionId,
    kind: "360",
    policy: policy(),
    groups,
    lineUp: lineUpCommitment(new Uint8Array(0)),
  });
  return { manifest, raters };
}

/** Everything, listening on a port of its own. */
export async function openProtocolWave(shape: WaveShape = {}): Promise<ProtocolWave> {
  const stores = await openTestStores(shape);
  const keys = keyRingOf(createHash("sha256").update("test").digest());
  const { manifest, raters } = await sealTestWave(stores, keys, shape);
  const waves = openSealedWaves({ answers: stores.answers, keys });
  const logged: string[] = [];
  let origin = "";
  const app = createRouter();
  app.onError(errorHandler((line) => logged.push(line)));
  app.use(
    "/api/*",
    sameOriginJson(() => origin),
  );
  const ticketKey = async (wave: string) => {
    const open = await waves.open(wave);
    return open === undefined || open === "closed" ? undefined : open.ticketKey;
  };
  const clock = shape.clock ?? (() => new Date());
  app.route("/", ticketRoutes({ people: stores.people, keys, clock, ticketKey }));
  app.route("/", responseRoutes({ answers: stores.answers, waves }));
  await shape.addRoutes?.(app, stores);
  const listening = await new Promise<{ port: number; stop: () => Promise<void> }>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
      resolve({ port, stop: () => new Promise((stopped) => server.close(() => stopped())) });
    });
  });
  origin = `http://127.0.0.1:${listening.port}`;
  return {
    stores,
    keys,
    manifest,
    raters,
    origin,
    server: networkServer(origin),
    logged,
    close: async () => {
      await listening.stop();
      await stores.cleanUp();
    },
  };
}

/** The marks of the wave, and those that say a ticket was issued, by assignment. */
export async function issuedIn({
  stores,
  keys,
}: {
  readonly stores: Pick<TestStores, "people">;
  readonly keys: KeyRing;
}): Promise<{
  readonly marks: TicketMarks;
  readonly issued: readonly string[];
}> {
  const { waves, rows } = await stores.people.read(async (db) => ({
    waves: await db.select().from(db.tables.waves),
    rows: await db.select().from(db.tables.assignments),
  }));
  const marks = ticketMarksOf(readInvitationKey(keys, { invitationKey: waves[0]?.invitationKey ?? null }));
  const issued = rows.filter(({ id, ticketMark }) => marks.read(id, ticketMark) !== undefined);
  return { marks, issued: issued.map(({ id }) => id) };
}

/** A device that is a map. */
export function mapDevice(): Device & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: async (key) => kept.get(key),
    set: async (key, text) => {
      kept.set(key, text);
    },
    remove: async (key) => {
      kept.delete(key);
    },
    keys: async () => [...kept.keys()],
  };
}

/** The browser of the rater at a place of the line-up. */
export async function raterAt(
  wave: ProtocolWave,
  place: number,
  own: { readonly device?: Device; readonly server?: Server; readonly seed?: Seed } = {},
): Promise<{ readonly rater: Rater; readonly scope: { wave: string; subject: string; group: string } }> {
  const invited = wave.raters[place];
  const [about] = invited?.about ?? [];
  if (invited === undefined || about === undefined) throw new RangeError("there is no such rater");
  const { manifest, server } = wave;
  const parts = { server: own.server ?? server, device: own.device ?? mapDevice(), manifest };
  const rater = await openRater({ ...parts, secret: invited.secret }, own.seed);
  return { rater, scope: { wave: manifest.wave, ...about } };
}

export const noPause = async (): Promise<void> => {};
