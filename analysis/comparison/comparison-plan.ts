/** What a comparison is told beside the two datasets: surveys, links, groups, headcounts. */

import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { Equivalence } from "../../surveys/definition-changes.ts";
import type { RowPairs } from "./link-rows.ts";
import type { ScoreColumn } from "./score-column.ts";

/** How many people there are in one group, answered or not. */
export interface Headcount {
  /** The group's label in the column compared by; "" for everybody. */
  readonly group: string;
  readonly before: number;
  readonly after: number;
}

/** How many people there are with each value of a column to weight by. */
export interface MarginCounts {
  /** Code of a choice column of both datasets. */
  readonly column: string;
  /** By value; the totals of all columns are the same in each wave. */
  readonly people: ReadonlyMap<string, { readonly before: number; readonly after: number }>;
}

/** Events counted by the organisation, such as complaints of bullying. */
export interface EventCounts {
  readonly name: string;
  readonly before: { readonly events: number; readonly staff: number };
  readonly after: { readonly events: number; readonly staff: number };
}

/** Smallest number of answers in each wave (of linked persons, when linked) for a test; null: never tested. */
export interface TestMinimums {
  readonly item: number | null;
  readonly scale: number;
  readonly index: number;
}

/** UK Civil Service People Survey, technical guide 2018: 30 for a question, 20 for a theme, 10 for the index. */
export const SURVEY_MINIMUMS: TestMinimums = { item: 30, scale: 20, index: 10 };

/** What a comparison is told. */
export interface ComparisonPlan {
  /** The survey of the second wave. */
  readonly definition: SurveyDefinition;
  /** The survey of the first wave, when it was another version. */
  readonly beforeDefinition?: SurveyDefinition;
  /** Items of the newer version that continue older ones under another code or wording. */
  readonly equivalent?: Equivalence;
  /** Rows of the same persons. Absent: the waves are not linked. */
  readonly pairs?: RowPairs;
  /** Code of a choice column of both datasets to compare by. */
  readonly by?: string;
  /** Smallest number of persons in a group that is shown; 5 or more. */
  readonly minimumGroupSize?: number;
  readonly headcounts?: readonly Headcount[];
  /** Headcounts of several columns whose combinations are not known: both waves are raked to them. */
  readonly margins?: readonly MarginCounts[];
  /** The group of `by` that had no part in what is to be judged. */
  readonly comparisonGroup?: string;
  readonly counts?: readonly EventCounts[];
  /** Items of the index; by default all items of all dimensions. Empty: no index. */
  readonly indexItems?: readonly string[];
  readonly minimums?: TestMinimums;
  /** Scale scores worked out elsewhere, by dimension code. */
  readonly readyScores?: {
    readonly before: ReadonlyMap<string, ScoreColumn>;
    readonly after: ReadonlyMap<string, ScoreColumn>;
  };
}
