/** Ids of rows: random, and so short that no value of sixteen bytes stands in both stores. */
import { randomBytes } from "node:crypto";

/** Twelve characters, 72 random bits. */
export function newId(): string {
  return randomBytes(9).toString("base64url");
}
