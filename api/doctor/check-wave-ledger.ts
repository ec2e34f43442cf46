/** Whether waves of nearly the same people tell nothing more together than each by itself. */
import { besideEarlier, type EarlierReport } from "../../analysis/report360/earlier-reports.ts";
import type { Report360 } from "../../analysis/report360/report-model.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { earlierReports } from "../wave-ledger/earlier-reports.ts";
import { ledgerOfOpened } from "../wave-ledger/read-ledger.ts";
import type { StoredWave } from "../waves/store.ts";
import { checkOf, counted, type DoctorCheck } from "./doctor-report.ts";
import type { LookedAtAnswers, LookedAtPeople } from "./installation.ts";
import { everyAssignment, everyLedgerEntry, everyReport, everyTableRelease, everyWave } from "./store.ts";

interface Stores {
  readonly people: Pick<LookedAtPeople, "read">;
  readonly answers: Pick<LookedAtAnswers, "read">;
}

/** How many were asked about whom in which group: the list of a wave, as far as both sides can tell it. */
function countsOf(entries: readonly { readonly subject: string; readonly group: string }[]) {
  const counts = new Map<string, number>();
  for (const { subject, group } of entries) {
    const key = JSON.stringify([subject, group]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Entries of lists that are still there, which the ledger does not hold, or holds otherwise. */
async function missingEntries({ people, answers }: Stores, waves: readonly StoredWave[]): Promise<string[]> {
  const assignments = await people.read(everyAssignment);
  const entries = await people.read(everyLedgerEntry);
  const findings: string[] = [];
  for (const { id, definitionId } of waves) {
    const definition = await definitionOfId({ answers }, definitionId);
    const byName = new Set(
      definition.soundings.groups.filter(({ attributed }) => attributed).map(({ code }) => code),
    );
    const listed = assignments.filter(({ wave, group }) => wave === id && !byName.has(group));
    // Lists are deleted in the end; the ledger stays.
    if (listed.length === 0) continue;
    const asked = countsOf(listed);
    const noted = countsOf(entries.filter(({ waveId }) => waveId === id));
    const keys = new Set([...asked.keys(), ...noted.keys()]);
    const differing = [...keys].filter((key) => asked.get(key) !== noted.get(key)).length;
    if (differing > 0)
      findings.push(
        `The ledger of who was asked what differs from the list of wave ${id} in ${counted(differing, "group")}: later waves are held against something else than what happened.`,
      );
  }
  return findings;
}

/** Reports that were released after others, and show what those leave no room for. */
async function openReports(
  stores: Stores,
  wave: StoredWave,
  { reports, releasedBefore }: { readonly reports: ReportsOf; readonly releasedBefore: ReadonlySet<string> },
): Promise<string[]> {
  if (wave.kind !== "360") return [];
  const findings: string[] = [];
  for (const [subject, others] of await earlierReports(stores, wave)) {
    const report = reports.find((one) => one.wave === wave.id && one.subject === subject)?.report;
    const before = others.filter((other) => releasedBefore.has(other.wave));
    const cells = report === undefined ? 0 : shownDespite(report, before);
    if (cells > 0)
      findings.push(
        `The report about ${subject} in wave ${wave.id} shows ${counted(cells, "figure")} from which, beside a report of an earlier wave of nearly the same people, it could follow what the few answered who joined or left.`,
      );
  }
  return findings;
}

type ReportsOf = Awaited<ReturnType<typeof everyReport>>;

function shownDespite(report: Report360, earlier: readonly EarlierReport[]): number {
  const items = [...report.dimensions.flatMap((row) => row.items), ...report.otherItems];
  const minimum = report.policy.minimumGroupSize;
  return report.blocks
    .filter(({ attributed }) => !attributed)
    .flatMap((block) => items.map((item) => ({ block, item })))
    .filter(({ block, item }) => {
      const { rule } = besideEarlier(earlier, { block, item: item.code, minimum });
      return rule === "withheld" && item.blocks[block.code]?.shown === true;
    }).length;
}

/** Tables that were released as if there had been no other wave. */
async function openTables({ people, answers }: Stores, wave: StoredWave, before: ReadonlySet<string>) {
  if (wave.kind !== "staff-survey") return [];
  const definition = await definitionOfId({ answers }, wave.definitionId);
  const { standings } = await people.read((db) => ledgerOfOpened(db, { wave, definition }));
  const strict = standings.filter(
    ({ standing, earlier }) => (standing === "direction" || standing === "refused") && before.has(earlier),
  );
  const shared = new Set(strict.flatMap(({ items }) => items));
  const tables = (await answers.read(everyTableRelease)).filter((release) => release.wave === wave.id);
  const items = tables.flatMap((release) => release.tables.items);
  const open = items.filter(({ code, beside }) => shared.has(code) && beside?.told !== "direction").length;
  return open === 0
    ? []
    : [
        `The tables of wave ${wave.id} show figures of ${counted(open, "question")} from which, beside those of an earlier wave of nearly the same people, it could follow what the few answered who joined or left.`,
      ];
}

/** Waves that would not be opened today, because another was closed a moment before. */
async function tooClose({ people, answers }: Stores, wave: StoredWave): Promise<string[]> {
  const definition = await definitionOfId({ answers }, wave.definitionId);
  const { standings, earlier } = await people.read((db) => ledgerOfOpened(db, { wave, definition }));
  const refused = standings.filter(({ standing }) => standing === "refused");
  const first = earlier.filter(({ openedAt }) => wave.openedAt !== null && openedAt <= wave.openedAt);
  const named = new Set(refused.map((one) => one.earlier));
  return first
    .filter((other) => named.has(other.wave))
    .map(
      (other) =>
        `Wave ${wave.id} was opened within 90 days of wave ${other.wave}, of nearly the same people and with the same questions: both together could tell what the few answered who joined or left. Release one of them only.`,
    );
}

export async function checkWaveLedger(stores: Stores): Promise<DoctorCheck> {
  const waves = (await stores.people.read(everyWave)).filter(
    ({ identity, openedAt, state }) => identity === "anonymous" && openedAt !== null && state !== "draft",
  );
  const reports = await stores.answers.read(everyReport);
  const findings = await missingEntries(stores, waves);
  const remarks: string[] = [];
  for (const wave of waves) {
    remarks.push(...(await tooClose(stores, wave)));
    const { releasedAt } = wave;
    if (releasedAt === null) continue;
    const earlier = waves.filter((other) => other.releasedAt !== null && other.releasedAt < releasedAt);
    const releasedBefore = new Set(earlier.map(({ id }) => id));
    findings.push(...(await openReports(stores, wave, { reports, releasedBefore })));
    findings.push(...(await openTables(stores, wave, releasedBefore)));
  }
  return checkOf(
    {
      code: "wave-ledger",
      title: "Waves of nearly the same people",
      looked:
        "Every pair of anonymous waves that share people and questions, by the ledger of who was asked what: may the later one show what it shows? And whether the ledger holds the lists that are still there.",
    },
    {
      findings,
      remarks,
      fine: `${counted(waves.length, "anonymous wave")}: none shows what another leaves no room for.`,
    },
  );
}
