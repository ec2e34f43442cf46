/** Released staff tables are tried again by the doctor: whole ones pass, spoilt ones are found, several cuts are told. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { exactScale } from "../../../analysis/staff-tables/answer-bounds.ts";
import { readStoredTables } from "../../../analysis/staff-tables/read-stored-tables.ts";
import type { StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";
import { checkReleases } from "../../../api/doctor/check-releases.ts";
import { openStaffWorld, type StaffWorld } from "../../support/staff-world.ts";
import { storedInstrument } from "../../support/stored-instrument.ts";
import { inventStaffAnswers } from "../../support/survey-answers.ts";
import { addStaff, programmeNamed, releasedSurvey } from "../../support/survey-world.ts";

let world: StaffWorld;
beforeAll(async () => {
  world = await openStaffWorld();
  await addStaff(world, 60);
  const { definition } = await storedInstrument(world.context, "staff-confidence");
  const weights = { "area-a": 20, "area-b": 20, "area-c": 10 };
  await releasedSurvey(world, {
    programme: await programmeNamed(world, "Better managers"),
    instrument: "staff-confidence",
    title: "Before",
    cuts: [["area"]],
    invited: 60,
    answers: inventStaffAnswers(definition, { count: 50, seed: 3, cut: { code: "area", weights } }),
  });
});
afterAll(() => world.cleanUp());

/** The check after the one release was changed. */
async function after(change: (tables: StaffTables) => StaffTables) {
  const { answers } = world.context;
  const [stored] = await answers.read((db) => db.select().from(db.tables.tableReleases));
  if (stored === undefined) throw new RangeError("the survey has one release");
  await answers.write(async (tx) => {
    await tx.update(tx.tables.tableReleases).set({ tables: change(readStoredTables(stored.tables)) });
  });
  const found = await checkReleases({ answers });
  await answers.write(async (tx) => {
    await tx.update(tx.tables.tableReleases).set({ tables: stored.tables });
  });
  return found;
}

test("tables as they were released pass", async () => {
  expect(await after((tables) => tables)).toMatchObject({ state: "fine" });
});

test("tables with a figure of two persons are found", async () => {
  const lone = { shown: true, n: 2, value: exactScale([2, 0, 0, 0, 0]) } as const;
  const spoilt = await after((tables) => ({
    ...tables,
    items: tables.items.map((item, place) =>
      place === 0
        ? { ...item, cells: { ...item.cells, cuts: item.cells.cuts.map((cut) => cut.map(() => lone)) } }
        : item,
    ),
  }));
  expect(spoilt.state).toBe("finding");
  expect(spoilt.sentences.join(" ")).not.toContain("Nothing was published");
});

test("of tables with several cuts it is said that they can be tried again only in part", async () => {
  const twice = <Cut>(cuts: readonly Cut[]) => [...cuts, ...cuts];
  const several = await after((tables) => {
    return {
      ...tables,
      cuts: [...tables.cuts, ...tables.cuts.map((cut) => ({ ...cut, codes: ["gender"] }))],
      items: tables.items.map((item) => ({
        ...item,
        cells: { ...item.cells, cuts: twice(item.cells.cuts) },
      })),
      scales: tables.scales.map((scale) => ({
        ...scale,
        cells: { ...scale.cells, cuts: twice(scale.cells.cuts) },
      })),
      index:
        tables.index === null
          ? null
          : { ...tables.index, cells: { ...tables.index.cells, cuts: twice(tables.index.cells.cuts) } },
    };
  });
  expect(several.sentences.join(" ")).toContain("only parts could be tried again");
});

test("a further release is not said to have passed with those before it where that could not be tried", async () => {
  const { answers } = world.context;
  const [stored] = await answers.read((db) => db.select().from(db.tables.tableReleases));
  if (stored === undefined) throw new RangeError("the survey has one release");
  const id = stored.id.replace(/1$/, "2");
  await answers.write((tx) => tx.insert(tx.tables.tableReleases).values({ ...stored, id }));
  const { state, sentences } = await checkReleases({ answers });
  expect(state).toBe("remark");
  expect(sentences).toHaveLength(1);
  expect(sentences[0]).toContain(`the tables of release 2 of wave ${stored.wave}`);
  expect(sentences[0]).not.toContain("release 1 of wave");
});
