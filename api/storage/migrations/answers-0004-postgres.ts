/** The step of the responses store that adds amendments of manifests and marks of the audit log, for Postgres. */

export const answers0004Postgres: readonly string[] = [
  `ALTER TABLE "waveSeals" ADD COLUMN "amendments" json`,
  `ALTER TABLE "waveSeals" ADD COLUMN "auditMarks" json`,
];
