/** Signing out leaves nothing of staff in the browser, and everything of a rater who uses the same one. */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWholeApp, type WholeApp } from "../support/whole-app.ts";

let whole: WholeApp;
beforeAll(async () => {
  whole = await openWholeApp();
});
afterAll(() => whole.world.cleanUp());

/** A header that takes a rater's seed, draft and unsent answers with it. */
function emptiesTheBrowser(header: string | null): boolean {
  return header !== null && /"(storage|\*)"/.test(header);
}

const KEEPING =
  /\b(localStorage|sessionStorage|indexedDB|serviceWorker|caches\.open|document\.cookie|cookieStore|showSaveFilePicker)\b/;

/** The files of the screens that can keep something in the browser. */
function keepers(texts: ReadonlyMap<string, string>): string[] {
  return [...texts].flatMap(([file, text]) => (KEEPING.test(text) ? [file] : [])).sort();
}

function screenTexts(): ReadonlyMap<string, string> {
  const files = readdirSync("web", { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  return new Map(files.map((file) => [file, readFileSync(`web/${file}`, "utf8")]));
}

describe("signing out", () => {
  test("ends the session and clears its cookie, by name and without emptying the browser", async () => {
    const cookie = await whole.cookieOf("K1");
    const before = await whole.request("/api/me", { cookie });
    expect(before.status).toBe(200);
    expect(before.headers.get("cache-control")).toBe("no-store");
    const out = await whole.request("/api/sign-out", { method: "POST", cookie });
    expect(out.status).toBe(200);
    expect(out.headers.get("set-cookie")).toMatch(/^soundings=;.*Max-Age=0/);
    expect(emptiesTheBrowser(out.headers.get("clear-site-data"))).toBe(false);
    expect((await whole.request("/api/me", { cookie })).status).toBe(401);
  });

  test("would be seen to empty the browser in a build that does", () => {
    for (const careless of ['"*"', '"cookies", "storage"']) expect(emptiesTheBrowser(careless)).toBe(true);
    expect(emptiesTheBrowser('"cache"')).toBe(false);
  });

  test("has nothing else to delete: no screen of staff keeps anything in the browser", () => {
    const texts = screenTexts();
    expect(texts.size).toBeGreaterThan(100);
    // The rater's and the mentee's own pages, which belong to links and not to sessions.
    expect(keepers(texts)).toEqual(["rater/link-in-tab.ts", "ui/device/open-device.ts"]);
    const openers = [...texts].flatMap(([file, text]) =>
      text.includes("/device/open-device.ts") ? [file] : [],
    );
    expect(openers.length).toBeGreaterThan(0);
    expect(openers.filter((file) => !/^(rater|mentoring)\//.test(file))).toEqual([]);
  });

  test("would be seen to leave something in a build whose screens keep drafts", () => {
    const careless = new Map([...screenTexts(), ["coordinator/draft.ts", "localStorage.setItem(key, text)"]]);
    expect(keepers(careless)).toContain("coordinator/draft.ts");
  });
});
