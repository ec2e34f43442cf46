/** Sessions end with the address and the roles they were begun with, and what was refused to staff is written down. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listAudit } from "../../../api/audit/list-audit.ts";
import { changeRole } from "../../../api/roster/change-role.ts";
import { importPeople } from "../../../api/roster/import-people.ts";
import { addRole } from "../../../api/roster/store.ts";
import { signInLinkFor } from "../../../api/sign-in/request-sign-in.ts";
import { closeOpenWave, releaseReports } from "../../../api/waves/close-and-release.ts";
import { openWave } from "../../../api/waves/open-wave.ts";
import { draftWave, PEOPLE_CSV } from "../../support/staff-world.ts";
import { openWholeApp, type WholeApp } from "../../support/whole-app.ts";

let whole: WholeApp;
beforeEach(async () => {
  whole = await openWholeApp();
  const { context, coordinator } = whole.world;
  await importPeople(context, coordinator, { csv: PEOPLE_CSV, apply: true });
  const { personId } = await whole.world.staff("C1");
  await context.people.write((tx) => addRole(tx, personId, "coach"));
});
afterEach(() => whole.world.cleanUp());

const me = async (cookie: string) => (await whole.request("/api/me", { cookie })).status;
const log = async () =>
  (await listAudit(whole.world.context, whole.world.coordinator, { offset: 0, limit: 50 })).events;

async function roleOf(ref: string, role: "coach" | "evaluator", has: boolean): Promise<void> {
  const { context, coordinator } = whole.world;
  const { personId } = await whole.world.staff(ref);
  await changeRole(context, coordinator, { personId, role, has });
}

describe("a session", () => {
  test("ends when a role is taken, and does not come to life when it is given back", async () => {
    const cookie = await whole.cookieOf("C1");
    expect(await me(cookie)).toBe(200);
    await roleOf("C1", "coach", false);
    expect(await me(cookie)).toBe(401);
    await roleOf("C1", "coach", true);
    expect(await me(cookie)).toBe(401);
  });

  test("ends when a role is given", async () => {
    const cookie = await whole.cookieOf("C1");
    await roleOf("C1", "evaluator", true);
    expect(await me(cookie)).toBe(401);
  });

  test.each([
    ["changes", "cora.new@example.org"],
    ["goes", ""],
  ])("ends when its person's address %s, with links that were on their way", async (_what, mail) => {
    const { context, coordinator } = whole.world;
    const cookie = await whole.cookieOf("C1");
    const link = await signInLinkFor(context, { mail: "cora@example.org" });
    const csv = PEOPLE_CSV.replace("cora@example.org", mail);
    await importPeople(context, coordinator, { csv, apply: true });
    expect(await me(cookie)).toBe(401);
    const token = link?.split("#")[1] ?? "";
    const redeemed = await whole.request("/api/sign-in/redeem", {
      method: "POST",
      body: JSON.stringify({ token }),
    });
    expect(redeemed.status).toBe(404);
    await importPeople(context, coordinator, { csv: PEOPLE_CSV, apply: true });
    expect(await me(cookie)).toBe(401);
  });

  test("goes on when something else about its person changes", async () => {
    const { context, coordinator } = whole.world;
    const cookie = await whole.cookieOf("C1");
    const csv = PEOPLE_CSV.replace("Cora Coach", "Cora Coach-Miller").replace("cora@", "Cora@");
    await importPeople(context, coordinator, { csv, apply: true });
    expect(await me(cookie)).toBe(200);
  });
});

describe("the audit log", () => {
  test("tells of a staff link that was used twice, and of nothing that strangers make up", async () => {
    const link = await signInLinkFor(whole.world.context, { mail: "cora@example.org" });
    const redeem = (token: string) =>
      whole.request("/api/sign-in/redeem", { method: "POST", body: JSON.stringify({ token }) });
    const token = link?.split("#")[1] ?? "";
    expect((await redeem(token)).status).toBe(200);
    expect((await redeem(token)).status).toBe(404);
    for (let each = 0; each < 5; each += 1) expect((await redeem(`made-up-${each}`)).status).toBe(404);
    const { personId } = await whole.world.staff("C1");
    const refused = (await log()).filter(({ action }) => action === "sign-in-refused");
    expect(refused).toMatchObject([{ details: { personId } }]);
  });

  test("tells of a right that was refused, without what was asked about, and cannot be filled with it", async () => {
    const cookie = await whole.cookieOf("C1");
    for (let each = 0; each < 40; each += 1) {
      const answer = await whole.request(`/api/waves/wave-of-${each}/close`, {
        method: "POST",
        cookie,
        body: "{}",
      });
      expect(answer.status).toBe(403);
    }
    const refused = (await log()).filter(({ action }) => action === "right-refused");
    expect(refused).toHaveLength(20);
    expect(refused[0]?.details).toEqual({ method: "POST", address: "/api/waves/:wave/close" });
  });
});

test("opening, closing and releasing once more answers as the first time and changes nothing", async () => {
  const { context, coordinator } = whole.world;
  const wave = await draftWave(whole.world);
  const first = await openWave(context, coordinator, { wave });
  expect(await openWave(context, coordinator, { wave })).toEqual(first);
  for (let each = 0; each < 2; each += 1) await closeOpenWave(context, coordinator, { wave });
  for (let each = 0; each < 2; each += 1) await releaseReports(context, coordinator, { wave });
  await closeOpenWave(context, coordinator, { wave });
  const actions = (await log()).map(({ action }) => action);
  for (const action of ["wave-opened", "wave-closed", "wave-released"])
    expect(actions.filter((one) => one === action)).toHaveLength(1);
});
