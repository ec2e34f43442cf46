/** A thread that does one job after the other, each with a time limit. */
import type { Worker } from "node:worker_threads";

/** Sends one request and waits for its answer. */
export type ThreadLane = <Answer>(request: unknown, seconds: number) => Promise<Answer | undefined>;

/** What a thread sends back; without an answer if the job could not be carried out. */
interface Reply<Answer> {
  readonly answer?: Answer;
}

/**
 * A lane of its own: two jobs at once would only take each other's time.
 *
 * @param start makes the thread when it is first needed, and anew after one that failed or took too long
 * @returns what sends a job; its answer is undefined if there was none within the time or something went wrong
 */
export function openLane(start: () => Worker): ThreadLane {
  /** The thread that is free, if any; it is kept for the next job, and does not keep the process alive. */
  let idle: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** A thread that ends or fails while it waits is not used again. */
  const started = (): Worker => {
    const worker = start();
    const forget = () => {
      if (idle === worker) idle = undefined;
    };
    return worker.on("exit", forget).on("error", forget);
  };

  const carryOut = <Answer>(request: unknown, seconds: number): Promise<Answer | undefined> => {
    const worker = idle ?? started();
    idle = undefined;
    worker.ref();
    return new Promise((resolve) => {
      const end = (answer: Answer | undefined, healthy: boolean) => {
        clearTimeout(timer);
        worker.off("message", answered).off("error", failed).off("exit", failed);
        if (healthy) {
          worker.unref();
          idle = worker;
        } else void worker.terminate();
        resolve(answer);
      };
      const answered = ({ answer }: Reply<Answer>) => end(answer, true);
      const failed = () => end(undefined, false);
      const timer = setTimeout(failed, seconds * 1000);
      worker.on("message", answered).on("error", failed).on("exit", failed);
      try {
        worker.postMessage(request);
      } catch {
        end(undefined, true);
      }
    });
  };

  return <Answer>(request: unknown, seconds: number) => {
    const answer = last.then(() => carryOut<Answer>(request, seconds));
    last = answer;
    return answer;
  };
}
