/** Where a rater's things are kept: what the rater chose, or the next best. */
import type { Device } from "../ui/device/device.ts";
import { type KeptDevice, openSealedDevice, usableStorage } from "../ui/device/open-device.ts";

const SHARED = "soundings-shared";

/** True if the rater said that others use this computer; remembered for this tab only. */
export function isSharedComputer(): boolean {
  return usableStorage(() => sessionStorage)?.getItem(SHARED) === "1";
}

/** Remembers the choice, and opens what follows from it. */
export async function openDevice(shared: boolean, secret: string): Promise<KeptDevice> {
  const session = usableStorage(() => sessionStorage);
  if (shared) session?.setItem(SHARED, "1");
  else session?.removeItem(SHARED);
  return openSealedDevice({ part: "soundings:", shared, secret });
}

/** Moves everything from one device to another and leaves nothing behind. */
export async function moveDevice(from: Device, to: Device): Promise<void> {
  for (const key of await from.keys()) {
    const text = await from.get(key);
    if (text !== undefined) await to.set(key, text);
    await from.remove(key);
  }
}
