/** Requests that nobody honest sends, by everybody who can reach the server: none of them is a fault of the server. */
import { randomInt } from "node:crypto";
import { openWave } from "../../api/waves/open-wave.ts";
import { draftWave } from "../support/staff-world.ts";
import { type DeclaredRoute, declaredRoutes, openWholeApp, type WholeApp } from "../support/whole-app.ts";
import { pause, type SoakResult } from "./soak-result.ts";

/** More would measure the machine and not the server. */
const MOST_A_MINUTE = 25_000;

const WORDS = [
  "",
  "0",
  "-1",
  "null",
  "constructor",
  "__proto__",
  "\u0000",
  "\ud800",
  "../../etc/passwd",
  "' OR 1=1 --",
  "a".repeat(10_000),
  "2026-02-30T25:61:00Z",
  "AAAA".repeat(11),
  "😀".repeat(100),
  "id,name\n1,2\n",
];
const NUMBERS = [0, -0, -1, 0.1, 1e308, Number.MAX_SAFE_INTEGER, 2 ** 53, 4_294_967_296];
const FIELDS = [
  ...["wave", "secret", "subject", "group", "blinded", "nonce", "output", "box", "mail", "token", "csv"],
  ...[
    "apply",
    "list",
    "title",
    "policy",
    "closesAt",
    "definition",
    "name",
    "answers",
    "id",
    "role",
    "person",
  ],
  ...["rater", "waves", "cuts", "pairs", "after", "offset", "settings", "decisions", "state"],
];

const one = <T>(values: readonly T[]): T => {
  const value = values[randomInt(values.length)];
  if (value === undefined) throw new RangeError("one of nothing");
  return value;
};

function anyValue(depth: number): unknown {
  const kind = randomInt(depth > 5 ? 4 : 7);
  if (kind === 0) return one(WORDS);
  if (kind === 1) return one(NUMBERS);
  if (kind === 2) return one([true, false, null]);
  if (kind === 3) return one(WORDS) + one(WORDS);
  if (kind === 4) return Array.from({ length: randomInt(5) }, () => anyValue(depth + 1));
  return anyObject(depth + 1);
}

function anyObject(depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Array.from({ length: randomInt(8) }, () => [one([...FIELDS, ...WORDS]), anyValue(depth + 1)]),
  );
}

/** JSON, or JSON with a part cut out, doubled or overwritten. */
function anyBody(ids: readonly string[]): string {
  const object = anyObject(0);
  if (randomInt(2) === 0) object["wave"] = one(ids);
  const text = JSON.stringify(object);
  const at = randomInt(text.length + 1);
  switch (randomInt(6)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + one(WORDS) + text.slice(at);
    case 2:
      return "[".repeat(randomInt(5_000));
    default:
      return text;
  }
}

/** Half of a character, as slices and WORDS have them, cannot stand in an address. */
const escaped = (text: string): string => encodeURIComponent(Buffer.from(text.slice(0, 300)).toString());

function anyPath(path: string, ids: readonly string[]): string {
  const filled = path.replaceAll("unknown-id", () => escaped(one([...ids, ...WORDS])));
  return randomInt(4) === 0 ? `${filled}?${one(FIELDS)}=${escaped(one(WORDS))}` : filled;
}

interface Callers {
  readonly whole: WholeApp;
  readonly ids: readonly string[];
  readonly cookies: readonly (string | undefined)[];
  readonly routes: readonly DeclaredRoute[];
}

async function openCallers(): Promise<Callers> {
  const whole = await openWholeApp();
  const wave = await draftWave(whole.world);
  await openWave(whole.world.context, whole.world.coordinator, { wave });
  const draft = await draftWave(whole.world, "A draft");
  for (const [ref, role] of [
    ["C1", "coach"],
    ["B1", "evaluator"],
  ] as const) {
    const { personId } = await whole.world.staff(ref);
    await whole.world.context.people.write((tx) =>
      tx.insert(tx.tables.staffRoles).values({ personId, role }).onConflictDoNothing(),
    );
  }
  const cookies = await Promise.all(["K1", "C1", "B1", "R1"].map((ref) => whole.cookieOf(ref)));
  return {
    whole,
    ids: [wave, draft],
    cookies: [undefined, ...cookies],
    routes: declaredRoutes(whole.app),
  };
}

type Tally = Map<string, number>;

async function ask(
  { whole }: Callers,
  route: DeclaredRoute,
  request: { path: string; cookie: string | undefined; body?: string },
) {
  const { path, cookie, body } = request;
  const response = await whole.request(path, {
    method: route.method,
    ...(cookie === undefined ? {} : { cookie }),
    ...(route.method === "GET" ? {} : { body: body ?? "{}" }),
  });
  const text = await response.text();
  return { status: response.status, trace: /\n\s+at |SQLITE_|node_modules/.test(text) };
}

function note(tally: Tally, key: string): void {
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

export async function soakMutatedRequests(minutes: number): Promise<SoakResult> {
  const callers = await openCallers();
  const end = performance.now() + minutes * 60_000;
  const start = performance.now();
  const faults: Tally = new Map();
  let sent = 0;
  try {
    while (performance.now() < end) {
      const route = one(callers.routes);
      const path = anyPath(route.path, callers.ids);
      const request = {
        path,
        cookie: callers.cookies[randomInt(callers.cookies.length)],
        body: anyBody(callers.ids),
      };
      const { status, trace } = await ask(callers, route, request);
      sent += 1;
      if (status >= 500 || trace) note(faults, `${route.method} ${route.path} ${status}`);
      if (sent > (MOST_A_MINUTE * (performance.now() - start)) / 60_000) await pause(20);
    }
    return {
      name: "mutated requests",
      fine: faults.size === 0 && callers.whole.log.length === 0,
      figures: {
        sent,
        routes: callers.routes.length,
        "5xx or traces": [...faults.values()].reduce((sum, count) => sum + count, 0),
        ...Object.fromEntries([...faults].slice(0, 10)),
        ...(callers.whole.log.length === 0
          ? {}
          : { logged: [...new Set(callers.whole.log)].slice(0, 10).join("; ") }),
      },
    };
  } finally {
    await callers.whole.world.cleanUp();
  }
}

/** What a stranger may be answered with success: a link that is asked for, a sign-out, and public texts. */
const OPEN_TO_STRANGERS = /^\/api\/(sign-in|sign-out|mentoring\/guidance$|waves\/[^/]+\/(manifest|form)$)/;

/** Every route by everybody: strangers, raters, and staff of each role. */
export async function soakCallers(): Promise<SoakResult> {
  const callers = await openCallers();
  const faults: Tally = new Map();
  const leaks: Tally = new Map();
  try {
    for (const route of callers.routes) {
      for (const [place, cookie] of callers.cookies.entries()) {
        for (const id of ["unknown-id", ...callers.ids]) {
          const path = route.path.replaceAll("unknown-id", id);
          const { status, trace } = await ask(callers, route, { path, cookie });
          if (status >= 500 || trace) note(faults, `${route.method} ${route.path} ${status}`);
          const noStaff = place === 0 || place === callers.cookies.length - 1;
          if (noStaff && status < 300 && !OPEN_TO_STRANGERS.test(path))
            note(leaks, `${route.method} ${route.path}`);
        }
      }
    }
    return {
      name: "every route by everybody",
      fine: faults.size === 0 && leaks.size === 0,
      figures: {
        routes: callers.routes.length,
        callers: callers.cookies.length,
        "5xx or traces": faults.size,
        "answered without a right": leaks.size,
        ...Object.fromEntries([...faults, ...leaks].slice(0, 10)),
      },
    };
  } finally {
    await callers.whole.world.cleanUp();
  }
}
