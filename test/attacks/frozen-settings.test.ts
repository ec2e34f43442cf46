/** A coordinator, or somebody with the people's store, who changes the rules after raters have read them. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { reportAll } from "../../analysis/report360/build-report.ts";
import type { Report360 } from "../../analysis/report360/report-model.ts";
import { openDataset } from "../../api/datasets/sealed-dataset.ts";
import { storedDataset } from "../../api/datasets/store.ts";
import { definitionOfId } from "../../api/definitions/read-definitions.ts";
import { seededRandom } from "../../api/demo/invent-answers.ts";
import { waveSeal } from "../../api/keys/store.ts";
import { closeOpenWave, releaseReports } from "../../api/waves/close-and-release.ts";
import { findWave } from "../../api/waves/find-wave.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { openAndAnswer } from "../support/open-and-answer.ts";
import { draftWave, RATERS_CSV } from "../support/staff-world.ts";
import { openWholeApp, type WholeApp } from "../support/whole-app.ts";

let whole: WholeApp;
let wave: string;
let cookie: string;
beforeEach(async () => {
  whole = await openWholeApp();
  wave = await draftWave(whole.world);
  cookie = await whole.cookieOf("K1");
});
afterEach(() => whole.world.cleanUp());

const post = async (path: string, body: unknown) =>
  (await whole.request(path, { method: "POST", body: JSON.stringify(body), cookie })).status;

const WEAKER = {
  minimumGroupSize: 3,
  minimumComments: 3,
  smallGroups: "merge",
  retention: { rule: "until-release" },
} as const;

const CHANGES: readonly (readonly [string, string, unknown])[] = [
  ["the rules", "", { policy: WEAKER }],
  ["the closing time", "", { closesAt: null }],
  ["the list of raters", "/line-up", { list: "raters", csv: `${RATERS_CSV}M1,R9,peer\n`, apply: true }],
  ["the list of subjects", "/line-up", { list: "subjects", csv: "subject,coach\nM1,C2\n", apply: true }],
];

describe("settings", () => {
  test.each(CHANGES)(
    "of a draft can be changed, and of an opened wave cannot: %s",
    async (_what, path, body) => {
      const { context, coordinator } = whole.world;
      expect(await post(`/api/waves/${wave}${path}`, body)).toBe(200);
      await openWave(context, coordinator, { wave });
      const manifest = async () => (await whole.request(`/api/waves/${wave}/manifest`)).text();
      const told = await manifest();
      expect(await post(`/api/waves/${wave}${path}`, body)).toBe(409);
      expect(await manifest()).toBe(told);
    },
  );
});

async function answered(): Promise<void> {
  await openAndAnswer(whole.world, wave, seededRandom(3));
}

describe("somebody with the people's store", () => {
  test("lowers the minimum there: an engine that reads it there shows more, and ours shows what was told", async () => {
    const { context, coordinator } = whole.world;
    await answered();
    await context.people.write(async (tx) => {
      await tx.update(tx.tables.waves).set({ policy: WEAKER });
    });
    await closeOpenWave(context, coordinator, { wave });
    const seal = await context.answers.read((db) => waveSeal(db, wave));
    const stored = await context.answers.read((db) => storedDataset(db, wave));
    if (seal?.datasetKeyWrapped == null || stored === undefined)
      throw new RangeError("a closed wave has both");
    const careless = reportAll({
      definition: await definitionOfId(context, seal.definitionId),
      dataset: openDataset(stored, context.keys.unwrap(seal.datasetKeyWrapped, `dataset:${wave}`)),
      policy: (await context.people.read((db) => findWave(db, wave))).policy,
      invited: seal.manifest.groups,
    });
    const minimums = (reports: Iterable<Report360>) => [
      ...new Set(Array.from(reports, ({ policy }) => policy.minimumGroupSize)),
    ];
    expect(minimums(careless)).toEqual([3]);
    await releaseReports(context, coordinator, { wave });
    const released = await context.answers.read((db) => db.select().from(db.tables.releases));
    expect(minimums(released.map(({ report }) => report))).toEqual([4]);
  });
});
