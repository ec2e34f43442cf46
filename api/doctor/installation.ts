/** An installation as the doctor sees it: both stores, the place of the key, and the time; nothing can be written. */
import { join } from "node:path";
import type { Config } from "../config.ts";
import { placeOfFault } from "../fault-text.ts";
import { defineResponsesTables } from "../storage/answer-store.ts";
import { postgresKit } from "../storage/column-kit-postgres.ts";
import { sqliteKit } from "../storage/column-kit-sqlite.ts";
import { MIGRATIONS_TABLE } from "../storage/migrate.ts";
import { answerMigrations } from "../storage/migrations/answers.ts";
import { peopleMigrations } from "../storage/migrations/people.ts";
import { definePeopleTables, type PeopleTables } from "../storage/people-tables.ts";
import { openPostgresReadOnly, openSqliteReadOnly, type ReadOnlyStore } from "../storage/read-only-store.ts";
import { ImageError } from "../storage/sqlite-image.ts";

export type LookedAtPeople = ReadOnlyStore<PeopleTables>;
export type LookedAtAnswers = ReadOnlyStore<ReturnType<typeof defineResponsesTables>>;

export interface Installation {
  readonly name: string;
  readonly people: LookedAtPeople;
  readonly answers: LookedAtAnswers;
  readonly dataFolder: string;
  /** Undefined where the key comes from the environment. */
  readonly keyFile: string | undefined;
  readonly now: Date;
  /** A head hash of the audit log that was noted earlier. */
  readonly head?: string | undefined;
}

/** An older or newer schema cannot be read with this program's tables. */
async function requireSchema(
  { name, rows }: Pick<LookedAtPeople, "name" | "rows">,
  steps: readonly { readonly name: string }[],
): Promise<void> {
  const applied = await rows(`SELECT "name" FROM "${MIGRATIONS_TABLE}"`).catch(() => []);
  const known = new Set(steps.map((step) => step.name));
  const found = new Set(applied.map((row) => String(row["name"])));
  if (found.size === 0) throw new ImageError(`${name} is not a store of Soundings.`);
  if ([...found].some((step) => !known.has(step))) {
    throw new ImageError(
      `${name} was written by a newer version of Soundings. Examine it with that version.`,
    );
  }
  if (found.size < known.size) {
    throw new ImageError(
      `${name} was written by an older version of Soundings. Examine it with that version, or start the server of this version once.`,
    );
  }
}

async function openStores({ dataFolder, peopleUrl, answersUrl }: Config) {
  if (peopleUrl !== undefined && answersUrl !== undefined) {
    const people = await openPostgresReadOnly(
      peopleUrl,
      "SOUNDINGS_PEOPLE_URL",
      definePeopleTables(postgresKit),
    );
    try {
      const tables = defineResponsesTables(postgresKit);
      return { people, answers: await openPostgresReadOnly(answersUrl, "SOUNDINGS_ANSWERS_URL", tables) };
    } catch (error) {
      await people.close();
      throw error;
    }
  }
  const people = await openSqliteReadOnly(join(dataFolder, "identity.sqlite"), definePeopleTables(sqliteKit));
  const tables = defineResponsesTables(sqliteKit);
  return { people, answers: await openSqliteReadOnly(join(dataFolder, "responses.sqlite"), tables) };
}

/**
 * Looks at an installation and closes it again.
 * @throws ImageError with a sentence if its stores cannot be read
 */
export async function lookAt<T>(
  config: Config,
  now: Date,
  examine: (installation: Installation) => Promise<T>,
): Promise<T> {
  const stores = await openStores(config);
  try {
    await requireSchema(stores.people, peopleMigrations);
    await requireSchema(stores.answers, answerMigrations);
    return await examine({
      ...stores,
      name: config.peopleUrl === undefined ? config.dataFolder : "the two Postgres databases",
      dataFolder: config.dataFolder,
      keyFile: config.key === undefined ? config.keyFile : undefined,
      now,
    });
  } catch (error) {
    if (error instanceof ImageError) throw error;
    // A parser's own words would repeat what is stored.
    throw new ImageError(
      `What the stores hold cannot be read to its end (${placeOfFault(error)}). They are damaged, or another program changed them. Nothing was changed now. Examine a backup, or restore one.`,
    );
  } finally {
    await stores.people.close();
    await stores.answers.close();
  }
}
