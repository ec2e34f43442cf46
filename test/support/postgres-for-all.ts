/** Starts one Postgres server for all test files of a run; its address reaches them in PG_URL. */
import { startPostgres } from "./postgres-server.ts";

/** Vitest calls it once before the first test and what it returns after the last. */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env["PG_URL"] !== undefined) return async () => {};
  try {
    const server = await startPostgres();
    process.env["PG_URL"] = server.url;
    return server.close;
  } catch (error) {
    // Tests that need it fail with this sentence; all others run.
    const sentence = error instanceof Error ? error.message : String(error);
    console.error(sentence);
    process.env["SOUNDINGS_NO_POSTGRES"] = sentence;
    return async () => {};
  }
}
