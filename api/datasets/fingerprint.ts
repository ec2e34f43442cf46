/** The fingerprint of a wave: its manifest's hash as words, the same on the rater's page and in every report. */
import { createHash } from "node:crypto";
import { wordsOfBytes } from "../../surveys/fingerprint-words.ts";
import { canonicalJson } from "../../surveys/json-value.ts";
import type { Manifest } from "../../surveys/manifest.ts";

const FINGERPRINT_BYTES = 16;

/** SHA-256 of the manifest's canonical text, base64url; what a tombstone keeps. */
export function manifestHash(manifest: Manifest): string {
  return createHash("sha256").update(canonicalJson(manifest)).digest("base64url");
}

/** Sixteen words for 128 bits. */
export function fingerprintWords(manifest: Manifest): readonly string[] {
  const digest = createHash("sha256").update(canonicalJson(manifest)).digest();
  return wordsOfBytes(digest.subarray(0, FINGERPRINT_BYTES));
}
