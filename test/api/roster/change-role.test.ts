/** Roles are given and taken by coordinators, never the last one's. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventsAfter } from "../../../api/audit/store.ts";
import { changeRole } from "../../../api/roster/change-role.ts";
import { importPeople } from "../../../api/roster/import-people.ts";
import { openStaffWorld, PEOPLE_CSV, type StaffWorld } from "../../support/staff-world.ts";

let world: StaffWorld;
beforeEach(async () => {
  world = await openStaffWorld();
  await importPeople(world.context, world.coordinator, { csv: PEOPLE_CSV, apply: true });
});
afterEach(() => world.cleanUp());

describe("changing roles", () => {
  test("a role is given, kept when given again, and taken, each change with an audit event", async () => {
    const { personId } = await world.staff("C1");
    const change = (has: boolean) =>
      changeRole(world.context, world.coordinator, { personId, role: "coach", has });
    expect(await change(true)).toEqual({ roles: ["coach"], limits: {} });
    expect(await change(true)).toEqual({ roles: ["coach"], limits: {} });
    expect(await change(false)).toEqual({ roles: [], limits: {} });
    const events = await world.context.people.read((db) => eventsAfter(db, 0, 100));
    expect(events.map((event) => event.action).filter((action) => action.startsWith("role-"))).toEqual([
      "role-given",
      "role-taken",
    ]);
  });

  test("the last coordinator stays", async () => {
    const { personId } = world.coordinator;
    await expect(
      changeRole(world.context, world.coordinator, { personId, role: "coordinator", has: false }),
    ).rejects.toMatchObject({ code: "wrong-state" });
  });

  test("somebody without a mail address cannot sign in, so gets no role", async () => {
    await importPeople(world.context, world.coordinator, {
      csv: "staff_number,name\nX,Xenia\n",
      apply: true,
    });
    const { personId } = await world.staff("X");
    await expect(
      changeRole(world.context, world.coordinator, { personId, role: "coach", has: true }),
    ).rejects.toMatchObject({ code: "wrong-state" });
  });

  test("an unknown person is not found, and a coach may not give roles", async () => {
    const request = { personId: "nobody", role: "coach", has: true } as const;
    await expect(changeRole(world.context, world.coordinator, request)).rejects.toMatchObject({
      code: "not-found",
    });
    const coach = await world.staff("C1", "coach");
    await expect(changeRole(world.context, coach, request)).rejects.toMatchObject({ code: "not-allowed" });
  });
});
