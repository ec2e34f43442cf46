/** The built pages and their files: read once, served compressed as they were built, with tags for repeat visits. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import type { Context } from "hono";
import { DomainError } from "../errors.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
  ".png": "image/png",
};

const ENCODINGS = [
  { name: "br", ending: ".br" },
  { name: "gzip", ending: ".gz" },
] as const;

interface BuiltFile {
  readonly type: string;
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly encoded: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

export interface BuiltPages {
  /** Answers with the file, 304 if the browser has it, or refuses. `path` begins with "/". */
  respond(c: Context, path: string): Response;
  /** The text of a built page, to be filled in. */
  text(path: string): string;
}

function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path));
}

function readBuilt(folder: string): Map<string, BuiltFile> {
  const files = new Map<string, BuiltFile>();
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths) {
    const type = TYPES[extname(path)];
    if (type === undefined) continue;
    const plain = bytesOf(path);
    const encoded = new Map(
      ENCODINGS.filter(({ ending }) => paths.includes(path + ending)).map(({ name, ending }) => [
        name,
        bytesOf(path + ending),
      ]),
    );
    const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
    files.set(`/${relative(folder, path).replaceAll("\\", "/")}`, { type, etag, plain, encoded });
  }
  return files;
}

/**
 * @param folder dist/web.
 * @throws RangeError with a sentence if the pages were not built.
 */
export function openBuiltPages(folder: string): BuiltPages {
  let files: Map<string, BuiltFile>;
  try {
    files = readBuilt(folder);
  } catch {
    throw new RangeError("The pages are not built yet: run `npm run build` first.");
  }
  const find = (path: string): BuiltFile => {
    const file = files.get(path);
    if (file === undefined) throw new DomainError("not-found", "There is nothing at this address.");
    return file;
  };
  return {
    respond: (c, path) => {
      const file = find(path);
      const hashed = path.startsWith("/assets/");
      c.header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
      c.header("vary", "accept-encoding");
      c.header("etag", file.etag);
      if (c.req.header("if-none-match") === file.etag) return c.body(null, 304);
      c.header("content-type", file.type);
      const accepted = c.req.header("accept-encoding") ?? "";
      const encoding = ENCODINGS.find(({ name }) => accepted.includes(name) && file.encoded.has(name))?.name;
      if (encoding === undefined) return c.body(file.plain);
      c.header("content-encoding", encoding);
      return c.body(file.encoded.get(encoding) ?? file.plain);
    },
    text: (path) => new TextDecoder().decode(find(path).plain),
  };
}
