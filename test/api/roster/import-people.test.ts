/** The list of people is imported whole or not at all, and a dry run says what would change. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventsAfter } from "../../../api/audit/store.ts";
import { importPeople } from "../../../api/roster/import-people.ts";
import { everyPerson } from "../../../api/roster/store.ts";
import { openStaffWorld, PEOPLE_CSV, type StaffWorld } from "../../support/staff-world.ts";

let world: StaffWorld;
beforeEach(async () => {
  world = await openStaffWorld();
});
afterEach(() => world.cleanUp());

const apply = (csv: string) => importPeople(world.context, world.coordinator, { csv, apply: true });
const dryRun = (csv: string) => importPeople(world.context, world.coordinator, { csv, apply: false });
const people = () => world.context.people.read(everyPerson);

describe("importing people", () => {
  test("a dry run names who is new and changes nothing", async () => {
    const { changes, applied } = await dryRun(PEOPLE_CSV);
    expect(applied).toBe(false);
    expect(changes).toHaveLength(14);
    expect(changes.every((change) => change.change === "new")).toBe(true);
    expect(await people()).toHaveLength(1);
  });

  test("applied twice, the second time changes nobody", async () => {
    await apply(PEOPLE_CSV);
    expect(await people()).toHaveLength(15);
    expect(await apply(PEOPLE_CSV)).toMatchObject({ changes: [], unchanged: 14 });
  });

  test("a moved person is a change of the fields that differ", async () => {
    await apply(PEOPLE_CSV);
    const moved =
      "staff_number,name,mail,unit,site,grade,line_manager\nR1,Rater 1,rater1@example.org,Finance,Riverside,Officer,M2\n";
    expect((await apply(moved)).changes).toEqual([
      { ref: "R1", name: "Rater 1", change: "changed", fields: ["unit", "lineManagerRef"] },
    ]);
    expect((await people()).find((person) => person.ref === "R1")).toMatchObject({ unit: "Finance" });
  });

  test("two people may swap their mail addresses in one file", async () => {
    await apply("staff_number,name,mail\nA,Ann,a@example.org\nB,Ben,b@example.org\n");
    await apply("staff_number,name,mail\nA,Ann,b@example.org\nB,Ben,a@example.org\n");
    const byRef = new Map((await people()).map((person) => [person.ref, person.mail]));
    expect([byRef.get("A"), byRef.get("B")]).toEqual(["b@example.org", "a@example.org"]);
  });

  test("one bad row stops the whole import, and every bad row is named by its line", async () => {
    const csv =
      "staff_number,name,mail,line_manager\nA,Ann,a@example.org,\n,Ben,b@example.org,\nC,Cy,nonsense,\nD,Di,a@example.org,Z\n";
    await expect(apply(csv)).rejects.toMatchObject({
      code: "bad-input",
      problems: [{ path: "line 3" }, { path: "line 4" }, { path: "line 5" }, { path: "line 5" }],
    });
    expect(await people()).toHaveLength(1);
  });

  test("an address of somebody outside the file is refused", async () => {
    const { problems } = await dryRun("staff_number,name,mail\nA,Ann,KIM@example.org\n");
    expect(problems).toHaveLength(1);
  });

  test("a coach may not import", async () => {
    const coach = { ...world.coordinator, roles: ["coach"] as const };
    await expect(importPeople(world.context, coach, { csv: PEOPLE_CSV, apply: true })).rejects.toMatchObject({
      code: "not-allowed",
    });
  });

  test("an import leaves an audit event with counts and no names", async () => {
    await apply(PEOPLE_CSV);
    const events = await world.context.people.read((db) => eventsAfter(db, 0, 100));
    const event = events.find(({ action }) => action === "people-imported");
    expect(event?.details).toEqual({ added: 14, changed: 0 });
  });
});
