/** One large round solved in a process of its own, so that its memory is its own: prints seconds and megabytes. */
import { munkres } from "munkres";
import { assign, OBJECTIVES } from "../../analysis/matching/assign.ts";
import { scoresOf } from "../../analysis/matching/match-graph.ts";
import { medianSeconds } from "./bench-result.ts";
import { costMatrix, roundOf } from "./matching-round.ts";

const [wanted = "", runs = "1"] = process.argv.slice(2);
const graph = roundOf({ mentees: 5000, mentors: 2000, places: 5200, candidates: 50 }, 11);
const objective = OBJECTIVES.find((name) => name === wanted);
let total = 0;

async function measure(): Promise<number> {
  if (objective !== undefined) {
    return medianSeconds(Number(runs), () => {
      const scores = scoresOf(graph, assign(graph, { objective, cap: 60 }));
      total = scores.reduce((sum, score) => sum + Math.max(0, score), 0);
    });
  }
  const costs = costMatrix(graph);
  return medianSeconds(Number(runs), () => {
    total = munkres(costs).reduce((sum, [row, column]) => {
      const cost = costs[row]?.[column] ?? 0;
      return sum + (cost > 100 ? 0 : 100 - cost);
    }, 0);
  });
}

const seconds = await measure();
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds, megabytes, total }));
