/** What every rater loads comes compressed and can be kept; nothing that differs between people is compressed. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWave } from "../../../api/waves/open-wave.ts";
import { draftWave } from "../../support/staff-world.ts";
import { openWholeApp, type WholeApp } from "../../support/whole-app.ts";

let whole: WholeApp;
let wave: string;
beforeAll(async () => {
  whole = await openWholeApp();
  wave = await draftWave(whole.world);
  await openWave(whole.world.context, whole.world.coordinator, { wave });
});
afterAll(() => whole.world.cleanUp());

const get = (path: string, cookie = "") =>
  whole.request(path, { cookie, headers: { "accept-encoding": "gzip, br" } });

describe("public texts", () => {
  test.each(["manifest", "form"])("the %s of a wave comes compressed", async (name) => {
    const response = await get(`/api/waves/${wave}/${name}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-encoding")).toBe("gzip");
    const unpacked = response.body?.pipeThrough(new DecompressionStream("gzip"));
    expect(JSON.parse(await new Response(unpacked ?? null).text())).toBeTypeOf("object");
  });

  test("what staff read is not compressed beside their session", async () => {
    const response = await get(`/api/waves/${wave}`, await whole.cookieOf("K1"));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-encoding")).toBeNull();
  });

  test("no rater's route sets a cookie", async () => {
    for (const path of [`/r/${wave}`, `/api/waves/${wave}/manifest`, `/api/waves/${wave}/form`]) {
      expect((await get(path)).headers.get("set-cookie")).toBeNull();
    }
    const opened = await whole.request("/api/invitations/open", {
      method: "POST",
      body: JSON.stringify({ wave, secret: "unknown" }),
    });
    expect(opened.headers.get("set-cookie")).toBeNull();
  });
});
