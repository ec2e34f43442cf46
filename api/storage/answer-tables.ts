/** Tables of the responses store that hold answers: keys of 32 hash or random bytes, nothing that tells an order. */
import type { Report360 } from "../../analysis/report360/report-model.ts";
import type { LinkedWaveChanges } from "../../analysis/staff-comparison/linked-wave-changes.ts";
import type { StoredStaffTables } from "../../analysis/staff-tables/read-stored-tables.ts";
import type { ColumnKit } from "./column-kit-postgres.ts";

/** The tables for the engine of the kit. */
export function defineAnswerTables(kit: ColumnKit) {
  const responses = kit.table(
    "responses",
    {
      /** SHA-256 of the ticket's nonce: one ticket, one response. */
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
  /** Drafts that a rater keeps for another device, under an id only the resume code gives. */
  const drafts = kit.table(
    "drafts",
    {
      id: kit.bytes().primaryKey(),
      wave: kit.text().notNull(),
      box: kit.bytes().notNull(),
    },
    (draft) => [kit.index("draftsWave").on(draft.wave), kit.exactBytes("draftsIdLength", draft.id, 32)],
  );
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
  return { responses, drafts, datasets, releases, tableReleases };
}
