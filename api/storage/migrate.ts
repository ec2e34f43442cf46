/** Brings a database to the newest schema: forward only, each step in one transaction, children kept. */
import { createHash } from "node:crypto";

/** One step; never edited once it has been released. */
export interface Migration {
  /** Sorts after the one before, for instance "0002-add-consent". */
  readonly name: string;
  readonly sqlite: readonly string[];
  readonly postgres: readonly string[];
}

/** A schema that this program cannot take further. */
export class MigrationError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = "MigrationError";
  }
}

/** What a step leaves behind in the database: no time, since the responses store has none. */
export interface AppliedMigration {
  readonly name: string;
  readonly hash: string;
}

/** What the migrator needs of an engine. */
export interface MigrationTarget {
  readonly engine: "sqlite" | "postgres";
  /** Named in sentences to whoever runs the server. */
  readonly database: string;
  /** Of each step so far, in order; makes the table that records them if it is missing. */
  applied(): Promise<readonly AppliedMigration[]>;
  /** Runs the statements and records the step in one transaction, with foreign keys checked only at its end. */
  apply(statements: readonly string[], step: AppliedMigration): Promise<void>;
}

export const MIGRATIONS_TABLE = "schemaMigrations";

function hashOf(statements: readonly string[]): string {
  return createHash("sha256").update(statements.join("\n")).digest("hex");
}

/**
 * Applies what is missing.
 * @param mayApply false while a server uses the database: what is missing is refused then
 * @returns the names of the steps applied now
 * @throws MigrationError if the database is newer than this program or was made by another history
 */
export async function migrate(
  target: MigrationTarget,
  migrations: readonly Migration[],
  mayApply = true,
): Promise<string[]> {
  const applied = await target.applied();
  const steps = migrations.map((migration) => {
    const statements = migration[target.engine];
    return { statements, name: migration.name, hash: hashOf(statements) };
  });
  for (const [place, past] of applied.entries()) {
    const step = steps[place];
    if (step === undefined) {
      throw new MigrationError(
        `${target.database} was written by a newer version of Soundings (it has the step ${past.name}). Nothing was changed. Start that version, or restore a backup made with this one.`,
      );
    }
    if (step.name !== past.name || step.hash !== past.hash) {
      throw new MigrationError(
        `${target.database} was made by another history of this program (step ${past.name} differs). Nothing was changed. Start the version that made it, or give each store a database of its own.`,
      );
    }
  }
  const missing = steps.slice(applied.length);
  if (missing.length > 0 && !mayApply) {
    throw new MigrationError(
      `${target.database} is used by a running server of an older version of Soundings. Nothing was changed. Use that version, or stop the server first.`,
    );
  }
  for (const { statements, name, hash } of missing) await target.apply(statements, { name, hash });
  return missing.map((step) => step.name);
}
