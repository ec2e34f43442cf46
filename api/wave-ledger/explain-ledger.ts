/** What the ledger says of a wave, for its coordinator: before it is opened, and afterwards. */

import { firstLanguage, textIn } from "../../surveys/localised-text.ts";
import type { StaffContext } from "../context.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { findWave } from "../waves/find-wave.ts";
import { namesByDigest } from "./names-by-digest.ts";
import { ledgerOfDraft, ledgerOfOpened } from "./read-ledger.ts";
import { openFromDay } from "./when-open.ts";

/**
 * @returns what follows for whom from which other wave; nothing of who answered
 * @throws DomainError "not-allowed", "not-found"
 */
export async function explainLedger(
  context: Pick<StaffContext, "people" | "answers" | "keys" | "clock">,
  staff: StaffMember,
  { wave: id }: { readonly wave: string },
) {
  requireRole(staff, "coordinator");
  const wave = await context.people.read((db) => findWave(db, id));
  if (wave.identity !== "anonymous") return { standings: [], openFrom: null };
  const definition = await definitionOfId(context, wave.definitionId);
  const { keys } = context;
  const { answer, names } = await context.people.read(async (db) => ({
    answer:
      wave.openedAt === null
        ? await ledgerOfDraft(db, keys, { wave, definition, now: context.clock() })
        : await ledgerOfOpened(db, { wave, definition }),
    names: await namesByDigest(db, keys, id),
  }));
  const { groups, languages } = definition.soundings;
  const label = (code: string): string => {
    const group = groups.find((one) => one.code === code);
    return group === undefined ? code : textIn(group.label, firstLanguage(languages), languages);
  };
  const waves = new Map(answer.earlier.map((earlier) => [earlier.wave, earlier]));
  const standings = answer.standings.map(({ standing, earlier, later, stayed, joined, left, days }) => ({
    standing,
    earlier: waves.get(earlier)?.title ?? "",
    about: names.get(later.about) ?? null,
    groups: later.groups.map(label),
    stayed,
    joined,
    left,
    days,
  }));
  return {
    // Two groups of an earlier wave may tell the same of a later one.
    standings: [...new Map(standings.map((told) => [JSON.stringify(told), told])).values()],
    /** From when it could be opened as it is; null where nothing is refused, or the other wave is open still. */
    openFrom: openFromDay(answer)?.toISOString() ?? null,
  };
}
