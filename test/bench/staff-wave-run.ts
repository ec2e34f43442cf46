/** One measured step of a large staff survey in a process of its own: fills a data folder, or closes and compares. */

import type { Dataset } from "../../analysis/dataset.ts";
import { compareSurveys } from "../../api/comparisons/compare-surveys.ts";
import { readConfig } from "../../api/config.ts";
import type { StaffContext } from "../../api/context.ts";
import { closeWave } from "../../api/datasets/close-wave.ts";
import { sealWave } from "../../api/datasets/seal-wave.ts";
import { storeImportedWave } from "../../api/datasets/store-imported-wave.ts";
import { definitionIdOf } from "../../api/definitions/publish-definition.ts";
import { keyRingOf } from "../../api/keys/key-ring.ts";
import { lineUpCommitment } from "../../api/line-ups/line-up-commitment.ts";
import { releaseTables } from "../../api/staff-releases/release-tables.ts";
import { openAnswerStore } from "../../api/storage/answer-store.ts";
import { openPeopleStore } from "../../api/storage/people-store.ts";
import { insertWave, updateWave } from "../../api/waves/store.ts";
import { DEFAULT_POLICIES } from "../../surveys/disclosure-policy.ts";
import { loadDefinition } from "../../surveys/load-definition.ts";
import { insertResponses, type TestResponse } from "../support/native-seal.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { testEnvironment } from "../support/test-environment.ts";
import { AFTER, BEFORE, KEY } from "./staff-wave-facts.ts";

const [step, dataFolder = "", count = "0"] = process.argv.slice(2);
const ROWS = Number(count);
const ITEMS = 40;
const UNITS = 30;
const PROGRAMME = "bench";

const choices = (name: string, size: number) =>
  Array.from({ length: size }, (_, place) => ({
    value: `${name}-${place + 1}`,
    text: `${name} ${place + 1}`,
  }));
const rows = Array.from({ length: ITEMS }, (_, place) => ({
  value: `s${place}`,
  text: `Statement ${place}`,
}));
const labels = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"];
const loaded = loadDefinition(
  JSON.stringify({
    soundings: {
      format: 1,
      id: "bench-survey",
      version: "1.0.0",
      kind: "staff-survey",
      identity: "anonymous",
      languages: ["en"],
      minutes: 9,
      groups: [],
      scales: { agreement: { points: 5, labels: labels.map((en) => ({ en })), ordered: true } },
      dimensions: ["one", "two", "three", "four"].map((code) => ({
        code,
        label: { en: code },
        minimumAnswered: 5,
      })),
      items: Object.fromEntries(
        rows.map(({ value }, place) => [
          `statements.${value}`,
          { scale: "agreement", dimension: ["one", "two", "three", "four"][place % 4] },
        ]),
      ),
      pipes: [],
    },
    title: "A large survey",
    pages: [
      {
        name: "page",
        elements: [
          {
            type: "matrix",
            name: "statements",
            title: "How far do you agree?",
            columns: labels.map((text, place) => ({ value: place + 1, text })),
            rows,
          },
          { type: "radiogroup", name: "unit", title: "Which unit?", choices: choices("unit", UNITS) },
        ],
      },
    ],
  }),
);
if (!("definition" in loaded)) throw new Error("the benchmark's survey has problems");
const { definition } = loaded;
const definitionId = definitionIdOf(definition);
const policy = {
  ...DEFAULT_POLICIES["staff-survey"],
  retention: { rule: "until-date", date: "2099-01-01" },
  cuts: [["unit"]],
} as const;
const answers = await openAnswerStore({ dataFolder });
const people = await openPeopleStore({ dataFolder });
const context: StaffContext = {
  answers,
  people,
  keys: keyRingOf(KEY),
  config: readConfig(testEnvironment, { data: dataFolder }),
  clock: () => new Date(),
  baseUrl: () => "http://localhost",
};

function* responses(): Generator<TestResponse> {
  const random = seededRandom(2);
  for (let row = 0; row < ROWS; row += 1) {
    const statements = Object.fromEntries(rows.map(({ value }) => [value, 1 + random(5)]));
    yield { subject: "", group: "", answers: { statements, unit: `unit-${1 + random(UNITS)}` } };
  }
}

/** The wave before, as a dataset that was folded a year ago. */
function earlier(): Dataset {
  const random = seededRandom(1);
  const choice = definition.items.find(({ code }) => code === "unit")?.choices ?? [];
  return {
    format: 1,
    survey: { id: definition.soundings.id, version: definition.soundings.version },
    subjects: [""],
    groups: [""],
    rows: ROWS,
    subject: new Uint16Array(ROWS),
    group: new Uint8Array(ROWS),
    columns: [
      ...rows.map(({ value }) => ({
        kind: "scale" as const,
        code: `statements.${value}`,
        points: 5,
        values: Int8Array.from({ length: ROWS }, () => 1 + random(5)),
      })),
      {
        kind: "choice",
        code: "unit",
        choices: choice.map(({ value }) => value),
        values: Int16Array.from({ length: ROWS }, () => 1 + random(UNITS)),
      },
    ],
    comments: [],
  };
}

async function addWave(id: string, closedAt: Date): Promise<void> {
  await people.write((tx) =>
    insertWave(tx, {
      id,
      programmeId: PROGRAMME,
      definitionId,
      title: id,
      kind: "staff-survey",
      identity: "anonymous",
      state: "releasing",
      policy,
      openedAt: closedAt,
      closedAt,
    }),
  );
}

async function fill(): Promise<void> {
  await answers.write(async (tx) => {
    const row = { id: definitionId, canonical: definition.canonical, title: definition.title };
    await tx.insert(tx.tables.definitions).values(row);
  });
  await people.write(async (tx) => {
    await tx.insert(tx.tables.programmes).values({ id: PROGRAMME, name: "Bench", createdAt: new Date() });
  });
  await addWave(BEFORE, new Date("2025-01-01"));
  await addWave(AFTER, new Date("2026-01-01"));
  await storeImportedWave(context, { wave: BEFORE, definitionId, policy, dataset: earlier() });
  await releaseTables(context, BEFORE);
  const groups = [{ subject: "", group: "", invited: ROWS }];
  const manifest = await sealWave(context, {
    wave: AFTER,
    definitionId,
    kind: "staff-survey",
    policy,
    groups,
    lineUp: lineUpCommitment(new Uint8Array(0)),
  });
  await insertResponses(context, manifest, responses());
}

async function close(): Promise<Record<string, number>> {
  const start = performance.now();
  const closed = await closeWave(context, AFTER);
  const folded = performance.now();
  const { published } = await releaseTables(context, AFTER);
  const released = performance.now();
  await people.write(async (tx) => {
    for (const id of [BEFORE, AFTER]) await updateWave(tx, id, { state: "released" });
  });
  const staff = { personId: "bench", name: "Bench", roles: ["evaluator"] as const };
  const page: number[] = [];
  for (let run = 0; run < 6; run += 1) {
    const asked = performance.now();
    JSON.stringify(await compareSurveys(context, staff, { waves: [BEFORE, AFTER] }));
    page.push(performance.now() - asked);
  }
  const [first = 0, ...again] = page;
  return {
    rows: closed.rows,
    published,
    closeSeconds: (folded - start) / 1000,
    releaseSeconds: (released - folded) / 1000,
    firstMilliseconds: first,
    againMilliseconds: again.sort((a, b) => a - b)[2] ?? 0,
    processorSeconds: (process.cpuUsage().user + process.cpuUsage().system) / 1_000_000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

if (step === "fill") await fill();
else process.stdout.write(JSON.stringify(await close()));
await answers.close();
await people.close();
process.exit(0);
