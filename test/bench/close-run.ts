/** One measured step in a process of its own: fills a data folder with sealed boxes, or closes and releases it. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { closeWave } from "../../api/datasets/close-wave.ts";
import { releaseWave } from "../../api/datasets/release-wave.ts";
import { sealWave } from "../../api/datasets/seal-wave.ts";
import { definitionIdOf } from "../../api/definitions/publish-definition.ts";
import { keyRingOf } from "../../api/keys/key-ring.ts";
import { lineUpCommitment } from "../../api/line-ups/line-up-commitment.ts";
import { openAnswerStore } from "../../api/storage/answer-store.ts";
import type { Item } from "../../surveys/definition.ts";
import { DEFAULT_POLICIES } from "../../surveys/disclosure-policy.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import { insertResponses, type TestResponse } from "../support/native-seal.ts";
import { seededRandom } from "../support/seeded-random.ts";

const [step, dataFolder = "", count = "0"] = process.argv.slice(2);
const WAVE = "bench-wave";
const RATERS = [
  "self",
  "line-manager",
  ...Array<string>(5).fill("peer"),
  ...Array<string>(5).fill("direct-report"),
];
const file = new URL("../../surveys/library/leadership-360.json", import.meta.url);
const definition = readDefinition(readFileSync(file, "utf8"));
const answers = await openAnswerStore({ dataFolder });
const context = { answers, keys: keyRingOf(createHash("sha256").update("bench").digest()) };

function answersTo(items: readonly Item[], random: (below: number) => number): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  const grids = new Map<string, Record<string, number>>();
  for (const item of items) {
    if (item.kind === "text")
      given[item.code] = `What to keep doing, in some sixty characters or so: ${random(1e6)}`;
    else if (item.row === undefined) given[item.question] = 1 + random(5);
    else grids.set(item.question, { ...grids.get(item.question), [item.row]: 1 + random(5) });
  }
  return { ...given, ...Object.fromEntries(grids) };
}

function* responses(subjects: readonly string[]): Generator<TestResponse> {
  const random = seededRandom(1);
  for (const subject of subjects) {
    for (const group of RATERS) yield { subject, group, answers: answersTo(definition.items, random) };
  }
}

async function fill(): Promise<void> {
  const definitionId = definitionIdOf(definition);
  await answers.write(async (tx) => {
    const row = { id: definitionId, canonical: definition.canonical, title: definition.title };
    await tx.insert(tx.tables.definitions).values(row);
  });
  const subjects = Array.from({ length: Number(count) }, (_, place) => `s${place}`);
  const groups = subjects.flatMap((subject) =>
    [...new Set(RATERS)].map((group) => ({
      subject,
      group,
      invited: RATERS.filter((code) => code === group).length,
    })),
  );
  const policy = DEFAULT_POLICIES["360"];
  const manifest = await sealWave(context, {
    wave: WAVE,
    definitionId,
    kind: "360",
    policy,
    groups,
    lineUp: lineUpCommitment(new Uint8Array(0)),
  });
  await insertResponses(context, manifest, responses(subjects));
}

async function close(): Promise<Record<string, number>> {
  const start = performance.now();
  const { rows, invalidBoxes } = await closeWave(context, WAVE);
  const closed = performance.now();
  const { reports } = await releaseWave(context, WAVE);
  const released = performance.now();
  return {
    closeSeconds: (closed - start) / 1000,
    releaseSeconds: (released - closed) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    rows,
    invalidBoxes,
    reports,
  };
}

if (step === "fill") await fill();
else process.stdout.write(JSON.stringify(await close()));
await answers.close();
