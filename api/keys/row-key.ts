/** The key that a wave's rows are sealed with: derived from its seal key, and gone with it when the wave closes. */
import { hkdfSync } from "node:crypto";

/** Held as one object for as long as a wave is open: what a process knows of the rows is kept beside it. */
export interface RowKey {
  readonly wave: string;
  /** 32 bytes. */
  readonly bytes: Uint8Array;
}

/** @param sealSecret of the wave, unwrapped, 32 bytes */
export function rowKeyOf(wave: string, sealSecret: Uint8Array): RowKey {
  return { wave, bytes: new Uint8Array(hkdfSync("sha256", sealSecret, "", `soundings rows ${wave}`, 32)) };
}
