/** Where the data lie, where the server listens and how mail leaves: read once, from flags and environment. */
import { resolve } from "node:path";
import { z } from "zod";
import { keyFileOf, keyFileOutside } from "./keys/key-place.ts";

const environmentSchema = z.object({
  SOUNDINGS_DATA: z.string().min(1).default("data"),
  SOUNDINGS_PORT: z.coerce.number().int().min(0).max(65535).default(8360),
  SOUNDINGS_HOST: z.string().min(1).default("127.0.0.1"),
  SOUNDINGS_URL: z.url().optional(),
  SOUNDINGS_KEY: z.string().min(1).optional(),
  SOUNDINGS_KEY_FILE: z.string().min(1).optional(),
  SOUNDINGS_ACCEPT_STORES: z.enum(["yes", "no"]).default("no"),
  SOUNDINGS_PROXIES: z.string().default(""),
  SOUNDINGS_SMTP: z.url().optional(),
  SOUNDINGS_SMTP_PLAIN: z.enum(["allowed"]).optional(),
  SOUNDINGS_MAIL_FROM: z.string().min(3).default("Soundings <soundings@localhost>"),
  SOUNDINGS_PEOPLE_URL: z.string().min(1).optional(),
  SOUNDINGS_ANSWERS_URL: z.string().min(1).optional(),
});

export interface Config {
  /** Folder of the two SQLite files. */
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  /** What links in mails begin with; no slash at the end. Decided from the port where it is not set. */
  readonly baseUrl: string | undefined;
  /** The key-encryption key, base64, if it comes from the environment. */
  readonly key: string | undefined;
  /** The file that holds it otherwise; made at the first start. */
  readonly keyFile: string;
  /** Where a key belongs that lies inside the data folder. */
  readonly newKeyFile: string;
  /** The administrator's word that stores which do not belong together are gone on with. */
  readonly acceptStores: boolean;
  /** Addresses or networks of proxies in front of the server: only their X-Forwarded-For is believed. */
  readonly proxies: readonly string[];
  /** smtp:// or smtps:// address with credentials; without it mail stays in the outbox. */
  readonly smtpUrl: string | undefined;
  /** The administrator's word that mail may leave unencrypted; else TLS is required but on this machine itself. */
  readonly smtpMayBePlain: boolean;
  readonly mailFrom: string;
  /** postgres:// addresses of the two databases; both or neither. */
  readonly peopleUrl: string | undefined;
  readonly answersUrl: string | undefined;
  /** A demo programme: the outbox may be read without signing in. */
  readonly demo: boolean;
}

export interface ConfigFlags {
  readonly data?: string | undefined;
  readonly port?: string | undefined;
  readonly host?: string | undefined;
  readonly url?: string | undefined;
  readonly demo?: boolean;
}

/** Pages ask for their scripts and styles at the root of the host, and cookies are the host's. */
function requireHostAlone(url: string | undefined): void {
  if (url === undefined) return;
  const { protocol, pathname, search, hash, username } = new URL(url);
  const web = protocol === "http:" || protocol === "https:";
  if (web && pathname.replaceAll("/", "") === "" && search + hash + username === "") return;
  throw new RangeError(
    "SOUNDINGS_URL (--url) has to be an address with a host name of its own and nothing after it, for instance https://feedback.example.org: below a path the pages would stay empty. Give Soundings its own host name at the reverse proxy.",
  );
}

/**
 * Flags win over the environment.
 * @throws RangeError with one sentence that names the setting and what it may be.
 */
export function readConfig(environment: Record<string, string | undefined>, flags: ConfigFlags = {}): Config {
  const parsed = environmentSchema.safeParse({
    ...environment,
    ...(flags.data === undefined ? {} : { SOUNDINGS_DATA: flags.data }),
    ...(flags.port === undefined ? {} : { SOUNDINGS_PORT: flags.port }),
    ...(flags.host === undefined ? {} : { SOUNDINGS_HOST: flags.host }),
    ...(flags.url === undefined ? {} : { SOUNDINGS_URL: flags.url }),
  });
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    throw new RangeError(
      `The setting ${String(first?.path[0] ?? "")} cannot be used: ${first?.message ?? "invalid"}.`,
    );
  }
  const settings = parsed.data;
  if ((settings.SOUNDINGS_PEOPLE_URL === undefined) !== (settings.SOUNDINGS_ANSWERS_URL === undefined)) {
    throw new RangeError(
      "SOUNDINGS_PEOPLE_URL and SOUNDINGS_ANSWERS_URL belong together: set both, to two different databases, or neither.",
    );
  }
  requireHostAlone(settings.SOUNDINGS_URL);
  const dataFolder = resolve(settings.SOUNDINGS_DATA);
  const installed = { dataFolder, answersUrl: settings.SOUNDINGS_ANSWERS_URL };
  return {
    dataFolder,
    port: settings.SOUNDINGS_PORT,
    host: settings.SOUNDINGS_HOST,
    baseUrl: settings.SOUNDINGS_URL?.replace(/\/+$/, ""),
    key: settings.SOUNDINGS_KEY,
    keyFile: keyFileOf(environment, installed),
    newKeyFile: keyFileOutside(environment, installed),
    acceptStores: settings.SOUNDINGS_ACCEPT_STORES === "yes",
    proxies: settings.SOUNDINGS_PROXIES.split(",").flatMap((one) => (one.trim() === "" ? [] : [one.trim()])),
    smtpUrl: settings.SOUNDINGS_SMTP,
    smtpMayBePlain: settings.SOUNDINGS_SMTP_PLAIN === "allowed",
    mailFrom: settings.SOUNDINGS_MAIL_FROM,
    peopleUrl: settings.SOUNDINGS_PEOPLE_URL,
    answersUrl: settings.SOUNDINGS_ANSWERS_URL,
    demo: flags.demo ?? false,
  };
}
