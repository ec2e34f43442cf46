/** The auditor in random worlds: silent about our reports, loud about each careless way of reporting. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditReport } from "../../../analysis/report360/audit-report.ts";
import { judgeSecondRelease } from "../../../analysis/report360/second-release.ts";
import type { Person, World } from "../../support/attacked-world.ts";
import { ITEMS, reportOfWorld, worlds } from "../../support/attacked-world.ts";
import { isAsItShould, measure, measuredLine, shareShown } from "../../worlds/engine.ts";
import { answersShown, laterWorld, REPORT_ENGINES } from "../../worlds/report-engines.ts";

const RUNS = Number(process.env["AUDIT_WORLDS"] ?? 300);
const sampled = fc.sample(worlds, { numRuns: RUNS, seed: 7 });

/** At most four a group, so that no distribution comes into play even after three more. */
function withFewPersons(world: World): World {
  return { ...world, persons: world.persons.filter(({ id, group }) => Number(id.slice(group.length)) < 4) };
}

describe("the auditor on our own reports", () => {
  it("finds nothing in any of them", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        expect(auditReport(reportOfWorld(world))).toEqual({ publish: true });
      }),
      { numRuns: RUNS },
    );
  });

  it.each([3, 4, 8, 9, 10, 11])("finds nothing on a scale of %i points", (points) => {
    for (const world of sampled.slice(0, 100)) {
      const answers = (given: Person["answers"]) =>
        given.map((answer) =>
          answer === undefined ? undefined : Math.ceil((answer * points) / world.points),
        );
      const persons = world.persons.map((person) => ({ ...person, answers: answers(person.answers) }));
      expect(auditReport(reportOfWorld({ ...world, points, persons }))).toEqual({ publish: true });
    }
  });

  it("lets second releases pass that add enough to every cell, unless the new answers alone tell too much", () => {
    const small = sampled.filter(({ minimum }) => minimum === 3).map(withFewPersons);
    const audits = small.flatMap((first, place) => {
      const late = [0, 1, 2].map((more) =>
        ITEMS.map((_, item) => 1 + ((place + more * item) % first.points)),
      );
      const groups = [...new Set(first.persons.map(({ group }) => group))];
      const second = groups.reduce<World>((grown, group) => laterWorld(grown, group, late), first);
      const reports = [reportOfWorld(first), reportOfWorld(second)] as const;
      if (groups.length === 0 || !judgeSecondRelease(...reports).allowed) return [];
      return [auditReport(reports[1], { earlier: [reports[0]] })];
    });
    const published = audits.filter(({ publish }) => publish).length;
    const kinds = audits.flatMap((audited) =>
      audited.publish ? [] : audited.findings.map(({ kind }) => kind),
    );
    expect(published / audits.length).toBeGreaterThan(0.5);
    expect(kinds.filter((kind) => kind !== "narrow-range")).toEqual([]);
  });

  it("shows most answers in some cell, so that nothing is bought by silence", () => {
    const share = shareShown(sampled.map(answersShown));
    console.log(`360: ${(100 * share).toFixed(1)} % of answers stand in a shown cell`);
    expect(share).toBeGreaterThan(0.8);
  });
});

describe("the auditor on all sorts of reports", () => {
  it.each(REPORT_ENGINES.map((engine) => [engine.name, engine] as const))(
    "judges as it should: %s",
    (_, engine) => {
      const measured = measure(engine, sampled);
      console.log(measuredLine(measured));
      expect(isAsItShould(measured)).toBe(true);
    },
  );
});
