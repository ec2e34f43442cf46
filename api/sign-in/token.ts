/** Secrets of links and sessions: random, and stored as hashes only. */
import { createHash, randomBytes } from "node:crypto";

export type TokenPurpose = "sign-in link" | "session";

const BYTES: Readonly<Record<TokenPurpose, number>> = { "sign-in link": 24, session: 32 };

/** 192 random bits for a link, 256 for a session, base64url. */
export function newToken(purpose: TokenPurpose): string {
  return randomBytes(BYTES[purpose]).toString("base64url");
}

/** What is stored instead; a token of one purpose never matches another's. */
export function tokenHash(purpose: TokenPurpose, token: string): string {
  return createHash("sha256").update(`soundings ${purpose} ${token}`).digest("base64url");
}
