/** The notes that every file carries: where its figures come from, and under which rules they are shown. */
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { NEARLY_ALL_AGREE } from "../bound-text.ts";
import type { FileNote } from "./file-book.ts";

/** Which release of which wave the figures are of. */
export interface FileSource {
  readonly programme: string;
  readonly wave: string;
  readonly title: string;
  readonly survey: { readonly id: string; readonly version: string };
  /** The release's number, from 1; null for a 360 report, of which there is one. */
  readonly release: number | null;
  /** Content hash of the dataset, base64url. */
  readonly datasetHash: string;
  readonly policy: DisclosurePolicy;
}

/**
 * Notes on the source of one wave's figures.
 * @param source the wave, its release, policy and content hash
 * @returns one note a fact, in the order to be read
 * @example sourceNotes(source).find(({ about }) => about === "dataset")?.text
 */
export function sourceNotes(source: FileSource): readonly FileNote[] {
  const { policy, survey, release } = source;
  const note = (about: string, text: string): FileNote => ({ about, text });
  return [
    note("programme", source.programme),
    note("wave", `${source.title} (${source.wave})${release === null ? "" : `, release ${release}`}`),
    note("survey", `${survey.id}, version ${survey.version}`),
    note("dataset", `Content hash of the dataset (SHA-256, base64url): ${source.datasetHash}`),
    ...policyNotes(policy).map((text) => note("policy", text)),
  ];
}

function policyNotes({
  minimumGroupSize,
  minimumComments,
  cuts,
  retention,
}: DisclosurePolicy): readonly string[] {
  const named = (cuts ?? []).map((codes) => codes.join(" by "));
  return [
    `Figures rest on at least ${minimumGroupSize} answers, lists of comments on at least ${minimumComments}. What would let a smaller group be worked out is left out as well.`,
    named.length === 0
      ? "The release plan names no groups: figures are for everybody together."
      : `The release plan names these groups and no others: ${named.join(", ")}.`,
    retention.rule === "until-date"
      ? `The answers are kept encrypted until ${retention.date.slice(0, 10)} and are then destroyed.`
      : "The answers were destroyed at the release.",
  ];
}

/**
 * What a count between two bounds is, for whoever counts with the file.
 * @param width how far the bounds of a coded count lie apart; null where every count is exact
 * @returns sentences, each complete in itself
 * @example boundNotes(2)[0]
 */
export function boundNotes(width: number | null): readonly string[] {
  if (width === null) return [];
  return [
    `${NEARLY_ALL_AGREE} A count is then only known to lie between two numbers, mostly ${width} apart: the columns ending in _low and _high hold both, and the column without an ending is empty. Where a figure is exact, all three are equal.`,
    "Every value within the bounds is possible, and none is likelier because of the rule; the middle is no estimate. Bounds of one item's points are each for themselves: not every combination of values within them is possible. Do not average or sum middles: carry both bounds through.",
  ];
}

/** What holds for every file. */
export const GENERAL_NOTES: readonly FileNote[] = [
  {
    about: "file",
    text: "This file holds released figures only, the same as the screens, and no row of any person. A figure that is not shown is empty (in SPSS a missing code from -9999 to -9991), and the column status says why.",
  },
  {
    about: "file",
    text: "“Not observed” and unanswered questions are in no count: n is the number of those who answered the question. A text that a spreadsheet would take for a formula has an apostrophe before it in CSV files.",
  },
  {
    about: "file",
    text: "CSV and SPSS files hold the main table. Excel and R files hold the codebook and the further tables as well.",
  },
];
