/** The matching engine beside munkres, a Hungarian algorithm, on the same rounds in the same run. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { munkres } from "munkres";
import { assign, type Objective } from "../../analysis/matching/assign.ts";
import { type BenchResult, median } from "./bench-result.ts";
import { costMatrix, roundOf } from "./matching-round.ts";

const RUN = fileURLToPath(new URL("matching-run.ts", import.meta.url));
const SEEDS = [1, 2, 3, 4, 5];
const WARM_UP = 3;

/** @returns 500 × 200 with the certificate checked, and 5,000 × 2,000 with the 50 best mentors of each mentee. */
export async function benchMatching(): Promise<BenchResult[]> {
  return [...typicalRound(500), ...typicalRound(540), ...largeRound()];
}

/** The contestants take turns on several rounds, so that a busy machine slows all of them alike. */
function typicalRound(mentees: number): BenchResult[] {
  const rounds = SEEDS.map((seed) => {
    const graph = roundOf({ mentees, mentors: 200, places: 520 }, seed);
    return { graph, costs: costMatrix(graph) };
  });
  const seconds = { munkres: [], maxTotal: [], cappedLeximin: [] } as Record<Contestant, number[]>;
  for (let turn = 0; turn < WARM_UP + 2; turn += 1) {
    for (const { graph, costs } of rounds) {
      for (const name of CONTESTANTS) {
        const taken = secondsOf(() =>
          name === "munkres" ? munkres(costs) : assign(graph, { objective: name, cap: 60 }),
        );
        if (turn >= WARM_UP) seconds[name].push(taken);
      }
    }
  }
  const places = mentees > 520 ? "places short" : "tight";
  const peer = { name: "munkres, total", median: median(seconds.munkres) * 1000 };
  return (["maxTotal", "cappedLeximin"] as const).map((name) => {
    const own = median(seconds[name]) * 1000;
    return {
      name: `${mentees} × 200 ${places}, ${name}`,
      median: own,
      unit: "ms",
      peer: { ...peer, ratio: own / peer.median },
    };
  });
}

const CONTESTANTS = ["munkres", "maxTotal", "cappedLeximin"] as const;
type Contestant = (typeof CONTESTANTS)[number];

function secondsOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}

interface LargeRun {
  readonly seconds: number;
  readonly megabytes: number;
  readonly total: number;
}

function largeRun(what: Objective | "munkres", runs: number): LargeRun {
  const { stdout, status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--max-old-space-size=3000", RUN, what, String(runs)],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (status !== 0) throw new Error(`the large round with ${what} did not end well`);
  return JSON.parse(stdout);
}

/** munkres really runs on the large round: each place a column, pairs outside the 50 best at a prohibitive cost. */
function largeRound(): BenchResult[] {
  const peer = largeRun("munkres", 1);
  return (["maxTotal", "cappedLeximin"] as const).map((name) => {
    const own = largeRun(name, 7);
    const agrees = name === "maxTotal" && own.total === peer.total ? ", same total as munkres" : "";
    return {
      name: `5,000 × 2,000, 50 candidates each, ${name}`,
      median: own.seconds,
      unit: "s",
      peer: { name: "munkres, total", median: peer.seconds, ratio: own.seconds / peer.seconds },
      note: `peak ${Math.round(own.megabytes)} MB of the whole process${agrees}`,
    };
  });
}
