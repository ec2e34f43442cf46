/** Runs the matching of a round and stores the run with what it rests on, so that it can be repeated exactly. */
import { createHash } from "node:crypto";
import { type RoundInputs, solveRound } from "../../../analysis/mentoring/round-inputs.ts";
import { canonicalJson } from "../../../surveys/json-value.ts";
import { appendAudit } from "../../audit/append-audit.ts";
import type { StaffContext } from "../../context.ts";
import { DomainError } from "../../errors.ts";
import { requireRole, type StaffMember } from "../../permissions.ts";
import { newId } from "../../short-id.ts";
import { poolOfRound } from "./collect-inputs.ts";
import { insertRun, newestRun, runById } from "./store.ts";

/** The same inputs have the same hash, in whatever order they were gathered. */
export function inputsHash(inputs: RoundInputs): string {
  return createHash("sha256").update(canonicalJson(inputs)).digest("base64url");
}

export interface NewRun {
  readonly id: string;
  readonly number: number;
  readonly inputsHash: string;
  readonly matched: number;
}

/** @throws DomainError "not-allowed", "not-found"; "wrong-state" while there is nobody to match */
export async function runMatch(
  context: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  { round: id }: { readonly round: string },
): Promise<NewRun> {
  requireRole(staff, "coordinator");
  const now = context.clock();
  const { inputs } = await context.people.read((db) => poolOfRound(db, id, now));
  if (inputs.mentees.length === 0 || inputs.mentors.length === 0) {
    throw new DomainError(
      "wrong-state",
      "There is nobody to match yet. Wait for at least one request and one offer, then run the match.",
    );
  }
  const result = solveRound(inputs);
  const run = { id: newId(), roundId: id, inputsHash: inputsHash(inputs), inputs, result, createdAt: now };
  return context.people.write(async (tx) => {
    const number = ((await newestRun(tx, id))?.number ?? 0) + 1;
    await insertRun(tx, { ...run, number, confirmedAt: null });
    await appendAudit(tx, {
      at: now,
      actorPersonId: staff.personId,
      action: "match-run",
      details: { round: id, run: run.id, number, inputsHash: run.inputsHash, matched: result.matched },
    });
    return { id: run.id, number, inputsHash: run.inputsHash, matched: result.matched };
  });
}

export interface RepeatedRun {
  readonly inputsHash: string;
  /** The stored inputs still have the stored hash. */
  readonly sameInputs: boolean;
  /** Solved again, they give the stored pairs, figures and reasons to the letter. */
  readonly sameResult: boolean;
}

/** Solves a stored run once more. @throws DomainError "not-allowed", "not-found" */
export async function repeatRun(
  context: Pick<StaffContext, "people">,
  staff: StaffMember,
  { round, run: id }: { readonly round: string; readonly run: string },
): Promise<RepeatedRun> {
  requireRole(staff, "coordinator");
  const run = await context.people.read((db) => runById(db, round, id));
  if (run === undefined) throw new DomainError("not-found", "There is no such run in this round.");
  return {
    inputsHash: run.inputsHash,
    sameInputs: inputsHash(run.inputs) === run.inputsHash,
    sameResult: canonicalJson(solveRound(run.inputs)) === canonicalJson(run.result),
  };
}
