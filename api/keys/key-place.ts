/** Where the key-encryption key lies: outside the data folder, so that a copy of the folder opens nothing. */
import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join, relative, resolve } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

export interface Installed {
  readonly dataFolder: string;
  /** Of the answers' database on Postgres. */
  readonly answersUrl?: string | undefined;
}

/** Under this name a systemd unit hands the key over with LoadCredential. */
const CREDENTIAL = "soundings.key";

/** Two installations on one machine have two names. */
function nameOf({ dataFolder, answersUrl }: Installed): string {
  const real = existsSync(dataFolder) ? realpathSync(dataFolder) : resolve(dataFolder);
  const { host, pathname } = answersUrl === undefined ? { host: "", pathname: real } : new URL(answersUrl);
  const hash = createHash("sha256").update(`${host}${pathname}`).digest("hex").slice(0, 8);
  const readable = basename(pathname).replace(/[^\w-]+/g, "-");
  return `${readable === "" ? "data" : readable}-${hash}.key`;
}

function settingsFolder(environment: Environment): string {
  const named = environment["XDG_CONFIG_HOME"];
  if (named !== undefined && named !== "") return named;
  const windows = process.platform === "win32" ? environment["APPDATA"] : undefined;
  return windows ?? join(homedir(), ".config");
}

/** The place of a new key: the platform's folder for settings, which no backup of the data takes along. */
export function keyFileOutside(environment: Environment, installed: Installed): string {
  return join(settingsFolder(environment), "soundings", nameOf(installed));
}

/** Where versions before made it. */
function keyFileInside({ dataFolder }: Installed): string {
  return join(dataFolder, "keys", "key-encryption.key");
}

/** The file that is named, or handed over by systemd, or lies inside the folder from earlier; else the one outside. */
export function keyFileOf(environment: Environment, installed: Installed): string {
  const named = environment["SOUNDINGS_KEY_FILE"];
  if (named !== undefined && named !== "") return resolve(named);
  const credentials = environment["CREDENTIALS_DIRECTORY"];
  const handedOver = credentials === undefined ? undefined : join(credentials, CREDENTIAL);
  if (handedOver !== undefined && existsSync(handedOver)) return handedOver;
  const inside = keyFileInside(installed);
  return existsSync(inside) ? inside : keyFileOutside(environment, installed);
}

export function liesInside(keyFile: string, dataFolder: string): boolean {
  return !relative(dataFolder, keyFile).startsWith("..");
}

/** What whoever starts the server is told of the key; undefined if there is nothing to say. */
export function keyPlaceSentence(
  place: { readonly keyFile: string; readonly newKeyFile: string; readonly dataFolder: string },
  isNew: boolean,
): string | undefined {
  const { keyFile, newKeyFile, dataFolder } = place;
  if (liesInside(keyFile, dataFolder)) {
    return `The key lies inside the data folder (${keyFile}): whoever copies the folder can open the answers in it. Stop the server, move the file to ${newKeyFile}, and start again.`;
  }
  if (!isNew) return undefined;
  return `A new key was made: ${keyFile}. A copy of the data folder opens nothing without it. Keep a copy of the key, in another place than the backups: without it answers are lost.`;
}
