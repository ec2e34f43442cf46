/** The certificate accepts what is optimal and nothing else. */
import fc from "fast-check";
import { munkres } from "munkres";
import { describe, expect, test } from "vitest";
import { assign, OBJECTIVES } from "../../../analysis/matching/assign.ts";
import { type Certificate, checkCertificate } from "../../../analysis/matching/certificate.ts";
import { firstAssignment } from "../../../analysis/matching/first-assignment.ts";
import type { MatchCase } from "../../../analysis/matching/match-case.ts";
import { type MatchGraph, matchGraph } from "../../../analysis/matching/match-graph.ts";
import { solveMatch } from "../../../analysis/matching/solve-match.ts";
import { solveStage } from "../../../analysis/matching/solve-stage.ts";
import { highestTotal, mostPairs } from "../../../analysis/matching/stage.ts";
import { narrow, startTransport } from "../../../analysis/matching/transport.ts";
import { anyCase, caseOf, referenceJson } from "./random-cases.ts";

/** The total objective stage by stage, so that its certificate can be tampered with. */
function proven(graph: MatchGraph): { readonly mentorOf: Int32Array; readonly certificate: Certificate } {
  const transport = startTransport(graph, firstAssignment(graph));
  const certificate = [mostPairs(graph.mentees.length), highestTotal(graph.mentees.length)].map((stage) => {
    const one = { stage, prices: solveStage(transport, stage) };
    narrow(transport, one);
    return one;
  });
  const mentorOf = transport.columnOf.map((column) => (column === transport.mentors ? -1 : column));
  return { mentorOf, certificate };
}

function with1More(values: Int32Array, index: number): Int32Array {
  return values.map((value, i) => (i === index ? value + 1 : value));
}

describe("the certificate", () => {
  const graph = matchGraph(caseOf(referenceJson("small-6x4")));
  const { mentorOf, certificate } = proven(graph);

  test("accepts the optimum", () => {
    expect(() => checkCertificate(graph, mentorOf, certificate)).not.toThrow();
    expect([...mentorOf]).toEqual([...assign(graph, { objective: "maxTotal", cap: 0 })]);
  });

  test("refuses every exchange of two mentees", () => {
    for (let a = 0; a < mentorOf.length; a += 1) {
      for (let b = 0; b < a; b += 1) {
        if (mentorOf[a] === mentorOf[b]) continue;
        const swapped = mentorOf.map((mentor, i) => {
          if (i === a) return mentorOf[b] ?? -1;
          return i === b ? (mentorOf[a] ?? -1) : mentor;
        });
        expect(() => checkCertificate(graph, swapped, certificate)).toThrow(RangeError);
      }
    }
  });

  test("refuses a mentee taken out, and a mentor beyond the places", () => {
    for (let mentee = 0; mentee < mentorOf.length; mentee += 1) {
      const out = mentorOf.map((mentor, i) => (i === mentee ? -1 : mentor));
      expect(() => checkCertificate(graph, out, certificate)).toThrow(RangeError);
    }
    const crowded = new Int32Array(mentorOf.length);
    expect(() => checkCertificate(graph, crowded, certificate)).toThrow("each mentor within the places");
  });

  test("refuses a forbidden pair, whatever its prices", () => {
    const [forbidden] = caseOf(referenceJson("small-6x4")).forbidden;
    const mentee = graph.mentees.indexOf(forbidden?.mentee ?? "");
    const mentor = graph.mentors.indexOf(forbidden?.mentor ?? "");
    const other = mentorOf.indexOf(mentor);
    const broken = mentorOf.map((present, i) => (i === mentee ? mentor : i === other ? -1 : present));
    const free = certificate.map(({ stage, prices }) => ({
      stage: { ...stage, pairCost: stage.pairCost.map(() => 0), waitingCost: stage.waitingCost.map(() => 0) },
      prices: { mentee: prices.mentee.map(() => 0), mentor: prices.mentor.map(() => 0) },
    }));
    expect(() => checkCertificate(graph, broken, free)).toThrow("pairs that are allowed");
  });

  test("refuses prices that were changed", () => {
    certificate.forEach(({ stage, prices }, digit) => {
      for (let i = 0; i < prices.mentee.length; i += 1) {
        const changed = { stage, prices: { ...prices, mentee: with1More(prices.mentee, i) } };
        const tampered = certificate.map((one, k) => (k === digit ? changed : one));
        expect(() => checkCertificate(graph, mentorOf, tampered)).toThrow(RangeError);
      }
    });
  });

  test("refuses an assignment that is worse, in any case", () => {
    fc.assert(
      fc.property(anyCase({ mentees: 9, mentors: 5, capacity: 2 }), fc.nat(), (matchCase, n) => {
        const any = matchGraph(matchCase);
        const best = proven(any);
        expect(() => checkCertificate(any, best.mentorOf, best.certificate)).not.toThrow();
        const row = n % Math.max(1, any.mentees.length);
        if ((best.mentorOf[row] ?? -1) === -1) return;
        const worse = best.mentorOf.map((mentor, i) => (i === row ? -1 : mentor));
        expect(() => checkCertificate(any, worse, best.certificate)).toThrow(RangeError);
      }),
      { numRuns: 150, seed: 20261 },
    );
  });
});

/** Places as columns, and one column a mentee for staying without mentor, dearer than any exchange can win. */
function byMunkres(matchCase: MatchCase): { readonly matched: number; readonly total: number } {
  const waiting = 100_000;
  const never = 100_000_000;
  const forbidden = new Set(matchCase.forbidden.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
  const costs = matchCase.mentees.map(({ id }, row) => [
    ...matchCase.mentors.flatMap(({ id: mentor, capacity }, column) => {
      const score = matchCase.scores[row]?.[column] ?? Number.NaN;
      const cost = forbidden.has(`${id} ${mentor}`) ? never : 100 - score;
      return Array.from({ length: capacity }, () => cost);
    }),
    ...matchCase.mentees.map(() => waiting),
  ]);
  const chosen = munkres(costs)
    .map(([row, column]) => costs[row]?.[column] ?? Number.NaN)
    .filter((cost) => cost < waiting);
  return { matched: chosen.length, total: chosen.reduce((sum, cost) => sum + 100 - cost, 0) };
}

test("a Hungarian algorithm of somebody else finds the same number of pairs and the same total", () => {
  fc.assert(
    fc.property(anyCase({ mentees: 30, mentors: 12, capacity: 4 }), (matchCase) => {
      const free = { ...matchCase, locked: [] };
      const { matched, total } = solveMatch(free, { objective: "maxTotal" });
      expect({ matched, total }).toEqual(byMunkres(free));
    }),
    { numRuns: 150, seed: 20262 },
  );
});

test("no objective has a higher total than the total objective, nor a higher worst score than leximin", () => {
  fc.assert(
    fc.property(anyCase({ mentees: 20, mentors: 9, capacity: 3 }), (matchCase) => {
      const most = solveMatch(matchCase, { objective: "maxTotal" }).total;
      const worst = solveMatch(matchCase, { objective: "leximin" }).worst;
      for (const objective of OBJECTIVES) {
        const result = solveMatch(matchCase, { objective });
        expect(result.total).toBeLessThanOrEqual(most);
        expect(result.worst ?? 0).toBeLessThanOrEqual(worst ?? 0);
      }
    }),
    { numRuns: 100, seed: 20263 },
  );
});
