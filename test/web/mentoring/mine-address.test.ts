/** The address of the personal page: key and screen. */
import { describe, expect, it } from "vitest";
import { type MineStep, mineHash, readMineAddress } from "../../../web/mentoring/mine-address.ts";

const SECRET = "abcdefghijklmnopqrstuvwxyz-_0123";

describe("the address of the personal page", () => {
  it.each<MineStep>([
    { name: "home" },
    { name: "guidance", side: "mentor" },
    { name: "pair", pair: "p1" },
    { name: "agreement", pair: "p1" },
    { name: "certificate", pair: "p1" },
  ])("leads back to $name", (step) => {
    expect(readMineAddress(mineHash(SECRET, step))).toEqual({ secret: SECRET, step });
  });

  it("knows a key that was cut short", () => {
    expect(readMineAddress("#abc").secret).toBeUndefined();
    expect(readMineAddress("").secret).toBeUndefined();
  });

  it("takes an unknown screen for the start", () => {
    expect(readMineAddress(`#${SECRET}/nowhere/x`).step).toEqual({ name: "home" });
    expect(readMineAddress(`#${SECRET}/pair`).step).toEqual({ name: "home" });
  });
});
