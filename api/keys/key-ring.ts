/** The key-encryption key and what it does: wraps the keys of waves, so that the stores alone open nothing. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { chmod, mkdir, open, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Wraps keys for storage. A key wrapped for one purpose does not open for another. */
export interface KeyRing {
  wrap(key: Uint8Array, purpose: string): Uint8Array;
  /** @throws KeyError if it was wrapped by another key-encryption key or for another purpose, or was changed */
  unwrap(wrapped: Uint8Array, purpose: string): Uint8Array;
}

/** A key that cannot be had; the sentence is for whoever runs the server. */
export class KeyError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = "KeyError";
  }
}

export interface KeySettings {
  /** Base64, from the environment; wins over the file. */
  readonly key?: string | undefined;
  readonly keyFile: string;
  readonly dataFolder: string;
  /** Whether the stores hold nothing yet; without it, whether there is no file of them. */
  readonly storesAreNew?: (() => Promise<boolean>) | undefined;
}

/** A ring around 32 bytes. */
export function keyRingOf(key: Uint8Array): KeyRing {
  if (key.length !== KEY_BYTES) throw new RangeError("a key ring requires a key of 32 bytes");
  return {
    wrap: (plain, purpose) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(purpose));
      return new Uint8Array(Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
    },
    unwrap: (wrapped, purpose) => {
      const end = wrapped.length - TAG_BYTES;
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, wrapped.subarray(0, IV_BYTES))
          .setAAD(Buffer.from(purpose))
          .setAuthTag(wrapped.subarray(end));
        const plain = decipher.update(wrapped.subarray(IV_BYTES, end));
        return new Uint8Array(Buffer.concat([plain, decipher.final()]));
      } catch {
        throw new KeyError(
          "A stored key does not open with this server's key-encryption key. Nothing was changed. Start with the SOUNDINGS_KEY or key file that belongs to these stores.",
        );
      }
    },
  };
}

/**
 * Opens the ring: the key of the environment, else of the key file, else a new one if there are no stores yet.
 * @throws KeyError with a sentence for whoever starts the server
 */
export async function openKeyRing(settings: KeySettings): Promise<KeyRing> {
  if (settings.key !== undefined) return keyRingOf(decoded(settings.key, "SOUNDINGS_KEY"));
  const kept = await readFile(settings.keyFile, "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new KeyError(
      `The key file ${settings.keyFile} cannot be read (${codeOf(error)}). Give the server's account the right to read it.`,
    );
  });
  if (kept !== undefined) {
    await chmod(settings.keyFile, 0o600).catch(() => undefined);
    return keyRingOf(decoded(kept, settings.keyFile));
  }
  return keyRingOf(await newKeyFile(settings));
}

function codeOf(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : "unknown";
}

function decoded(text: string, where: string): Uint8Array {
  const key = Buffer.from(text.trim(), "base64");
  if (key.length !== KEY_BYTES) {
    throw new KeyError(
      `${where} does not hold a key: 32 bytes in base64 are needed (44 characters, as \`openssl rand -base64 32\` prints).`,
    );
  }
  return new Uint8Array(key);
}

async function newKeyFile({ keyFile, dataFolder, storesAreNew }: KeySettings): Promise<Uint8Array> {
  const noFile = async () =>
    (await stat(join(dataFolder, "responses.sqlite")).catch(() => undefined)) === undefined;
  if (!(await (storesAreNew ?? noFile)())) {
    throw new KeyError(
      `The key file ${keyFile} is missing, but the stores exist already and their waves open with that key only. Nothing was changed. Put the key file back from where you keep it, apart from the backups; or, if the data folder was moved, name the file with SOUNDINGS_KEY_FILE.`,
    );
  }
  const key = randomBytes(KEY_BYTES);
  try {
    await mkdir(dirname(keyFile), { recursive: true, mode: 0o700 });
    const file = await open(keyFile, "wx", 0o600);
    try {
      await file.writeFile(`${key.toString("base64")}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new KeyError(
      `The key file ${keyFile} cannot be written (${codeOf(error)}). Choose a folder that the server's account may write, or set SOUNDINGS_KEY.`,
    );
  }
  return new Uint8Array(key);
}
