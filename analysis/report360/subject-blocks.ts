/** The blocks of one subject's report, and the response of each group and block. */
import type { LocalisedText, RaterGroup } from "../../surveys/definition.ts";
import { planBlocks } from "../disclosure/blocks.ts";
import type { Cell } from "../disclosure/cell.ts";
import type { GroupResponse, ReportBlock } from "./report-model.ts";
import type { ReportPlan } from "./report-plan.ts";

/** A block as the report shows it, and the rows behind it, which stay inside. */
export interface SubjectBlock {
  readonly block: ReportBlock;
  readonly rows: readonly number[];
}

export interface SubjectBlocks {
  /** Attributed groups with answers and anonymous blocks, in the definition's order of groups. */
  readonly blocks: readonly SubjectBlock[];
  readonly responses: readonly GroupResponse[];
  /** Anonymous groups that are in no number, whether nobody of them answered or too few. */
  readonly leftOut: readonly string[];
  readonly blockOfGroup: ReadonlyMap<string, ReportBlock>;
}

/**
 * Groups the rows of one subject into the report's blocks.
 *
 * @param plan the wave's plan
 * @param subject place in Dataset.subjects
 * @returns the blocks with their rows, and the response of each group
 * @example subjectBlocks(plan, 0).blocks.map(({ block }) => block.code); // ["self", "manager", "peer"]
 */
export function subjectBlocks(plan: ReportPlan, subject: number): SubjectBlocks {
  const rowsByGroup = rowsOfGroups(plan, subject);
  const code = plan.dataset.subjects[subject] ?? "";
  const rowsOf = (group: string) => rowsByGroup.get(group) ?? [];
  const anonymous = plan.groups.filter(({ attributed }) => !attributed);
  const counts = anonymous.map((group) => ({ code: group.code, count: rowsOf(group.code).length }));
  const blockPlan = planBlocks(counts, plan.policy);

  const attributed = plan.groups.filter(
    (group) => group.attributed && rowsOf(group.code).length + plan.invitedTo(code, [group.code]) > 0,
  );
  const members = [
    ...attributed.map((group) => ({ code: group.code, groups: [group.code] })),
    ...blockPlan.blocks,
  ];
  const blocks = members.map(({ code: blockCode, groups }): SubjectBlock => {
    const rows = groups.flatMap(rowsOf);
    const invited = plan.invitedTo(code, groups);
    const of = plan.groups.filter((group) => groups.includes(group.code));
    return { block: reportBlock(blockCode, of, { invited, received: rows.length }), rows };
  });
  blocks.sort((one, other) => firstPlace(plan, one) - firstPlace(plan, other));
  const blockOfGroup = new Map(
    blocks.flatMap(({ block }) => block.groups.map((group) => [group, block] as const)),
  );
  return {
    blocks,
    responses: plan.groups.map((group): GroupResponse => {
      const block = blockOfGroup.get(group.code);
      return {
        group: group.code,
        label: group.label,
        attributed: group.attributed,
        invited: plan.invitedTo(code, [group.code]),
        received: receivedCell(group, block, plan.invitedTo(code, [group.code])),
        ...(block === undefined ? {} : { block: block.code }),
      };
    }),
    // Silent groups too: naming only those with answers would tell of a single person whether they answered.
    leftOut: anonymous
      .map((group) => group.code)
      .filter(
        (group) => !blockOfGroup.has(group) && plan.invitedTo(code, [group]) + rowsOf(group).length > 0,
      ),
    blockOfGroup,
  };
}

function rowsOfGroups(plan: ReportPlan, subject: number): ReadonlyMap<string, readonly number[]> {
  const byGroup = new Map<string, number[]>();
  for (const row of plan.index.rowsOf(subject)) {
    const group = plan.dataset.groups[plan.dataset.group[row] ?? 0] ?? "";
    const rows = byGroup.get(group);
    if (rows === undefined) byGroup.set(group, [row]);
    else rows.push(row);
  }
  return byGroup;
}

function firstPlace(plan: ReportPlan, { block }: SubjectBlock): number {
  return plan.groups.findIndex(({ code }) => block.groups.includes(code));
}

function reportBlock(
  code: string,
  groups: readonly RaterGroup[],
  counts: { readonly invited: number; readonly received: number },
): ReportBlock {
  return {
    code,
    label: joinedLabel(groups.map(({ label }) => label)),
    groups: groups.map((group) => group.code),
    attributed: groups.every((group) => group.attributed),
    invited: counts.invited,
    received:
      counts.received === 0
        ? { shown: false, reason: "no-answers" }
        : { shown: true, n: counts.received, value: counts.received },
  };
}

/**
 * The labels of several groups in one text, in each language that all of them have.
 *
 * @param labels at least one
 * @returns the joined label
 * @example joinedLabel([{ en: "Peers" }, { en: "Others" }]); // { en: "Peers + Others" }
 */
export function joinedLabel(labels: readonly LocalisedText[]): LocalisedText {
  const languages = Object.keys(labels[0] ?? {});
  return Object.fromEntries(
    languages.map((language) => [language, labels.map((label) => label[language] ?? "").join(" + ")]),
  );
}

/** Counted apart only if the group is a block of its own: else the count of a small group would follow. */
function receivedCell(group: RaterGroup, block: ReportBlock | undefined, invited: number): Cell<number> {
  if (block?.groups.length === 1) return block.received;
  if (group.attributed || invited === 0) return { shown: false, reason: "no-answers" };
  return { shown: false, reason: "too-few-answers" };
}
