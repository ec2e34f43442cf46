/** Where things are kept: this device, this session only, or (always on shared computers) nowhere but memory; sealed. */
import type { Device } from "./device.ts";
import { sealDevice } from "./sealed-device.ts";

/** A set of things of its own within the browser's storage. */
type DevicePart = "soundings:" | "soundings-mine:";

function deviceOver(storage: Storage, part: DevicePart): Device {
  return {
    get: async (key) => storage.getItem(part + key) ?? undefined,
    set: async (key, text) => storage.setItem(part + key, text),
    remove: async (key) => storage.removeItem(part + key),
    keys: async () =>
      Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "")
        .filter((key) => key.startsWith(part))
        .map((key) => key.slice(part.length)),
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
function usableStorage(storage: () => Storage): Storage | undefined {
  try {
    const found = storage();
    found.setItem("soundings:probe", "1");
    found.removeItem("soundings:probe");
    return found;
  } catch {
    return undefined;
  }
}

function chooseDevice(part: DevicePart, shared: boolean): KeptDevice {
  if (shared) return { device: memoryDevice(), keeping: "nowhere" };
  const durable = usableStorage(() => localStorage);
  if (durable !== undefined) return { device: deviceOver(durable, part), keeping: "device" };
  const session = usableStorage(() => sessionStorage);
  if (session !== undefined) return { device: deviceOver(session, part), keeping: "session" };
  return { device: memoryDevice(), keeping: "nowhere" };
}

interface OpenedDevice {
  readonly part: DevicePart;
  /** True: others use this computer, so that nothing is written to it. */
  readonly shared: boolean;
  readonly secret: string;
}

/** Opens the best there is; what lies there opens with the link's secret only. */
export async function openSealedDevice({ part, shared, secret }: OpenedDevice): Promise<KeptDevice> {
  const { device, keeping } = chooseDevice(part, shared);
  return { device: await sealDevice(device, secret), keeping };
}
