/** Queries on programmes. */
import { asc, eq } from "drizzle-orm";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader, Writer } from "../storage/store.ts";

export interface Programme {
  readonly id: string;
  readonly name: string;
}

export async function everyProgramme(db: Reader<PeopleTables>): Promise<Programme[]> {
  const { programmes } = db.tables;
  return db
    .select({ id: programmes.id, name: programmes.name })
    .from(programmes)
    .orderBy(asc(programmes.name));
}

export async function programmeById(db: Reader<PeopleTables>, id: string): Promise<Programme | undefined> {
  const { programmes } = db.tables;
  const [found] = await db
    .select({ id: programmes.id, name: programmes.name })
    .from(programmes)
    .where(eq(programmes.id, id));
  return found;
}

export async function insertProgramme(
  tx: Writer<PeopleTables>,
  programme: Programme,
  now: Date,
): Promise<void> {
  await tx.insert(tx.tables.programmes).values({ ...programme, createdAt: now });
}
