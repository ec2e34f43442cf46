/** The weights of the criteria: read, checked and changed, with undo like any decision on the board. */
import { CRITERIA, type MatchWeights, readWeights } from "../../../analysis/matching/criteria.ts";
import { appendAudit } from "../../audit/append-audit.ts";
import type { StaffContext } from "../../context.ts";
import { DomainError } from "../../errors.ts";
import { requireRole, type StaffMember } from "../../permissions.ts";
import { findRound } from "../rounds/find-round.ts";
import { standingDecisions } from "./standing-decisions.ts";
import { decisionsOf, insertDecision } from "./store.ts";

export interface WeightedCriterion {
  readonly name: string;
  readonly title: string;
  readonly weight: number;
}

/** Checked weights, or none given. @throws DomainError "bad-input" with a sentence for each that is wrong */
export function readWeightsOr(input: unknown): MatchWeights | undefined {
  if (input === undefined) return undefined;
  const read = readWeights(input);
  if ("weights" in read) return read.weights;
  throw new DomainError(
    "bad-input",
    "These weights cannot be used. Nothing was changed.",
    read.problems.map((sentence) => ({ path: "weights", sentence })),
  );
}

/** @throws DomainError "not-allowed", "not-found" */
export async function listWeights(
  context: Pick<StaffContext, "people">,
  staff: StaffMember,
  { round: id }: { readonly round: string },
): Promise<readonly WeightedCriterion[]> {
  requireRole(staff, "coordinator");
  const decisions = await context.people.read(async (db) => decisionsOf(db, (await findRound(db, id)).id));
  const { weights } = standingDecisions(decisions);
  return CRITERIA.map(({ name, title }) => ({ name, title, weight: weights[name] ?? 0 }));
}

/** @throws DomainError "not-allowed", "not-found", "bad-input" */
export async function changeWeights(
  context: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  { round: id, weights: given }: { readonly round: string; readonly weights: unknown },
): Promise<void> {
  requireRole(staff, "coordinator");
  const weights = readWeightsOr(given) ?? null;
  await context.people.write(async (tx) => {
    const round = await findRound(tx, id);
    const decisions = await decisionsOf(tx, round.id);
    const now = context.clock();
    await insertDecision(tx, {
      roundId: id,
      seq: (decisions.at(-1)?.seq ?? 0) + 1,
      kind: "weights",
      menteePersonId: null,
      mentorPersonId: null,
      weights,
      decidedAt: now,
    });
    await appendAudit(tx, {
      at: now,
      actorPersonId: staff.personId,
      action: "match-weights-changed",
      details: { round: id, weights },
    });
  });
}
