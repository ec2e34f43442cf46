/** Why a number in an answer of the server tells nothing of what anybody answered, and where it may stand. */

/**
 * By place, as test/support/number-paths.ts writes it: why the number tells nothing of what anybody answered. A place
 * that ends in ".**" stands for all below it. A place that ends in ".*" is one whose shape the route does not declare:
 * there every number must lie in a released cell, or at a place that is named as well.
 */
export type PublicNumbers = Readonly<Record<string, string>>;

export const RULE = "a rule that everybody was told before answering";
export const LISTED = "the length of a list of people or settings that staff made";
export const INVITED = "how many were invited, which staff decided";
export const FORM = "a fact of the form, the same for everybody";
export const SENT = "how many have sent, in steps of five, twice a day, of people who are in no other count";
export const SCALE = "points and wording of the scale, a fact of the form";
export const CELLS = "figures in released cells";
export const DERIVED = "worked out from released cells alone: the walk destroys all else before it begins";
export const LOG = "what staff did, in ids, counts and settings; checked by itself below";
export const CHAIN = "place in the audit log of what staff did";
export const MAIL = "what the mail server answered, and how often it was tried";
export const BROKEN = "boxes that held no answers: not from our page, and in no figure";
export const REISSUED = "second tickets by group, which readers must know";
export const RANK = "order of figures in released cells, worked out from what they display";
export const TITLE = "a number in a name or text that staff or the form gave";

export const ORGANISATION = "how many people there are, from the organisation's own lists";
export const WHICH = "which release";
export const COUNTED_CELLS =
  "how many of the released cells are shown or suppressed, which everybody who reads them can count";
export const PLAN = "worked out from headcounts, before anybody answers";
export const NAMED = "from forms that carry names, which their authors were told before they sent them";
export const OF_NAMED_FORMS =
  "counted from forms that carry names, from the round's minimum on; what it may tell is tested with its rules";
export const NOTHING: PublicNumbers = {};
