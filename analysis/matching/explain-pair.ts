/** Why this pair, and why not, in sentences for each side that show nothing private of the other. */
import { type Audience, CRITERIA } from "./criteria.ts";
import type { BrokenRule, RuleBasis } from "./hard-rules.ts";
import type { ForbiddenReason } from "./match-case.ts";
import type { MenteeRequest, MentorOffer } from "./match-people.ts";
import type { PairScore } from "./score-pair.ts";

const REASONS_SHOWN = 3;

/** Same words for a pair that was never allowed and for one that was only not chosen. */
const NOT_CHOSEN = "Not proposed. Everybody's wishes together led to other pairs.";

const WHY_NOT: Readonly<Record<ForbiddenReason, string>> = {
  SELF: "Nobody can mentor themselves.",
  LINE_MANAGER: "A line manager does not mentor their own staff.",
  REPORTING_LINE: "Both are in the same line of management.",
  SAME_TEAM: "Both are in the same team.",
  GRADE_GAP: "The mentor is not senior to the mentee.",
  PREVIOUS_EXIT: "The two worked together before and ended it.",
  LOCATION: "They work at different sites, and a meeting in person was asked for.",
  LANGUAGE_REQUEST: "The mentor does not speak the language asked for.",
  GENDER_REQUEST: "The mentor does not meet a request that was made.",
  EXCLUSION: "One of the two asked not to be paired with the other.",
};

export interface Explained {
  readonly mentee: MenteeRequest;
  readonly mentor: MentorOffer;
  readonly scored: PairScore;
}

/**
 * Why a pair was made: the three largest contributions that this audience may know of. A side is told of criteria
 * that rest on what both sides show each other, on the roster and on its own wishes; even which reasons come first
 * depends on nothing else.
 *
 * @param pair both sides and the score
 * @param audience who reads it
 * @param areaText an area's code in the words of the form
 * @returns at most three sentences, the weightiest first
 * @example whyThisPair(pair, "mentee"); // ["Can help with 1 of your 2 areas: presenting."]
 */
export function whyThisPair(
  pair: Explained,
  audience: Audience,
  areaText: (code: string) => string = inWords,
): readonly string[] {
  const told = CRITERIA.filter(({ tells }) => audience === "coordinator" || tells.includes(audience));
  return pair.scored.contributions
    .filter(({ criterion, points }) => points > 0 && told.some(({ name }) => name === criterion))
    .toSorted((a, b) => b.points - a.points)
    .slice(0, REASONS_SHOWN)
    .map(({ criterion, points, weight }) =>
      audience === "coordinator"
        ? `${CRITERIA.find(({ name }) => name === criterion)?.title ?? criterion}: ${points} of ${weight} points.`
        : sentence(criterion, pair, { audience, areaText }),
    );
}

interface Reader {
  readonly audience: "mentee" | "mentor";
  readonly areaText: (code: string) => string;
}

function sentence(criterion: string, { mentee, mentor }: Explained, { audience, areaText }: Reader): string {
  const forMentee = audience === "mentee";
  if (criterion === "areas") {
    const met = mentee.areas.filter((area) => mentor.areas.includes(area)).map(areaText);
    const helps = forMentee ? "Can help with" : "You can help with";
    const listed = met.join(", ");
    if (met.length === mentee.areas.length)
      return `${helps} all that ${forMentee ? "you" : "they"} asked for: ${listed}.`;
    return `${helps} ${met.length} of ${forMentee ? "your" : "their"} ${mentee.areas.length} areas: ${listed}.`;
  }
  if (criterion === "first-area") {
    const area = areaText(mentee.firstArea ?? "");
    return forMentee
      ? `Can help with what matters most to you: ${area}.`
      : `You can help with what matters most to them: ${area}.`;
  }
  if (criterion === "site") return "You work at the same site.";
  if (criterion === "distance") {
    if (mentee.distance === "no-preference") return "Any line of work was fine for you.";
    return mentee.distance === "same-field"
      ? "Works in your line of work, as you wished."
      : "Works in another line of work, as you wished.";
  }
  return mentee.seniority === "no-preference"
    ? "Any seniority was fine for you."
    : "About as senior as you wished.";
}

/** Codes of areas are words joined by hyphens. */
function inWords(area: string): string {
  return area.replaceAll("-", " ");
}

/**
 * Why a pair was not made. The coordinator reads every rule; a side reads rules of the roster and of its own wishes.
 * When the other side's private wish is all there is, the words are those of a pair that was only not chosen.
 *
 * @param broken the rules that forbid the pair; none when it was allowed and not chosen
 * @param audience who reads it
 * @returns sentences, at least one
 * @example whyNotThisPair([{ code: "EXCLUSION", basis: "mentor" }], "mentee"); // ["Not proposed. Everybody's ..."]
 */
export function whyNotThisPair(broken: readonly BrokenRule[], audience: Audience): readonly string[] {
  const told = broken.filter(({ basis }) => mayKnow(basis, audience));
  if (told.length === 0) return [NOT_CHOSEN];
  return told.map(({ code, basis }) =>
    audience === "coordinator" ? coordinatorWords(code, basis) : WHY_NOT[code],
  );
}

function mayKnow(basis: RuleBasis, audience: Audience): boolean {
  return audience === "coordinator" || basis === "roster" || basis === audience;
}

function coordinatorWords(code: ForbiddenReason, basis: RuleBasis): string {
  return basis === "roster" ? WHY_NOT[code] : `${WHY_NOT[code]} This is the ${basis}'s wish, and private.`;
}
