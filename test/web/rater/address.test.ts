/** The part of the address after #. */
import { describe, expect, it } from "vitest";
import { type RaterStep, readAddress, writeAddress } from "../../../web/rater/address.ts";

const MARK = "AAAAAAAAAAAAAAAAAAAAAA";
const SECRET = "abcdefghijklmnopqrstuvwxyz_-0123";

describe("the rater's address", () => {
  it("of an invitation is the promise", () => {
    expect(readAddress(`#${SECRET}`)).toEqual({ link: { secret: SECRET }, step: { name: "promise" } });
    const link = { secret: SECRET, manifestMark: MARK };
    expect(readAddress(`#${SECRET}.${MARK}`)).toEqual({ link, step: { name: "promise" } });
  });

  it.each<RaterStep>([
    { name: "promise" },
    { name: "people" },
    { name: "enter-code" },
    { name: "resume-code" },
    { name: "form", subject: "s1", page: 3 },
    { name: "form", subject: "", page: 0 },
    { name: "review", subject: "s1" },
    { name: "sent", subject: "" },
  ])("of $name is read as it was written", (step) => {
    for (const link of [{ secret: SECRET }, { secret: SECRET, manifestMark: MARK }])
      expect(readAddress(writeAddress(link, step))).toEqual({ link, step });
  });

  it("on a shared computer holds no link, and still says where one is", () => {
    expect(writeAddress(undefined, { name: "people" })).toBe("#/people");
    expect(readAddress("#/people")).toEqual({ link: undefined, step: { name: "people" } });
  });

  it.each([
    "",
    "#",
    "#short",
    `#${SECRET}x`,
    "#%E0%A4%A",
    `#${SECRET.slice(1)}<`,
    `#${SECRET}.`,
    `#${SECRET}.${MARK.slice(1)}`,
    `#${SECRET}.${MARK}.${MARK}`,
    `#.${MARK}`,
  ])("%s holds no whole link", (hash) => {
    expect(readAddress(hash).link).toBeUndefined();
  });

  it("with a page that is no number begins at the first page", () => {
    for (const page of ["0", "-1", "NaN", "1e9", ""]) {
      expect(readAddress(`#${SECRET}/form/s1/${page}`).step).toMatchObject({ name: "form", page: 0 });
    }
  });
});
