/** Programmes are a boundary: nobody reaches into one they were not given, by any route there is. */
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { solveRound } from "../../analysis/mentoring/round-inputs.ts";
import { eventsOfActions } from "../../api/audit/store.ts";
import { poolOfRound } from "../../api/mentoring/board/collect-inputs.ts";
import { insertRun } from "../../api/mentoring/board/store.ts";
import { insertRelationship } from "../../api/mentoring/relationships/store.ts";
import { createRound } from "../../api/mentoring/rounds/create-round.ts";
import { enqueueMails } from "../../api/outbox/enqueue-mails.ts";
import { addRole } from "../../api/roster/store.ts";
import { waveById } from "../../api/waves/store.ts";
import { draftWave } from "../support/staff-world.ts";
import { openWholeApp, type WholeApp } from "../support/whole-app.ts";

/** Ids of one programme, by the names that routes have for them. */
type Ids = Readonly<Record<"programme" | "wave" | "round" | "relationship" | "mail", string>>;

let whole: WholeApp;
let own: Ids;
let other: Ids;
const UNKNOWN: Ids = { programme: "none", wave: "none", round: "none", relationship: "none", mail: "none" };
const cookies = new Map<string, string>();

/** A programme with a wave, a round of mentoring, a pair in it, and a mail that waits. */
async function fill(title: string): Promise<Ids> {
  const { context, coordinator } = whole.world;
  const wave = await draftWave(whole.world, title);
  const programme = (await context.people.read((db) => waveById(db, wave)))?.programmeId ?? "";
  const { id: round } = await createRound(context, coordinator, { programme, title: `Round of ${title}` });
  const runId = `run-${title}`;
  const { inputs } = await context.people.read((db) => poolOfRound(db, round, context.clock()));
  const run = { id: runId, roundId: round, number: 1, inputsHash: "", inputs, result: solveRound(inputs) };
  const relationship = `pair-${title}`;
  const [mentee, mentor] = [await whole.world.staff("M1"), await whole.world.staff("M2")];
  await context.people.write(async (tx) => {
    await insertRun(tx, { ...run, createdAt: context.clock(), confirmedAt: null });
    await insertRelationship(tx, {
      id: relationship,
      roundId: round,
      runId,
      menteePersonId: mentee.personId,
      mentorPersonId: mentor.personId,
      state: "asked",
      score: 0,
      points: {},
      askedAt: context.clock(),
      answerBy: context.clock(),
    });
    const mail = { waveId: wave, toAddress: `${title}@example.org`, subject: `Mail of ${title}`, text: "-" };
    await enqueueMails(tx, [mail], context.clock());
  });
  const listed = await context.people.read((db) => db.select().from(db.tables.outbox));
  const mail = listed.find(({ waveId }) => waveId === wave)?.id ?? "";
  return { programme, wave, round, relationship, mail };
}

beforeAll(async () => {
  whole = await openWholeApp();
  own = await fill("Heron");
  other = await fill("Osprey");
  const callers = {
    C1: [own.programme],
    C2: [other.programme],
    B1: [],
    R1: undefined,
  } as const;
  for (const [ref, programmes] of Object.entries(callers)) {
    const { personId } = await whole.world.staff(ref);
    await whole.world.context.people.write(async (tx) => {
      await addRole(tx, personId, "coordinator", programmes);
      await addRole(tx, personId, "evaluator", programmes);
    });
    cookies.set(ref, await whole.cookieOf(ref));
  }
});
afterAll(() => whole.world.cleanUp());

interface Route {
  readonly method: string;
  readonly path: string;
}

/** What needs no session, or is one's own account. */
const OPEN =
  /^\/api\/(me$|invitations|tickets|draft-tokens|responses|drafts|answers|sign-in|sign-out|mentoring\/(mine|decline-offer|guidance))/;

function staffRoutes(): Route[] {
  return whole.app.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === "route" && !OPEN.test(definition.route.path)
      ? [{ method: definition.route.method.toUpperCase(), path: definition.route.path }]
      : [],
  );
}

const NAMES = /\{(programme|wave|round|relationship|mail)\}/;

/** The address with ids of this programme; what lies deeper is named by something that is nowhere. */
function addressOf(path: string, ids: Ids): string {
  const filled = Object.entries(ids).reduce((text, [name, id]) => text.replace(`{${name}}`, id), path);
  return filled.replace("{format}", "csv").replaceAll(/\{\w+\}/g, "nothing");
}

async function asked(caller: string, { method }: Route, address: string, body: unknown = {}) {
  const answer = await whole.request(address, {
    method,
    cookie: cookies.get(caller) ?? "",
    ...(method === "GET" ? {} : { body: JSON.stringify(body) }),
  });
  return `${answer.status} ${await answer.text()}`;
}

/** Routes that answer somebody else's programme otherwise than nothing at all. */
async function routesThatTell(caller: string, foreign: Ids): Promise<string[]> {
  const telling: string[] = [];
  for (const route of staffRoutes().filter(({ path }) => NAMES.test(path))) {
    const there = await asked(caller, route, addressOf(route.path, foreign));
    const nowhere = await asked(caller, route, addressOf(route.path, UNKNOWN));
    if (there !== nowhere || !there.startsWith("404 ")) telling.push(`${route.method} ${route.path}`);
  }
  return telling;
}

/** Routes that name no programme in their address: each has its own test below, or is for all programmes only. */
const LISTS = [
  "/api/people",
  "/api/programmes",
  "/api/mentoring/rounds",
  "/api/evaluator/waves",
  "/api/outbox",
  "/api/coach/subjects",
];
const OF_ALL = ["/api/people/import", "/api/people/{person}/roles", "/api/audit"];
/** Forms belong to no programme: all may use them. */
const LIBRARY = ["/api/definitions", "/api/definitions/{definition}"];
const BY_QUERY = ["/api/comparisons", "/api/comparisons/files/{format}"];

describe("a programme of others", () => {
  test("every route has its place in this test", () => {
    const routes = staffRoutes();
    const known = new Set([...LISTS, ...OF_ALL, ...LIBRARY, ...BY_QUERY]);
    expect(routes.filter(({ path }) => !NAMES.test(path) && !known.has(path))).toEqual([]);
    expect(routes.filter(({ path }) => NAMES.test(path)).length).toBeGreaterThan(45);
  });

  test("is answered as one that does not exist, byte for byte, on every route", async () => {
    expect(await routesThatTell("C1", other)).toEqual([]);
    expect(await routesThatTell("C2", own)).toEqual([]);
    expect(await routesThatTell("B1", own)).toEqual([]);
    expect(whole.log).toEqual([]);
    const noted = await whole.world.context.people.read((db) => eventsOfActions(db, ["right-refused"]));
    const { personId } = await whole.world.staff("C1");
    expect(noted.filter(({ actorPersonId }) => actorPersonId === personId)).toHaveLength(20);
  });

  test("would be told by nearly every route, were there no boundary", async () => {
    // Last of all for these waves: a coordinator of all programmes changes what is asked to change.
    const telling = await routesThatTell("R1", other);
    for (const path of ["/api/waves/{wave}", "/api/mentoring/rounds/{round}", "/api/outbox/{mail}/read"]) {
      expect(telling.some((route) => route.endsWith(` ${path}`))).toBe(true);
    }
    expect(telling.length).toBeGreaterThan(30);
  });

  test("stands in no list, and one's own does", async () => {
    const seen = async (caller: string) => {
      const texts: string[] = [];
      for (const path of LISTS.slice(0, 5)) {
        const text = await asked(caller, { method: "GET", path }, `${path}?limit=50&offset=0`);
        expect(text, path).toMatch(/^(200|400) /);
        texts.push(text.startsWith("400 ") ? await asked(caller, { method: "GET", path }, path) : text);
        expect(texts.at(-1), path).toMatch(/^200 /);
      }
      return texts.join("\n");
    };
    expect(await seen("C1")).toContain("Round of Heron");
    expect(await seen("C1")).not.toContain("Osprey");
    expect(await seen("C2")).toContain("Mail of Osprey".replace("Mail", "Programme"));
    expect(await seen("C2")).not.toContain("Heron");
    expect(await seen("B1")).not.toMatch(/Heron|Osprey/);
    expect(await seen("R1")).toMatch(/Heron.*Osprey/s);
  });

  test("is no part of a comparison, and gets no round", async () => {
    const compared = async (wave: string) =>
      asked("C1", { method: "GET", path: "" }, `/api/comparisons?waves=${wave},none`);
    expect(await compared(other.wave)).toBe(await compared("none-at-all"));
    const file = async (wave: string) =>
      asked("C1", { method: "GET", path: "" }, `/api/comparisons/files/csv?waves=${wave},none`);
    expect(await file(other.wave)).toBe(await file("none-at-all"));
    const begun = async (programme: string) =>
      asked("C1", { method: "POST", path: "" }, "/api/mentoring/rounds", { programme, title: "Own" });
    expect(await begun(other.programme)).toBe(await begun("none"));
    expect(await begun(own.programme)).toMatch(/^201 /);
  });

  test("importing people, roles and the audit log are for coordinators of all programmes", async () => {
    const roles = `/api/people/${whole.world.coordinator.personId}/roles`;
    const given = { role: "coordinator", has: true };
    for (const caller of ["C1", "B1"]) {
      expect(await asked(caller, { method: "GET", path: "" }, "/api/audit")).toMatch(/^403 /);
      expect(await asked(caller, { method: "POST", path: "" }, roles, given)).toMatch(/^403 /);
      const list = { csv: "staff_number,name\nZ,Z\n", apply: false };
      expect(await asked(caller, { method: "POST", path: "" }, "/api/people/import", list)).toMatch(/^403 /);
      expect(await asked(caller, { method: "POST", path: "" }, "/api/programmes", { name: "x" })).toMatch(
        /^403 /,
      );
    }
    expect(await asked("R1", { method: "GET", path: "" }, "/api/people")).toMatch(/^200 /);
  });

  test("its people are not found, unless they are on a list of one's own", async () => {
    const { context } = whole.world;
    const [asker, stranger] = [await whole.world.staff("R8"), await whole.world.staff("R9")];
    await context.people.write(async (tx) => {
      const { assignments } = tx.tables;
      await tx
        .delete(assignments)
        .where(and(eq(assignments.waveId, own.wave), eq(assignments.raterPersonId, stranger.personId)));
    });
    const found = async (caller: string, name: string) =>
      asked(caller, { method: "GET", path: "" }, `/api/people?search=${encodeURIComponent(name)}`);
    expect(await found("C1", asker.name)).toMatch(/"roles":\[\],"limits":\{\}.*"total":1/);
    expect(await found("C1", stranger.name)).toMatch(/^200 \{"people":\[\],"total":0,/);
    expect(await found("C2", stranger.name)).toContain(stranger.name);
    expect(await found("B1", asker.name)).toMatch(/^200 \{"people":\[\],"total":0,/);
    // Roles of others are not told, not even of those on one's own lists.
    expect(await found("C2", "Carl Coach")).toContain('"roles":[]');
    expect(await found("R1", "Carl Coach")).toContain(`"limits":{"coordinator":["${other.programme}"]`);
  });

  test("an id in another spelling opens nothing", async () => {
    const spelt = other.wave.replace(/^./, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
    expect(await asked("C1", { method: "GET", path: "" }, `/api/waves/${spelt}`)).toMatch(/^404 /);
    expect(await asked("R1", { method: "GET", path: "" }, `/api/waves/${spelt}`)).toMatch(/^200 /);
  });
});
