/** Whether the server can do its work now: reach both stores and write them. Asked often, answered within a second. */
import { statfs } from "node:fs/promises";
import type { StaffContext } from "../context.ts";
import { doneWithin } from "../done-within.ts";
import { noteHealth, touchAnswers } from "./store.ts";

export interface Health {
  readonly ok: boolean;
  /** One sentence a fault, for whoever watches the server; nothing of what is stored. */
  readonly problems: readonly string[];
}

const ANSWER_MILLISECONDS = 1_000;
/** Whoever asks more often gets what was found last. */
const FRESH_MILLISECONDS = 5_000;
/** Less is gone with a few hundred answers, and a rewriting needs as much as the file. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

const NOT_IN_TIME =
  "A store does not answer, or cannot be written, within a second: it is locked, or its database is not reached.";

export interface HealthParts extends Pick<StaffContext, "people" | "answers" | "clock" | "config"> {
  /** Milliseconds by a clock that nobody can set. */
  readonly elapsed: () => number;
}

async function diskProblems({ config }: HealthParts): Promise<string[]> {
  if (config.peopleUrl !== undefined) return [];
  const disk = await statfs(config.dataFolder).catch(() => undefined);
  if (disk === undefined) return ["The data folder is gone or cannot be read."];
  if (disk.bavail * disk.bsize >= LEAST_FREE_BYTES) return [];
  return ["The disk of the data folder is almost full: make room before answers are refused."];
}

async function storeProblems({ people, answers, clock }: HealthParts): Promise<string[]> {
  const writes = [
    { what: "people", done: people.write((tx) => noteHealth(tx, clock())) },
    { what: "answers", done: answers.write(touchAnswers) },
  ];
  const outcomes = await Promise.allSettled(writes.map(({ done }) => done));
  return writes.flatMap(({ what }, place) =>
    outcomes[place]?.status === "rejected" ? [`The store of ${what} cannot be written.`] : [],
  );
}

/** @returns a check that starts no second probe while one is under way */
export function healthCheck(parts: HealthParts): () => Promise<Health> {
  let found: { readonly problems: readonly string[]; readonly at: number } | undefined;
  let underWay: Promise<void> | undefined;
  const probe = async (): Promise<void> => {
    const problems = (await Promise.all([diskProblems(parts), storeProblems(parts)])).flat();
    found = { problems, at: parts.elapsed() };
  };
  return async () => {
    const fresh = () => found !== undefined && parts.elapsed() - found.at < FRESH_MILLISECONDS;
    if (!fresh()) {
      underWay ??= probe().finally(() => {
        underWay = undefined;
      });
      await doneWithin(ANSWER_MILLISECONDS, underWay);
    }
    const problems = fresh() ? (found?.problems ?? []) : [NOT_IN_TIME];
    return { ok: problems.length === 0, problems };
  };
}
