/** The thread of the audits: takes one job after the other, and sends back what came of it. */
import { parentPort } from "node:worker_threads";
import type { AnswerOf, AskedOf, AuditJobName } from "./audit-jobs.ts";
import { CARRY_OUT } from "./audit-jobs.ts";

/** What the server sends. */
export interface AuditRequest<N extends AuditJobName = AuditJobName> {
  readonly name: N;
  readonly asked: AskedOf<N>;
}

/** Without an answer if it could not be carried out; the error itself may quote figures, so it stays here. */
export interface AuditReply<N extends AuditJobName = AuditJobName> {
  readonly answer?: AnswerOf<N>;
}

async function carryOut<N extends AuditJobName>({ name, asked }: AuditRequest<N>): Promise<AuditReply<N>> {
  try {
    return { answer: await CARRY_OUT[name](asked) };
  } catch {
    return {};
  }
}

parentPort?.on("message", (request: AuditRequest) => {
  void carryOut(request).then((reply) => parentPort?.postMessage(reply));
});
