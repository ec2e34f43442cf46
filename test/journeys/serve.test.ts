/** The server as a process: it starts with a sentence or not at all, and stops within moments whatever clients do. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../api/config.ts";
import { openInstallation } from "../../api/open-installation.ts";
import { sealTestWave } from "../support/protocol-wave.ts";
import { runCommand, startServe } from "../support/serve-process.ts";
import { createDatabases, type TestDatabases } from "../support/stores.ts";

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "soundings-serve-"));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

/** Otherwise a line tells that a key was made. */
const GIVEN_KEY = { SOUNDINGS_KEY: randomBytes(32).toString("base64") };

/** One line that is no stack trace and no bare code. */
function expectSentence(error: string): void {
  expect(error.trim()).toMatch(/^[^\n]{30,}\.( \([\w-]+\))?$/);
  expect(error).not.toMatch(/\bat \S+:\d+|Error:|^\w+$/);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function client(port: number, bytes: string): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  await new Promise((connected) => socket.once("connect", connected));
  socket.write(bytes);
  return socket;
}

describe("a stop", () => {
  it("ends within five seconds whatever clients do, and leaves files at rest", async () => {
    const server = await startServe(data, GIVEN_KEY);
    const host = `Host: 127.0.0.1:${server.port}\r\n`;
    const clients = [
      await client(server.port, ""),
      await client(server.port, `GET /health HTTP/1.1\r\n${host}`),
      await client(server.port, `GET /health HTTP/1.1\r\n${host}Connection: keep-alive\r\n\r\n`),
      await client(
        server.port,
        `POST /api/sign-in/links HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"half":`,
      ),
    ];
    // Reads nothing of answers that fill every buffer on the way.
    const slow = await client(server.port, "");
    slow.pause();
    slow.write(`GET / HTTP/1.1\r\n${host}\r\n`.repeat(2_000));
    await pause(500);
    const start = performance.now();
    server.child.kill("SIGTERM");
    const { code, error } = await server.ended;
    expect((performance.now() - start) / 1000).toBeLessThan(5);
    expect(code).toBe(0);
    expect(error.trim()).toBe("Stopping: finishing what is under way.");
    for (const socket of [...clients, slow]) socket.destroy();
    // The logs of both files are gone: what is in them was moved into the files.
    expect(readdirSync(data).filter((name) => name.endsWith("-wal"))).toEqual([]);
  });
});

describe("a start", () => {
  it("beside a process that serves the same folder is refused, and not after that one was killed", async () => {
    const first = await startServe(data);
    const second = await runCommand(["serve", "--data", data, "--port", "0"]);
    expect(second.code).toBe(1);
    expectSentence(second.error);
    expect(second.error).toContain(`Another process of Soundings serves ${data} already.`);
    const signIn = await runCommand(["sign-in", "nobody@example.org", "--data", data]);
    expect(signIn.error).toMatch(/^No member of staff has this mail address/);
    expect((await fetch(`${first.url}/health`)).status).toBe(200);
    first.child.kill("SIGKILL");
    await first.ended;
    const third = await startServe(data);
    third.child.kill("SIGTERM");
    expect((await third.ended).code).toBe(0);
  });

  it("with another key than the waves were sealed with is refused", async () => {
    const key = randomBytes(32).toString("base64");
    const { people, answers, keys, close } = await openInstallation(
      readConfig({ SOUNDINGS_KEY: key }, { data }),
    );
    await sealTestWave({ people, answers, dataFolder: data, cleanUp: close }, keys);
    await close();
    const other = randomBytes(32).toString("base64");
    const refused = await runCommand(["serve", "--data", data, "--port", "0"], { SOUNDINGS_KEY: other });
    expect(refused.code).toBe(1);
    expectSentence(refused.error);
    expect(refused.error).toMatch(/does not open the keys of 1 of 1 waves \(wave-0000001\)/);
    const none = await runCommand(["serve", "--data", data, "--port", "0"]);
    expect(none.code).toBe(1);
    expect(none.error).toMatch(/^The key file .* is missing, but the stores exist already/);
    const right = await startServe(data, { SOUNDINGS_KEY: key });
    right.child.kill("SIGTERM");
    expect((await right.ended).code).toBe(0);
  });

  it.each([
    {
      what: "an address of another machine",
      args: ["--host", "192.0.2.1"],
      says: "has no address 192.0.2.1",
    },
    { what: "a name of no machine", args: ["--host", "nowhere.invalid"], says: "no host nowhere.invalid" },
    {
      what: "a path in the address",
      args: ["--url", "http://127.0.0.1:8403/feedback"],
      says: "host name of its own",
    },
    { what: "an address of no page", args: ["--url", "ftp://example.org"], says: "host name of its own" },
  ])("with $what says so in a sentence", async ({ args, says }) => {
    const refused = await runCommand(["serve", "--data", data, "--port", "0", ...args], GIVEN_KEY);
    expect(refused.code).toBe(1);
    expectSentence(refused.error);
    expect(refused.error).toContain(says);
  });

  it("on a port that is in use, or in a file instead of a folder, says so in a sentence", async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
    const place = other.address();
    const port = typeof place === "object" && place !== null ? place.port : 0;
    const taken = await runCommand(["serve", "--data", data, "--port", `${port}`], GIVEN_KEY);
    expectSentence(taken.error);
    expect(taken.error).toContain(`Port ${port} is in use`);
    await new Promise((closed) => other.close(closed));
    const file = join(data, "a-file");
    writeFileSync(file, "no folder");
    for (const command of ["serve", "demo", "sign-in"]) {
      const args = command === "sign-in" ? [command, "a@example.org"] : [command, "--port", "0"];
      const refused = await runCommand([...args, "--data", file], GIVEN_KEY);
      expect(refused.code, command).toBe(1);
      expectSentence(refused.error);
      expect(refused.error).toContain(file);
    }
  });
});

describe("on Postgres", () => {
  let databases: TestDatabases;
  beforeEach(async () => {
    databases = await createDatabases();
  });
  afterEach(() => databases.drop());

  it("a lost key file is never replaced beside old data", async () => {
    const environment = {
      SOUNDINGS_PEOPLE_URL: databases.peopleUrl,
      SOUNDINGS_ANSWERS_URL: databases.answersUrl,
      SOUNDINGS_KEY_FILE: join(data, "keys", "key"),
    };
    const first = await openInstallation(readConfig(environment, { data }));
    await sealTestWave({ ...first, dataFolder: data, cleanUp: first.close }, first.keys);
    await first.close();
    rmSync(environment.SOUNDINGS_KEY_FILE);
    const refused = await runCommand(["serve", "--data", data, "--port", "0"], environment);
    expect(refused.code).toBe(1);
    expectSentence(refused.error);
    expect(refused.error).toMatch(/^The key file .* is missing, but the stores exist already/);
  });
});
