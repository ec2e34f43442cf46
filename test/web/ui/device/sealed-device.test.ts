/** What lies on a rater's device opens with the link's secret alone. */
import { describe, expect, it } from "vitest";
import { sealDevice } from "../../../../web/ui/device/sealed-device.ts";
import { mapDevice } from "../../../support/protocol-wave.ts";

const SECRET = "a".repeat(32);

describe("a sealed device", () => {
  it("gives back what was set, and keeps it unreadable underneath", async () => {
    const under = mapDevice();
    const device = await sealDevice(under, SECRET);
    await device.set("seed", "sixteen bytes of seed");
    expect(await device.get("seed")).toBe("sixteen bytes of seed");
    expect([...under.kept.values()].join()).not.toContain("seed");
  });

  it("opens after a reload with the same link, and not with another", async () => {
    const under = mapDevice();
    await (await sealDevice(under, SECRET)).set("draft", "hello");
    expect(await (await sealDevice(under, SECRET)).get("draft")).toBe("hello");
    expect(await (await sealDevice(under, "b".repeat(32))).get("draft")).toBeUndefined();
  });

  it("takes damaged texts for absent ones", async () => {
    const under = mapDevice();
    const device = await sealDevice(under, SECRET);
    for (const text of ["", "not base64url!", "AAAA", "A".repeat(60)]) {
      under.kept.set("draft", text);
      expect(await device.get("draft")).toBeUndefined();
    }
  });

  it("removes and lists like the device below", async () => {
    const device = await sealDevice(mapDevice(), SECRET);
    await device.set("a", "1");
    await device.set("b", "2");
    await device.remove("a");
    expect(await device.keys()).toEqual(["b"]);
  });
});
