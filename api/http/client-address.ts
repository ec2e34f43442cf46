/** Whom a request comes from, as far as the network tells: for limits held in memory, never stored or logged. */
import { BlockList, isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** @returns the address a limit is counted by; the same word for all where there is no network, as in a test */
export type ClientAddress = (c: Context) => string;

const NO_NETWORK = "no network";

/** IPv4 inside IPv6, as sockets of both kinds name it. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}

/** Somebody's IPv6 network has 2^64 addresses, so they count as one. */
function counted(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  return [...first, ...Array.from({ length: zeros }, () => "0"), ...last].slice(0, 4).join(":");
}

/**
 * @param proxies addresses or networks ("10.0.0.0/8") whose X-Forwarded-For is believed
 * @throws RangeError for one that is neither
 */
export function trustedProxies(proxies: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = "", bits] = proxy.split("/");
    const most = isIP(address) === 6 ? 128 : 32;
    const prefix = bits === undefined ? most : Number(bits);
    if (isIP(address) === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > most) {
      throw new RangeError(
        `The setting SOUNDINGS_PROXIES cannot be used: "${proxy}" is no address. Name addresses or networks such as 10.0.0.7 or 10.0.0.0/8, separated by commas.`,
      );
    }
    list.addSubnet(address, prefix, familyOf(address));
  }
  return (address) => isIP(plain(address)) > 0 && list.check(plain(address), familyOf(plain(address)));
}

/** The address next to us, or what proxies that we were told of say stands before them. */
export function clientAddressOf(isProxy: (address: string) => boolean): ClientAddress {
  return (c) => {
    let address = socketAddress(c);
    if (address === undefined) return NO_NETWORK;
    const named = (c.req.header("x-forwarded-for") ?? "").split(",").map((one) => plain(one.trim()));
    while (isProxy(address)) {
      const before = named.pop();
      if (before === undefined || isIP(before) === 0) break;
      address = before;
    }
    return counted(address);
  };
}

function socketAddress(c: Context): string | undefined {
  try {
    const { address } = getConnInfo(c).remote;
    return address === undefined ? undefined : plain(address);
  } catch {
    // Requests inside the process, as tests make them, come over no socket.
    return undefined;
  }
}
