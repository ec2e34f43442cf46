/** The comments of one subject's report: attributed ones by group, all others as rule 8 allows. */
import type { Item } from "../../surveys/definition.ts";
import { planComments } from "../disclosure/comment-lists.ts";
import type { CommentSection, ReportBlock } from "./report-model.ts";
import type { ReportPlan } from "./report-plan.ts";
import type { SubjectBlocks } from "./subject-blocks.ts";
import { joinedLabel } from "./subject-blocks.ts";

type CommentListRow = CommentSection["lists"][number];

/**
 * One section a free-text question.
 *
 * @param plan the wave's plan
 * @param subject place in Dataset.subjects
 * @param blocks the subject's blocks
 * @returns the sections in the order asked; comments of groups that are left out of the report are not in them
 * @example commentSections(plan, 0, blocks)[0]?.lists.length;
 */
export function commentSections(
  plan: ReportPlan,
  subject: number,
  blocks: SubjectBlocks,
): readonly CommentSection[] {
  return plan.textItems.map((item) => {
    const comments = commentsByBlock(plan, subject, { item, blocks });
    const anonymous = blocks.blocks.map(({ block }) => block).filter((block) => !block.attributed);
    return {
      code: item.code,
      label: item.title,
      lists: [
        ...attributedLists(blocks, comments),
        ...planComments(
          comments,
          anonymous.map(({ code }) => code),
          plan.policy.minimumComments,
        ).map(
          (list): CommentListRow => ({
            label: joinedLabel(
              anonymous.filter(({ code }) => list.blocks.includes(code)).map(({ label }) => label),
            ),
            attributed: false,
            comments: list.comments,
          }),
        ),
      ],
    };
  });
}

function commentsByBlock(
  plan: ReportPlan,
  subject: number,
  { item, blocks }: { readonly item: Item; readonly blocks: SubjectBlocks },
) {
  return plan.index.commentsOf(item.code, subject).flatMap(({ group, text }) => {
    const block: ReportBlock | undefined = blocks.blockOfGroup.get(plan.dataset.groups[group] ?? "");
    return block === undefined ? [] : [{ block: block.code, text }];
  });
}

function attributedLists(
  { blocks }: SubjectBlocks,
  comments: readonly { readonly block: string; readonly text: string }[],
): readonly CommentListRow[] {
  return blocks
    .filter(({ block }) => block.attributed)
    .map(({ block }) => {
      const texts = comments.filter((comment) => comment.block === block.code).map(({ text }) => text);
      return {
        label: block.label,
        attributed: true,
        comments:
          texts.length === 0
            ? { shown: false, reason: "no-answers" }
            : { shown: true, n: texts.length, value: texts },
      };
    });
}
