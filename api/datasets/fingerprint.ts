/** The fingerprint of a wave: its manifest's hash as words, the same on the rater's page and in every report. */
import { createHash } from "node:crypto";
import { wordsOfBytes } from "../../surveys/fingerprint-words.ts";
import { canonicalJson } from "../../surveys/json-value.ts";
import { MANIFEST_MARK_BYTES, manifestMarkOf } from "../../surveys/link-fragment.ts";
import type { Manifest } from "../../surveys/manifest.ts";

function digestOf(manifest: Manifest): Uint8Array {
  return createHash("sha256").update(canonicalJson(manifest)).digest();
}

/** SHA-256 of the manifest's canonical text, base64url; what a tombstone keeps. */
export function manifestHash(manifest: Manifest): string {
  return Buffer.from(digestOf(manifest)).toString("base64url");
}

/** Sixteen words for 128 bits. */
export function fingerprintWords(manifest: Manifest): readonly string[] {
  return wordsOfBytes(digestOf(manifest).subarray(0, MANIFEST_MARK_BYTES));
}

/** The same 128 bits as they stand in links. */
export function manifestMark(manifest: Manifest): string {
  return manifestMarkOf(digestOf(manifest));
}
