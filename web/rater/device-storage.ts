/** Where a rater's things are kept: this device, this session only (shared computers), or nowhere but memory. */
import type { Device } from "./protocol/device.ts";
import { sealDevice } from "./sealed-device.ts";

const PREFIX = "soundings:";
const SHARED = "soundings-shared";

function deviceOver(storage: Storage): Device {
  return {
    get: async (key) => storage.getItem(PREFIX + key) ?? undefined,
    set: async (key, text) => storage.setItem(PREFIX + key, text),
    remove: async (key) => storage.removeItem(PREFIX + key),
    keys: async () =>
      Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "")
        .filter((key) => key.startsWith(PREFIX))
        .map((key) => key.slice(PREFIX.length)),
  };
}

function memoryDevice(): Device {
  const kept = new Map<string, string>();
  return {
    get: async (key) => kept.get(key),
    set: async (key, text) => {
      kept.set(key, text);
    },
    remove: async (key) => {
      kept.delete(key);
    },
    keys: async () => [...kept.keys()],
  };
}

export type Keeping = "device" | "session" | "nowhere";

export interface KeptDevice {
  readonly device: Device;
  readonly keeping: Keeping;
}

/** A browser may forbid storage; asking is the only way to know. */
function usable(storage: () => Storage): Storage | undefined {
  try {
    const found = storage();
    found.setItem(`${PREFIX}probe`, "1");
    found.removeItem(`${PREFIX}probe`);
    return found;
  } catch {
    return undefined;
  }
}

/** True if the rater said that others use this computer; remembered for this tab only. */
export function isSharedComputer(): boolean {
  return usable(() => sessionStorage)?.getItem(SHARED) === "1";
}

/** Opens what the rater chose, or the next best; what lies there opens with the link's secret only. */
export async function openDevice(shared: boolean, secret: string): Promise<KeptDevice> {
  const { device, keeping } = chooseDevice(shared);
  return { device: await sealDevice(device, secret), keeping };
}

function chooseDevice(shared: boolean): KeptDevice {
  const session = usable(() => sessionStorage);
  if (shared) session?.setItem(SHARED, "1");
  else session?.removeItem(SHARED);
  const durable = shared ? undefined : usable(() => localStorage);
  if (durable !== undefined) return { device: deviceOver(durable), keeping: "device" };
  if (session !== undefined) return { device: deviceOver(session), keeping: "session" };
  return { device: memoryDevice(), keeping: "nowhere" };
}

/** Moves everything from one device to another and leaves nothing behind. */
export async function moveDevice(from: Device, to: Device): Promise<void> {
  for (const key of await from.keys()) {
    const text = await from.get(key);
    if (text !== undefined) await to.set(key, text);
    await from.remove(key);
  }
}
