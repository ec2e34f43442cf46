/** The 360 reports of a wave: one a subject, each at the cost of its own rows. */

import { commentSections } from "./comment-sections.ts";
import { besideWaves } from "./earlier-reports.ts";
import { dimensionRow, itemRow } from "./figure-rows.ts";
import { HALF_POINT_RULE } from "./gap-rule.ts";
import { highlights } from "./highlights.ts";
import type { ItemRow, Report360 } from "./report-model.ts";
import { reportNotes } from "./report-notes.ts";
import type { ReportInput, ReportPlan } from "./report-plan.ts";
import { planReports, policyFor } from "./report-plan.ts";
import type { GapSource } from "./self-other-gaps.ts";
import { selfOtherGaps } from "./self-other-gaps.ts";
import { subjectBlocks } from "./subject-blocks.ts";

/**
 * One report after the other, for every subject of the dataset, those without answers too. Nothing of it
 * depends on a clock or on chance: the same dataset gives the same reports.
 *
 * @param input definition, dataset, frozen policy, and how many were invited by subject and group
 * @returns the reports, in the order of Dataset.subjects, made one at a time as they are asked for
 * @throws RangeError if it is not a 360, if the dataset is of another survey or of unknown groups, or if the
 * policy is below the floors that the product promises
 * @see ../disclosure/README.md for the rules that decide what is shown
 * @example for (const report of reportAll({ definition, dataset, policy, invited })) store(report);
 */
export function* reportAll(input: ReportInput): Generator<Report360, void, undefined> {
  const plan = planReports(input);
  for (let subject = 0; subject < plan.dataset.subjects.length; subject++) {
    yield buildReport(plan, subject);
  }
}

function buildReport(wave: ReportPlan, subject: number): Report360 {
  const policy = policyFor(wave, wave.dataset.subjects[subject] ?? "");
  const plan: ReportPlan = { ...wave, policy };
  const { definition, dataset } = plan;
  const { scales, id, version } = definition.soundings;
  const blocks = subjectBlocks(plan, subject);
  const shown = blocks.blocks.map(({ block }) => block);
  const earlier = plan.earlier?.(dataset.subjects[subject] ?? "") ?? [];
  const inTime = { blocks: blocks.blocks, earlier };
  const dimensions = plan.dimensions.map((scored) =>
    dimensionRow(
      scored,
      scored.items.map((item) => itemRow(plan, item, inTime)),
      shown,
    ),
  );
  const otherItems = plan.otherItems.map((item) => itemRow(plan, item, inTime));
  const items = [...dimensions.flatMap((row) => row.items), ...otherItems];
  const beside = besideWaves(earlier, {
    items: items.map(({ code }) => code),
    blocks: shown,
    minimum: policy.minimumGroupSize,
  });
  const pointsOf = (scale: string) => scales[scale]?.points ?? Number.NaN;
  const gapSources: readonly GapSource[] = [
    ...dimensions.map(
      (row, place): GapSource => ({ level: "dimension", row, points: plan.dimensions[place]?.points }),
    ),
    ...items.map((row: ItemRow): GapSource => ({ level: "item", row, points: pointsOf(row.scale) })),
  ];
  return {
    format: 1,
    subject: dataset.subjects[subject] ?? "",
    survey: { id, version, title: definition.title },
    policy,
    scales,
    blocks: shown,
    responses: blocks.responses,
    dimensions,
    otherItems,
    gaps: {
      rule: HALF_POINT_RULE.name,
      source: HALF_POINT_RULE.source,
      rows: selfOtherGaps(gapSources, selfBlockOf(plan)),
    },
    ...highlights(items, pointsOf),
    comments: commentSections(plan, subject, blocks),
    notes: reportNotes(blocks, dimensions, items, beside.blocks),
    ...(beside.titles.length === 0 ? {} : { besideWaves: beside.titles }),
  };
}

/** The self-rating can only be set against others where it is attributed. */
function selfBlockOf(plan: ReportPlan): string | undefined {
  return plan.groups.find(({ attributed, wording }) => attributed && wording === "self")?.code;
}
