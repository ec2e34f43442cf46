/** A coach takes the report of an own coachee away, and of nobody else's. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "../../../api/demo/invent-answers.ts";
import { addRole } from "../../../api/roster/store.ts";
import { closeOpenWave, releaseReports } from "../../../api/waves/close-and-release.ts";
import { subjectsOfWave } from "../../../api/waves/store.ts";
import { openAndAnswer } from "../../support/open-and-answer.ts";
import { readXlsx } from "../../support/read-zip.ts";
import { draftWave } from "../../support/staff-world.ts";
import { openWholeApp, type WholeApp } from "../../support/whole-app.ts";

let whole: WholeApp;
let wave: string;
let address: string;

async function cookieWith(ref: string, role: "coach" | "evaluator"): Promise<string> {
  const { personId } = await whole.world.staff(ref);
  await whole.world.context.people.write((tx) => addRole(tx, personId, role));
  return whole.cookieOf(ref);
}

beforeAll(async () => {
  whole = await openWholeApp();
  const { context } = whole.world;
  wave = await draftWave(whole.world);
  await openAndAnswer(whole.world, wave, seededRandom(7));
  const subjects = await context.people.read((db) => subjectsOfWave(db, wave));
  address = `/api/waves/${wave}/reports/${subjects.find(({ name }) => name === "Mia Manager")?.code}/files/`;
});
afterAll(() => whole.world.cleanUp());

const get = (format: string, cookie: string) => whole.request(`${address}${format}`, { cookie });

describe("the file of a report", () => {
  test("is not there before the release, and then for the subject's own coach alone", async () => {
    const coach = await cookieWith("C1", "coach");
    expect((await get("xlsx", coach)).status).toBe(409);
    const { context, coordinator } = whole.world;
    await closeOpenWave(context, coordinator, { wave });
    await releaseReports(context, coordinator, { wave });
    expect((await get("xlsx", coach)).status).toBe(200);
    expect((await get("csv", await cookieWith("C2", "coach"))).status).toBe(404);
    expect((await get("csv", await cookieWith("R1", "evaluator"))).status).toBe(404);
    expect((await whole.request(`${address}csv`)).status).toBe(401);
  });

  test("holds what the screen shows: figures with reasons, comments, policy and the dataset's hash", async () => {
    const coach = await whole.cookieOf("C1");
    const sheets = readXlsx(new Uint8Array(await (await get("xlsx", coach)).arrayBuffer()));
    expect([...sheets.keys()]).toEqual(["Figures", "Comments", "Codebook", "Notes"]);
    const report = await (await whole.request(address.replace("/files/", ""), { cookie: coach })).json();
    const [dimension] = report.report.dimensions;
    const own = sheets
      .get("Figures")
      ?.find(
        ([record, code, , , group]) =>
          record === "dimension" && code === dimension.code && group === "all-others",
      );
    expect(own?.[8]).toBe(dimension.allOthers.shown ? dimension.allOthers.value.mean : undefined);
    expect(JSON.stringify(sheets.get("Notes"))).toContain(report.datasetHash);
    const csv = await (await get("csv", coach)).text();
    expect(csv).toContain("Mia Manager");
    expect(csv).toContain(report.datasetHash);
  });
});
