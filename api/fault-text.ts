/** Errors as a log line may hold them: sentences of ours, or class and place; never a parser's or a driver's own words. */
import { DomainError } from "./errors.ts";
import { KeyError } from "./keys/key-ring.ts";
import { StorageError } from "./storage/storage-error.ts";

/** Class and place in our sources: messages of foreign errors can hold what a person typed. */
export function placeOfFault(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const place = /\n\s+at [^\n]*?([\w-]+\.[jt]s:\d+)/.exec(error.stack ?? "")?.[1] ?? "unknown place";
  return `${error.name} at ${place}`;
}

/** Why something failed, for whoever runs the server. */
export function faultText(error: unknown): string {
  const ours = error instanceof DomainError || error instanceof KeyError || error instanceof StorageError;
  return ours ? `${error.name}: ${error.message}` : placeOfFault(error);
}
