/** Reads released tables: parsed once and kept, since what has been released never changes. */
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { PeopleReader } from "../storage/people-store.ts";
import { findWave } from "../waves/find-wave.ts";
import type { StoredWave } from "../waves/store.ts";
import { ledgerOf, releaseId, type StoredTables, tablesOf } from "./store.ts";

/** Parsed tables of some hundred kilobytes each. */
const MOST_KEPT = 64;

const keptOfStore = new WeakMap<object, Map<string, StoredTables>>();

/** The release of this id, from memory where it has been read before. */
export async function keptTables(
  { answers }: Pick<StaffContext, "answers">,
  id: string,
): Promise<StoredTables | undefined> {
  const kept = keptOfStore.get(answers) ?? new Map<string, StoredTables>();
  keptOfStore.set(answers, kept);
  const found = kept.get(id) ?? (await answers.read((db) => tablesOf(db, id)));
  if (found === undefined) return undefined;
  // The one used last goes to the end, so that the first is the one to forget.
  kept.delete(id);
  kept.set(id, found);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return found;
}

/** A staff survey that has been released. @throws DomainError "not-found"; "wrong-state" before its release */
export async function findReleasedSurvey(db: PeopleReader, wave: string): Promise<StoredWave> {
  const found = await findWave(db, wave);
  if (found.kind !== "staff-survey" || found.identity !== "anonymous") {
    throw new DomainError("not-found", "This wave is no anonymous staff survey, so it has no tables.");
  }
  if (found.state !== "released") {
    throw new DomainError(
      "wrong-state",
      `“${found.title}” is not released yet. Its figures can be read once the coordinator has closed it and released them.`,
    );
  }
  return found;
}

/** The numbers of what a wave has published, oldest first. */
export async function publishedNumbers(db: PeopleReader, wave: string): Promise<readonly number[]> {
  return (await ledgerOf(db, wave)).filter(({ refusal }) => refusal === null).map(({ number }) => number);
}

/** @throws DomainError "wrong-state" where nothing could be published, "not-found" for an unknown release */
export async function releaseOfNumber(
  context: Pick<StaffContext, "people" | "answers">,
  wave: StoredWave,
  number?: number,
): Promise<{ readonly number: number; readonly release: StoredTables }> {
  const published = await context.people.read((db) => publishedNumbers(db, wave.id));
  const wanted = number ?? published.at(-1);
  if (wanted === undefined) {
    throw new DomainError(
      "wrong-state",
      `Nothing of “${wave.title}” could be published without telling what single people answered. The coordinator can see why, and try another plan.`,
    );
  }
  const release = published.includes(wanted)
    ? await keptTables(context, releaseId(wave.id, wanted))
    : undefined;
  if (release === undefined) {
    throw new DomainError("not-found", "There is no such release of this wave. Choose one from its list.");
  }
  return { number: wanted, release };
}
