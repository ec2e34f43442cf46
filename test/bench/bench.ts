/** `npm run bench [NAME…]`: medians, and ratios to a peer measured in the same run. Never part of the tests. */
import type { BenchResult } from "./bench-result.ts";

/** Loaded one by one, so that one's memory is not another's. */
const BENCHES: Readonly<Record<string, () => Promise<readonly BenchResult[]>>> = {
  "answer-check": async () => (await import("./answer-check.bench.ts")).benchAnswerCheck(),
  responses: async () => (await import("./responses.bench.ts")).benchResponses(),
  identified: async () => (await import("./identified.bench.ts")).benchIdentifiedAnswers(),
  close: async () => (await import("./close.bench.ts")).benchClose(),
  reports: async () => (await import("./report.bench.ts")).benchReports(),
  audit: async () => (await import("./audit.bench.ts")).benchAudit(),
  "staff-tables": async () => (await import("./staff-tables.bench.ts")).benchStaffTables(),
  "rater-page": async () => (await import("./rater-page.bench.ts")).benchRaterPage(),
  comparison: async () => (await import("./comparison.bench.ts")).benchComparison(),
  "staff-wave": async () => (await import("./staff-wave.bench.ts")).benchStaffWave(),
  matching: async () => (await import("./matching.bench.ts")).benchMatching(),
  latency: async () => (await import("./latency.bench.ts")).benchLatency(),
  board: async () => (await import("./board.bench.ts")).benchBoard(),
};

function format(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 1 ? value.toFixed(2) : value.toPrecision(3);
}

function line({ name, median, unit, peer, note }: BenchResult): string {
  const beside =
    peer === undefined ? "" : `   ${peer.name}: ${format(peer.median)} ${unit}, ratio ${format(peer.ratio)}`;
  return `  ${name.padEnd(58)} ${format(median).padStart(10)} ${unit}${beside}${note === undefined ? "" : `   (${note})`}`;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(", ")}. There are: ${Object.keys(BENCHES).join(", ")}.`,
  );
  process.exitCode = 2;
} else {
  for (const [name, run] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(name);
    for (const result of await run()) console.log(line(result));
  }
}
