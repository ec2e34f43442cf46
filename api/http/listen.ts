/** The port: HTTP on it, with bounds on how many connections there are and how long one may say nothing. */
import { Server } from "node:http";
import { type ServerType, serve } from "@hono/node-server";
import type { Config } from "../config.ts";
import { doneWithin } from "../done-within.ts";
import { trustedProxies } from "./client-address.ts";
import { CONNECTION_TIMES, limitConnections } from "./connection-limits.ts";

/** An idle connection costs some ten kilobytes; an office behind one address opens a few hundred. */
const MOST_CONNECTIONS = 2_000;
const MOST_OF_ONE_ADDRESS = 500;

/** Requests that are not done by then are cut off: whoever sent them sends them again. */
const LAST_REQUESTS_MILLISECONDS = 2_500;

export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Ends within moments whatever clients do: send nothing, half a request, or read slowly. */
async function closeServer(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  if (!("closeAllConnections" in server)) return closed;
  server.closeIdleConnections();
  await doneWithin(LAST_REQUESTS_MILLISECONDS, closed);
  server.closeAllConnections();
  return closed;
}

/** @throws RangeError with a sentence where it cannot be listened */
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
          close: () => closeServer(server),
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
    server.once("error", (error) => failed(new RangeError(whyNotListening(error, config))));
  });
}

/** One sentence with the setting to change; errors of the operating system are no sentences. */
function whyNotListening(
  error: NodeJS.ErrnoException,
  { port, host }: Pick<Config, "port" | "host">,
): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} is in use. Stop the other program, or choose a port with --port.`;
    case "EADDRNOTAVAIL":
      return `This machine has no address ${host}. Name one of its own with --host, for instance 127.0.0.1.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `There is no host ${host}. Name an address of this machine with --host, for instance 127.0.0.1.`;
    case "EACCES":
    case "EPERM":
      return `Port ${port} needs rights that this account has not. Choose a port above 1023 with --port, and let a reverse proxy listen there.`;
    default:
      return `The server cannot listen on ${host}, port ${port} (${error.code ?? "no code"}). Choose another with --host and --port.`;
  }
}
