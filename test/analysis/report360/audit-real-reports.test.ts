/** Reports about real ratings, and about the shipped instrument, pass the audit: it refuses nothing that is right. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../../analysis/csv-table.ts";
import { foldAnswers } from "../../../analysis/fold-answers.ts";
import { importRatings } from "../../../analysis/import-ratings.ts";
import { readRatingsMap } from "../../../analysis/ratings-map.ts";
import { auditReport } from "../../../analysis/report360/audit-report.ts";
import { reportAll } from "../../../analysis/report360/build-report.ts";
import { DEFAULT_POLICIES } from "../../../surveys/disclosure-policy.ts";
import { loadDefinition } from "../../../surveys/load-definition.ts";
import { answersOf } from "../../support/definition-360.ts";
import { seededRandom } from "../../support/seeded-random.ts";

const text = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

function definitionIn(path: string) {
  const loaded = loadDefinition(text(path));
  if ("problems" in loaded) throw new Error("the definition is right");
  return loaded.definition;
}

/** The soldiers' real ratings, dealt out to five rater groups as they come: groups of 2 to 40. */
function climateReports(groups: readonly string[]) {
  const definition = definitionIn("test/fixtures/leadership-climate/leadership-climate.json");
  const read = readRatingsMap(JSON.parse(text("test/fixtures/leadership-climate/map.json")), definition);
  if ("problems" in read) throw new Error(read.problems.join());
  const imported = importRatings(
    readCsv(text("test/fixtures/leadership-climate/data.csv")),
    read.map,
    definition,
  );
  if ("problems" in imported) throw new Error("the fixture's rows are right");
  const dealt = {
    ...definition,
    soundings: {
      ...definition.soundings,
      groups: groups.map((code) => ({
        code,
        label: { en: code },
        attributed: false,
        wording: "other" as const,
      })),
    },
  };
  const random = seededRandom(4);
  const dataset = foldAnswers({
    definition: dealt,
    subjects: imported.subjects,
    groups,
    responses: [...imported.forms].map((form) => ({ ...form, group: groups[random(groups.length)] ?? "" })),
    random,
  });
  return [...reportAll({ definition: dealt, dataset, policy: DEFAULT_POLICIES["360"], invited: [] })];
}

/** Sixty subjects of the shipped instrument, each group of random size, each subject rated on a level of its own. */
function instrumentReports() {
  const definition = definitionIn("surveys/library/leadership-360.json");
  const random = seededRandom(6);
  const subjects = Array.from({ length: 60 }, (_, place) => `s${place}`);
  const groups = definition.soundings.groups;
  const responses = subjects.flatMap((subject) => {
    const level = 2 + random(4);
    return groups.flatMap(({ code, attributed }) =>
      Array.from({ length: attributed ? 1 : random(13) }, () => {
        const scaled = definition.items.flatMap((item) => {
          const points = definition.soundings.scales[item.metadata.scale ?? ""]?.points;
          if (item.kind !== "scale" || points === undefined || random(15) === 0) return [];
          return [[item.code, Math.max(1, Math.min(points, level - 1 + random(3)))] as const];
        });
        const texts = definition.items.flatMap(({ code: item, kind }) =>
          kind === "text" && random(3) > 0 ? [[item, `note ${random(1000)}`] as const] : [],
        );
        return { subject, group: code, answers: answersOf(Object.fromEntries([...scaled, ...texts])) };
      }),
    );
  });
  const dataset = foldAnswers({
    definition,
    subjects,
    groups: groups.map(({ code }) => code),
    responses,
    random,
  });
  const invited = subjects.flatMap((subject) =>
    groups.map(({ code }) => ({ subject, group: code, invited: 15 })),
  );
  return [...reportAll({ definition, dataset, policy: DEFAULT_POLICIES["360"], invited })];
}

describe("the audit of reports about real ratings", () => {
  it.each([
    [["direct-report"]],
    [["peer", "report", "other", "client", "partner"]],
    [Array.from({ length: 20 }, (_, place) => `g${place}`)],
  ])("lets all 49 pass, in groups %j", (groups) => {
    const reports = climateReports(groups);
    expect(reports.length).toBe(49);
    for (const report of reports) expect(auditReport(report)).toEqual({ publish: true });
  });

  it("lets the shipped instrument pass, with skipped items, comments and subjects rated alike", () => {
    const reports = instrumentReports();
    const shown = JSON.stringify(reports);
    for (const word of ["at-least", "at-most", "too-few-answers", "too-uniform", "groups-merged", "note 1"]) {
      expect(shown).toContain(word);
    }
    for (const report of reports) expect(auditReport(report)).toEqual({ publish: true });
  });
});
