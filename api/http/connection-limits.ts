/** How many connections there may be, and how long one may say nothing: so that slow ones shut nobody out. */
import type { Server } from "node:http";
import type { Socket } from "node:net";

export interface ConnectionLimits {
  readonly inAll: number;
  /** Of one address; a named proxy stands for many people and has no such limit. */
  readonly ofOneAddress: number;
  readonly isProxy: (address: string) => boolean;
}

/** Times of node:http: a head, a whole request, the pause between two, and how often they are looked at. */
export const CONNECTION_TIMES = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
} as const;

interface Held {
  readonly address: string;
  /** Requests under way; a connection without one may be closed for another's sake. */
  requests: number;
}

/** The connection that has waited longest without a request; sets keep the order in which things came. */
function idlest(sockets: ReadonlyMap<Socket, Held>, address?: string): Socket | undefined {
  for (const [socket, held] of sockets) {
    if (held.requests === 0 && (address === undefined || held.address === address)) return socket;
  }
  return undefined;
}

/** The address with the most connections. */
function busiest(counts: ReadonlyMap<string, number>): string | undefined {
  let most: readonly [string, number] | undefined;
  for (const entry of counts) if (most === undefined || entry[1] > most[1]) most = entry;
  return most?.[0];
}

/**
 * Over a limit, the connection that has waited longest is closed: of the same address, or in all of the address that
 * has most. Where all of them are at work, the new one is.
 */
export function limitConnections(server: Server, limits: ConnectionLimits): void {
  const sockets = new Map<Socket, Held>();
  const counts = new Map<string, number>();
  const forget = (socket: Socket): void => {
    const held = sockets.get(socket);
    if (held === undefined) return;
    sockets.delete(socket);
    const left = (counts.get(held.address) ?? 1) - 1;
    if (left > 0) counts.set(held.address, left);
    else counts.delete(held.address);
  };
  const makeRoom = (socket: Socket, address: string): void => {
    const ofAddress = counts.get(address) ?? 0;
    const tooManyOfOne = ofAddress > limits.ofOneAddress && !limits.isProxy(address);
    if (!tooManyOfOne && sockets.size <= limits.inAll) return;
    const from = tooManyOfOne ? address : busiest(counts);
    const closed = idlest(sockets, from) ?? (tooManyOfOne ? undefined : idlest(sockets)) ?? socket;
    forget(closed);
    closed.destroy();
  };
  server.on("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? "";
    sockets.set(socket, { address, requests: 0 });
    counts.set(address, (counts.get(address) ?? 0) + 1);
    socket.once("close", () => forget(socket));
    makeRoom(socket, address);
  });
  server.on("request", ({ socket }, response) => {
    const held = sockets.get(socket);
    if (held === undefined) return;
    held.requests += 1;
    response.once("close", () => {
      held.requests -= 1;
    });
  });
}
