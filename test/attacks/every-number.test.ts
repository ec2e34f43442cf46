/** Every route as every role: each number in an answer lies in a released cell or is on the list of public numbers. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  GATE_ROLES,
  type GateRole,
  type GateWorld,
  openGateMentoring,
  openGateWorld,
} from "../support/gate-world.ts";
import { cellsIn, type FoundNumber, numberPathsOf, numbersIn } from "../support/number-paths.ts";
import { PAGES, PUBLIC_NUMBERS } from "./public-numbers.ts";
import type { PublicNumbers } from "./public-reasons.ts";

let world: GateWorld;
/** All worlds: what one has nothing of, another has. */
let worlds: readonly GateWorld[];
/** Shown cells as the stores hold them after disclosure control and audit. */
let released: ReadonlySet<string>;

const LIST = "test/attacks/public-numbers.ts";

async function releasedCells({ whole }: GateWorld): Promise<Set<string>> {
  const { answers } = whole.world.context;
  const stored = await answers.read(async (db) => [
    await db.select({ part: db.tables.releases.report }).from(db.tables.releases),
    await db.select({ part: db.tables.tableReleases.tables }).from(db.tables.tableReleases),
    await db.select({ part: db.tables.tableReleases.linked }).from(db.tables.tableReleases),
  ]);
  return new Set(stored.flatMap((rows) => rows.flatMap(({ part }) => cellsIn(part))));
}

beforeAll(async () => {
  world = await openGateWorld();
  worlds = [world, await openGateMentoring()];
  released = await releasedCells(world);
}, 120_000);
afterAll(async () => {
  for (const { whole } of worlds) await whole.world.cleanUp();
});

interface Route {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  /** Places of numbers that the declared shape allows; undefined where none is declared. */
  readonly declared: readonly string[] | undefined;
}

function everyRoute(): readonly Route[] {
  const { app } = world.whole;
  const declared = app.openAPIRegistry.definitions.flatMap((definition): Route[] => {
    if (definition.type !== "route") return [];
    const { method, path, responses } = definition.route;
    const schemas = Object.values(responses).map((response) => jsonSchemaOf(response));
    const places = schemas.flatMap((schema) => (schema === undefined ? [] : numberPathsOf(schema)));
    const key = `${method.toUpperCase()} ${path}`;
    return [{ key, method: method.toUpperCase(), path, declared: places }];
  });
  const known = new Set(
    declared.map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`),
  );
  const others = app.routes
    .filter(({ method, path }) => method !== "ALL" && !known.has(`${method} ${path}`))
    .map(({ method, path }) => ({ key: `${method} ${path}`, method, path, declared: undefined }));
  return [...declared, ...new Map(others.map((route) => [route.key, route])).values()];
}

/** Guarantee: routes declare the shape of a JSON answer by a zod schema, as api/http/route-parts.ts does. */
function jsonSchemaOf(response: unknown) {
  const { content } = response as {
    content?: Record<string, { schema?: Parameters<typeof numberPathsOf>[0] }>;
  };
  return content?.["application/json"]?.schema;
}

/** The entry of the list that speaks for a place, if there is one. */
function placeFor(listed: PublicNumbers, path: string): string | undefined {
  return Object.keys(listed).find(
    (place) =>
      place === path ||
      place === "**" ||
      (place.endsWith(".**") &&
        (path.startsWith(place.slice(0, -2)) || path.startsWith(`${place.slice(0, -3)}[]`))),
  );
}

function addressesOf(world: GateWorld, { key, path }: Route): readonly string[] {
  const names = [...path.matchAll(/\{(\w+)\}|:(\w+)/g)].map((found) => found[1] ?? found[2] ?? "");
  let addresses = [path];
  for (const name of names) {
    const values = world.values[name];
    if (values === undefined) return [];
    addresses = addresses.flatMap((address) =>
      values.map((value) => address.replace(new RegExp(`\\{${name}\\}|:${name}(?=/|$)`), value)),
    );
  }
  const queries = world.queries[key] ?? [""];
  return addresses.flatMap((address) =>
    queries.map((query) => (query === "" ? address : `${address}?${query}`)),
  );
}

interface Answer {
  readonly role: GateRole;
  readonly address: string;
  readonly status: number;
  readonly body: unknown;
}

/** What every role gets at every address of a route that changes nothing. */
async function answersOf(route: Route): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const world of worlds) {
    const { whole, cookies } = world;
    for (const address of addressesOf(world, route)) {
      for (const role of GATE_ROLES) {
        const response = await whole.request(address, { cookie: cookies.get(role) ?? "" });
        const text = await response.text();
        const isJson = (response.headers.get("content-type") ?? "").includes("json");
        answers.push({ role, address, status: response.status, body: isJson ? JSON.parse(text) : text });
      }
    }
  }
  return answers;
}

const OF_REFUSALS: PublicNumbers = {
  status: "the status of the answer, the same for every refusal of its kind",
};

/** Sentences on what in an answer comes from nowhere. */
function unexplained(route: Route, { role, address, status, body }: Answer): string[] {
  const listed = PUBLIC_NUMBERS[route.key] ?? {};
  const { numbers, cells } = numbersIn(body);
  const isListed = (path: string) => placeFor(status < 400 ? listed : OF_REFUSALS, path) !== undefined;
  const strange = numbers.filter(({ path }: FoundNumber) => !isListed(path));
  const unknown = cells.filter(({ path, text }) => !isListed(path) && !released.has(text));
  return [
    ...strange.map(
      ({ path, value }) =>
        `${role} got the number ${value} at “${path}” of ${route.key} (${address}). Take it from a released cell, or say in ${LIST} why it is public.`,
    ),
    ...unknown.map(
      ({ path, text }) =>
        `${role} got a cell at “${path}” of ${route.key} that was never released: ${text}. Read it from a release.`,
    ),
  ];
}

/** One sentence a place is enough to mend it. */
function shortened(faults: readonly string[]): readonly string[] {
  const places = new Map(
    faults.map((fault) => [fault.replaceAll(/number \S+ at|\(\/\S+\)|: \{.*$/g, ""), fault]),
  );
  return [...places.values()].map((fault) => (fault.length > 400 ? `${fault.slice(0, 400)}…` : fault));
}

const isRead = ({ method }: Route) => method === "GET";

describe("every route", () => {
  test("is on the list of public numbers, and the list names no other", () => {
    const routes = everyRoute();
    const missing = routes.filter(({ key }) => PUBLIC_NUMBERS[key] === undefined && !PAGES.has(key));
    expect(
      missing.map(
        ({ key }) => `${key} is new: add it to ${LIST}, with where each of its numbers comes from.`,
      ),
    ).toEqual([]);
    const keys = new Set(routes.map(({ key }) => key));
    expect(Object.keys(PUBLIC_NUMBERS).filter((key) => !keys.has(key))).toEqual([]);
  });

  test("declares no number, and nothing without a shape, that the list does not explain", () => {
    const strange = everyRoute().flatMap(({ key, declared = [] }) =>
      declared
        .filter((path) => placeFor(PUBLIC_NUMBERS[key] ?? {}, path) === undefined)
        .map((path) => `“${path}” of ${key} may hold a number: say in ${LIST} where it comes from.`),
    );
    expect(strange).toEqual([]);
  });

  test("that changes nothing answers every role with explained numbers only, and somebody with some", async () => {
    const faults: string[] = [];
    for (const route of everyRoute().filter(isRead)) {
      if (PAGES.has(route.key)) continue;
      const answers = await answersOf(route);
      if (!answers.some(({ status }) => status === 200)) {
        faults.push(
          `Nobody got an answer from ${route.key}: give the walk something to read there, and values for every parameter of the address, in test/support/gate-world.ts.`,
        );
      }
      faults.push(...answers.flatMap((answer) => unexplained(route, answer)));
    }
    expect(shortened(faults)).toEqual([]);
  });

  test("would be caught with a count of all answers, or with a cell made for the occasion", async () => {
    const route = everyRoute().find(({ key }) => key === "GET /api/waves/{wave}");
    if (route === undefined) throw new RangeError("there is a route for one wave");
    const answer = (await answersOf(route)).find(({ status }) => status === 200);
    if (answer === undefined) throw new RangeError("the coordinator reads it");
    expect(unexplained(route, answer)).toEqual([]);
    const told = {
      answeredInAll: 41,
      hint: "2 of them were unhappy",
      smallGroup: { shown: true, n: 2, value: 1.5 },
    };
    const careless = { ...answer, body: { ...Object(answer.body), ...told } };
    expect(unexplained(route, careless)).toEqual([
      expect.stringContaining("the number 41"),
      expect.stringContaining("the number 2 at “hint"),
      expect.stringContaining("was never released"),
    ]);
  });

  test("whose shape is not declared was seen with released cells", async () => {
    const opaque = everyRoute().flatMap((route) =>
      (route.declared ?? []).filter((path) => path.endsWith(".*")).map((path) => ({ route, path })),
    );
    for (const { route, path } of opaque.filter(({ route }) => isRead(route))) {
      if (PUBLIC_NUMBERS[route.key]?.[path] !== "figures in released cells") continue;
      const answers = (await answersOf(route)).filter(({ status }) => status === 200);
      const bodies = answers.flatMap(({ body }) => numbersIn(body).cells);
      expect(bodies.length, `${path} of ${route.key}`).toBeGreaterThan(0);
    }
  });
});
