/** Two invented waves of 40 items in 8 scales, as CSV files and a definition, for the benchmark of comparisons. */
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { seededRandom } from "../support/seeded-random.ts";

const DIMENSIONS = 8;
const ITEMS = 5;
const SITES = 20;
const LABELS = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"].map((en) => ({ en }));

/** Codes of the items by dimension. */
const SCALES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Array.from({ length: DIMENSIONS }, (_, dimension) => [
    `d${dimension + 1}`,
    Array.from({ length: ITEMS }, (__, item) => `d${dimension + 1}.i${item + 1}`),
  ]),
);

/** The survey of the files, one item of each scale reverse-keyed. */
export function benchDefinition(): string {
  const dimensions = Object.keys(SCALES);
  const items = Object.entries(SCALES).flatMap(([dimension, codes]) =>
    codes.map((code, place) => [
      code,
      { scale: "agreement", dimension, ...(place === 4 ? { reverseKeyed: true } : {}) },
    ]),
  );
  const columns = LABELS.map(({ en }, place) => ({ value: place + 1, text: en }));
  return JSON.stringify({
    soundings: {
      format: 1,
      id: "bench",
      version: "1.0.0",
      kind: "staff-survey",
      identity: "anonymous",
      languages: ["en"],
      minutes: 5,
      groups: [],
      scales: { agreement: { points: 5, labels: LABELS, ordered: true } },
      dimensions: dimensions.map((code) => ({ code, label: { en: `Scale ${code}` }, minimumAnswered: 3 })),
      items: Object.fromEntries(items),
      pipes: [],
    },
    title: "Invented survey",
    pages: dimensions.map((code) => ({
      name: `${code}-page`,
      elements: [
        {
          type: "matrix",
          name: code,
          title: "How much do you agree?",
          columns,
          rows: (SCALES[code] ?? []).map((item) => ({
            value: item.slice(code.length + 1),
            text: `Statement ${item} of the invented survey`,
          })),
        },
      ],
    })),
  });
}

/** Writes one wave: person, site and 40 answers, 3 % of them missing; persons of both waves overlap by 80 %. */
export async function writeWave(file: string, persons: number, wave: 0 | 1): Promise<void> {
  const random = seededRandom(wave + 1);
  const stream = createWriteStream(file);
  const codes = Object.values(SCALES).flat();
  stream.write(`person,site,${codes.join(",")}\n`);
  let rows: string[] = [];
  for (let row = 0; row < persons; row += 1) {
    const person = wave === 0 ? row : Math.floor(persons / 5) + ((row * 7919) % persons);
    const cells = codes.map(() => (random(100) < 3 ? "" : String(1 + Math.min(4, random(5 + wave)))));
    rows.push(`p${person},site ${1 + (person % SITES)},${cells.join(",")}`);
    if (rows.length === 5000) {
      stream.write(`${rows.join("\n")}\n`);
      rows = [];
    }
  }
  if (rows.length > 0) stream.write(`${rows.join("\n")}\n`);
  stream.end();
  await finished(stream);
}
