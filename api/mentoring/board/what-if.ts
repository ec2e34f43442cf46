/** What would change if: other locks, forbidden pairs, capacities or weights, solved and not stored. */
import type { MatchWeights } from "../../../analysis/matching/criteria.ts";
import type { CasePair } from "../../../analysis/matching/match-case.ts";
import type { MatchResult } from "../../../analysis/matching/solve-match.ts";
import { type RoundInputs, solveRound } from "../../../analysis/mentoring/round-inputs.ts";
import type { StaffContext } from "../../context.ts";
import { DomainError } from "../../errors.ts";
import { requireRole, type StaffMember } from "../../permissions.ts";
import type { WhatIf } from "./board-schemas.ts";
import { readWeightsOr } from "./change-weights.ts";
import { type Pool, poolOfRound } from "./collect-inputs.ts";
import { cardOf, figuresOf, unmatchedOf } from "./describe-outcome.ts";
import { inputsHash } from "./run-match.ts";

/** People by id; what is not said stays as it is. */
export interface WhatIfRequest {
  readonly round: string;
  readonly locked?: readonly CasePair[] | undefined;
  readonly forbidden?: readonly CasePair[] | undefined;
  /** Pairs whose lock or ban is lifted. */
  readonly cleared?: readonly CasePair[] | undefined;
  readonly capacities?: readonly { readonly mentor: string; readonly capacity: number }[] | undefined;
  readonly weights?: MatchWeights | undefined;
}

/** The result of what stands at present, by the hash of what it rests on: asked for again with every what-if. */
const present = new Map<string, MatchResult>();
const MOST_KEPT = 8;

function solvePresent(inputs: RoundInputs): MatchResult {
  const hash = inputsHash(inputs);
  const known = present.get(hash);
  if (known !== undefined) return known;
  const result = solveRound(inputs);
  if (present.size >= MOST_KEPT) present.clear();
  present.set(hash, result);
  return result;
}

function samePair(one: CasePair): (other: CasePair) => boolean {
  return (other) => one.mentee === other.mentee && one.mentor === other.mentor;
}

function changedInputs(pool: Pool, request: WhatIfRequest): RoundInputs {
  const { inputs } = pool;
  const refs = (pairs: readonly CasePair[] = []) =>
    pairs.map(({ mentee, mentor }) => ({ mentee: refOf(pool, mentee), mentor: refOf(pool, mentor) }));
  const locked = refs(request.locked);
  const lifted = [...refs(request.cleared), ...locked];
  const relocked = new Set(locked.map(({ mentee }) => mentee));
  const capacityOf = new Map(
    (request.capacities ?? []).map(({ mentor, capacity }) => [refOf(pool, mentor), capacity]),
  );
  const load = (ref: string) => [...inputs.live, ...locked].filter(({ mentor }) => mentor === ref).length;
  return {
    ...inputs,
    weights: request.weights ?? inputs.weights,
    mentors: inputs.mentors.map((mentor) => ({
      ...mentor,
      capacity: Math.max(capacityOf.get(mentor.person.ref) ?? mentor.capacity, load(mentor.person.ref)),
    })),
    locked: [
      ...inputs.locked.filter(
        (pair) => !relocked.has(pair.mentee) && !lifted.some(samePair(pair)) && !capacityOf.has(pair.mentor),
      ),
      ...locked,
    ],
    refused: [...inputs.refused.filter((pair) => !lifted.some(samePair(pair))), ...refs(request.forbidden)],
  };
}

function refOf({ personOf, inputs }: Pool, id: string): string {
  const ref = personOf.get(id)?.ref;
  const known = [...inputs.mentees, ...inputs.mentors].some(({ person }) => person.ref === ref);
  if (ref !== undefined && known) return ref;
  throw new DomainError(
    "not-found",
    "One of the people is not in the pool of this round. Load the board again.",
  );
}

function requirePossible(pool: Pool, { locked = [] }: WhatIfRequest): void {
  const placed = new Set(pool.inputs.live.map(({ mentee }) => mentee));
  const seen = new Set<string>();
  for (const { mentee, mentor } of locked) {
    const ref = refOf(pool, mentee);
    if (placed.has(ref)) {
      throw new DomainError(
        "wrong-state",
        "This mentee has a mentor, or is being asked: nobody is moved without consent.",
      );
    }
    if (seen.has(ref) || mentee === mentor) {
      throw new DomainError("bad-input", "A mentee can be locked to one other person only.");
    }
    seen.add(ref);
  }
}

function mentorsBy(result: MatchResult): ReadonlyMap<string, string> {
  return new Map(result.pairs.map(({ mentee, mentor }) => [mentee, mentor]));
}

/**
 * Solves the round as it would be. Nothing is stored, nobody is told.
 * @throws DomainError "not-allowed", "not-found", "wrong-state", "bad-input"
 */
export async function whatIf(
  context: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  request: WhatIfRequest,
): Promise<WhatIf> {
  requireRole(staff, "coordinator");
  const weights = readWeightsOr(request.weights);
  const pool = await context.people.read((db) => poolOfRound(db, request.round, context.clock()));
  requirePossible(pool, request);
  const before = solvePresent(pool.inputs);
  const inputs = changedInputs(pool, { ...request, weights });
  const after = solveRound(inputs);
  const mentorBefore = mentorsBy(before);
  const mentorAfter = mentorsBy(after);
  const card = (ref: string | undefined) => (ref === undefined ? null : cardOf(pool, ref));
  const changed = inputs.mentees
    .map(({ person: { ref } }) => ref)
    .filter((ref) => mentorBefore.get(ref) !== mentorAfter.get(ref))
    .map((ref) => ({
      mentee: cardOf(pool, ref),
      before: card(mentorBefore.get(ref)),
      after: card(mentorAfter.get(ref)),
    }));
  return {
    before: figuresOf(before),
    after: figuresOf(after),
    changed,
    unmatched: unmatchedOf(pool, inputs, after),
  };
}
