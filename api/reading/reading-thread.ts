/** The reading thread: takes one text after the other, and sends back what stands in it. */
import { parentPort } from "node:worker_threads";
import { type AskedToRead, READERS, type ReadingJobName } from "./reading-jobs.ts";

/** What the server sends. */
export interface ReadingRequest<N extends ReadingJobName = ReadingJobName> {
  readonly name: N;
  readonly asked: AskedToRead<N>;
}

/** Without an answer if a reader failed; the error itself may quote the text, so it stays here. */
function read<N extends ReadingJobName>({ name, asked }: ReadingRequest<N>) {
  try {
    return { answer: READERS[name](asked) };
  } catch {
    return {};
  }
}

parentPort?.on("message", (request: ReadingRequest) => parentPort?.postMessage(read(request)));
