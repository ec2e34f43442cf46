/** `soundings doctor` reads only, also beside a running server, and prints what people without tools can read. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { doctorCommand } from "../../../api/cli/doctor.ts";
import { newId } from "../../../api/short-id.ts";
import { openPeopleStore } from "../../../api/storage/people-store.ts";
import { type FilledInstallation, fillInstallation, spoil } from "../../support/filled-installation.ts";

let whole: FilledInstallation;
beforeAll(async () => {
  whole = await fillInstallation();
});
afterAll(() => whole.cleanUp());

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const io = { out: (line: string) => out.push(line), error: (line: string) => errors.push(line) };
  return { code: await doctorCommand.run(args, io), out: out.join("\n"), errors: errors.join("\n") };
}

/** Without what the running server itself writes while it tries to cut its log off: the memory it shares with readers. */
function lasting(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !path.endsWith("-shm")));
}

/** Bytes, size, time of change and rights of everything below a folder. */
function everythingIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { mtimeMs, ctimeMs, mode, size } = statSync(path);
      const hash = entry.isFile() ? createHash("sha256").update(readFileSync(path)).digest("hex") : "";
      return [path, [hash, size, mtimeMs, ctimeMs, mode].join(" ")];
    }),
  );
}

describe("soundings doctor", () => {
  test("prints checks, findings and what cannot be checked, and ends with 0", async () => {
    const { code, out } = await run("--anonymity", "--data", whole.folder);
    expect(code).toBe(0);
    expect(out).toContain("14 checks found nothing. They say what they looked at");
    expect(out).toContain("Order of arrival: in order");
    expect(out).toContain("WHAT CANNOT BE CHECKED FROM HERE");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(96);
  });

  test("ends with 1 and says what was found", async () => {
    const folder = whole.copy();
    spoil(folder, "responses", (db) => db.exec("DELETE FROM tombstones"));
    const { code, out } = await run("--anonymity", "--data", folder);
    expect(code).toBe(1);
    expect(out).toContain("1 of 14 checks found something");
    expect(out).toContain("Destroyed when it should be: FOUND");
  });

  test("ends with 2 where there is nothing to read, or nothing was asked", async () => {
    expect(await run("--anonymity", "--data", join(whole.folder, "nowhere"))).toMatchObject({
      code: 2,
      errors: expect.stringContaining("There is no"),
    });
    expect(await run("--data", whole.folder)).toMatchObject({ code: 2 });
  });

  test("prints one object with --json, with the same verdict", async () => {
    const { code, out } = await run("--anonymity", "--data", whole.folder, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ findings: 0, checks: expect.any(Array) });
  });

  test("names nobody", async () => {
    const { out } = await run("--anonymity", "--data", whole.folder, "--json");
    const people = await openPeopleStore({ dataFolder: whole.copy() });
    const persons = await people.read((db) => db.select().from(db.tables.persons));
    await people.close();
    expect(persons.length).toBeGreaterThan(20);
    for (const { name, mail, id } of persons)
      for (const piece of [name, mail ?? name, id]) expect(out).not.toContain(piece);
  });
});

describe("reading only", () => {
  test("changes no byte, no time and no right of a folder at rest", async () => {
    const folder = whole.copy();
    const before = everythingIn(folder);
    await run("--anonymity", "--data", folder);
    expect(everythingIn(folder)).toEqual(before);
  });

  test("changes nothing beside a running server, and reads what it has only in its log", async () => {
    const folder = whole.copy();
    const people = await openPeopleStore({ dataFolder: folder });
    // Somebody who reads keeps the server from cutting its log off.
    const reader = new Database(join(folder, "identity.sqlite"), { readonly: true });
    reader.exec("BEGIN; SELECT count(*) FROM programmes");
    try {
      const programme = { id: newId(), name: "Only in the log so far", createdAt: new Date() };
      await people.write((tx) => tx.insert(tx.tables.programmes).values(programme));
      const before = everythingIn(folder);
      const { code, out } = await run("--anonymity", "--data", folder);
      expect(lasting(everythingIn(folder))).toEqual(lasting(before));
      expect([code, out]).toEqual([0, expect.stringContaining("its log holds")]);
    } finally {
      reader.close();
      await people.close();
    }
  });

  test("gives whole answers while the server writes without pause", async () => {
    const folder = whole.copy();
    const people = await openPeopleStore({ dataFolder: folder });
    let writing = true;
    const writer = (async () => {
      while (writing) {
        const programme = { id: newId(), name: "x".repeat(2_000), createdAt: new Date() };
        await people.write((tx) => tx.insert(tx.tables.programmes).values(programme));
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    })();
    try {
      for (let turn = 0; turn < 3; turn += 1)
        expect(await run("--anonymity", "--data", folder)).toMatchObject({ code: 0, errors: "" });
    } finally {
      writing = false;
      await writer;
      await people.close();
    }
  });
});
