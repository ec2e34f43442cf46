/** The step of the identity store that says to which generation of which installation it belongs, for Postgres. */

export const people0010Postgres: readonly string[] = [
  `CREATE TABLE "storeGenerations" (
    "installation" text PRIMARY KEY NOT NULL,
    "generation" integer NOT NULL,
    "next" integer,
    "accepted" boolean DEFAULT false NOT NULL
  )`,
];
