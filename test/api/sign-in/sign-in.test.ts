/** Signing in over HTTP: mail link, session, signing out, and what nobody may learn from it. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { errorHandler } from "../../../api/http/error-response.ts";
import { createRouter } from "../../../api/http/router.ts";
import { newId } from "../../../api/short-id.ts";
import { createFirstCoordinatorLink } from "../../../api/sign-in/first-coordinator.ts";
import { signInRoutes } from "../../../api/sign-in/routes.ts";
import { openTestStores, type TestStores } from "../../support/stores.ts";

const MINUTE = 60_000;

describe("signing in", () => {
  let stores: TestStores;
  let now: Date;
  let baseUrl: string;
  let work: (() => Promise<void>)[];
  const unexpected: string[] = [];

  const context = () => ({ people: stores.people, clock: () => now, baseUrl: () => baseUrl });
  const app = () => {
    const router = createRouter();
    router.onError(errorHandler((line) => unexpected.push(line)));
    return router.route(
      "/",
      signInRoutes(context(), (each) => work.push(each)),
    );
  };
  let served: ReturnType<typeof app>;

  const post = async (path: string, body: unknown, cookie?: string) =>
    served.request(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...(cookie === undefined ? {} : { cookie }) },
      body: JSON.stringify(body),
    });
  const me = (cookie?: string) =>
    served.request("/api/me", { headers: cookie === undefined ? {} : { cookie } });
  const cookieOf = (response: Response) => (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const later = (milliseconds: number) => {
    now = new Date(now.getTime() + milliseconds);
  };

  async function addPerson(mail: string, roles: readonly ("coach" | "coordinator")[]): Promise<string> {
    const id = newId();
    await stores.people.write(async (tx) => {
      const rest = { unit: "", site: "", grade: "", createdAt: now };
      await tx.insert(tx.tables.persons).values({ id, ref: id, name: `Name of ${mail}`, mail, ...rest });
      for (const role of roles) await tx.insert(tx.tables.staffRoles).values({ personId: id, role });
    });
    return id;
  }

  /** Asks for a link and reads it out of the mail. */
  async function linkFor(mail: string): Promise<string | undefined> {
    await post("/api/sign-in/request", { mail });
    for (const each of work.splice(0)) await each();
    const rows = await stores.people.read((db) => db.select().from(db.tables.outbox));
    return rows.map((row) => /\/sign-in#([\w-]+)/.exec(row.text)?.[1]).find((token) => token !== undefined);
  }

  async function signIn(mail: string): Promise<string> {
    const response = await post("/api/sign-in/redeem", { token: await linkFor(mail) });
    expect(response.status).toBe(200);
    return cookieOf(response);
  }

  beforeEach(async () => {
    now = new Date("2026-03-01T10:00:00Z");
    baseUrl = "http://127.0.0.1:8360";
    work = [];
    stores = await openTestStores();
    served = app();
  });
  afterEach(async () => {
    expect(unexpected).toEqual([]);
    await stores.cleanUp();
  });

  it("signs a coach in with the mailed link, whatever the address's capitals", async () => {
    const id = await addPerson("Grace@Example.org", ["coach"]);
    const cookie = await signIn("grace@example.org");
    const response = await me(cookie);
    expect(await response.json()).toEqual({
      person: { id, name: "Name of Grace@Example.org" },
      roles: ["coach"],
      limits: {},
    });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("stores neither the link's nor the session's token", async () => {
    await addPerson("grace@example.org", ["coach"]);
    const token = (await linkFor("grace@example.org")) ?? "";
    const session = cookieOf(await post("/api/sign-in/redeem", { token })).split("=")[1] ?? "";
    expect(Buffer.from(token, "base64url")).toHaveLength(24);
    expect(Buffer.from(session, "base64url")).toHaveLength(32);
    const stored = await stores.people.read(async (db) => [
      await db.select().from(db.tables.signInLinks),
      await db.select().from(db.tables.sessions),
    ]);
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(JSON.stringify(stored)).not.toContain(session);
  });

  it("answers every address alike and sends mail to staff only", async () => {
    await addPerson("grace@example.org", ["coach"]);
    await addPerson("rater@example.org", []);
    const answers = [];
    for (const mail of ["grace@example.org", "rater@example.org", "nobody@example.org"]) {
      const response = await post("/api/sign-in/request", { mail });
      answers.push([response.status, await response.text(), [...response.headers].join()]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(work).toHaveLength(3);
    for (const each of work.splice(0)) await each();
    const mails = await stores.people.read((db) => db.select().from(db.tables.outbox));
    expect(mails.map((mail) => mail.toAddress)).toEqual(["grace@example.org"]);
  });

  it("does nothing about the address before the answer is given", async () => {
    await addPerson("grace@example.org", ["coach"]);
    await post("/api/sign-in/request", { mail: "grace@example.org" });
    expect(await stores.people.read((db) => db.$count(db.tables.outbox))).toBe(0);
  });

  it("gives one answer for unknown, used and expired links", async () => {
    await addPerson("grace@example.org", ["coach"]);
    const used = await linkFor("grace@example.org");
    await post("/api/sign-in/redeem", { token: used });
    const expired = await linkFor("grace@example.org");
    later(10 * MINUTE + 1);
    const answers = [];
    for (const token of [used, expired, "A".repeat(32), "x"]) {
      const response = await post("/api/sign-in/redeem", { token });
      expect(response.headers.get("set-cookie")).toBeNull();
      answers.push(`${response.status} ${await response.text()}`);
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^404 .*"link-not-valid"/);
  });

  it("lets only one of many simultaneous redemptions through", async () => {
    await addPerson("grace@example.org", ["coach"]);
    const token = await linkFor("grace@example.org");
    const all = await Promise.all(Array.from({ length: 10 }, () => post("/api/sign-in/redeem", { token })));
    expect(all.filter((response) => response.status === 200)).toHaveLength(1);
  });

  it("replaces the browser's session at every sign-in", async () => {
    await addPerson("grace@example.org", ["coach"]);
    const first = await signIn("grace@example.org");
    const token = await linkFor("grace@example.org");
    const second = cookieOf(await post("/api/sign-in/redeem", { token }, first));
    expect(second).not.toBe(first);
    expect((await me(first)).status).toBe(401);
    expect((await me(second)).status).toBe(200);
  });

  it("ends a session by signing out, by two idle hours, and after twelve hours in any case", async () => {
    await addPerson("grace@example.org", ["coach"]);
    const signedOut = await signIn("grace@example.org");
    const response = await post("/api/sign-out", {}, signedOut);
    expect(response.headers.get("set-cookie")).toMatch(/^soundings=; Max-Age=0/);
    expect((await me(signedOut)).status).toBe(401);

    const idle = await signIn("grace@example.org");
    later(120 * MINUTE + 1);
    expect((await me(idle)).status).toBe(401);

    const busy = await signIn("grace@example.org");
    for (let hour = 1; hour < 12; hour += 1) {
      later(60 * MINUTE);
      expect((await me(busy)).status).toBe(200);
    }
    later(60 * MINUTE);
    expect((await me(busy)).status).toBe(401);
  });

  it("takes the session of somebody who lost every role", async () => {
    const id = await addPerson("grace@example.org", ["coach"]);
    const cookie = await signIn("grace@example.org");
    await stores.people.write(async (tx) => {
      await tx.delete(tx.tables.staffRoles);
    });
    expect(id).not.toBe("");
    expect((await me(cookie)).status).toBe(401);
  });

  it("sets a cookie scripts and other sites cannot use, tied to the host where there is https", async () => {
    await addPerson("grace@example.org", ["coach"]);
    const plain = await post("/api/sign-in/redeem", { token: await linkFor("grace@example.org") });
    expect(plain.headers.get("set-cookie")).toMatch(/^soundings=[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/);
    baseUrl = "https://soundings.example.org";
    const secure = await post("/api/sign-in/redeem", { token: await linkFor("grace@example.org") });
    expect(secure.headers.get("set-cookie")).toMatch(
      /^__Host-soundings=[\w-]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  it("sends one address five links at once and then one every two minutes, and says nothing about it", async () => {
    await addPerson("grace@example.org", ["coach"]);
    for (let attempt = 0; attempt < 9; attempt += 1) {
      expect((await post("/api/sign-in/request", { mail: "grace@example.org" })).status).toBe(202);
    }
    expect(work).toHaveLength(5);
    later(2 * MINUTE);
    await post("/api/sign-in/request", { mail: "Grace@example.org" });
    await post("/api/sign-in/request", { mail: "grace@example.org" });
    expect(work).toHaveLength(6);
  });

  it("limits requests of one client", async () => {
    const statuses = [];
    for (let attempt = 0; attempt < 31; attempt += 1) {
      statuses.push((await post("/api/sign-in/request", { mail: `a${attempt}@example.org` })).status);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  it("writes nothing for a link that nobody made", async () => {
    const writes = vi.spyOn(stores.people, "write");
    const response = await post("/api/sign-in/redeem", { token: "made-up" });
    expect(response.status).toBe(404);
    expect(writes).not.toHaveBeenCalled();
  });

  it("leaves only the newest link in the outbox", async () => {
    await addPerson("grace@example.org", ["coach"]);
    await linkFor("grace@example.org");
    await linkFor("grace@example.org");
    expect(await stores.people.read((db) => db.$count(db.tables.outbox))).toBe(1);
  });

  it.each([
    ["/api/sign-in/request", { mail: "a@x.org, b@x.org" }],
    ["/api/sign-in/request", { mail: `${"a".repeat(300)}@x.org` }],
    ["/api/sign-in/request", { mail: "a@x.org", more: 1 }],
    ["/api/sign-in/request", { mail: 5 }],
    ["/api/sign-in/redeem", { token: "" }],
    ["/api/sign-in/redeem", { token: "x".repeat(101) }],
    ["/api/sign-in/redeem", { token: { $ne: 1 } }],
    ["/api/sign-in/first", { token: "x", name: "A\nB", mail: "a@x.org" }],
  ])("refuses %s %j without repeating it", async (path, body) => {
    const response = await post(path, body);
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.text()).not.toContain("x.org");
  });

  describe("the first coordinator", () => {
    const ada = { name: "Ada", mail: "ada@example.org" };
    const tokenOf = (address: string | undefined) => address?.split("#")[1] ?? "";

    it("comes in by a link printed at the first start, and then it works for nobody else", async () => {
      const address = await createFirstCoordinatorLink(context());
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:8360\/sign-in#first\.[\w-]{32}$/);
      const response = await post("/api/sign-in/first", { token: tokenOf(address), ...ada });
      expect(await response.json()).toMatchObject({ person: { name: "Ada" }, roles: ["coordinator"] });
      expect((await me(cookieOf(response))).status).toBe(200);
      const again = await post("/api/sign-in/first", { token: tokenOf(address), ...ada });
      expect(again.status).toBe(404);
      expect(await createFirstCoordinatorLink(context())).toBeUndefined();
      const audit = await stores.people.read((db) => db.select().from(db.tables.auditEvents));
      expect(audit.map((event) => event.action)).toEqual([
        "first-coordinator-link-made",
        "first-coordinator-named",
      ]);
    });

    it("cannot use the link of an earlier start, nor one older than a day", async () => {
      const earlier = tokenOf(await createFirstCoordinatorLink(context()));
      const newest = tokenOf(await createFirstCoordinatorLink(context()));
      expect((await post("/api/sign-in/first", { token: earlier, ...ada })).status).toBe(404);
      later(24 * 60 * MINUTE + 1);
      expect((await post("/api/sign-in/first", { token: newest, ...ada })).status).toBe(404);
    });

    it("cannot sign in with that link as if it had been mailed", async () => {
      const token = tokenOf(await createFirstCoordinatorLink(context())).slice("first.".length);
      expect((await post("/api/sign-in/redeem", { token })).status).toBe(404);
    });

    it("becomes the person of the list who has the address", async () => {
      const id = await addPerson("ada@example.org", []);
      const token = tokenOf(await createFirstCoordinatorLink(context()));
      const response = await post("/api/sign-in/first", { token, ...ada });
      expect(await response.json()).toMatchObject({ person: { id } });
    });

    it("is told when the staff number is somebody else's, and may try again with the same link", async () => {
      const id = await addPerson("other@example.org", []);
      const token = tokenOf(await createFirstCoordinatorLink(context()));
      expect((await post("/api/sign-in/first", { token, ...ada, ref: id })).status).toBe(400);
      expect((await post("/api/sign-in/first", { token, ...ada })).status).toBe(200);
    });
  });
});
