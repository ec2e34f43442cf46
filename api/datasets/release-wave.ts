/** Releases a closed wave: computes every report once, stores what may be shown, destroys what need not be kept. */
import type { ReportAudit } from "../../analysis/report360/audit-report.ts";
import { reportAll } from "../../analysis/report360/build-report.ts";
import type { EarlierReport } from "../../analysis/report360/earlier-reports.ts";
import type { Report360 } from "../../analysis/report360/report-model.ts";
import type { SecondTickets } from "../../analysis/report360/report-plan.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import { auditReportInWorker } from "../audit-worker/audit-in-worker.ts";
import { DomainError } from "../errors.ts";
import { keyPurpose } from "../keys/sealed-waves.ts";
import { updateWaveSeal, type WaveSeal, waveSeal } from "../keys/store.ts";
import type { AnswerWriter } from "../storage/answer-store.ts";
import type { DatasetsContext } from "./context.ts";
import { destroyDataset } from "./destroy-dataset.ts";
import { fingerprintWords } from "./fingerprint.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { formTextOf } from "./seal-wave.ts";
import { openDataset } from "./sealed-dataset.ts";
import { countReleases, hasTombstone, putRelease, type StoredDataset, storedDataset } from "./store.ts";

/** Reports a transaction; between two the process serves others. */
const CHUNK = 10;

export type ReleasingStep = "computed" | "released";

export interface ReleasingOptions {
  readonly after?: (step: ReleasingStep) => void;
  /** Told after each part how many reports have been stored, and of how many. */
  readonly progress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** The auditor; a test may put one in its place that finds something. */
  readonly audit?: AuditOfReport;
  /** Those raise the minimum of their subjects' reports. */
  readonly secondTickets?: readonly SecondTickets[];
  /** By code of a subject: reports of earlier waves that must be told apart from theirs. */
  readonly earlier?: ReadonlyMap<string, readonly EarlierReport[]>;
}

/** May take a thread beside the server. */
type AuditOfReport = (report: Report360) => ReportAudit | Promise<ReportAudit>;

export interface ReleasedWave {
  readonly reports: number;
  /** Subjects whose report the auditor could break, so that it was not stored. */
  readonly withheld: number;
}

/** @throws DomainError "wrong-state" if nobody released the wave until its answers were destroyed */
export async function requireAnswersKept({ answers }: DatasetsContext, wave: string): Promise<void> {
  const gone = await answers.read(async (db) => {
    const seal = await waveSeal(db, wave);
    return seal?.phase === "closed" && (await hasTombstone(db, wave));
  });
  if (!gone) return;
  throw new DomainError(
    "wrong-state",
    "Its answers were destroyed, because nobody released them within a year of its closing, as those who answered were told. Nothing can be made of them any more.",
  );
}

/**
 * A released wave is returned as it is. An interrupted release is computed again from the same dataset, which gives
 * the same reports; once the dataset is gone all reports are there.
 * @throws DomainError "not-found" if the wave was never sealed, "wrong-state" if it is not closed
 */
export function releaseWave(
  context: DatasetsContext,
  wave: string,
  options: ReleasingOptions = {},
): Promise<ReleasedWave> {
  return oneAtATime(wave, async () => {
    const { answers } = context;
    const seal = await answers.read((db) => waveSeal(db, wave));
    if (seal === undefined)
      throw new DomainError("not-found", "This wave was never opened, so it has no reports.");
    if (seal.phase === "open" || seal.phase === "closing") {
      throw new DomainError(
        "wrong-state",
        "Reports are made once, after the wave has been closed. Close it first.",
      );
    }
    if (seal.phase === "closed") {
      const stored = await answers.read((db) => storedDataset(db, wave));
      if (stored !== undefined)
        await storeReports(context, {
          seal,
          stored,
          progress: options.progress ?? (() => {}),
          audit: options.audit ?? ((report) => auditReportInWorker({ report })),
          secondTickets: options.secondTickets ?? [],
          earlier: options.earlier ?? new Map(),
        });
      options.after?.("computed");
      await finish(context, seal);
      options.after?.("released");
    }
    const reports = await answers.read((db) => countReleases(db, wave));
    const subjects = new Set(seal.manifest.groups.map(({ subject }) => subject)).size;
    return { reports, withheld: subjects - reports };
  });
}

interface ReportsToStore {
  readonly seal: WaveSeal;
  readonly stored: StoredDataset;
  readonly progress: NonNullable<ReleasingOptions["progress"]>;
  readonly audit: AuditOfReport;
  readonly secondTickets: readonly SecondTickets[];
  readonly earlier: ReadonlyMap<string, readonly EarlierReport[]>;
}

async function storeReports(
  context: DatasetsContext,
  { seal, stored, progress, audit, secondTickets, earlier: before }: ReportsToStore,
): Promise<void> {
  const { wave, manifest } = seal;
  if (seal.datasetKeyWrapped === null) throw new RangeError("releasing requires the wave's dataset key");
  const definition = readDefinition(await formTextOf(context, seal.definitionId));
  const dataset = openDataset(stored, context.keys.unwrap(seal.datasetKeyWrapped, keyPurpose.dataset(wave)));
  const fingerprint = fingerprintWords(manifest).join(" ");
  const store = (reports: readonly Report360[]) =>
    context.answers.write(async (tx) => {
      for (const report of reports) {
        const { subject } = report;
        await putRelease(tx, {
          id: `${wave}:${subject}`,
          wave,
          subject,
          report,
          fingerprint,
          datasetHash: stored.contentHash,
        });
      }
    });
  const total = dataset.subjects.length;
  let done = 0;
  let chunk: Report360[] = [];
  const { policy, groups: invited } = manifest;
  const earlier = (subject: string) => before.get(subject) ?? [];
  for (const report of reportAll({ definition, dataset, policy, invited, secondTickets, earlier })) {
    done += 1;
    // What the auditor can break is not stored: its subject has no report, and the coach is told why.
    if ((await audit(report)).publish) chunk.push(report);
    if (done % CHUNK !== 0) continue;
    await store(chunk);
    progress({ done, total });
    chunk = [];
  }
  await store(chunk);
}

async function finish(context: DatasetsContext, { wave, manifest }: WaveSeal): Promise<void> {
  const markReleased = (tx: AnswerWriter) => updateWaveSeal(tx, wave, { phase: "released" });
  if (manifest.policy.retention.rule === "until-release") await destroyDataset(context, wave, markReleased);
  else await context.answers.write(markReleased);
}
