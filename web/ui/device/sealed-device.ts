/** A device whose texts are encrypted under the link's secret: whoever has the computer but not the link reads nothing. */
import { fromBase64url, toBase64url } from "../../../surveys/base64url.ts";
import type { Device } from "./device.ts";

const IV_BYTES = 12;

/** The secret is used here only; it never leaves for the server from this file, and no seed is made of it. */
async function keyOf(secret: string): Promise<CryptoKey> {
  const text = (label: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(label);
  const material = await crypto.subtle.importKey("raw", text(secret), "HKDF", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: text("soundings/1"), info: text("device") },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

/** Wraps a device. What does not open (another secret, damage) counts as not there. */
export async function sealDevice(device: Device, secret: string): Promise<Device> {
  const key = await keyOf(secret);
  return {
    get: async (name) => {
      const kept = await device.get(name);
      const bytes = kept === undefined ? undefined : fromBase64url(kept);
      if (bytes === undefined) return undefined;
      try {
        const iv = bytes.slice(0, IV_BYTES);
        const open = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, bytes.slice(IV_BYTES));
        return new TextDecoder().decode(open);
      } catch {
        return undefined;
      }
    },
    set: async (name, text) => {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const sealed = await crypto.subtle.encrypt(
        { name: "AES-GCM", iv },
        key,
        new TextEncoder().encode(text),
      );
      const bytes = new Uint8Array(IV_BYTES + sealed.byteLength);
      bytes.set(iv, 0);
      bytes.set(new Uint8Array(sealed), IV_BYTES);
      await device.set(name, toBase64url(bytes));
    },
    remove: (name) => device.remove(name),
    keys: () => device.keys(),
  };
}
