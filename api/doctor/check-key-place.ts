/** Where the key lies: who may read it and the stores, and whether copies of the stores lie beside it. */
import { open, readdir, stat } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { liesInside } from "../keys/key-place.ts";
import { checkOf, type DoctorCheck } from "./doctor-report.ts";
import type { Installation } from "./installation.ts";

const STORES = ["identity.sqlite", "responses.sqlite"];
const OTHERS_MAY = 0o077;
const SQLITE_MAGIC = "SQLite format 3\0";
/** A data folder is shallow; somebody's home directory is not searched to its end. */
const DEEPEST = 3;
const MOST_FILES = 5_000;

async function filesBelow(folder: string, depth = 0): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files: string[] = [];
  for (const entry of entries.slice(0, MOST_FILES)) {
    const path = join(folder, entry.name);
    if (entry.isFile()) files.push(path);
    else if (entry.isDirectory() && depth < DEEPEST) files.push(...(await filesBelow(path, depth + 1)));
  }
  return files;
}

async function isDatabase(file: string): Promise<boolean> {
  const handle = await open(file, "r").catch(() => undefined);
  if (handle === undefined) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead).toString("latin1") === SQLITE_MAGIC;
  } finally {
    await handle.close();
  }
}

/** Databases beside the stores: backups, or copies that somebody made. */
async function copiesIn(folders: readonly string[], dataFolder: string): Promise<string[]> {
  const stores = new Set(STORES.map((name) => resolve(dataFolder, name)));
  const files = new Set((await Promise.all(folders.map((folder) => filesBelow(folder)))).flat());
  const copies: string[] = [];
  for (const file of files) if (!stores.has(resolve(file)) && (await isDatabase(file))) copies.push(file);
  return copies;
}

/** What others than the server's account may do with a file; undefined where there is none, or no such rights. */
async function openToOthers(path: string): Promise<boolean> {
  if (process.platform === "win32") return false;
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && (found.mode & OTHERS_MAY) !== 0;
}

export async function checkKeyPlace(installation: Installation): Promise<DoctorCheck> {
  const { answers, dataFolder, keyFile } = installation;
  const onDisk = answers.engine === "sqlite";
  const paths = [
    ...(keyFile === undefined ? [] : [keyFile, dirname(keyFile)]),
    ...(onDisk ? STORES.flatMap((name) => [name, `${name}-wal`]).map((name) => join(dataFolder, name)) : []),
  ];
  const open: string[] = [];
  for (const path of paths) if (await openToOthers(path)) open.push(path);
  const missing = keyFile !== undefined && (await stat(keyFile).catch(() => undefined)) === undefined;
  const folders = [
    ...new Set([...(onDisk ? [dataFolder] : []), ...(keyFile === undefined ? [] : [dirname(keyFile)])]),
  ];
  const copies = await copiesIn(folders, dataFolder);
  const inside = keyFile !== undefined && liesInside(keyFile, dataFolder);
  return checkOf(
    {
      code: "key-place",
      title: "The key and copies of the stores",
      looked: "Rights on the key and the stores, and other databases in the data folder and beside the key.",
    },
    {
      findings: [
        ...open.map(
          (path) =>
            `${path} can be read by other accounts of this machine. Give it the mode 600 (a folder 700).`,
        ),
        ...copies.map(
          (path) =>
            `${path} is a copy of a database beside the key or the stores: with it, both stores of an earlier time could be compared or opened. Move it to another place, or destroy it.`,
        ),
        ...(missing
          ? [`The key file ${keyFile} is missing. Waves that are open cannot be closed without it.`]
          : []),
      ],
      remarks: inside
        ? [
            `The key lies inside the data folder (${relative(dataFolder, keyFile)}). A backup of the whole folder would hold the key and what it opens: move it out; the server says at its start where to.`,
          ]
        : [],
      fine:
        keyFile === undefined
          ? "The key comes from the environment and lies in no file that was looked at; no copies of stores were found."
          : "The key lies apart from the stores; nobody but the server's account may read it, and no copies of stores were found.",
    },
  );
}
