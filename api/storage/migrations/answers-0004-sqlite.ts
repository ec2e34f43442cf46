/** The step of the responses store that adds amendments of manifests and marks of the audit log, for SQLite. */

export const answers0004Sqlite: readonly string[] = [
  `ALTER TABLE "waveSeals" ADD COLUMN "amendments" text`,
  `ALTER TABLE "waveSeals" ADD COLUMN "auditMarks" text`,
];
