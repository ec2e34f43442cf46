/** The source files of the tree, for the checks on their form. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const root = join(import.meta.dirname, "../..");
const FOLDERS = ["api", "web", "surveys", "analysis", "test"];

export interface SourceFile {
  /** From the top of the tree, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every .ts and .tsx file of the project. */
export function sourceFiles(): readonly SourceFile[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => {
        const full = join(entry.parentPath, entry.name);
        return { path: relative(root, full).replaceAll("\\", "/"), text: readFileSync(full, "utf8") };
      })
      .filter((file) => !file.path.startsWith("test/fixtures/")),
  );
}
