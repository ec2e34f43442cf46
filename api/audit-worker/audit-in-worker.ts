/** Audits in a thread beside the server, with a time limit: what takes too long is not published. */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { finding } from "../../analysis/disclosure-audit/finding.ts";
import type { ReportAudit } from "../../analysis/report360/audit-report.ts";
import type { AnswerOf, AskedOf, AuditJobName } from "./audit-jobs.ts";
import type { AuditReply, AuditRequest } from "./audit-thread.ts";

/** The thread must not take the server's memory with it. */
const MEGABYTES = 900;

/** Far more than any report needs. */
const SECONDS_A_REPORT = 30;

/** The thread that is free, if any; it is kept for the next job, and does not keep the process alive. */
let idle: Worker | undefined;
/** Jobs run one after the other: two at once would only take each other's time. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Carries out one job in the thread.
 *
 * @returns the answer, or undefined if there was none within the time or something went wrong: do not publish
 */
export function inAuditWorker<N extends AuditJobName>(
  name: N,
  asked: AskedOf<N>,
  seconds: number,
): Promise<AnswerOf<N> | undefined> {
  const answer = last.then(() => carryOut({ name, asked }, seconds));
  last = answer;
  return answer;
}

/** The audit of a report as in analysis/report360, in the thread. Never throws; no answer means "do not publish". */
export async function auditReportInWorker(
  asked: AskedOf<"report">,
  seconds: number = SECONDS_A_REPORT,
): Promise<ReportAudit> {
  const answer = await inAuditWorker("report", asked, seconds);
  return answer ?? { publish: false, findings: [finding("not-checked", ["the report"])] };
}

function carryOut<N extends AuditJobName>(
  request: AuditRequest<N>,
  seconds: number,
): Promise<AnswerOf<N> | undefined> {
  const worker = idle ?? startThread();
  idle = undefined;
  worker.ref();
  return new Promise((resolve) => {
    const end = (answer: AnswerOf<N> | undefined, healthy: boolean) => {
      clearTimeout(timer);
      worker.off("message", answered).off("error", failed).off("exit", failed);
      if (healthy) {
        worker.unref();
        idle = worker;
      } else void worker.terminate();
      resolve(answer);
    };
    const answered = ({ answer }: AuditReply<N>) => end(answer, true);
    const failed = () => end(undefined, false);
    const timer = setTimeout(failed, seconds * 1000);
    worker.on("message", answered).on("error", failed).on("exit", failed);
    try {
      worker.postMessage(request);
    } catch {
      end(undefined, true);
    }
  });
}

/** From the sources the thread needs what reads TypeScript; a build has the thread as a file of its own. */
function startThread(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MEGABYTES };
  if (!import.meta.url.endsWith(".ts")) {
    return kept(new Worker(new URL("./audit-thread.js", import.meta.url), { resourceLimits }));
  }
  const reader = createRequire(import.meta.url).resolve("tsx/package.json");
  const start = `import(${JSON.stringify(new URL("dist/esm/api/index.mjs", pathToFileURL(reader)).href)})
    .then(({ register }) => {
      register();
      return import(${JSON.stringify(new URL("./audit-thread.ts", import.meta.url).href)});
    });`;
  return kept(new Worker(start, { eval: true, execArgv: [], resourceLimits }));
}

/** A thread that ends or fails while it waits is not used again. */
function kept(worker: Worker): Worker {
  const forget = () => {
    if (idle === worker) idle = undefined;
  };
  return worker.on("exit", forget).on("error", forget);
}
