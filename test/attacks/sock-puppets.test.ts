/** A coordinator who invents raters to be alone with one real one: it works, so it is told before and shown after. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { promiseScreen } from "../../api/rater-page/promise-screen.ts";
import { readRaterPage } from "../../api/rater-page/read-rater-page.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { definition360 } from "../support/definition-360.ts";
import { openProtocolWave, raterAt } from "../support/protocol-wave.ts";
import { obtainTicket, responseBody, sendRaw } from "../support/rater-requests.ts";
import { draftWave } from "../support/staff-world.ts";
import { openWholeApp, type WholeApp } from "../support/whole-app.ts";
import { reportOf, times } from "../support/world-360.ts";

let whole: WholeApp;
beforeEach(async () => {
  whole = await openWholeApp();
});
afterEach(() => whole.world.cleanUp());

const PUPPETS = 4;

/** The one real peer's answer, from the displayed mean and the answers the coordinator invented. */
function workedOut(answer: number): { readonly guess: number; readonly invited: number } {
  const invented = { c1: 3, c2: 3, s1: 3, s2: 3 };
  const peers = [...times(PUPPETS, invented), { ...invented, c1: answer }];
  const report = reportOf(definition360(), { self: times(1, invented), peer: peers });
  const item = report.dimensions.flatMap(({ items }) => items).find(({ code }) => code === "c1");
  const cell = item?.blocks["peer"];
  const mean = cell?.shown === true ? cell.value.mean : Number.NaN;
  const told = report.responses.find(({ group }) => group === "peer");
  return { guess: Math.round(mean * (PUPPETS + 1) - PUPPETS * 3), invited: told?.invited ?? 0 };
}

describe("invented raters", () => {
  test("tell the one real answer, whatever the minimum, and the report says that five were asked", () => {
    for (const answer of [1, 2, 3, 4, 5])
      expect(workedOut(answer)).toEqual({ guess: answer, invited: PUPPETS + 1 });
  });

  test("are what raters are warned of before they answer, with the size of every group for all to see", async () => {
    const wave = await draftWave(whole.world);
    await openWave(whole.world.context, whole.world.coordinator, { wave });
    const page = await readRaterPage(whole.world.context, wave);
    if (page.state !== "open") throw new RangeError("the wave is open");
    expect(String(await promiseScreen(page))).toContain("If somebody makes up raters, a group looks larger");
    const { groups } = JSON.parse(await (await whole.request(`/api/waves/${wave}/manifest`)).text());
    expect(groups.length).toBeGreaterThan(3);
    for (const { invited } of groups) expect(invited).toBeGreaterThan(0);
  });

  test("added once the wave is open get no answer in", async () => {
    const wave = await openProtocolWave();
    try {
      const { rater, scope } = await raterAt(wave, 1);
      const ticket = await obtainTicket(wave, rater, scope);
      const honest = await responseBody(rater, scope, ticket, { pace: 3 });
      for (const added of [{ subject: "puppet" }, { group: "direct-report" }])
        expect(await sendRaw(wave, "/api/responses", { ...honest, ...added })).toMatchObject({ status: 403 });
      expect((await sendRaw(wave, "/api/responses", honest)).status).toBe(201);
    } finally {
      await wave.close();
    }
  });
});
