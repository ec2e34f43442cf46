/** Why a figure is not shown, in a sentence and in a few words, in British English. */
import type { SuppressionReason } from "../../../analysis/disclosure/cell.ts";

export const REASONS: Readonly<Record<SuppressionReason, (minimum: number) => string>> = {
  "too-few-answers": (minimum) =>
    `Not shown: fewer than ${minimum} answers, so that nobody can be recognised.`,
  "group-not-shown": () => "Not shown: the group is too small to be shown without recognising somebody.",
  "too-few-items": () => "Not shown: fewer than half of its items can be shown.",
  "mixed-scales": () => "Not shown: its items have scales of different length.",
  "would-reveal-another": () => "Not shown: it would let another hidden figure be worked out.",
  "too-uniform": () => "Not shown: the answers lie so close together that single ones would be known.",
  "nearly-same-people": () =>
    "Not shown: an earlier wave asked nearly the same people the same, and both figures together would tell what those answered who joined or left.",
  "no-answers": () => "No answers: nobody was asked, or nobody answered.",
};

/** In a staff survey: both reasons follow from numbers of answers, never from what was answered. */
export const SURVEY_REASONS: Readonly<Partial<Record<SuppressionReason, (minimum: number) => string>>> = {
  "would-reveal-another": (minimum) =>
    `Not shown: together with other figures it would tell of fewer than ${minimum} people.`,
};

export const SHORT_SURVEY_REASONS: typeof SURVEY_REASONS = {
  "would-reveal-another": (minimum) => `would tell of fewer than ${minimum}`,
};

/** Why a list of comments to one question of a staff survey is not shown. */
export const HIDDEN_COMMENTS: Readonly<Record<"too-few" | "too-many", (minimum: number) => string>> = {
  "too-few": (minimum) => `Not shown: fewer than ${minimum} comments, so that nobody can be recognised.`,
  "too-many": () =>
    "Not shown: nearly everybody wrote one, so that each would be known to have given the answer that leads to this question.",
};

export const SHORT_REASONS: Readonly<Record<SuppressionReason, (minimum: number) => string>> = {
  "too-few-answers": (minimum) => `fewer than ${minimum} answers`,
  "group-not-shown": () => "group too small",
  "too-few-items": () => "too few items",
  "mixed-scales": () => "scales differ",
  "would-reveal-another": () => "would reveal another figure",
  "too-uniform": () => "answers too alike",
  "nearly-same-people": () => "nearly the same people as before",
  "no-answers": () => "no answers",
};
