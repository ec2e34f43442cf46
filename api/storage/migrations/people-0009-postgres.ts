/** What was seen of the server's clock, for Postgres. */

export const people0009Postgres: readonly string[] = [
  `CREATE TABLE "clockSightings" (
    "what" text PRIMARY KEY NOT NULL,
    "firstAt" timestamp (3) with time zone NOT NULL,
    "lastAt" timestamp (3) with time zone NOT NULL
  )`,
];
