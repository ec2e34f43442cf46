/** One rater at one device: which wave, which invitation, which seed, and where things are kept. */
import { fromBase64url, toBase64url } from "../../../surveys/base64url.ts";
import type { Manifest } from "../../../surveys/manifest.ts";
import type { TicketScope } from "../../../surveys/ticket-info.ts";
import type { Device } from "../../ui/device/device.ts";
import { deriveSecret, newSeed, type Seed } from "./seed.ts";
import type { Server } from "./server.ts";

const LABEL_BYTES = 9;

export interface Rater {
  readonly server: Server;
  readonly device: Device;
  readonly manifest: Manifest;
  /** The invitation's secret, from the link's fragment; sent only where tickets are issued. */
  readonly secret: string;
  readonly seed: Seed;
}

/** Where the seed of an invitation lies on a device. Two people who share a browser have two invitations. */
async function seedKey(manifest: Manifest, secret: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`device ${secret}`));
  return `seed:${manifest.wave}:${toBase64url(new Uint8Array(digest, 0, LABEL_BYTES))}`;
}

/**
 * Takes up the seed this device holds for the invitation, or begins with the given one (of a resume code) or a new one.
 * A given seed replaces the one on the device.
 */
export async function openRater(parts: Omit<Rater, "seed">, given?: Seed): Promise<Rater> {
  const key = await seedKey(parts.manifest, parts.secret);
  const kept = given === undefined ? await parts.device.get(key) : undefined;
  const seed = given ?? (kept === undefined ? undefined : fromBase64url(kept)) ?? newSeed();
  await parts.device.set(key, toBase64url(seed));
  return { ...parts, seed };
}

/** The beginning of all keys of this rater on the device. */
async function labelOf(rater: Rater): Promise<string> {
  const scope = { wave: rater.manifest.wave, subject: "", group: "" };
  return toBase64url(await deriveSecret(rater.seed, "device-label", scope, LABEL_BYTES));
}

export type KeptThing = "send" | "draft" | "draft-elsewhere" | "sent";

/** The key of one thing about one person asked about; tells nothing about whom. */
export async function deviceKey(rater: Rater, thing: KeptThing, scope: TicketScope): Promise<string> {
  const place = toBase64url(await deriveSecret(rater.seed, "device-label", scope, LABEL_BYTES));
  return `${thing}:${await labelOf(rater)}:${place}`;
}

/** All keys of one kind that this rater has on the device. */
export async function deviceKeys(rater: Rater, thing: KeptThing): Promise<readonly string[]> {
  const beginning = `${thing}:${await labelOf(rater)}:`;
  return (await rater.device.keys()).filter((key) => key.startsWith(beginning));
}
