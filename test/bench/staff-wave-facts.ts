/** What the processes of the large staff survey agree on: its waves, and the key that opens its stores. */
import { createHash } from "node:crypto";

export const BEFORE = "bench-before";
export const AFTER = "bench-after";
export const KEY = createHash("sha256").update("bench").digest();
