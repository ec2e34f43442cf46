/** Definitions are published when they are free of problems, under an id made of their text. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishDefinition, publishShippedInstruments } from "../../../api/definitions/publish-definition.ts";
import { definitionOfId, listDefinitions } from "../../../api/definitions/read-definitions.ts";
import { SHIPPED_INSTRUMENTS } from "../../../surveys/library.ts";
import { openStaffWorld, type StaffWorld } from "../../support/staff-world.ts";

let world: StaffWorld;
beforeAll(async () => {
  world = await openStaffWorld();
});
afterAll(() => world.cleanUp());

const shipped = () => JSON.stringify(SHIPPED_INSTRUMENTS[0]);
const publish = (text: string) => publishDefinition(world.context, world.coordinator, { text });

describe("publishing definitions", () => {
  test("all fourteen shipped instruments are there, 360 first, and stay fourteen after another start", async () => {
    await publishShippedInstruments(world.context);
    const listed = await listDefinitions(world.context);
    expect(listed).toHaveLength(14);
    expect(listed[0]?.definition.soundings.kind).toBe("360");
  });

  test("the same text is the same definition; another title is another", async () => {
    const first = await publish(shipped());
    expect((await publish(shipped())).id).toBe(first.id);
    const other = await publish(shipped().replace('"title":"', '"title":"Our '));
    expect(other.id).not.toBe(first.id);
    expect((await definitionOfId(world.context, other.id)).title["en"]).toMatch(/^Our /);
  });

  test("problems are named by line, and nothing is published", async () => {
    const before = (await listDefinitions(world.context)).length;
    await expect(publish('{"soundings": {}}')).rejects.toMatchObject({
      code: "bad-input",
      problems: expect.arrayContaining([{ path: "line 1", sentence: expect.stringMatching(/\.$/) }]),
    });
    expect(await listDefinitions(world.context)).toHaveLength(before);
  });

  test("an evaluator may not publish, and an unknown id is not found", async () => {
    const evaluator = { ...world.coordinator, roles: ["evaluator"] as const };
    await expect(publishDefinition(world.context, evaluator, { text: shipped() })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(definitionOfId(world.context, "unknown")).rejects.toMatchObject({ code: "not-found" });
  });
});
