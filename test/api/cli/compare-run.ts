/** Runs `soundings compare` as somebody types it, on files in a folder of its own. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compareCommand } from "../../../api/cli/compare.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** A file of the fixtures. */
export function fixture(file: string): string {
  return fileURLToPath(new URL(`../../fixtures/${file}`, import.meta.url));
}

export async function runCompare(...args: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const error: string[] = [];
  const io = { out: (line: string) => out.push(line), error: (line: string) => error.push(line) };
  const code = await compareCommand.run(args, io);
  return { code, out: out.join("\n"), error: error.join("\n") };
}

/** A folder that is removed again, and a way to put files into it. */
export async function scratchFolder(): Promise<{
  readonly folder: string;
  readonly put: (name: string, content: string | Uint8Array) => Promise<string>;
  readonly remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), "soundings-compare-"));
  return {
    folder,
    put: async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
