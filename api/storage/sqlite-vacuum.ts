/** Rewrites a SQLite file, a large one in a thread: it takes seconds, during which others want their pages. */
import { once } from "node:events";
import { startThread } from "../threads/start-thread.ts";
import type { SqliteFile } from "./sqlite-file.ts";
import { withoutParameters } from "./storage-error.ts";
import type { FileToVacuum, Vacuumed } from "./vacuum-thread.ts";

/** Smaller files are rewritten within a few milliseconds, less than it takes to start a thread. */
const SMALL_BYTES = 2 * 1024 * 1024;

/** @returns how large the file is, without its log */
export function bytesOf(client: SqliteFile): number {
  return ["page_count", "page_size"].reduce(
    (product, name) => product * Number(client.pragma(name, { simple: true })),
    1,
  );
}

/**
 * Leaves nothing deleted in the file. To be called while nobody of this process writes.
 *
 * @param client the connection that writes
 * @throws StorageError "busy" if another program uses the file, and whatever else the database says
 */
export async function vacuum(client: SqliteFile, file: string): Promise<void> {
  if (bytesOf(client) <= SMALL_BYTES) {
    client.exec("VACUUM");
    return;
  }
  const given: FileToVacuum = { file };
  const thread = startThread(new URL("./vacuum-thread.ts", import.meta.url), { workerData: given });
  const [vacuumed]: Vacuumed[] = await once(thread, "message");
  if (vacuumed?.code !== undefined) throw withoutParameters({ code: vacuumed.code });
}
