/** One rater at one device: which wave, which invitation, which seed, and where things are kept. */
import { fromBase64url, toBase64url } from "../../../surveys/base64url.ts";
import type { Manifest } from "../../../surveys/manifest.ts";
import type { TicketScope } from "../../../surveys/ticket-info.ts";
import type { Device } from "../../ui/device/device.ts";
import { deriveSecret, newSeed, type Seed } from "./seed.ts";
import type { Server } from "./server.ts";

const LABEL_BYTES = 9;

/** What this page knows and writes down nowhere. */
interface RaterMemory {
  /** Halves of keys, by the id of their place on the server. */
  readonly halves: Map<string, Uint8Array>;
  /** What cannot be sealed with a half, by its key on the device. */
  readonly things: Map<string, string>;
}

export interface Rater {
  readonly server: Server;
  readonly device: Device;
  /** False where nothing may outlive the page: others use the computer, or the browser keeps nothing. */
  readonly durable: boolean;
  readonly memory: RaterMemory;
  readonly manifest: Manifest;
  /** The invitation's secret, from the link's fragment; sent only where tickets are issued. */
  readonly secret: string;
  readonly seed: Seed;
}

/** A device is durable unless something else is said. */
export type RaterParts = Pick<Rater, "server" | "device" | "manifest" | "secret"> &
  Partial<Pick<Rater, "memory" | "durable">>;

/** Where the seed of an invitation lies on a device. Two people who share a browser have two invitations. */
async function seedKey(manifest: Manifest, secret: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`device ${secret}`));
  return `seed:${manifest.wave}:${toBase64url(new Uint8Array(digest, 0, LABEL_BYTES))}`;
}

/**
 * Takes up the seed this device holds for the invitation, or begins with the given one (of a resume code) or a new one.
 * A given seed replaces the one on the device.
 */
export async function openRater(parts: RaterParts, given?: Seed): Promise<Rater> {
  const key = await seedKey(parts.manifest, parts.secret);
  const kept = given === undefined ? await parts.device.get(key) : undefined;
  const seed = given ?? (kept === undefined ? undefined : fromBase64url(kept)) ?? newSeed();
  await parts.device.set(key, toBase64url(seed));
  const { server, device, durable = true, manifest, secret } = parts;
  const memory = parts.memory ?? { halves: new Map(), things: new Map() };
  return { server, device, durable, memory, manifest, secret, seed };
}

/** The beginning of all keys of this rater on the device. */
async function labelOf(rater: Rater): Promise<string> {
  const scope = { wave: rater.manifest.wave, subject: "", group: "" };
  return toBase64url(await deriveSecret(rater.seed, "device-label", scope, LABEL_BYTES));
}

/** What is kept of answers: a draft, a request on its way, one that carries the rater's name. */
export type KeptAnswers = "draft" | "send" | "named-send";

/** Besides answers: that this device knows of a place on the server, and that it has sent. */
export type KeptThing = KeptAnswers | "place" | "sent";

/** The key of one thing about one person asked about; tells nothing about whom. */
export async function deviceKey(rater: Rater, thing: KeptThing, scope: TicketScope): Promise<string> {
  const place = toBase64url(await deriveSecret(rater.seed, "device-label", scope, LABEL_BYTES));
  return `${thing}:${await labelOf(rater)}:${place}`;
}

/** All keys of one kind that this rater has, on the device or in memory. */
export async function keptKeys(rater: Rater, thing: KeptThing): Promise<readonly string[]> {
  const beginning = `${thing}:${await labelOf(rater)}:`;
  const keys = [...(await rater.device.keys()), ...rater.memory.things.keys()];
  return keys.filter((key) => key.startsWith(beginning));
}
