/** The step of the identity store that seals whether a ticket was issued, for SQLite. */

export const people0005Sqlite: readonly string[] = [
  // Marks of open waves are sealed at the next start (tickets/seal-old-marks.ts), which has the keys.
  `ALTER TABLE "assignments" RENAME COLUMN "blindedHash" TO "ticketMark"`,
];
