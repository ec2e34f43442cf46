/** What holds for every route there is: bad input is refused in sentences, and strangers get nothing. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importPeople } from "../../../api/roster/import-people.ts";
import { addRole, everyPerson } from "../../../api/roster/store.ts";
import { PEOPLE_CSV } from "../../support/staff-world.ts";
import {
  type DeclaredRoute,
  declaredRoutes,
  openWholeApp,
  STAFF_ROLES,
  type WholeApp,
} from "../../support/whole-app.ts";

let whole: WholeApp;
let routes: readonly DeclaredRoute[];
const cookies = new Map<string, string>();

/** What needs no session: the rater's routes and signing in itself. */
const OPEN_TO_ALL =
  /^\/api\/(invitations|tickets|draft-tokens|responses|drafts|answers|sign-in|sign-out|mentoring\/(mine|decline-offer|guidance)|waves\/unknown-id\/(manifest|form)$)/;

/** Somebody for each role, and for the deep checks a coordinator. */
beforeAll(async () => {
  whole = await openWholeApp();
  const { context, coordinator } = whole.world;
  await importPeople(context, coordinator, { csv: PEOPLE_CSV, apply: true });
  const refs = { coordinator: "K1", coach: "C1", evaluator: "B1" } as const;
  for (const role of STAFF_ROLES) {
    const { personId } = await whole.world.staff(refs[role]);
    await context.people.write((tx) => addRole(tx, personId, role));
    cookies.set(role, await whole.cookieOf(refs[role]));
  }
  routes = declaredRoutes(whole.app);
});
afterAll(() => whole.world.cleanUp());

const secretMarker = "Zebedee-Quartz-77";
const deep = `${'{"a":'.repeat(40)}1${"}".repeat(40)}`;
const BAD_BODIES: Readonly<Record<string, string>> = {
  "no JSON": "{not json",
  "an empty body": "",
  "an array": "[]",
  "a number": "7",
  null: "null",
  "nothing of what is needed": "{}",
  "an unknown field": JSON.stringify({ [secretMarker]: secretMarker }),
  "wrong types": JSON.stringify(
    Object.fromEntries(
      [
        "wave",
        "secret",
        "subject",
        "group",
        "answers",
        "csv",
        "apply",
        "name",
        "mail",
        "token",
        "role",
        "has",
        "list",
        "text",
        "title",
        "definition",
        "policy",
        "closesAt",
        "rater",
        "nonce",
        "output",
        "box",
        "id",
        "blinded",
      ].map((key) => [key, [secretMarker]]),
    ),
  ),
  "a special name": '{"__proto__":{"wave":"x"},"constructor":{"prototype":1}}',
  "too deep": deep,
  "control characters": JSON.stringify({ wave: "\u0000\u001b", secret: "\ud800" }),
};

async function expectRefusal(response: Response): Promise<void> {
  const body = await response.text();
  expect(response.status, body).toBeGreaterThanOrEqual(400);
  expect(response.status, body).toBeLessThan(500);
  expect(response.headers.get("content-type")).toContain("application/problem+json");
  const problem: unknown = JSON.parse(body);
  expect(problem).toMatchObject({
    status: response.status,
    code: expect.any(String),
    title: expect.any(String),
  });
  expect(problem).toHaveProperty("detail", expect.stringMatching(/\p{L}{3,}.*\.$/u));
  expect(body).not.toContain(secretMarker);
  expect(body).not.toMatch(/\bat .*\.[jt]s:\d+|SqliteError|ZodError|node_modules/);
}

describe("every route", () => {
  test("is known to this test", () => {
    expect(routes.length).toBeGreaterThan(25);
    expect(routes.filter((route) => route.hasBody).length).toBeGreaterThan(12);
  });

  test.each(Object.entries(BAD_BODIES))(
    "refuses %s in a sentence, without repeating it",
    async (_name, body) => {
      for (const { method, path, hasBody } of routes) {
        if (!hasBody) continue;
        const empty = /\/(open|close|release|remind)$/.test(path) && path.includes("unknown-id");
        if (empty && body === "{}") continue;
        await expectRefusal(
          await whole.request(path, { method, body, cookie: cookies.get("coordinator") ?? "" }),
        );
      }
      expect(whole.log).toEqual([]);
    },
  );

  test("refuses another content type and another origin", async () => {
    for (const { method, path } of routes.filter((route) => route.method !== "GET")) {
      const cookie = cookies.get("coordinator") ?? "";
      const typed = await whole.request(path, {
        method,
        body: "{}",
        cookie,
        headers: { "content-type": "text/plain" },
      });
      expect(typed.status, path).toBe(415);
      for (const headers of [{ "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }]) {
        const foreign = await whole.request(path, { method, body: "{}", cookie, headers });
        expect(foreign.status, path).toBe(403);
      }
      const old = await whole.app.request(path, {
        method,
        body: "{}",
        headers: { "content-type": "application/json", origin: "https://elsewhere.example", cookie },
      });
      expect(old.status, path).toBe(403);
    }
  });

  test("refuses a body of six megabytes", async () => {
    const body = JSON.stringify({ csv: "x".repeat(6 * 1024 * 1024) });
    for (const { method, path, hasBody } of routes) {
      if (!hasBody) continue;
      const response = await whole.request(path, { method, body, cookie: cookies.get("coordinator") ?? "" });
      expect(response.status, path).toBe(413);
    }
  });

  test("answers unknown ids with a refusal, never with a fault", async () => {
    for (const { method, path } of routes.filter((route) => route.path.includes("unknown-id"))) {
      const body = method === "GET" ? {} : { body: "{}" };
      await expectRefusal(
        await whole.request(path, { method, ...body, cookie: cookies.get("coordinator") ?? "" }),
      );
    }
    expect(whole.log).toEqual([]);
  });

  test("of staff asks who it is, with and without a stale cookie", async () => {
    const staffRoutes = routes.filter((route) => !OPEN_TO_ALL.test(route.path));
    expect(staffRoutes.length).toBeGreaterThan(15);
    for (const { method, path } of staffRoutes) {
      const body = method === "GET" ? {} : { body: "{}" };
      for (const cookie of ["", "soundings=stale"]) {
        const response = await whole.request(path, { method, ...body, cookie });
        expect(response.status, `${method} ${path}`).toBe(401);
      }
    }
  });

  test("of the coordinator is closed to coaches and evaluators", async () => {
    const own = /^\/api\/(coach\/|me$|sign-|waves\/unknown-id\/reports)/;
    const read = /^\/api\/(definitions|programmes)(\/|$)/;
    const evaluated =
      /^\/api\/(evaluator\/|comparisons|waves\/unknown-id\/(tables|explanation|events|files\/[\w-]+)$)/;
    for (const { method, path } of routes) {
      if (OPEN_TO_ALL.test(path) || own.test(path) || (method === "GET" && read.test(path))) continue;
      const valid = {
        csv: "a",
        apply: false,
        name: "a",
        text: "a",
        role: "coach",
        has: true,
        list: "raters",
      };
      for (const role of ["coach", "evaluator"]) {
        const forEvaluators = method === "GET" && evaluated.test(path);
        if (forEvaluators && role === "evaluator") continue;
        const body = method === "GET" ? {} : { body: JSON.stringify(valid) };
        const response = await whole.request(path, { method, ...body, cookie: cookies.get(role) ?? "" });
        expect([400, 403], `${role} ${method} ${path}`).toContain(response.status);
        if (method === "GET" && !forEvaluators) expect(response.status, `${role} ${path}`).toBe(403);
      }
    }
  });

  test("has stored nothing of all this", async () => {
    expect(await whole.world.context.people.read(everyPerson)).toHaveLength(15);
    const counted = await whole.world.context.people.read(async (db) => [
      await db.$count(db.tables.waves),
      await db.$count(db.tables.programmes),
      await db.$count(db.tables.outbox),
    ]);
    expect(counted).toEqual([0, 0, 0]);
    expect(await whole.world.context.answers.read((db) => db.$count(db.tables.sealedRows))).toBe(0);
  });
});
