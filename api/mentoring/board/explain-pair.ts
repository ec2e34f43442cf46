/** Why this pair, or why not: for the coordinator, who may read private requests, and says so. */
import { buildCase } from "../../../analysis/matching/build-case.ts";
import { CRITERIA } from "../../../analysis/matching/criteria.ts";
import { whyNotThisPair, whyThisPair } from "../../../analysis/matching/explain-pair.ts";
import { brokenRules, openRuleBook } from "../../../analysis/matching/hard-rules.ts";
import { mentorsByMentee } from "../../../analysis/matching/mentors-by-mentee.ts";
import { scorePair } from "../../../analysis/matching/score-pair.ts";
import { roundOf } from "../../../analysis/mentoring/round-inputs.ts";
import type { StaffContext } from "../../context.ts";
import { DomainError } from "../../errors.ts";
import { requireRole, type StaffMember } from "../../permissions.ts";
import type { PersonCard } from "./board-schemas.ts";
import { offerIn, type Pool, poolOfRound, requestIn } from "./collect-inputs.ts";
import { cardOf } from "./describe-outcome.ts";

export interface ExplainedPair {
  readonly mentee: PersonCard;
  readonly mentor: PersonCard;
  readonly allowed: boolean;
  readonly score: number;
  readonly contributions: readonly {
    readonly criterion: string;
    readonly title: string;
    readonly points: number;
    readonly weight: number;
  }[];
  readonly why: readonly string[];
  readonly whyNot: readonly string[];
  /** What either side would be told: nothing private of the other. */
  readonly toMentee: { readonly why: readonly string[]; readonly whyNot: readonly string[] };
  readonly toMentor: { readonly why: readonly string[]; readonly whyNot: readonly string[] };
}

function sidesOf(pool: Pool, mentee: string, mentor: string) {
  const request = requestIn(pool, mentee);
  const offer = offerIn(pool, mentor);
  if (request === undefined || offer === undefined) {
    throw new DomainError(
      "not-found",
      "One of the two is not in the pool of this round. Load the board again.",
    );
  }
  return { request, offer };
}

/** @throws DomainError "not-allowed", "not-found" */
export async function explainPair(
  context: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  { round, mentee, mentor }: { readonly round: string; readonly mentee: string; readonly mentor: string },
): Promise<ExplainedPair> {
  requireRole(staff, "coordinator");
  const pool = await context.people.read((db) => poolOfRound(db, round, context.clock()));
  const { request, offer } = sidesOf(pool, mentee, mentor);
  const facts = roundOf(pool.inputs);
  const scored = scorePair(request, offer, facts);
  const broken = brokenRules(request, offer, openRuleBook(facts));
  const pair = { mentee: request, mentor: offer, scored };
  const refused = mentorsByMentee(facts.refused).get(request.person.ref)?.has(offer.person.ref) === true;
  const own = refused
    ? ["Set aside in this round: forbidden on the board, or it did not come about before."]
    : [];
  return {
    mentee: cardOf(pool, request.person.ref),
    mentor: cardOf(pool, offer.person.ref),
    allowed: broken.length === 0 && !refused,
    score: scored.score,
    contributions: scored.contributions.map(({ criterion, points, weight }) => ({
      criterion,
      title: CRITERIA.find(({ name }) => name === criterion)?.title ?? criterion,
      points,
      weight,
    })),
    why: whyThisPair(pair, "coordinator"),
    whyNot: [...own, ...(refused && broken.length === 0 ? [] : whyNotThisPair(broken, "coordinator"))],
    toMentee: { why: whyThisPair(pair, "mentee"), whyNot: whyNotThisPair(broken, "mentee") },
    toMentor: { why: whyThisPair(pair, "mentor"), whyNot: whyNotThisPair(broken, "mentor") },
  };
}

export interface RankedMentor {
  readonly mentor: PersonCard;
  readonly score: number;
  readonly allowed: boolean;
  readonly whyNot: readonly string[];
}

/** Every mentor of the round for one mentee, the best first: what "why not" is asked about. */
export async function rankMentors(
  context: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  { round: id, mentee }: { readonly round: string; readonly mentee: string },
): Promise<readonly RankedMentor[]> {
  requireRole(staff, "coordinator");
  const pool = await context.people.read((db) => poolOfRound(db, id, context.clock()));
  const request = requestIn(pool, mentee);
  if (request === undefined) {
    throw new DomainError("not-found", "This mentee is not in the pool of this round. Load the board again.");
  }
  const round = roundOf({ ...pool.inputs, mentees: [request], live: [], locked: [] });
  const book = openRuleBook(round);
  const scores = buildCase(round).scores[0] ?? [];
  const refused = mentorsByMentee(round.refused).get(request.person.ref);
  return round.mentors
    .map((offer, column) => {
      const broken = brokenRules(request, offer, book);
      const allowed = broken.length === 0 && refused?.has(offer.person.ref) !== true;
      return {
        mentor: cardOf(pool, offer.person.ref),
        score: scores[column] ?? 0,
        allowed,
        whyNot: allowed ? [] : whyNotThisPair(broken, "coordinator"),
      };
    })
    .sort((a, b) => Number(b.allowed) - Number(a.allowed) || b.score - a.score);
}
