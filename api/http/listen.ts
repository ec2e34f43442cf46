/** The port: HTTP on it, with bounds on how many connections there are and how long one may say nothing. */
import { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { Config } from "../config.ts";
import { trustedProxies } from "./client-address.ts";
import { CONNECTION_TIMES, limitConnections } from "./connection-limits.ts";

/** An idle connection costs some ten kilobytes; an office behind one address opens a few hundred. */
const MOST_CONNECTIONS = 2_000;
const MOST_OF_ONE_ADDRESS = 500;

export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** @throws RangeError with a sentence where the port is taken */
export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  config: Pick<Config, "port" | "host" | "proxies">,
): Promise<Listening> {
  return new Promise((done, failed) => {
    const server = serve(
      { fetch, port: config.port, hostname: config.host, serverOptions: CONNECTION_TIMES },
      (info) => {
        done({
          port: info.port,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              if ("closeIdleConnections" in server) server.closeIdleConnections();
            }),
        });
      },
    );
    if (server instanceof Server) {
      limitConnections(server, {
        inAll: MOST_CONNECTIONS,
        ofOneAddress: MOST_OF_ONE_ADDRESS,
        isProxy: trustedProxies(config.proxies),
      });
    }
    server.once("error", (error: NodeJS.ErrnoException) => {
      failed(
        error.code === "EADDRINUSE"
          ? new RangeError(
              `Port ${config.port} is in use. Stop the other program, or choose a port with --port.`,
            )
          : error,
      );
    });
  });
}
