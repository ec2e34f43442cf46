/** The released reports of other 360 waves about the same people, with what both lists have in common. */
import type { EarlierReport } from "../../analysis/report360/earlier-reports.ts";
import type { LedgerGroup } from "../../analysis/wave-ledger/ledger-model.ts";
import { daysBetween, sharedItems, turnoverOf } from "../../analysis/wave-ledger/weigh-wave.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { releaseOf } from "../releases/store.ts";
import type { AnswerStore } from "../storage/answer-store.ts";
import type { PeopleStore } from "../storage/people-store.ts";
import type { StoredWave } from "../waves/store.ts";
import { itemDigests } from "./digests.ts";
import { groupsOf, ledgerOfOpened } from "./read-ledger.ts";
import { type LedgerPerson, peopleInLedger } from "./store.ts";

/** Everybody who was invited to one of these groups. */
function unionOf(groups: readonly LedgerGroup[], about: string, codes: readonly string[]): LedgerGroup {
  const own = groups.filter((group) => group.about === about && group.groups.length === 1);
  const wanted = own.filter(({ groups: [code = ""] }) => codes.includes(code));
  return { about, groups: codes, people: new Set(wanted.flatMap(({ people }) => [...people])) };
}

/** By digest of a person: their code in the wave. */
function codesOf(people: readonly LedgerPerson[]): ReadonlyMap<string, string> {
  return new Map(people.map(({ about, subject }) => [about, subject]));
}

/**
 * By code of a subject: what was released before about them, in waves that asked the same people the same questions, or
 * some of either. To be read before the wave's own reports are made, and while nothing else is released.
 */
export async function earlierReports(
  context: { readonly people: Pick<PeopleStore, "read">; readonly answers: Pick<AnswerStore, "read"> },
  wave: StoredWave,
): Promise<ReadonlyMap<string, readonly EarlierReport[]>> {
  const found = new Map<string, EarlierReport[]>();
  const definition = await definitionOfId(context, wave.definitionId);
  const opened = await context.people.read((db) => ledgerOfOpened(db, { wave, definition }));
  const later = groupsOf(opened.people);
  const items = new Map(Object.entries(itemDigests(definition)));
  const { openedAt, closedAt } = wave;
  if (openedAt === null) return found;
  for (const earlier of opened.earlier) {
    const abouts = [...codesOf(opened.people)];
    const people = await context.people.read((db) =>
      peopleInLedger(
        db,
        earlier.wave,
        abouts.map(([about]) => about),
      ),
    );
    const before = codesOf(people);
    for (const [about, subject] of abouts) {
      const code = before.get(about);
      const release =
        code === undefined
          ? undefined
          : await context.answers.read((db) => releaseOf(db, earlier.wave, code));
      if (release === undefined) continue;
      const reports = found.get(subject) ?? [];
      found.set(subject, reports);
      reports.push({
        wave: earlier.wave,
        title: earlier.title,
        days: daysBetween(earlier, { openedAt, closedAt }),
        items: sharedItems(items, earlier.items),
        report: release.report,
        turnover: (nowIn, thenIn) =>
          turnoverOf(unionOf(later, about, nowIn), unionOf(earlier.groups, about, thenIn)),
      });
    }
  }
  return found;
}
