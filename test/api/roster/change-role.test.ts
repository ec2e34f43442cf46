/** Roles are given and taken by coordinators, never the last one's. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventsAfter } from "../../../api/audit/store.ts";
import { createProgramme } from "../../../api/programmes/create-programme.ts";
import { changeRole } from "../../../api/roster/change-role.ts";
import { importPeople } from "../../../api/roster/import-people.ts";
import { beginSession, readSession } from "../../../api/sign-in/session.ts";
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

  test("a role is held in the programmes it is given in, and changing these ends the session", async () => {
    const { context, coordinator } = world;
    const { id } = await createProgramme(context, coordinator, { name: "Heron" });
    const { personId } = await world.staff("B1");
    const give = (programmes?: readonly string[]) =>
      changeRole(context, coordinator, { personId, role: "evaluator", has: true, programmes });
    expect(await give([id])).toEqual({ roles: ["evaluator"], limits: { evaluator: [id] } });
    const token = await context.people.write((tx) =>
      beginSession(tx, { personId, previousToken: undefined }, context.clock()),
    );
    expect(await give([id, id])).toEqual({ roles: ["evaluator"], limits: { evaluator: [id] } });
    expect((await readSession(context, token))?.limits).toEqual({ evaluator: [id] });
    expect(await give([])).toEqual({ roles: ["evaluator"], limits: { evaluator: [] } });
    expect(await readSession(context, token)).toBeUndefined();
    expect(await give()).toEqual({ roles: ["evaluator"], limits: {} });
    expect(await readSession(context, token)).toBeUndefined();
    await expect(give(["nowhere"])).rejects.toMatchObject({ code: "not-found" });
    const coach = { personId, role: "coach", has: true, programmes: [id] } as const;
    await expect(changeRole(context, coordinator, coach)).rejects.toMatchObject({ code: "bad-input" });
  });

  test("the last coordinator of all programmes is not limited to some, however many others there are", async () => {
    const { context, coordinator } = world;
    const { id } = await createProgramme(context, coordinator, { name: "Heron" });
    const { personId } = await world.staff("B1");
    const give = (person: string, programmes?: readonly string[]) =>
      changeRole(context, coordinator, { personId: person, role: "coordinator", has: true, programmes });
    await give(personId, [id]);
    await expect(give(coordinator.personId, [id])).rejects.toMatchObject({ code: "wrong-state" });
    const limited = { ...coordinator, limits: { coordinator: [id] } };
    await expect(
      changeRole(context, limited, { personId, role: "coordinator", has: true }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    await give(personId);
    expect(await give(coordinator.personId, [id])).toMatchObject({ limits: { coordinator: [id] } });
  });
});
