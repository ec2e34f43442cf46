/** Waits for a SQLite file that another program holds, while the process goes on with everything else. */
import { StorageError, withoutParameters } from "./storage-error.ts";

const PATIENCE_MILLISECONDS = 5_000;
const TRY_AGAIN_MILLISECONDS = 40;

function isBusy(error: unknown): boolean {
  const scrubbed = withoutParameters(error);
  return scrubbed instanceof StorageError && scrubbed.kind === "busy";
}

/**
 * Tries until nobody else holds the file.
 * @param patience milliseconds
 * @throws what the last attempt threw
 */
export async function whenFree(attempt: () => unknown, patience = PATIENCE_MILLISECONDS): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MILLISECONDS));
  }
}
