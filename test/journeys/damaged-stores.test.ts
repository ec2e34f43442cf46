/** Stores damaged at places of a fixed seed: the doctor and the server say a sentence, and nothing that is stored. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doctorCommand } from "../../api/cli/doctor.ts";
import { failureText } from "../../api/cli/failure-text.ts";
import { readConfig } from "../../api/config.ts";
import { startServer } from "../../api/server.ts";
import { type FilledInstallation, fillInstallation } from "../support/filled-installation.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { testEnvironment } from "../support/test-environment.ts";

const PAGE = 4096;

type Damage = (bytes: Buffer, below: (limit: number) => number) => Buffer;

/** Each is what disks, copies that broke off and careless programs do. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  "a few bytes": (bytes, below) => {
    for (let place = 0; place < 8; place += 1) bytes[below(bytes.length)] = below(256);
    return bytes;
  },
  "many bytes": (bytes, below) => {
    for (let place = 0; place < bytes.length / 200; place += 1) bytes[below(bytes.length)] = below(256);
    return bytes;
  },
  "letters in texts": (bytes, below) => {
    for (let tries = 0; tries < 400; tries += 1) {
      const place = PAGE + below(bytes.length - PAGE);
      const letter = bytes[place] ?? 0;
      if (letter >= 0x22 && letter < 0x7f) bytes[place] = 0x22 + below(0x5c);
    }
    return bytes;
  },
  "a page of zeros": (bytes, below) => {
    const start = below(bytes.length / PAGE) * PAGE;
    return bytes.fill(0, start, start + PAGE);
  },
  "two pages exchanged": (bytes, below) => {
    const [a, b] = [below(bytes.length / PAGE) * PAGE, below(bytes.length / PAGE) * PAGE];
    const kept = Buffer.from(bytes.subarray(a, a + PAGE));
    bytes.copy(bytes, a, b, b + PAGE);
    kept.copy(bytes, b);
    return bytes;
  },
  "the end cut off": (bytes, below) => bytes.subarray(0, below(bytes.length)),
};

let installation: FilledInstallation;
beforeAll(async () => {
  installation = await fillInstallation();
}, 120_000);
afterAll(() => installation.cleanUp());

function damagedCopy(store: string, damage: Damage, seed: number): string {
  const folder = installation.copy();
  const file = join(folder, `${store}.sqlite`);
  const random = seededRandom(seed);
  writeFileSync(
    file,
    damage(readFileSync(file), (limit) => random(Math.max(1, Math.floor(limit)))),
  );
  return folder;
}

/** Long enough that no sentence of ours holds it by chance. */
function holdsStored(text: string, bytes: Buffer): string | undefined {
  const stored = bytes.toString("latin1");
  const words = text.match(/[^\s"'(),;]{12,}/g) ?? [];
  return words.find((word) => /["{}[\]:\\]/.test(word) && stored.includes(word));
}

function expectSentence(text: string, folder: string): void {
  expect(text).not.toMatch(/\n\s+at |is not valid JSON|Unexpected token|SqliteError/);
  expect(text.trim()).toMatch(/[.)]$/);
  for (const store of ["identity", "responses"]) {
    expect(
      holdsStored(text.replaceAll(folder, ""), readFileSync(join(folder, `${store}.sqlite`))),
    ).toBeUndefined();
  }
}

async function saidByDoctor(folder: string): Promise<string> {
  const errors: string[] = [];
  const io = { out: () => {}, error: (line: string) => errors.push(line) };
  const code = await doctorCommand
    .run(["--anonymity", "--data", folder], io)
    .catch((error: unknown) => io.error(failureText(error)));
  return code === 0 || code === 1 ? "." : errors.join("\n");
}

async function saidByServer(folder: string): Promise<string> {
  const log: string[] = [];
  try {
    const config = readConfig(testEnvironment, { data: folder, port: "0" });
    const server = await startServer(config, (line) => log.push(line));
    await fetch(`${server.url}/health`);
    await server.close();
    return [...log, "."].join("\n");
  } catch (error) {
    return failureText(error);
  }
}

describe.each(["identity", "responses"])("a damaged store: %s", (store) => {
  it.each(Object.entries(DAMAGES))("%s", { timeout: 120_000 }, async (_name, damage) => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const folder = damagedCopy(store, damage, seed * 1000 + store.length);
      const bytes = readFileSync(join(folder, `${store}.sqlite`));
      expectSentence(await saidByDoctor(folder), folder);
      expect(readFileSync(join(folder, `${store}.sqlite`)).equals(bytes)).toBe(true);
      expectSentence(await saidByServer(folder), folder);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
