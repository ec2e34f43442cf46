/** What a stranger on the network can keep others from: signing in, sending, connecting at all. */
import { createServer, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CONNECTION_TIMES, limitConnections } from "../../api/http/connection-limits.ts";
import { type ServedApp, serveApp } from "../support/served-app.ts";
import { openWholeApp, type WholeApp } from "../support/whole-app.ts";

const PROXY = "127.0.0.1";
const STRANGER = "203.0.113.9";
const OTHERS = "198.51.100.7";

describe("over the whole product", () => {
  let whole: WholeApp;
  let served: ServedApp;
  beforeEach(async () => {
    whole = await openWholeApp();
  });
  afterEach(async () => {
    await served.close();
    await whole.world.cleanUp();
  });

  const serveBehind = (proxies: readonly string[]) =>
    serveApp(whole, (context) => ({ ...context, config: { ...context.config, proxies } }));

  function post(path: string, body: string, headers: Readonly<Record<string, string>> = {}) {
    return fetch(served.origin + path, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...headers },
    });
  }
  const signIn = async (from: string, mail: string) =>
    (await post("/api/sign-in/request", JSON.stringify({ mail }), { "x-forwarded-for": from })).status;

  /** How somebody else fares after a stranger's 200 requests, whose made-up senders are appended to by the proxy. */
  async function othersAfterAFlood(): Promise<number> {
    for (let each = 0; each < 200; each += 1) await signIn(`${OTHERS}, ${STRANGER}`, `s${each}@example.org`);
    return signIn(OTHERS, "coordinator@example.org");
  }

  test("a stranger who floods sign-in stops themselves, where the proxy is named", async () => {
    served = await serveBehind([PROXY]);
    expect(await othersAfterAFlood()).toBe(202);
    expect(await signIn(STRANGER, "another@example.org")).toBe(429);
  });

  test("a build that counts all clients as one would stop everybody", async () => {
    served = await serveBehind([]);
    expect(await othersAfterAFlood()).toBe(429);
  });

  test("nobody chooses their own sender where no proxy is named", async () => {
    served = await serveBehind([]);
    let refused = 0;
    for (let each = 0; each < 60; each += 1)
      if ((await signIn(`203.0.113.${each}`, "x@example.org")) === 429) refused += 1;
    expect(refused).toBeGreaterThan(20);
  });

  /** Announces a body, sends a little of it, and tells what came back meanwhile. */
  function holdBody(path: string, bytes: number): Promise<string> {
    const { port } = new URL(served.origin);
    return new Promise((answered) => {
      const socket = connect(Number(port), "127.0.0.1", () => {
        socket.write(
          `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nsec-fetch-site: same-origin\r\ncontent-length: ${bytes}\r\n\r\n{"`,
        );
      });
      const late = setTimeout(() => done("nothing"), 1_500);
      const done = (answer: string) => {
        clearTimeout(late);
        socket.destroy();
        answered(answer);
      };
      socket.once("data", (data) => done(String(data).slice(9, 12)));
      socket.once("error", () => done("closed"));
    });
  }

  test("no body is waited for where nobody is signed in, nothing is there, or it is too large", async () => {
    served = await serveBehind([]);
    const large = 5 * 1024 * 1024;
    expect(await holdBody("/api/people/import", large)).toBe("401");
    expect(await holdBody("/api/nothing-here", large)).toBe("404");
    expect(await holdBody("/api/tickets", large)).toBe("413");
    expect(await holdBody("/api/responses", large)).toBe("413");
    // Not read before the rest of it comes: what is waited for is what this address accepts.
    expect(await holdBody("/api/tickets", 100)).toBe("nothing");
  });

  test("bodies that are held do not keep others from sending", async () => {
    served = await serveBehind([]);
    const held = Array.from({ length: 60 }, () => holdBody("/api/responses", 500 * 1024));
    const answer = await post("/api/responses", JSON.stringify({ box: "x".repeat(100_000) }));
    expect(answer.status).toBe(400);
    await Promise.all(held);
  });
});

describe("slow connections", () => {
  let server: Server;
  const open: Socket[] = [];
  afterEach(async () => {
    for (const socket of open.splice(0)) socket.destroy();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  async function listenWith(limited: boolean): Promise<number> {
    server = createServer(CONNECTION_TIMES, (_request, response) => response.end("served"));
    // As an operating system does that has no more descriptors to give.
    if (!limited) server.maxConnections = 40;
    else
      limitConnections(server, {
        inAll: 40,
        ofOneAddress: 20,
        isProxy: (address) => address === "127.0.0.4",
      });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const place = server.address();
    return typeof place === "object" && place !== null ? place.port : 0;
  }

  function connectFrom(localAddress: string, port: number): Promise<Socket> {
    return new Promise((connected) => {
      const socket = connect({ port, host: "127.0.0.1", localAddress });
      open.push(socket);
      socket.on("error", () => {
        // Closed by the server, which is what is being tested.
      });
      socket.once("connect", () => connected(socket));
    });
  }

  async function isServed(localAddress: string, port: number): Promise<boolean> {
    const socket = await connectFrom(localAddress, port);
    return new Promise((answered) => {
      socket.once("data", () => answered(true));
      socket.once("close", () => answered(false));
      socket.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
    });
  }

  test("of one stranger shut everybody out of a server that counts them all alike", async () => {
    const port = await listenWith(false);
    for (let each = 0; each < 60; each += 1) await connectFrom("127.0.0.2", port);
    expect(await isServed("127.0.0.3", port)).toBe(false);
  });

  test("of one stranger make way for each other", async () => {
    const port = await listenWith(true);
    for (let each = 0; each < 60; each += 1) await connectFrom("127.0.0.2", port);
    expect(await isServed("127.0.0.3", port)).toBe(true);
    await expect
      .poll(() => open.filter((socket) => !socket.closed && !socket.destroyed).length)
      .toBeLessThan(30);
  });

  test("of many strangers make way for somebody who asks for something", async () => {
    const port = await listenWith(true);
    for (let each = 0; each < 90; each += 1) await connectFrom(`127.0.1.${1 + (each % 30)}`, port);
    expect(await isServed("127.0.0.3", port)).toBe(true);
  });

  test("a named proxy may hold as many as there are", async () => {
    const port = await listenWith(true);
    for (let each = 0; each < 30; each += 1) await connectFrom("127.0.0.4", port);
    expect(await isServed("127.0.0.4", port)).toBe(true);
    expect(open.filter((socket) => !socket.closed && !socket.destroyed)).toHaveLength(31);
  });
});
