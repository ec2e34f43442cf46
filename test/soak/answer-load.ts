/** A served data folder with one open wave, and answers with tickets that are sent until they are acknowledged. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ristretto255_oprf } from "@noble/curves/ed25519.js";
import { readConfig } from "../../api/config.ts";
import { closeWave } from "../../api/datasets/close-wave.ts";
import { keyPurpose } from "../../api/keys/sealed-waves.ts";
import { wrappedKeysOf } from "../../api/keys/store.ts";
import { openInstallation } from "../../api/open-installation.ts";
import { toBase64url } from "../../surveys/base64url.ts";
import type { Manifest } from "../../surveys/manifest.ts";
import { ticketInfo } from "../../surveys/ticket-info.ts";
import { sealNatively } from "../support/native-seal.ts";
import { sealTestWave, WAVE } from "../support/protocol-wave.ts";
import { type ServeProcess, startServe } from "../support/serve-process.ts";
import { pause } from "./soak-result.ts";

const SCOPE = { wave: WAVE, subject: "subject-a", group: "peer" } as const;

export interface LoadedFolder {
  readonly data: string;
  readonly environment: Readonly<Record<string, string>>;
  newBody(): string;
  /** Closes the wave as its coordinator would. @returns the answers that were stored, valid and not */
  storedAnswers(): Promise<{ readonly rows: number; readonly invalidBoxes: number }>;
  remove(): void;
}

function bodyMaker(manifest: Manifest, ticketSecret: Uint8Array): () => string {
  const poprf = ristretto255_oprf.poprf(ticketInfo(SCOPE));
  return () => {
    const nonce = new Uint8Array(randomBytes(32));
    const box = sealNatively(manifest, { ...SCOPE, answers: { pace: 1 + ((randomBytes(1)[0] ?? 0) % 5) } });
    const output = toBase64url(poprf.evaluate(ticketSecret, nonce));
    return JSON.stringify({ ...SCOPE, nonce: toBase64url(nonce), output, box: toBase64url(box) });
  };
}

/** @param within the folder in which the data folder is made */
export async function openLoadedFolder(within: string, invited: number): Promise<LoadedFolder> {
  const data = mkdtempSync(join(within, "soundings-soak-"));
  const environment = { SOUNDINGS_KEY: randomBytes(32).toString("base64") };
  const open = () => openInstallation(readConfig(environment, { data }));
  const first = await open();
  const stores = { ...first, dataFolder: data, cleanUp: first.close };
  const { manifest } = await sealTestWave(stores, first.keys, {
    groups: [{ subject: SCOPE.subject, group: SCOPE.group, invited }],
  });
  const seal = await first.answers.read((db) => wrappedKeysOf(db, WAVE));
  const wrapped = seal?.ticketKeyWrapped ?? new Uint8Array(0);
  const newBody = bodyMaker(manifest, first.keys.unwrap(wrapped, keyPurpose.ticket(WAVE)));
  await first.close();
  return {
    data,
    environment,
    newBody,
    storedAnswers: async () => {
      const { close, ...context } = await open();
      try {
        return await closeWave(context, WAVE);
      } finally {
        await close();
      }
    },
    remove: () => rmSync(data, { recursive: true, force: true }),
  };
}

export interface Load {
  /** Where the server is now; it may be gone at any moment. */
  url: string;
  readonly acknowledged: string[];
  readonly statuses: Map<number, number>;
  stop(): Promise<void>;
}

async function send(url: string, body: string): Promise<number | undefined> {
  try {
    const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
    const response = await fetch(`${url}/api/responses`, { method: "POST", headers, body });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return undefined;
  }
}

/** Answers from so many raters at once; each sends the same answer again until it is acknowledged. */
export function startLoad({ newBody }: LoadedFolder, raters: number, most: number): Load {
  let going = true;
  let begun = 0;
  const load: Load = {
    url: "",
    acknowledged: [],
    statuses: new Map(),
    stop: async () => {
      going = false;
      await Promise.all(workers);
    },
  };
  const answerOnce = async (body: string): Promise<void> => {
    while (going) {
      const status = await send(load.url, body);
      if (status !== undefined) load.statuses.set(status, (load.statuses.get(status) ?? 0) + 1);
      if (status === 201 || status === 200) {
        load.acknowledged.push(body);
        return;
      }
      await pause(100);
    }
  };
  const worker = async (): Promise<void> => {
    while (going && begun < most) {
      begun += 1;
      await answerOnce(newBody());
    }
  };
  const workers = Array.from({ length: raters }, worker);
  return load;
}

export async function serveLoaded({ data, environment }: LoadedFolder): Promise<ServeProcess> {
  return startServe(data, environment);
}
