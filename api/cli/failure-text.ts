/** Why a command failed, for the person at the keyboard: a sentence, never a foreign error's own words. */
import { DomainError } from "../errors.ts";
import { placeOfFault } from "../fault-text.ts";
import { KeyError } from "../keys/key-ring.ts";
import { MigrationError } from "../storage/migrate.ts";
import { ImageError } from "../storage/sqlite-image.ts";
import { StorageError } from "../storage/storage-error.ts";

const OURS = [DomainError, KeyError, MigrationError, ImageError, StorageError, RangeError];

/** What a caller in the program did wrong ("a mark requires its key") has no full stop, and is no sentence for people. */
function isSentence(error: Error): boolean {
  return OURS.some((kind) => error instanceof kind) && /[.)]$/.test(error.message.trim());
}

/** Node's words about options name the option that was typed and nothing else. */
function isAboutArguments(error: Error): boolean {
  const code: unknown = Reflect.get(error, "code");
  return typeof code === "string" && code.startsWith("ERR_PARSE_ARGS_");
}

/** Messages of parsers, drivers and the operating system can hold what lies in the stores, and are no sentences. */
export function failureText(error: unknown): string {
  if (error instanceof Error && (isSentence(error) || isAboutArguments(error))) {
    return error.message;
  }
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  const what = typeof code === "string" ? `${placeOfFault(error)}, ${code}` : placeOfFault(error);
  return `The command could not be finished, because something happened that Soundings does not know (${what}). If the stores are damaged, restore the last backup; otherwise run it again with SOUNDINGS_TRACE=1 and report what it prints.`;
}
