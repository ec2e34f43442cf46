/** Accepted sealed answers per second over HTTP, beside a bare Hono that inserts the same bytes into SQLite. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { ristretto255_oprf } from "@noble/curves/ed25519.js";
import { fromBase64url, toBase64url } from "../../surveys/base64url.ts";
import type { Manifest } from "../../surveys/manifest.ts";
import { ticketInfo } from "../../surveys/ticket-info.ts";
import { sealNatively } from "../support/native-seal.ts";
import { type BenchResult, median } from "./bench-result.ts";

const ROUNDS = 3;
const ANSWERS_A_ROUND = 600;
const AT_ONCE = 32;
const SERVER = fileURLToPath(new URL("answers-server.ts", import.meta.url));

interface Facts {
  readonly origin: string;
  readonly manifest: Manifest;
  readonly ticketSecret: string;
  readonly items: readonly string[];
}

async function startServer(): Promise<{ readonly child: ChildProcess; readonly facts: Facts }> {
  const parameters = ["--import", "tsx", SERVER, String(ROUNDS * ANSWERS_A_ROUND)];
  const child = spawn(process.execPath, parameters, { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const facts: Facts = JSON.parse(String(line));
  return { child, facts };
}

function answers(items: readonly string[]): Record<string, unknown> {
  const given = items.map((item): [string, unknown] => [item, 1 + ((randomBytes(1)[0] ?? 0) % 5)]);
  return {
    ...Object.fromEntries(given),
    more: "Some sixty characters of what could be better, as people write.",
  };
}

/** A ticket as a browser would hold it after issue, made with the server's secret: issuing is not measured here. */
function sealedBody({ manifest, ticketSecret, items }: Facts): string {
  const scope = { wave: manifest.wave, subject: "subject-a", group: "peer" };
  const nonce = new Uint8Array(randomBytes(32));
  const secret = fromBase64url(ticketSecret) ?? new Uint8Array(0);
  const output = ristretto255_oprf.poprf(ticketInfo(scope)).evaluate(secret, nonce);
  const box = sealNatively(manifest, { ...scope, answers: answers(items) });
  return JSON.stringify({
    ...scope,
    nonce: toBase64url(nonce),
    output: toBase64url(output),
    box: toBase64url(box),
  });
}

async function perSecond(url: string, bodies: readonly string[]): Promise<number> {
  const waiting = [...bodies];
  const start = performance.now();
  const worker = async (): Promise<void> => {
    for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      await response.arrayBuffer();
      if (response.status !== 201) throw new Error(`an answer was not accepted: ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return bodies.length / ((performance.now() - start) / 1000);
}

export async function benchResponses(): Promise<BenchResult[]> {
  const { child, facts } = await startServer();
  const sealed: number[] = [];
  const bare: number[] = [];
  try {
    // Made before anything is measured: a pause between rounds would let the server close idle connections.
    const rounds = Array.from({ length: ROUNDS }, () =>
      Array.from({ length: ANSWERS_A_ROUND }, () => sealedBody(facts)),
    );
    for (const bodies of rounds) {
      bare.push(await perSecond(`${facts.origin}/bare`, bodies));
      sealed.push(await perSecond(`${facts.origin}/api/responses`, bodies));
    }
  } finally {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
  const peer = median(bare);
  const rate = median(sealed);
  return [
    {
      name: "anonymous answers over HTTP, 41 questions",
      median: rate,
      unit: "answers/s",
      peer: { name: "bare Hono + better-sqlite3 insert", median: peer, ratio: rate / peer },
      note: "ticket verified, box opened and checked, durable; 32 at once",
    },
  ];
}
