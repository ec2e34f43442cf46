/** Tables of the responses store that hold answers: keys of 32 hash or random bytes, nothing that tells an order. */
import type { Report360 } from "../../analysis/report360/report-model.ts";
import type { LinkedWaveChanges } from "../../analysis/staff-comparison/linked-wave-changes.ts";
import type { StoredStaffTables } from "../../analysis/staff-tables/read-stored-tables.ts";
import type { ColumnKit } from "./column-kit-postgres.ts";

export type RowKind = "answer" | "draft";

/** Bytes of a row's mark, sealed. */
const ROW_MARK_BYTES = 93;

/** Rows that hold an answer or a draft, or nothing: nobody without the wave's key can tell (responses/row-seal.ts). */
function defineSealedRows(kit: ColumnKit) {
  const sealedRows = kit.table(
    "sealedRows",
    {
      /** Random: says nothing of what the row holds, and neither does the place that follows from it. */
      key: kit.bytes().primaryKey(),
      wave: kit.text().notNull(),
      kind: kit.text().$type<RowKind>().notNull(),
      /** Both empty for drafts. */
      subject: kit.text().notNull(),
      group: kit.text().notNull(),
      /** Before the box, so that it can be read without it. Of one size, and so is the box: rows never move. */
      mark: kit.bytes().notNull(),
      box: kit.bytes().notNull(),
    },
    (row) => [
      // Of what never changes, so that filling a row leaves it alone.
      kit.index("sealedRowsGroup").on(row.wave, row.kind, row.subject, row.group),
      kit.exactBytes("sealedRowsKeyLength", row.key, 32),
      kit.exactBytes("sealedRowsMarkLength", row.mark, ROW_MARK_BYTES),
    ],
  );
  /** A random value that changes with every change of a wave's rows: whether what a process knows of them is still so. */
  const rowEpochs = kit.table(
    "rowEpochs",
    {
      wave: kit.text().notNull(),
      kind: kit.text().$type<RowKind>().notNull(),
      epoch: kit.bytes().notNull(),
    },
    (row) => [
      kit.primaryKey({ name: "rowEpochsKey", columns: [row.wave, row.kind] }),
      kit.exactBytes("rowEpochsLength", row.epoch, 32),
    ],
  );
  return { sealedRows, rowEpochs };
}

/** Where versions before kept answers and drafts, one row each as they came; emptied at the first start. */
function defineOldRows(kit: ColumnKit) {
  const responses = kit.table(
    "responses",
    {
      spend: kit.bytes().primaryKey(),
      wave: kit.text().notNull(),
      subject: kit.text().notNull(),
      group: kit.text().notNull(),
      bodyHash: kit.bytes().notNull(),
      box: kit.bytes().notNull(),
    },
    (response) => [
      kit.index("responsesGroup").on(response.wave, response.subject, response.group),
      kit.exactBytes("responsesSpendLength", response.spend, 32),
      kit.exactBytes("responsesBodyHashLength", response.bodyHash, 32),
    ],
  );
  const drafts = kit.table(
    "drafts",
    {
      id: kit.bytes().primaryKey(),
      wave: kit.text().notNull(),
      box: kit.bytes().notNull(),
    },
    (draft) => [kit.index("draftsWave").on(draft.wave), kit.exactBytes("draftsIdLength", draft.id, 32)],
  );
  return { responses, drafts };
}

/** The tables for the engine of the kit. */
export function defineAnswerTables(kit: ColumnKit) {
  /** The folded answers of a closed wave, encrypted under the wave's dataset key. */
  const datasets = kit.table("datasets", {
    wave: kit.text().primaryKey(),
    contentHash: kit.text().notNull(),
    sealed: kit.bytes().notNull(),
  });
  /** What passed disclosure control; the only thing screens read. */
  const releases = kit.table(
    "releases",
    {
      /** wave:subject */
      id: kit.text().primaryKey(),
      wave: kit.text().notNull(),
      subject: kit.text().notNull(),
      report: kit.json<Report360>().notNull(),
      fingerprint: kit.text().notNull(),
      datasetHash: kit.text().notNull(),
    },
    (release) => [kit.index("releasesWave").on(release.wave)],
  );
  /** Staff tables that passed disclosure control and the audit of everything released before. */
  const tableReleases = kit.table(
    "tableReleases",
    {
      /** wave:number, the first being 1 */
      id: kit.text().primaryKey(),
      wave: kit.text().notNull(),
      tables: kit.json<StoredStaffTables>().notNull(),
      /** Changes of persons linked by their codes to an earlier wave; null without. */
      linked: kit.json<LinkedWaveChanges>(),
      fingerprint: kit.text().notNull(),
      datasetHash: kit.text().notNull(),
    },
    (release) => [kit.index("tableReleasesWave").on(release.wave)],
  );
  return { ...defineSealedRows(kit), ...defineOldRows(kit), datasets, releases, tableReleases };
}
