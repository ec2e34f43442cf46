/** Reads texts that people bring: short ones at once, long ones in a thread, so that others are served meanwhile. */
import { DomainError } from "../errors.ts";
import { startThread } from "../threads/start-thread.ts";
import { openLane } from "../threads/thread-lane.ts";
import { type AskedToRead, READERS, type ReadingJobName, type WasRead } from "./reading-jobs.ts";
import type { ReadingRequest } from "./reading-thread.ts";

/** Shorter texts are read within a few milliseconds, less than it takes to ask a thread. */
const SHORT = 20_000;
/** Far more than the longest text takes. */
const SECONDS = 60;
const MEGABYTES = 500;

const lane = openLane(() =>
  startThread(new URL("./reading-thread.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  }),
);

/** @throws DomainError "store-busy" if the thread could not read it; nothing was changed by then */
export async function readAside<N extends ReadingJobName>(
  name: N,
  asked: AskedToRead<N>,
): Promise<WasRead<N>> {
  if (asked.text.length <= SHORT) return READERS[name](asked);
  const request: ReadingRequest<N> = { name, asked };
  const read = await lane<WasRead<N>>(request, SECONDS);
  if (read !== undefined) return read;
  throw new DomainError(
    "store-busy",
    "The server could not read this text just now, perhaps because it is busy. Nothing was changed. Wait a minute and try again; if it happens again, bring it in smaller parts.",
  );
}
