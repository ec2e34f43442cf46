/** The whole app on a port of its own, over the network as raters and attackers reach it. */
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "../../api/app.ts";
import type { StaffContext } from "../../api/context.ts";
import { openBuiltPages } from "../../api/http/static-files.ts";
import { openSealedWaves } from "../../api/keys/sealed-waves.ts";
import type { WholeApp } from "./whole-app.ts";

export interface ServedApp {
  readonly origin: string;
  /** Bytes of every request's body, as they came. */
  readonly received: { readonly path: string; readonly bytes: number }[];
  /** Answers as over the network, without what a busy machine's network adds to the time it takes. */
  answer(path: string, body: unknown): Promise<Response>;
  close(): Promise<void>;
}

/** Answers a request. */
type Answer = (request: Request) => Response | Promise<Response>;

/**
 * @param change of the context, to serve a build that is careless in one thing
 * @param around what answers requests, for a build that is careless in what it answers
 */
export async function serveApp(
  whole: WholeApp,
  change: (context: StaffContext) => StaffContext = (context) => context,
  around: (answer: Answer) => Answer = (answer) => answer,
): Promise<ServedApp> {
  let origin = "";
  const { context } = whole.world;
  const served = change({ ...context, baseUrl: () => origin });
  const app = createApp({
    context: served,
    waves: openSealedWaves(served),
    pages: openBuiltPages(`${context.config.dataFolder}/pages`),
    log: (line) => whole.log.push(line),
  });
  const received: { path: string; bytes: number }[] = [];
  const answer = getRequestListener((request, network) =>
    around((passed) => app.fetch(passed, network))(request),
  );
  const server = createServer((request, response) => {
    received.push({ path: request.url ?? "", bytes: Number(request.headers["content-length"] ?? 0) });
    void answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const place = server.address();
  origin = `http://127.0.0.1:${typeof place === "object" && place !== null ? place.port : 0}`;
  return {
    origin,
    received,
    answer: async (path, body) =>
      app.fetch(
        new Request(origin + path, {
          method: "POST",
          headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
          body: JSON.stringify(body),
        }),
      ),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
