/** Makes the tables of one plan and lets the auditor try to break them, together with what was released before. */
import type { Dataset } from "../../analysis/dataset.ts";
import { auditTables } from "../../analysis/staff-tables/audit-tables.ts";
import { auditedClasses } from "../../analysis/staff-tables/audited-classes.ts";
import { buildStaffTables } from "../../analysis/staff-tables/build-staff-tables.ts";
import type { EarlierTables } from "../../analysis/staff-tables/published-figures.ts";
import type { BesideWave, StaffTables } from "../../analysis/staff-tables/staff-tables-model.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import type { CategoryHeadcount } from "../headcounts/store.ts";

/** Plain data: it is copied from thread to thread. */
export interface AskedTables {
  /** The definition's canonical text. */
  readonly definition: string;
  readonly dataset: Dataset;
  /** With the cuts of this plan. */
  readonly policy: DisclosurePolicy;
  /** Null where the answers come from elsewhere. */
  readonly invited: number | null;
  readonly headcounts: readonly CategoryHeadcount[];
  /** What the wave has released before, oldest first. */
  readonly earlier: readonly EarlierTables[];
  /** Other released waves that some of the same persons were asked in, the latest first. */
  readonly beside: readonly BesideWave[];
}

export type MadeTables =
  | { readonly publish: true; readonly tables: StaffTables }
  /** The sentence says which earlier release these tables would complete, and what could be released instead. */
  | { readonly publish: false; readonly sentence: string };

export type TablesMaker = (asked: AskedTables) => Promise<MadeTables>;

/** Then the engine takes the plain rule, which needs no search. */
const SECONDS_OF_PASSES = 240;

/** Carried out in the audit thread. */
export const makeTables: TablesMaker = async ({ definition: text, headcounts, earlier, ...asked }) => {
  const end = performance.now() + SECONDS_OF_PASSES * 1000;
  const definition = readDefinition(text);
  const tables = buildStaffTables({
    ...asked,
    definition,
    earlier: earlier.map((one) => one.tables),
    headcounts: headcounts.map(({ cut, category, headcount }) => ({ cut, values: category, headcount })),
    budget: () => performance.now() > end,
  });
  const cuts = [tables, ...earlier.map((one) => one.tables)].flatMap((one) => one.cuts);
  const codes = [...new Set(cuts.flatMap((cut) => cut.codes))];
  const classes = auditedClasses(definition, asked.dataset, codes);
  const { publish, sentence } = auditTables(tables, { classes, earlier, beside: asked.beside });
  return publish ? { publish, tables } : { publish, sentence };
};
