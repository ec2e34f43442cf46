/** Whether the audit log goes as far as the answers' store says, and agrees with what was done to waves. */
import { canonicalJson } from "../../surveys/json-value.ts";
import { AUDIT_TURNS, auditMarkOf } from "../audit/audit-mark.ts";
import type { ChainedEvent } from "../audit/store.ts";
import { manifestMark } from "../datasets/fingerprint.ts";
import type { ExaminedSeal, everyAssignment, everyWave } from "./store.ts";

export interface LogAndStores {
  readonly events: readonly ChainedEvent[];
  readonly seals: readonly ExaminedSeal[];
  readonly waves: Awaited<ReturnType<typeof everyWave>>;
  readonly assignments: Awaited<ReturnType<typeof everyAssignment>>;
}

/** Entries that the answers' store remembers, and the log has no longer. */
function cutOff({ events, seals }: LogAndStores): string[] {
  const known = new Set(events.map(({ hash }) => auditMarkOf(hash)));
  return seals.flatMap(({ wave, auditMarks }) =>
    Object.entries(auditMarks ?? {}).flatMap(([turn, mark]) =>
      known.has(mark)
        ? []
        : [
            `The log does not hold the entry that was its last when wave ${wave} was ${turn}: entries were cut off or rewritten since.`,
          ],
    ),
  );
}

function openingOf({ events }: LogAndStores, wave: string): ChainedEvent | undefined {
  return events.find(({ action, details }) => action === AUDIT_TURNS.opened && details["wave"] === wave);
}

/** Rules and manifest of each opened wave, as they were written down when it was opened. */
function changedRules(found: LogAndStores): string[] {
  return found.seals.flatMap((seal) => {
    const wave = found.waves.find(({ id }) => id === seal.wave);
    const mark = manifestMark(seal.manifest);
    if (wave === undefined || wave.state === "draft") return [];
    const opening = openingOf(found, seal.wave);
    if (opening === undefined) {
      return seal.manifest.protocol === 1 || wave.manifestMark === null
        ? []
        : [`The log has no entry that wave ${wave.id} was opened, and it was.`];
    }
    const told = opening.details["manifest"];
    return [
      ...(canonicalJson(opening.details["policy"]) === canonicalJson(seal.manifest.policy)
        ? []
        : [`The rules of wave ${wave.id} are not those that the log has of its opening.`]),
      ...((told === undefined || told === mark) && (wave.manifestMark === null || wave.manifestMark === mark)
        ? []
        : [
            `The manifest of wave ${wave.id} is not the one it was opened with: its raters hold other words in their mails and letters.`,
          ]),
    ];
  });
}

/** Second tickets as they are counted, and as they were written down when they were allowed. */
function unwrittenTickets({ events, waves, assignments }: LogAndStores): string[] {
  return waves.flatMap(({ id }) => {
    const counted = assignments.filter(({ wave }) => wave === id).reduce((sum, row) => sum + row.reissues, 0);
    const written = events.filter(
      ({ action, details }) => action === "ticket-reissued" && details["wave"] === id,
    ).length;
    const hasList = assignments.some(({ wave }) => wave === id);
    return !hasList || counted === written
      ? []
      : [`In wave ${id} the log has ${written} second tickets, and the list of raters ${counted}.`];
  });
}

/** @returns a sentence for each disagreement */
export function disagreementsWithLog(found: LogAndStores): string[] {
  return [...cutOff(found), ...changedRules(found), ...unwrittenTickets(found)];
}
