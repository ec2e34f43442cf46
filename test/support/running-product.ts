/** The whole product on a free port with the demo's people, built pages and real stores, for journeys. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../api/config.ts";
import {
  type OpenRater,
  openRaters,
  type ReleasedReport,
  releasedReports,
} from "../../api/demo/demo-addresses.ts";
import { fillDemo } from "../../api/demo/fill-demo.ts";
import { importRealRatings } from "../../api/demo/import-real-ratings.ts";
import { type RunningServer, startServer } from "../../api/server.ts";
import { testEnvironment } from "./test-environment.ts";

export interface RunningProduct extends RunningServer {
  readonly dataFolder: string;
  /** What the server wrote; nothing of it may be about people. */
  readonly log: readonly string[];
  raters(): Promise<OpenRater[]>;
  reports(): Promise<ReleasedReport[]>;
  cleanUp(): Promise<void>;
}

interface ProductOptions {
  /** False starts with an empty data folder and without the demo's pages. */
  readonly demo?: boolean;
  readonly realRatings?: boolean;
}

/** Starts from the built pages in dist/web: run `npm run build` before. Call cleanUp at the end. */
export async function startProduct({
  demo = true,
  realRatings = false,
}: ProductOptions = {}): Promise<RunningProduct> {
  const dataFolder = mkdtempSync(join(tmpdir(), "soundings-product-"));
  const log: string[] = [];
  const config = readConfig(testEnvironment, { data: dataFolder, port: "0", demo });
  const server = await startServer(config, (line) => log.push(line));
  if (demo) {
    const { context } = server;
    await fillDemo(context, async (programme) => {
      if (realRatings) await importRealRatings(context, programme);
    });
  }
  return {
    ...server,
    dataFolder,
    log,
    raters: () => openRaters(server.context),
    reports: () => releasedReports(server.context),
    cleanUp: async () => {
      await server.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
