/** Makes and audits staff tables beside the server, with a time limit: what takes too long is not published. */
import { inAuditWorker } from "../audit-worker/audit-in-worker.ts";
import type { TablesMaker } from "./make-tables.ts";

/** Some minutes for the tables, and as long for their audit. */
const MOST_SECONDS = 600;

const NOT_CHECKED =
  "The figures could not be checked in time, and nothing is published unchecked. Try a plan with fewer cuts.";

/** Never throws; no answer means "do not publish". */
export const makeTablesInWorker: TablesMaker = async (asked) =>
  (await inAuditWorker("tables", asked, MOST_SECONDS)) ?? { publish: false, sentence: NOT_CHECKED };
