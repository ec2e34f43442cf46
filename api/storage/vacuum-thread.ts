/** The thread that rewrites a large SQLite file: on a connection of its own, so that the server goes on reading. */
import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";

/** What the thread is given. */
export interface FileToVacuum {
  readonly file: string;
}

/** What it sends back: the database's code if it failed. */
export interface Vacuumed {
  readonly code?: string;
}

/** Another program may be writing just now; this thread may stand still meanwhile. */
const BUSY_MILLISECONDS = 1000;

function vacuum({ file }: FileToVacuum): Vacuumed {
  const client = new Database(file, { timeout: BUSY_MILLISECONDS, fileMustExist: true });
  try {
    client.pragma("synchronous = FULL");
    client.pragma("secure_delete = ON");
    client.exec("VACUUM");
    client.pragma("wal_checkpoint(TRUNCATE)");
    return {};
  } catch (error) {
    return { code: String(Reflect.get(Object(error), "code") ?? "unknown") };
  } finally {
    client.close();
  }
}

parentPort?.postMessage(vacuum(workerData));
