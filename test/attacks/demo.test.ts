/** A demo signs anybody in: none of its doors may open onto real people. */
import { createServer } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createApp } from "../../api/app.ts";
import { demoCommand } from "../../api/cli/demo.ts";
import { openBuiltPages } from "../../api/http/static-files.ts";
import { openSealedWaves } from "../../api/keys/sealed-waves.ts";
import { createProgramme } from "../../api/programmes/create-programme.ts";
import { openWholeApp, type WholeApp } from "../support/whole-app.ts";

let whole: WholeApp;
beforeEach(async () => {
  whole = await openWholeApp();
});
afterEach(() => whole.world.cleanUp());

const ASK = { method: "POST", body: JSON.stringify({ role: "coordinator" }) };

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

test("the demo's doors are not there where no demo is served, and would let anybody in if they were", async () => {
  expect((await whole.request("/api/demo/sign-in", ASK)).status).toBe(404);
  for (const path of ["/demo/overview.json", "/demo/outbox.json"])
    expect((await whole.request(path)).headers.get("content-type")).toContain("text/html");
  const { context } = whole.world;
  const careless = createApp({
    context: { ...context, config: { ...context.config, demo: true } },
    waves: openSealedWaves(context),
    pages: openBuiltPages(`${context.config.dataFolder}/pages`),
    log: () => undefined,
  });
  const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
  const answer = await careless.request("/api/demo/sign-in", { ...ASK, headers });
  expect(answer.headers.get("set-cookie")).toContain("soundings=");
});

test("a demo started on a folder of real people stops before anything listens", async () => {
  const { context, coordinator } = whole.world;
  await createProgramme(context, coordinator, { name: "Coaching for managers (demo)" });
  const port = await freePort();
  const io = { out: () => undefined, error: () => undefined };
  const started = demoCommand.run(["--data", context.config.dataFolder, "--port", String(port)], io);
  await expect(started).rejects.toThrow("not a demo's");
  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
});
