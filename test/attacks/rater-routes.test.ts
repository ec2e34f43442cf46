/** Somebody who sees the network or tries links: answers, sizes and times of the rater's routes, and what is logged. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { StaffContext } from "../../api/context.ts";
import { readInvitationKey } from "../../api/invitations/invitation-key.ts";
import { freshenMarks } from "../../api/tickets/store.ts";
import { ticketMarksOf } from "../../api/tickets/ticket-mark.ts";
import { findWave } from "../../api/waves/find-wave.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { assignmentsOfWave, markIssued } from "../../api/waves/store.ts";
import { toBase64url } from "../../surveys/base64url.ts";
import { readManifest } from "../../surveys/read-manifest.ts";
import { openRater } from "../../web/rater/protocol/rater.ts";
import { newSeed } from "../../web/rater/protocol/seed.ts";
import { sendAnswers } from "../../web/rater/protocol/send.ts";
import { networkServer } from "../../web/rater/protocol/server.ts";
import { blindTicket } from "../../web/rater/protocol/ticket.ts";
import { mapDevice, newSecret, noPause } from "../support/protocol-wave.ts";
import { type ServedApp, serveApp } from "../support/served-app.ts";
import { draftWave, FIRST_TIME } from "../support/staff-world.ts";
import { openWholeApp, type WholeApp } from "../support/whole-app.ts";

let whole: WholeApp;
let served: ServedApp;
let wave: string;
beforeEach(async () => {
  whole = await openWholeApp();
  wave = await draftWave(whole.world);
  await openWave(whole.world.context, whole.world.coordinator, { wave });
  served = await serveApp(whole);
});
afterEach(async () => {
  await served.close();
  await whole.world.cleanUp();
});

interface Link {
  readonly secret: string;
  readonly personId: string;
}

interface UsedLink extends Link {
  /** Somebody whom it was for. */
  readonly subject: string;
}

/** The links as the mails carry them. */
async function links(): Promise<Link[]> {
  const { people } = whole.world.context;
  const mails = await people.read((db) => db.select().from(db.tables.outbox));
  const persons = await people.read((db) => db.select().from(db.tables.persons));
  return mails.map(({ text, toAddress }) => ({
    secret: /#([\w-]+)/.exec(text)?.[1] ?? "",
    personId: persons.find(({ mail }) => mail === toAddress)?.id ?? "",
  }));
}

/** How many tickets were issued, as only the server's key tells. */
async function issuedTickets(): Promise<number> {
  const { people, keys } = whole.world.context;
  return people.read(async (db) => {
    const marks = ticketMarksOf(readInvitationKey(keys, await findWave(db, wave)));
    const rows = await db.select().from(db.tables.assignments);
    return rows.filter(({ id, ticketMark }) => marks.read(id, ticketMark) !== undefined).length;
  });
}

/** One link of which everything has been sent. */
async function usedLink(): Promise<UsedLink> {
  const [used] = await links();
  if (used === undefined) throw new RangeError("an open wave has links");
  const { keys, people } = whole.world.context;
  const own = (await people.read((db) => assignmentsOfWave(db, wave))).filter(
    ({ raterPersonId }) => raterPersonId === used.personId,
  );
  await people.write((tx) => markIssued(tx, keys, { wave, ids: own.map(({ id }) => id) }));
  return { ...used, subject: own[0]?.subjectCode ?? "" };
}

const FIELDS = { method: "POST", headers: { "content-type": "application/json" } };

async function ask(origin: string, path: string, body: unknown): Promise<string> {
  const response = await fetch(origin + path, { ...FIELDS, body: JSON.stringify(body) });
  const headers = [...response.headers].filter(([name]) => name !== "date");
  return JSON.stringify([response.status, headers, await response.text()]);
}

async function ticketBody(secret: string, about?: string): Promise<object> {
  const manifest = await manifestFrom(served);
  const group = manifest.groups.find(({ subject }) => about === undefined || subject === about);
  const scope = { wave, subject: group?.subject ?? "", group: group?.group ?? "" };
  const { blinded } = await blindTicket(newSeed(), manifest, scope);
  return { wave, secret, subject: scope.subject, blinded: toBase64url(blinded) };
}

async function manifestFrom({ origin }: ServedApp) {
  const text = await (await fetch(`${origin}/api/waves/${wave}/manifest`)).text();
  const manifest = readManifest(text);
  if (manifest === undefined) throw new RangeError("an open wave has a manifest");
  return manifest;
}

describe("unknown, used and expired links", () => {
  const open = (secret: string, { origin } = served) =>
    ask(origin, "/api/invitations/open", { wave, secret });

  test("opened before and after everything was sent, a link gets the same bytes with the same headers", async () => {
    const before = new Map<string, string>();
    for (const { secret } of await links()) before.set(secret, await open(secret));
    const used = await usedLink();
    expect(before.get(used.secret)).toContain("[200,");
    expect(await open(used.secret)).toBe(before.get(used.secret));
    const telling = await serveApp(whole, undefined, (answer) => async (request) => {
      const response = await answer(request);
      return (await issuedTickets()) === 0 ? response : new Response(`${await response.text()} `, response);
    });
    expect(await open(used.secret, telling)).not.toBe(before.get(used.secret));
    await telling.close();
  });

  test("get the same bytes with the same headers where they get nothing", async () => {
    const used = await usedLink();
    const ticket = async (secret: string) =>
      ask(served.origin, "/api/tickets", await ticketBody(secret, used.subject));
    const [, fresh] = await links();
    expect(await open(fresh?.secret ?? "")).toContain("[200,");
    expect(await ticket(used.secret)).toBe(await ticket(newSecret()));
    const notThere = await open(newSecret());
    whole.world.setTime(new Date(FIRST_TIME.getTime() + 15 * 86_400_000));
    await whole.world.context.people.write(async (tx) => {
      await tx.update(tx.tables.waves).set({ state: "closed" });
    });
    expect(await open(fresh?.secret ?? "")).toBe(notThere);
    expect(await ticket(fresh?.secret ?? "")).toBe(await ticket(newSecret()));
  });

  test("would differ in a build that says what is the matter with a link", async () => {
    const used = await usedLink();
    const careless = await serveApp(whole, (context) => ({
      ...context,
      people: {
        ...context.people,
        read: async (read) => {
          const answer = await context.people.read(read);
          if (Reflect.get(Object(answer), "assignment") !== undefined)
            throw new Error("the ticket was given out");
          return answer;
        },
      },
    }));
    try {
      const ticket = async (secret: string) =>
        ask(careless.origin, "/api/tickets", await ticketBody(secret, used.subject));
      expect(await ticket(used.secret)).not.toBe(await ticket(newSecret()));
    } finally {
      await careless.close();
    }
  });
});

describe("the time that an answer takes", () => {
  const ROUNDS = 80;
  /** Of so many tries of a round the quickest counts: what else the machine does can only make a try slower. */
  const TRIES = 5;
  /** Shorter differences drown in any network, so such a round speaks for neither link. */
  const NOTICED_MILLISECONDS = 0.5;

  /** In what share of the rounds a used link took longer than one that does not exist: one half if time tells nothing. */
  async function usedTakesLonger({ answer }: ServedApp, { secret, subject }: UsedLink): Promise<number> {
    const body = await ticketBody(secret, subject);
    const timed = async (link: string): Promise<number> => {
      const begun = performance.now();
      await (await answer("/api/tickets", { ...body, secret: link })).text();
      return performance.now() - begun;
    };
    let longer = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      // Links that are tried too often are refused without being looked up.
      whole.world.setTime(new Date(FIRST_TIME.getTime() + round * 61_000));
      const used = { secret, best: Number.POSITIVE_INFINITY };
      const unknown = { secret: newSecret(), best: Number.POSITIVE_INFINITY };
      for (let turn = 0; turn < TRIES; turn += 1) {
        const order = (round + turn) % 2 === 0 ? [used, unknown] : [unknown, used];
        for (const link of order) link.best = Math.min(link.best, await timed(link.secret));
      }
      const more = used.best - unknown.best;
      if (more > NOTICED_MILLISECONDS) longer += 1;
      else if (more >= -NOTICED_MILLISECONDS) longer += 0.5;
    }
    return longer / ROUNDS;
  }

  test("tells used links from unknown ones in a build that looks further for known links, and not in ours", async () => {
    const link = await usedLink();
    const slowForKnown = ({ people, ...context }: StaffContext): StaffContext => ({
      ...context,
      people: {
        ...people,
        read: async (read) => {
          const answer = await people.read(read);
          const known = Reflect.get(Object(answer), "assignment") !== undefined;
          if (known) await new Promise((resolve) => setTimeout(resolve, 8));
          return answer;
        },
      },
    });
    const careless = await serveApp(whole, slowForKnown);
    try {
      expect(await usedTakesLonger(careless, link)).toBeGreaterThan(0.85);
    } finally {
      await careless.close();
    }
    expect(Math.abs((await usedTakesLonger(served, link)) - 0.5)).toBeLessThan(0.2);
  }, 120_000);
});

describe("the size of requests", () => {
  /** Bytes of tickets and answers of everybody who was asked, by what they were asked as. */
  async function sizesSeen(padding: boolean): Promise<Record<string, Set<number>>> {
    const manifest = await manifestFrom(served);
    const network = networkServer(served.origin);
    const server = {
      ...network,
      send: (method: "POST" | "PUT", path: string, body: string) =>
        network.send(method, path, padding ? body : JSON.stringify(JSON.parse(body))),
    };
    const sizes: Record<string, Set<number>> = { "/api/tickets": new Set(), "/api/responses": new Set() };
    const people = await whole.world.context.people.read((db) => assignmentsOfWave(db, wave));
    const secrets = new Map((await links()).map(({ secret, personId }) => [personId, secret]));
    for (const { subjectCode: subject, group, raterPersonId } of people) {
      const secret = secrets.get(raterPersonId) ?? "";
      const rater = await openRater({ server, device: mapDevice(), manifest, secret });
      served.received.length = 0;
      const answers = group === "self" ? {} : { more: "x".repeat(group.length) };
      const sent = await sendAnswers(rater, { wave, subject, group }, answers, noPause);
      expect(["recorded", "refused"]).toContain(sent.outcome);
      for (const { path, bytes } of served.received) sizes[path]?.add(bytes);
    }
    return sizes;
  }

  test("tells what a rater was asked as without padding, and nothing with it", async () => {
    const padded = await sizesSeen(true);
    expect(padded["/api/tickets"]?.size).toBe(1);
    expect(padded["/api/responses"]?.size).toBe(1);
    const { keys, people } = whole.world.context;
    await people.write(async (tx) => {
      const marks = ticketMarksOf(readInvitationKey(keys, await findWave(tx, wave)));
      await freshenMarks(tx, marks, await assignmentsOfWave(tx, wave));
    });
    expect((await sizesSeen(false))["/api/responses"]?.size).toBeGreaterThan(1);
  });
});

describe("what is written down", () => {
  /** Everything that the process writes anywhere while somebody uses the rater's routes. */
  async function writtenWhile(use: () => Promise<unknown>): Promise<string> {
    const written: string[] = [];
    const note = (...parts: readonly unknown[]) => {
      written.push(parts.join(" "));
      return true;
    };
    const places = [
      ...[process.stdout, process.stderr].map((stream) => vi.spyOn(stream, "write").mockImplementation(note)),
      ...(["log", "info", "warn", "error", "debug"] as const).map((name) =>
        vi.spyOn(console, name).mockImplementation(note),
      ),
    ];
    try {
      await use();
    } finally {
      for (const place of places) place.mockRestore();
    }
    return [...written, ...whole.log].join("");
  }

  test("of raters is nothing, whatever goes wrong, and a line of each request would be seen", async () => {
    const [fresh] = await links();
    const secret = fresh?.secret ?? "";
    const use = async () => {
      await fetch(`${served.origin}/r/${wave}`);
      await ask(served.origin, "/api/invitations/open", { wave, secret });
      await ask(served.origin, "/api/invitations/open", { wave, secret: newSecret() });
      await ask(served.origin, "/api/tickets", await ticketBody(secret));
      await ask(served.origin, "/api/responses", { wave, box: "AAAA" });
      await ask(served.origin, "/api/drafts/read", { wave, id: "A".repeat(43) });
      await fetch(`${served.origin}/api/responses`, { ...FIELDS, body: "{not json" });
    };
    expect(await writtenWhile(use)).toBe("");
    const noisy = async () => {
      await use();
      for (const { path } of served.received) console.log(`POST ${path}`);
    };
    expect(await writtenWhile(noisy)).toContain("/api/tickets");
  });

  test("in an error body is nothing of what was sent, and a build that quotes it would be seen", async () => {
    const marker = "Zebedee-Quartz-77";
    const quoting = await serveApp(whole, undefined, (answer) => async (request) => {
      const sent = await request.clone().text();
      const response = await answer(request);
      return response.ok ? response : new Response(`${await response.text()} You sent ${sent}`, response);
    });
    for (const [path, body] of [
      ["/api/invitations/open", { wave: marker, secret: marker }],
      ["/api/tickets", { wave, secret: marker, subject: marker, blinded: marker }],
      [
        "/api/responses",
        { wave, subject: marker, group: marker, nonce: marker, output: marker, box: marker },
      ],
      ["/api/drafts/read", { wave: marker, id: marker }],
    ] as const) {
      expect(await ask(served.origin, path, body)).not.toContain(marker);
      expect(await ask(quoting.origin, path, body)).toContain(marker);
    }
    await quoting.close();
  });
});
