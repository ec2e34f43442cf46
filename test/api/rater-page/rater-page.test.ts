/** GET /r/:wave behind the guards of the whole product. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWholeApp, type WholeApp } from "../../support/whole-app.ts";

let whole: WholeApp;

beforeAll(async () => {
  whole = await openWholeApp();
});

afterAll(async () => {
  await whole.world.cleanUp();
});

describe("an address where no page is", () => {
  it.each(["/nowhere", "/r", "/r/w1/more", "/favicon.ico/x"])(
    "says so to people in words at %s",
    async (path) => {
      const response = await whole.request(path, { headers: { accept: "text/html,*/*;q=0.8" } });
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toContain("text/html");
      expect(response.headers.get("set-cookie")).toBeNull();
      expect(await response.text()).toMatch(/^<!doctype html>/);
    },
  );

  it.each(["/nowhere", "/api/nowhere", "/assets/gone.js"])(
    "is a problem for programs at %s",
    async (path) => {
      const accept = path === "/nowhere" ? "*/*" : "text/html";
      const response = await whole.request(path, { headers: { accept } });
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
    },
  );
});

describe("the page of a wave nobody knows", () => {
  it.each(["w1", "%3Cscript%3E", "..%2F..%2Fetc", "a".repeat(5000), "%00", "%F0%9F%92%A9", "-"])(
    "is a page with status 404 for %s, without a cookie, kept by nobody",
    async (wave) => {
      const response = await whole.request(`/r/${wave}`);
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toContain("text/html");
      expect(response.headers.get("set-cookie")).toBeNull();
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("referrer-policy")).toBe("no-referrer");
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(await response.text()).not.toContain("<script>");
      expect(whole.log).toEqual([]);
    },
  );

  it("takes no POST", async () => {
    expect((await whole.request("/r/w1", { method: "POST", body: "{}" })).status).toBe(404);
  });
});
