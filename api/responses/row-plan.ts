/** How many rows a wave gets when it opens, and of what size: from its manifest alone. */
import { BOX_OVERHEAD_BYTES } from "../../surveys/box-bytes.ts";
import type { Manifest } from "../../surveys/manifest.ts";
import type { RowKind } from "../storage/answer-tables.ts";

/** Initialisation vector and tag of a draft's encryption. */
export const DRAFT_OVERHEAD_BYTES = 28;

/** How long a copy of a draft is, for every rater of the wave. */
export function copyBytes({ boxBytes }: Pick<Manifest, "boxBytes">): number {
  return boxBytes + DRAFT_OVERHEAD_BYTES;
}

export interface RowPlan {
  readonly kind: RowKind;
  /** Both empty for drafts. */
  readonly subject: string;
  readonly group: string;
  /** How many may ever be filled. */
  readonly most: number;
  /** How many are made: with room for those who are invited later. */
  readonly count: number;
  /** Of the boxes in them, before the row is sealed. */
  readonly boxBytes: number;
}

/** A quarter more, and at least so many. */
function withRoom(invited: number, least: number): number {
  return invited + Math.max(Math.ceil(invited / 4), least);
}

export type PlannedManifest = Pick<Manifest, "groups" | "policy" | "boxBytes">;

/** @param anonymous false for waves whose answers carry names: these lie elsewhere, only drafts are kept here */
export function planRows(manifest: PlannedManifest, anonymous: boolean): RowPlan[] {
  const { groups, policy, boxBytes } = manifest;
  const k = policy.minimumGroupSize;
  const answers = groups.map(({ subject, group, invited }) => ({
    kind: "answer" as const,
    subject,
    group,
    most: invited,
    count: withRoom(invited, k),
    boxBytes: boxBytes + BOX_OVERHEAD_BYTES,
  }));
  const asked = groups.reduce((sum, { invited }) => sum + invited, 0);
  const drafts = {
    kind: "draft" as const,
    subject: "",
    group: "",
    most: asked,
    count: withRoom(asked, k),
    boxBytes: copyBytes(manifest),
  };
  return anonymous ? [...answers, drafts] : [drafts];
}
