/** Tables of the responses store that hold public facts of waves and their wrapped keys; no answers, no people. */
import type { LocalisedText } from "../../surveys/definition.ts";
import type { Manifest, ManifestAmendment } from "../../surveys/manifest.ts";
import type { ColumnKit } from "./column-kit-postgres.ts";
import { reference } from "./reference.ts";

/** Hashes of head hashes of the audit log: not these themselves, since no value stands in both stores. */
export interface AuditMarks {
  readonly opened?: string;
  readonly closed?: string;
  readonly released?: string;
}

export type SealPhase = "open" | "closing" | "closed" | "released";

/** The tables for the engine of the kit. */
export function defineWaveTables(kit: ColumnKit) {
  const definitions = kit.table("definitions", {
    /** The first 12 characters of the canonical text's SHA-256, base64url. */
    id: kit.text().primaryKey(),
    canonical: kit.text().notNull(),
    title: kit.json<LocalisedText>().notNull(),
  });
  const waveSeals = kit.table("waveSeals", {
    wave: kit.text().primaryKey(),
    definitionId: reference(kit, definitions),
    manifest: kit.json<Manifest>().notNull(),
    phase: kit.text().$type<SealPhase>().notNull(),
    ticketKeyWrapped: kit.bytes(),
    sealKeyWrapped: kit.bytes(),
    datasetKeyWrapped: kit.bytes(),
    invalidBoxes: kit.integer().notNull().default(0),
    /** What follows the manifest as opened, in order; null while nothing does. */
    amendments: kit.json<readonly ManifestAmendment[]>(),
    /** Where the audit log stood at each turn of the wave's life, so that a log cut since is noticed. */
    auditMarks: kit.json<AuditMarks>(),
  });
  /** What remains of a wave whose keys were destroyed. */
  const tombstones = kit.table("tombstones", {
    wave: kit.text().primaryKey(),
    manifestHash: kit.text().notNull(),
  });
  /** To which generation of which installation the store belongs: the same as its other half says. One row. */
  const storeGenerations = kit.table("storeGenerations", {
    installation: kit.text().primaryKey(),
    generation: kit.integer().notNull(),
  });
  return { definitions, waveSeals, tombstones, storeGenerations };
}
