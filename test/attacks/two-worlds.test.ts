/** Two surveys whose answers differ within the shown bounds: whoever reads everything that leaves the server sees one. */

import { ne } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csvFile } from "../../analysis/files/csv-file.ts";
import { staffTablesBook } from "../../analysis/files/staff-tables-book.ts";
import { exactScale } from "../../analysis/staff-tables/answer-bounds.ts";
import type { StaffTables } from "../../analysis/staff-tables/staff-tables-model.ts";
import type { SurveyAnswers } from "../../surveys/definition.ts";
import { DEFAULT_POLICIES } from "../../surveys/disclosure-policy.ts";
import { readZip } from "../support/read-zip.ts";
import { FIRST_TIME } from "../support/staff-world.ts";
import { inventStaffAnswers } from "../support/survey-answers.ts";
import { datasetOf, shipped, tablesOf } from "../support/survey-tables.ts";
import { addStaff, programmeNamed, releasedSurvey, withRole } from "../support/survey-world.ts";
import { openWholeApp, type WholeApp } from "../support/whole-app.ts";

const survey = shipped("staff-confidence");
const AREAS = ["area-a", "area-b", "area-c"];
const EACH = 12;

/** Three groups of twelve; in each the first so many agree with everything, and the others with nothing. */
function answersOf(favourable: readonly number[]): readonly SurveyAnswers[] {
  return AREAS.flatMap((area, group) => {
    const cut = { code: "area", weights: { [area]: 1 } };
    return inventStaffAnswers(survey, { count: EACH, seed: 5 + group, cut }).map((invented, person) => {
      const given: Record<string, unknown> = { ...invented };
      for (const { kind, metadata, question, row } of survey.items) {
        const points = survey.soundings.scales[metadata.scale ?? ""]?.points;
        if (kind !== "scale" || points === undefined) continue;
        const agrees = person < (favourable[group] ?? 0);
        const value = agrees === (metadata.reverseKeyed === true) ? 1 : points;
        given[question] = row === undefined ? value : { ...Object(given[question]), [row]: value };
      }
      return given;
    });
  });
}

/** All that satisfy "10 to 12", "10 to 12" and 7. */
const WORLDS = [
  [12, 12, 7],
  [11, 10, 7],
  [10, 10, 7],
] as const;

let whole: WholeApp;
let evaluator: string;
let first: string;
const waves: string[] = [];

beforeAll(async () => {
  whole = await openWholeApp();
  await addStaff(whole.world, AREAS.length * EACH);
  await withRole(whole.world, "S1", "evaluator");
  const programme = await programmeNamed(whole.world, "Better managers");
  const wanted = {
    programme,
    instrument: "staff-confidence",
    cuts: [["area"]],
    invited: AREAS.length * EACH,
  };
  first = await releasedSurvey(whole.world, { ...wanted, title: "Before", answers: answersOf([6, 5, 7]) });
  whole.world.setTime(new Date(FIRST_TIME.getTime() + 310 * 86_400_000));
  for (const world of WORLDS) {
    waves.push(await releasedSurvey(whole.world, { ...wanted, title: "After", answers: answersOf(world) }));
    // Each is another way in which the same survey could have gone, and not a survey of its own.
    await whole.world.context.people.write(async (tx) => {
      const { ledgerPeople } = tx.tables;
      await tx.delete(ledgerPeople).where(ne(ledgerPeople.waveId, first));
    });
  }
  evaluator = await whole.cookieOf("S1");
}, 240_000);
afterAll(() => whole.world.cleanUp());

/** Which wave it is, when, and its salted hashes are no answers. */
function withoutNames(text: string, wave: string): string {
  return text
    .replaceAll(wave, "WAVE")
    .replaceAll(/"(fingerprint|datasetHash|closedAt|releasedAt|publishedAt)":"[^"]*"/g, '"$1":""')
    .replaceAll(/Content hash of the dataset[^\r\n"]*/g, "");
}

async function textOf(path: string): Promise<string> {
  const response = await whole.request(path, { cookie: evaluator });
  expect(response.status, path).toBe(200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!path.endsWith("/r") && !path.includes("/r?")) return new TextDecoder("latin1").decode(bytes);
  return [...readZip(bytes)].map(([name, file]) => name + new TextDecoder().decode(file)).join("\n");
}

const ARTEFACTS = [
  (wave: string) => `/api/waves/${wave}/tables`,
  (wave: string) => `/api/waves/${wave}/explanation`,
  (wave: string) => `/api/waves/${wave}/files/csv`,
  (wave: string) => `/api/waves/${wave}/files/r`,
  (wave: string) => `/api/comparisons?waves=${first},${wave}`,
  (wave: string) => `/api/comparisons?waves=${first},${wave}&cut=area&category=area-a`,
  (wave: string) => `/api/comparisons/files/csv?waves=${first},${wave}`,
  (wave: string) => `/api/comparisons/files/r?waves=${first},${wave}`,
];

describe("answers that differ within the shown bounds", () => {
  test("leave every screen's answer and every file the same", async () => {
    for (const artefact of ARTEFACTS) {
      const [one, ...others] = await Promise.all(
        waves.map(async (wave) => withoutNames(await textOf(artefact(wave)), wave)),
      );
      expect(one?.length, artefact("")).toBeGreaterThan(200);
      for (const other of others) expect(other === one, artefact("")).toBe(true);
    }
  });

  test("show the bounds that the rule gives, and no exact count of the two groups", async () => {
    const { tables } = JSON.parse(await textOf(`/api/waves/${waves[0]}/tables`));
    const [item] = tables.items.filter((one: { kind: string }) => one.kind === "scale");
    const counts = item.cells.cuts[0]
      .slice(0, 3)
      .map(({ value }: { value: { borders: unknown[] } }) => value.borders[2]);
    expect(counts.map(({ low, high }: { low: number; high: number }) => [low, high])).toEqual([
      [10, 12],
      [10, 12],
      [7, 7],
    ]);
  });

  test("are told apart by a build that writes exact counts into its files", () => {
    const written = WORLDS.map((world) => {
      const dataset = datasetOf(survey, answersOf(world));
      const tables = tablesOf(survey, dataset, { cuts: [["area"]] });
      return { coded: bookOf(tables), leaky: bookOf(withExactCounts(tables, world)) };
    });
    expect(new Set(written.map(({ coded }) => coded)).size).toBe(1);
    expect(new Set(written.map(({ leaky }) => leaky)).size).toBe(WORLDS.length);
  });
});

function bookOf(tables: StaffTables): string {
  const policy = DEFAULT_POLICIES["staff-survey"];
  const { survey: asked } = tables;
  const source = {
    programme: "P",
    wave: "w",
    title: "W",
    survey: asked,
    release: 1,
    datasetHash: "",
    policy,
  };
  return csvFile(staffTablesBook({ source, definition: survey, tables, linked: null }));
}

/** The weakened build: the first cut shows what was counted. */
function withExactCounts(tables: StaffTables, world: readonly number[]): StaffTables {
  return {
    ...tables,
    items: tables.items.map((item) => ({
      ...item,
      cells: {
        ...item.cells,
        cuts: item.cells.cuts.map((cut) =>
          cut.map((cell, group) => {
            if (!cell.shown || cell.value.kind !== "scale") return cell;
            const count = world[group] ?? 0;
            const middle = item.points.slice(2).map(() => 0);
            const counts = item.reverseKeyed
              ? [count, ...middle, EACH - count]
              : [EACH - count, ...middle, count];
            return { ...cell, value: exactScale(counts) };
          }),
        ),
      },
    })),
  };
}
