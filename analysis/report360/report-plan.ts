/** What all reports of a wave have in common, worked out once. */

import type { Item, RaterGroup, SurveyDefinition } from "../../surveys/definition.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { POLICY_FLOORS } from "../../surveys/disclosure-policy.ts";
import type { ManifestGroup } from "../../surveys/manifest.ts";
import type { Dataset, ScaleColumn } from "../dataset.ts";
import type { DatasetIndex } from "../dataset-index.ts";
import { indexDataset } from "../dataset-index.ts";
import type { ScoredDimension, ScoredItem } from "../scoring/scored-items.ts";
import { scoredDimensions, scoredItems } from "../scoring/scored-items.ts";
import type { EarlierReport } from "./earlier-reports.ts";

export interface ReportInput {
  readonly definition: SurveyDefinition;
  readonly dataset: Dataset;
  readonly policy: DisclosurePolicy;
  /** How many were invited by subject and group: the manifest's list. */
  readonly invited: readonly ManifestGroup[];
  /** Raters who were given a second ticket, by subject and group; none by default. */
  readonly secondTickets?: readonly SecondTickets[];
  /** Reports of earlier waves about a subject that share questions, with what both lists have in common; none by default. */
  readonly earlier?: (subject: string) => readonly EarlierReport[];
}

/** Each of them may have answered twice, and nobody can say whether. */
export interface SecondTickets {
  readonly subject: string;
  readonly group: string;
  readonly count: number;
}

export interface ReportPlan extends ReportInput {
  readonly index: DatasetIndex;
  readonly groups: readonly RaterGroup[];
  /** Place in Dataset.groups by group code. */
  readonly groupPlaces: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, ScaleColumn>;
  readonly dimensions: readonly ScoredDimension[];
  /** Scored items of no dimension. */
  readonly otherItems: readonly ScoredItem[];
  readonly textItems: readonly Item[];
  /** How many were invited to rate the subject in these groups together. */
  readonly invitedTo: (subject: string, groups: readonly string[]) => number;
}

/**
 * The policy for one subject: as many answers more as second tickets were given out in anonymous groups, so that
 * behind every figure there are as many persons as raters were promised, even if all of those answered twice.
 *
 * @param plan of the wave
 * @param subject as in Dataset.subjects
 * @returns the wave's policy, with higher minimums where there were second tickets
 * @example policyFor(plan, "ann").minimumGroupSize; // 4, or 5 after one second ticket
 */
export function policyFor(
  { policy, groups, secondTickets = [] }: ReportPlan,
  subject: string,
): DisclosurePolicy {
  const named = new Set(groups.filter(({ attributed }) => attributed).map(({ code }) => code));
  const more = secondTickets
    .filter((ticket) => ticket.subject === subject && !named.has(ticket.group))
    .reduce((sum, { count }) => sum + count, 0);
  if (more === 0) return policy;
  const { minimumGroupSize, minimumComments } = policy;
  return {
    ...policy,
    minimumGroupSize: minimumGroupSize + more,
    minimumComments: minimumComments + more,
  };
}

/**
 * Checks the input and prepares what every report of the wave needs.
 *
 * @param input definition, dataset, policy and numbers of invited
 * @returns the plan
 * @throws RangeError if it is not a 360, if the dataset is of another survey or of unknown groups, or if the
 * policy is below the floors that the product promises
 * @example planReports({ definition, dataset, policy, invited }).dimensions.length;
 */
export function planReports(input: ReportInput): ReportPlan {
  requireFitting(input);
  const { definition, dataset, invited } = input;
  const dimensions = scoredDimensions(definition);
  const inDimension = new Set(dimensions.flatMap(({ items }) => items.map(({ item }) => item.code)));
  const invitedBy = new Map(invited.map((entry) => [key(entry.subject, entry.group), entry.invited]));
  const scaleColumns = dataset.columns.filter((column) => column.kind === "scale");
  return {
    ...input,
    index: indexDataset(dataset),
    groups: definition.soundings.groups,
    groupPlaces: new Map(dataset.groups.map((code, place) => [code, place])),
    columns: new Map(scaleColumns.map((column) => [column.code, column])),
    dimensions,
    otherItems: scoredItems(definition).filter(({ item }) => !inDimension.has(item.code)),
    textItems: definition.items.filter((item) => item.kind === "text"),
    invitedTo: (subject, groups) =>
      groups.reduce((sum, group) => sum + (invitedBy.get(key(subject, group)) ?? 0), 0),
  };
}

function key(subject: string, group: string): string {
  return JSON.stringify([subject, group]);
}

function requireFitting({ definition, dataset, policy }: ReportInput): void {
  const { kind, id, version, groups } = definition.soundings;
  if (kind !== "360") throw new RangeError("a 360 report requires a survey of kind 360");
  if (dataset.survey.id !== id || dataset.survey.version !== version) {
    throw new RangeError("a 360 report requires a dataset of the same survey and version");
  }
  const known = new Set(groups.map(({ code }) => code));
  if (!dataset.groups.every((code) => known.has(code))) {
    throw new RangeError("a 360 report requires a dataset with the definition's rater groups only");
  }
  const floors = POLICY_FLOORS["360"];
  if (!(policy.minimumGroupSize >= floors.minimumGroupSize)) {
    throw new RangeError(`a 360 report requires a minimum group size of at least ${floors.minimumGroupSize}`);
  }
  if (!(policy.minimumComments >= floors.minimumComments)) {
    throw new RangeError(`a 360 report requires a comment minimum of at least ${floors.minimumComments}`);
  }
}
