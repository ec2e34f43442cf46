/** The auditor in random worlds: silent about our reports, loud about each careless way of reporting. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audit } from "../../../analysis/disclosure-audit/audit.ts";
import { auditReport } from "../../../analysis/report360/audit-report.ts";
import { judgeSecondRelease } from "../../../analysis/report360/second-release.ts";
import type { Person, World } from "../../support/attacked-world.ts";
import { ITEMS, reportOfWorld, worlds } from "../../support/attacked-world.ts";
import { SOUND_ENGINE, WEAK_ENGINES } from "../../support/weak-engines.ts";
import { nextSmallestOnly, seenAsPublished } from "./seen-as-published.ts";

const RUNS = Number(process.env["AUDIT_WORLDS"] ?? 300);
const sampled = fc.sample(worlds, { numRuns: RUNS, seed: 7 });

/** The same world in which a few more answered late. */
function laterWorld(world: World, group: string, late: readonly Person["answers"][]): World {
  const persons = late.map((answers, place) => ({ id: `${group}-late${place}`, group, answers }));
  return { ...world, persons: [...world.persons, ...persons] };
}

/** At most four a group, so that no distribution comes into play even after three more. */
function withFewPersons(world: World): World {
  return { ...world, persons: world.persons.filter(({ id, group }) => Number(id.slice(group.length)) < 4) };
}

const sameAnswer = (world: World) => ITEMS.map(() => Math.ceil(world.points / 2));

function shareCaught(caught: (world: World) => boolean): number {
  return sampled.filter(caught).length / sampled.length;
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
    const answered = (world: World) =>
      world.persons.reduce(
        (sum, { answers }) => sum + answers.filter((answer) => answer !== undefined).length,
        0,
      );
    const shown = (world: World) =>
      reportOfWorld(world)
        .dimensions.flatMap(({ items }) => items)
        .reduce((sum, { allOthers }) => sum + (allOthers.shown ? allOthers.n : 0), 0);
    const eligible = sampled.filter(({ persons, minimum }) => persons.length >= minimum);
    const total = (of: (world: World) => number) => eligible.reduce((sum, world) => sum + of(world), 0);
    const share = total(shown) / total(answered);
    console.log(`360: ${(100 * share).toFixed(1)} % of answers stand in a shown cell`);
    expect(share).toBeGreaterThan(0.8);
  });
});

describe("the auditor on careless reports", () => {
  it.each(Object.entries(WEAK_ENGINES))("catches: %s", (_, engine) => {
    expect(shareCaught((world) => audit(seenAsPublished(world, engine(world))).length > 0)).toBeGreaterThan(
      0.1,
    );
  });

  it("catches: groups below k and the next smallest hidden, overall mean of everyone", () => {
    const caught = (world: World) => audit(seenAsPublished(world, nextSmallestOnly(world))).length > 0;
    expect(shareCaught(caught)).toBeGreaterThan(0.1);
  });

  it("catches: a second release with one late answer", () => {
    const caught = sampled.flatMap((world) => {
      const first = reportOfWorld(world);
      const [block] = first.blocks.filter(({ attributed }) => !attributed);
      const group = block?.groups[0];
      if (group === undefined) return [];
      const second = reportOfWorld(laterWorld(world, group, [sameAnswer(world)]));
      return [!auditReport(second, { earlier: [first] }).publish];
    });
    expect(caught.length).toBeGreaterThan(sampled.length / 2);
    expect(caught.filter((found) => found).length / caught.length).toBe(1);
  });

  it("finds nothing where the same figures follow the rules", () => {
    expect(shareCaught((world) => audit(seenAsPublished(world, SOUND_ENGINE(world))).length > 0)).toBe(0);
  });
});
