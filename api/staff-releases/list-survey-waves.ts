/** The staff surveys an evaluator may choose from, with who was asked and how many answered. */
import type { Cell } from "../../analysis/disclosure/cell.ts";
import { firstLanguage } from "../../surveys/localised-text.ts";
import type { StaffContext } from "../context.ts";
import { listDefinitions } from "../definitions/read-definitions.ts";
import { reaches, requireRole, type StaffMember } from "../permissions.ts";
import { keptTables } from "./released-tables.ts";
import { invitedByWave, ledgerOf, releaseId, surveyWaves } from "./store.ts";

/** @throws DomainError "not-allowed" */
export async function listSurveyWaves(context: Pick<StaffContext, "people" | "answers">, staff: StaffMember) {
  requireRole(staff, "evaluator", "coordinator");
  const { rows, invited } = await context.people.read(async (db) => ({
    rows: (await surveyWaves(db)).filter((row) => reaches(staff, row.programme, "evaluator", "coordinator")),
    invited: await invitedByWave(db),
  }));
  const surveys = new Map(
    (await listDefinitions(context)).map(({ id, definition: { soundings, title } }) => [
      id,
      {
        id: soundings.id,
        version: soundings.version,
        title: title[firstLanguage(soundings.languages)] ?? soundings.id,
      },
    ]),
  );
  const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
  const listed = [];
  for (const { definitionId, ...row } of rows) {
    listed.push({
      ...row,
      survey: surveys.get(definitionId) ?? { id: definitionId, version: "", title: "" },
      openedAt: iso(row.openedAt),
      closedAt: iso(row.closedAt),
      releasedAt: iso(row.releasedAt),
      invited: row.openedAt === null ? null : (invited.get(row.wave) ?? 0),
      ...(await publishedOf(context, row)),
    });
  }
  return listed;
}

interface Published {
  readonly answered: Cell<number> | null;
  /** The fewest answers that are counted. */
  readonly minimum: number | null;
  readonly releases: number;
}

/** Only a released wave tells how many answered, and only as its release does. */
async function publishedOf(
  context: Pick<StaffContext, "people" | "answers">,
  { wave, state }: { readonly wave: string; readonly state: string },
): Promise<Published> {
  if (state !== "released") return { answered: null, minimum: null, releases: 0 };
  const ledger = await context.people.read((db) => ledgerOf(db, wave));
  const published = ledger.filter(({ refusal }) => refusal === null);
  const last = published.at(-1);
  const release = last === undefined ? undefined : await keptTables(context, releaseId(wave, last.number));
  const { answered = null, minimum = null } = release?.tables ?? {};
  return { answered, minimum, releases: published.length };
}
