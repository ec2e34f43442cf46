/** The part of the address after #. */
import { describe, expect, it } from "vitest";
import { type RaterStep, readAddress, writeAddress } from "../../../web/rater/address.ts";

const SECRET = "abcdefghijklmnopqrstuvwxyz_-0123";

describe("the rater's address", () => {
  it("of an invitation is the promise", () => {
    expect(readAddress(`#${SECRET}`)).toEqual({ secret: SECRET, step: { name: "promise" } });
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
    expect(readAddress(writeAddress(SECRET, step))).toEqual({ secret: SECRET, step });
  });

  it("on a shared computer holds no secret, and still says where one is", () => {
    expect(writeAddress(undefined, { name: "people" })).toBe("#/people");
    expect(readAddress("#/people")).toEqual({ secret: undefined, step: { name: "people" } });
  });

  it.each(["", "#", "#short", `#${SECRET}x`, "#%E0%A4%A", `#${SECRET.slice(1)}<`])(
    "%s holds no whole secret",
    (hash) => {
      expect(readAddress(hash).secret).toBeUndefined();
    },
  );

  it("with a page that is no number begins at the first page", () => {
    for (const page of ["0", "-1", "NaN", "1e9", ""]) {
      expect(readAddress(`#${SECRET}/form/s1/${page}`).step).toMatchObject({ name: "form", page: 0 });
    }
  });
});
