/** The step of the responses store that says to which generation of which installation it belongs, for Postgres. */

export const answers0010Postgres: readonly string[] = [
  `CREATE TABLE "storeGenerations" (
    "installation" text PRIMARY KEY NOT NULL,
    "generation" integer NOT NULL
  )`,
];
