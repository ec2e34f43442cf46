/** Short random ids: 72 bits in 12 characters, so that none is long enough to be mistaken for a secret or a hash. */
import { randomBytes } from "node:crypto";

/** Ids of programmes, persons, waves and the like. */
export function newId(): string {
  return randomBytes(9).toString("base64url");
}
