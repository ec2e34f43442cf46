/** Compares released waves of one programme, from what they released and from nothing else. */
import { createHash } from "node:crypto";
import { compareRates } from "../../analysis/comparison/event-rates.ts";
import { compareTables } from "../../analysis/staff-comparison/compare-tables.ts";
import { findCategory } from "../../analysis/staff-comparison/compared-cuts.ts";
import { mergeReleases } from "../../analysis/staff-comparison/merge-releases.ts";
import type { StaffComparison } from "../../analysis/staff-comparison/staff-comparison-model.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { formTextOf } from "../datasets/seal-wave.ts";
import { DomainError } from "../errors.ts";
import { reaches, requireRole, type StaffMember } from "../permissions.ts";
import { findReleasedSurvey, publishedNumbers, releaseOfNumber } from "../staff-releases/released-tables.ts";
import type { StoredTables } from "../staff-releases/store.ts";
import { whyNotLinked } from "../staff-releases/why-not-linked.ts";
import { findWave } from "../waves/find-wave.ts";
import type { StoredWave } from "../waves/store.ts";
import { renamedQuestions } from "./renamed-questions.ts";
import { eventsOf, type RenamedValue, renamedValues } from "./store.ts";

const MOST_WAVES = 10;

export interface ComparisonRequest {
  readonly waves: readonly string[];
  /** Codes and values of one category instead of everybody. */
  readonly of?: { readonly codes: readonly string[]; readonly values: readonly string[] } | undefined;
}

type ReadContext = Pick<StaffContext, "people" | "answers">;

function requireWaves(waves: readonly string[]): void {
  if (new Set(waves).size < 2) {
    throw new DomainError("bad-input", "A comparison needs two different waves or more. Choose another one.");
  }
  if (new Set(waves).size < waves.length) {
    throw new DomainError("bad-input", "A wave is named twice. Name each wave once.");
  }
  if (waves.length > MOST_WAVES) {
    throw new DomainError("bad-input", `At most ${MOST_WAVES} waves are compared at once. Choose fewer.`);
  }
}

/** In the order in which they closed; a wave of others' programmes is answered as one that is not there. */
async function foundWaves(
  { people }: ReadContext,
  staff: StaffMember,
  ids: readonly string[],
): Promise<StoredWave[]> {
  const found = await people.read(async (db) => {
    const waves = [];
    for (const id of ids) {
      const { programmeId } = await findWave(db, id);
      const own = reaches(staff, programmeId, "evaluator", "coordinator");
      waves.push(await findReleasedSurvey(db, own ? id : ""));
    }
    return waves;
  });
  if (new Set(found.map(({ programmeId }) => programmeId)).size > 1) {
    throw new DomainError(
      "bad-input",
      "These waves belong to different programmes. Choose waves of one programme.",
    );
  }
  const closed = ({ closedAt }: StoredWave): number => closedAt?.getTime() ?? 0;
  return found.sort((a, b) => closed(a) - closed(b) || a.title.localeCompare(b.title));
}

const readDefinitions = new Map<string, SurveyDefinition>();

/** Definitions never change under their id. */
async function definitionOf(context: ReadContext, id: string): Promise<SurveyDefinition> {
  const definition = readDefinitions.get(id) ?? readDefinition(await formTextOf(context, id));
  readDefinitions.set(id, definition);
  return definition;
}

interface Input {
  readonly wave: StoredWave;
  /** Of the newest release. */
  readonly number: number;
  /** The newest release; its tables also hold the cuts of earlier ones. */
  readonly release: StoredTables;
  readonly definition: SurveyDefinition;
}

/** What was released with another plan was audited together with the rest, so it can stand beside it. */
async function everyRelease(
  context: ReadContext,
  wave: StoredWave,
): Promise<Pick<Input, "number" | "release">> {
  const newest = await releaseOfNumber(context, wave);
  const numbers = await context.people.read((db) => publishedNumbers(db, wave.id));
  if (numbers.length < 2) return newest;
  const tables = [];
  for (const number of numbers) tables.push((await releaseOfNumber(context, wave, number)).release.tables);
  return { number: newest.number, release: { ...newest.release, tables: mergeReleases(tables) } };
}

interface Comparison {
  readonly comparison: StaffComparison;
  /** SHA-256 of the comparison's JSON, which the same inputs always give in the same order. */
  readonly hash: string;
}

const MOST_KEPT = 16;
const kept = new Map<string, Comparison>();

/** The same inputs give the same comparison, so it is worked out once while it is asked for again and again. */
function comparisonOf(
  inputs: readonly Input[],
  renamed: readonly RenamedValue[],
  of: ComparisonRequest["of"],
): Comparison {
  const key = JSON.stringify([
    inputs.map(({ release: { id, datasetHash } }) => [id, datasetHash]),
    renamed,
    of ?? null,
  ]);
  const found = kept.get(key) ?? compared(inputs, renamed, of);
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return found;
}

function compared(
  inputs: readonly Input[],
  renamed: readonly RenamedValue[],
  of: ComparisonRequest["of"],
): Comparison {
  const released = inputs.map(({ release: { tables } }) => ({ tables }));
  if (of !== undefined && findCategory(of, released, renamed) === undefined) {
    throw new DomainError(
      "bad-input",
      "None of these waves has released figures of this group. Choose one of its own groups.",
    );
  }
  const comparison = compareTables(
    inputs.map(({ release }) => release.tables),
    {
      definitions: inputs.map(({ definition }) => definition),
      renamed,
      ...(of === undefined ? {} : { of }),
    },
  );
  return { comparison, hash: createHash("sha256").update(JSON.stringify(comparison)).digest("base64url") };
}

/** Those that these waves have names of, in the words of their surveys. */
function inWords(renamed: readonly RenamedValue[], inputs: readonly Input[]) {
  const codes = [...new Set(renamed.map(({ item }) => item))];
  const questions = renamedQuestions(
    inputs.map(({ wave, definition }) => ({ wave: wave.id, definition, codes })),
  );
  return renamed.flatMap((row) => {
    const names = questions.find(({ item }) => item === row.item)?.names ?? [];
    const labelOf = (name: string) => names.find(({ value }) => value === name)?.label;
    const [earlierLabel, laterLabel] = [labelOf(row.earlier), labelOf(row.later)];
    return earlierLabel === undefined || laterLabel === undefined
      ? []
      : [{ ...row, earlierLabel, laterLabel }];
  });
}

/** Events that the first and the last wave both have a number of. */
async function ratesOf({ people }: ReadContext, waves: readonly StoredWave[]) {
  const ids = waves.map(({ id }) => id);
  const counted = await people.read((db) => eventsOf(db, ids));
  const of = (wave: string | undefined) => counted.filter((one) => one.wave === wave);
  const last = of(ids.at(-1));
  return compareRates(
    of(ids[0]).flatMap(({ name, events, staff }) => {
      const after = last.find((one) => one.name === name);
      return after === undefined ? [] : [{ name, before: { events, staff }, after }];
    }),
  );
}

/**
 * @throws DomainError "not-allowed", "not-found"; "bad-input" for one wave, too many, or several programmes;
 *   "wrong-state" if a wave is not released
 */
export async function compareSurveys(
  context: Pick<StaffContext, "people" | "answers" | "clock">,
  staff: StaffMember,
  { waves: ids, of }: ComparisonRequest,
) {
  requireRole(staff, "evaluator", "coordinator");
  requireWaves(ids);
  const waves = await foundWaves(context, staff, ids);
  const inputs: Input[] = [];
  for (const wave of waves) {
    const definition = await definitionOf(context, wave.definitionId);
    inputs.push({ wave, definition, ...(await everyRelease(context, wave)) });
  }
  const renamed = await context.people.read((db) => renamedValues(db, waves[0]?.programmeId ?? ""));
  const { comparison, hash } = comparisonOf(inputs, renamed, of);
  const rates = await ratesOf(context, waves);
  const last = inputs.at(-1);
  await context.people.write((tx) =>
    appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "comparison-read",
      details: { waves: waves.map(({ id }) => id) },
    }),
  );
  return {
    waves: waves.map(({ id, title, closedAt }) => ({
      wave: id,
      title,
      closedAt: closedAt?.toISOString() ?? null,
    })),
    comparison,
    rates,
    renamed: inWords(renamed, inputs),
    linked: last?.release.linked ?? null,
    notLinked: last === undefined ? null : await whyNotLinked(context, last.release),
    inputs: inputs.map(({ wave, number, release }) => ({
      wave: wave.id,
      release: number,
      datasetHash: release.datasetHash,
    })),
    hash,
  };
}
