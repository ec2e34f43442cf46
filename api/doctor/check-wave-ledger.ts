/** Whether waves of nearly the same people tell nothing more together than each by itself. */
import { besideEarlier, type EarlierReport } from "../../analysis/report360/earlier-reports.ts";
import type { Report360 } from "../../analysis/report360/report-model.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { earlierReports } from "../wave-ledger/earlier-reports.ts";
import { ledgerOfOpened } from "../wave-ledger/read-ledger.ts";
import type { StoredWave } from "../waves/store.ts";
import { checkOf, counted, type DoctorCheck } from "./doctor-report.ts";
import { ledgerFindings, type Stores } from "./ledger-findings.ts";
import { everyReport, everyTableRelease, everyWave } from "./store.ts";

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
  const findings = await ledgerFindings(stores, waves);
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
        "Every pair of anonymous waves that share people and questions, by the ledger of who was asked what: may the later one show what it shows? And whether the ledger holds the questions, and the lists that are still there, person by person: the same people as the same entries in every wave.",
    },
    {
      findings,
      remarks,
      fine: `${counted(waves.length, "anonymous wave")}: none shows what another leaves no room for.`,
    },
  );
}
