/** Where the key lies: outside the data folder, one for each installation, and what is said of it at the start. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "../../../api/config.ts";
import { liesInside } from "../../../api/keys/key-place.ts";
import { openInstallation } from "../../../api/open-installation.ts";

let root: string;
const data = (name = "data") => join(root, name);
const environment = () => ({ XDG_CONFIG_HOME: join(root, "config") });
const config = (name = "data") => readConfig(environment(), { data: data(name), port: "0" });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "soundings-key-place-"));
});
afterEach(() => rmSync(root, { recursive: true }));

/** What a start says. */
async function start(name = "data"): Promise<string[]> {
  mkdirSync(data(name), { recursive: true });
  const said: string[] = [];
  const { people, close } = await openInstallation(config(name), (sentence) => said.push(sentence));
  try {
    await people.write((tx) =>
      tx
        .insert(tx.tables.programmes)
        .values({ id: "p", name: "P", createdAt: new Date(0) })
        .onConflictDoNothing(),
    );
  } finally {
    await close();
  }
  return said;
}

describe("the place", () => {
  test("is the one that is named, or handed over by systemd, or inside from earlier, else outside", () => {
    const credentials = join(root, "credentials");
    const all = {
      ...environment(),
      SOUNDINGS_KEY_FILE: join(root, "mine.key"),
      CREDENTIALS_DIRECTORY: credentials,
    };
    const { SOUNDINGS_KEY_FILE: _named, ...unnamed } = all;
    const place = (given: Record<string, string>) => readConfig(given, { data: data() }).keyFile;
    expect(place(all)).toBe(join(root, "mine.key"));
    expect(place(unnamed)).toBe(config().newKeyFile);
    mkdirSync(join(data(), "keys"), { recursive: true });
    writeFileSync(join(data(), "keys", "key-encryption.key"), "");
    expect(place(unnamed)).toBe(join(data(), "keys", "key-encryption.key"));
    mkdirSync(credentials);
    writeFileSync(join(credentials, "soundings.key"), "");
    expect(place(unnamed)).toBe(join(credentials, "soundings.key"));
    expect(place(all)).toBe(join(root, "mine.key"));
  });

  test("differs between two folders, and between two databases", () => {
    const url = (name: string) => `postgres://user:secret@db.example.org/${name}`;
    const onPostgres = (name: string) =>
      readConfig(
        { ...environment(), SOUNDINGS_PEOPLE_URL: url("people"), SOUNDINGS_ANSWERS_URL: url(name) },
        { data: data() },
      ).keyFile;
    const places = [config("a").keyFile, config("b").keyFile, onPostgres("one"), onPostgres("two")];
    expect(new Set(places).size).toBe(4);
    for (const place of places) {
      expect(dirname(place)).toBe(join(root, "config", "soundings"));
      expect(place).not.toContain("secret");
    }
    expect(liesInside(config().keyFile, data())).toBe(false);
  });
});

describe("a start", () => {
  test("makes the key outside, names it once, and leaves none in the folder", async () => {
    expect((await start()).join(" ")).toContain(`A new key was made: ${config().keyFile}.`);
    expect(readFileSync(config().keyFile, "utf8")).toMatch(/^[\w+/]{43}=\n$/);
    const inFolder = readdirSync(data(), { recursive: true }).map(String);
    expect(inFolder.filter((name) => /key/.test(name))).toEqual([]);
    expect(await start()).toEqual([]);
  });

  test("goes on with a key inside the folder and says each time where to move it; moved there, it is found", async () => {
    await start();
    const inside = join(data(), "keys", "key-encryption.key");
    const { newKeyFile } = config();
    mkdirSync(dirname(inside));
    renameSync(newKeyFile, inside);
    for (let turn = 0; turn < 2; turn += 1)
      expect((await start()).join(" ")).toContain(`move the file to ${newKeyFile}`);
    renameSync(inside, newKeyFile);
    expect(await start()).toEqual([]);
  });

  test("of a folder that was moved is refused with the setting that names its key", async () => {
    await start();
    renameSync(data(), data("moved"));
    const refused = await start("moved").catch(String);
    expect(refused).toContain("SOUNDINGS_KEY_FILE");
  });
});
