/** Times between browsers' fields and the API. */
import { expect, test } from "vitest";
import { fieldOfIso, isoOfField } from "../../../web/coordinator/local-time.ts";

test("a time survives being shown in a field and sent again, whatever the zone", () => {
  for (const iso of ["2026-07-01T16:00:00.000Z", "2026-12-31T23:30:00.000Z"]) {
    expect(isoOfField(fieldOfIso(iso))).toBe(iso);
  }
});

test("an empty or unreadable field is no time", () => {
  expect(isoOfField("")).toBeUndefined();
  expect(isoOfField("soon")).toBeUndefined();
  expect(fieldOfIso(null)).toBe("");
});
