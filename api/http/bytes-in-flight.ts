/** How many bytes of unfinished requests are held in memory: bounded in all, and for each client. */

export interface BytesInFlight {
  /** @returns false, and counts nothing, if these bytes would be too many */
  take(client: string, bytes: number): boolean;
  give(client: string, bytes: number): void;
}

/** @param bounds in bytes */
export function createBytesInFlight(bounds: {
  readonly inAll: number;
  readonly ofOneClient: number;
}): BytesInFlight {
  const held = new Map<string, number>();
  let inAll = 0;
  return {
    take: (client, bytes) => {
      const ofClient = (held.get(client) ?? 0) + bytes;
      if (ofClient > bounds.ofOneClient || inAll + bytes > bounds.inAll) return false;
      held.set(client, ofClient);
      inAll += bytes;
      return true;
    },
    give: (client, bytes) => {
      inAll -= bytes;
      const left = (held.get(client) ?? 0) - bytes;
      if (left > 0) held.set(client, left);
      else held.delete(client);
    },
  };
}
