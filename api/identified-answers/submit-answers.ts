/** Receives answers that are given with a name: through the rater's own link, checked as anonymous ones are. */
import { createHash } from "node:crypto";
import { type AnswerProblem, answerProblemSentence } from "../../surveys/answer-problem.ts";
import { type AnswerCheck, compileCheck } from "../../surveys/compile-check.ts";
import type { SurveyAnswers } from "../../surveys/definition.ts";
import { canonicalJson } from "../../surveys/json-value.ts";
import type { StaffContext } from "../context.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { DomainError } from "../errors.ts";
import { ticketMarksOfWave } from "../invitations/invitation-key.ts";
import { secretHash } from "../invitations/invitation-secret.ts";
import { askedAbout, invitationBySecret } from "../invitations/store.ts";
import { waveById } from "../waves/store.ts";
import { identifiedAnswersOf, insertIdentifiedAnswers } from "./store.ts";

type AnswerContext = Pick<StaffContext, "people" | "answers" | "keys" | "clock">;

export interface IdentifiedSubmission {
  readonly wave: string;
  readonly secret: string;
  readonly subject: string;
  readonly answers: SurveyAnswers;
}

/** Definitions never change under their id, so that a compiled check stays right. */
const checks = new Map<string, AnswerCheck>();
const MOST_CHECKS = 100;

async function checkOf(context: AnswerContext, definitionId: string): Promise<AnswerCheck> {
  const known = checks.get(definitionId);
  if (known !== undefined) return known;
  const check = compileCheck(await definitionOfId(context, definitionId));
  if (checks.size >= MOST_CHECKS) checks.clear();
  checks.set(definitionId, check);
  return check;
}

function linkNotValid(): DomainError {
  return new DomainError(
    "link-not-valid",
    "This link cannot be used: it is incomplete, or the survey is not open. Your answers stay on this device.",
  );
}

function refused(problems: readonly AnswerProblem[]): DomainError {
  return new DomainError(
    "answers-refused",
    "Some answers have to be mended before they can be recorded. Nothing was stored, and they stay on your device.",
    problems
      .slice(0, 50)
      .map((problem) => ({ path: problem.item, sentence: answerProblemSentence(problem) })),
  );
}

/**
 * @returns whether the answers are new; the same answers again are fine.
 * @throws DomainError "link-not-valid", "answers-refused", "already-recorded" if other answers were sent before
 */
export async function submitAnswers(
  context: AnswerContext,
  request: IdentifiedSubmission,
): Promise<{ readonly recorded: "now" | "before" }> {
  const wave = await context.people.read((db) => waveById(db, request.wave));
  if (wave === undefined || wave.identity !== "identified" || wave.state !== "open") throw linkNotValid();
  const marks = ticketMarksOfWave(context.keys, wave);
  if (marks === undefined) throw linkNotValid();
  const check = (await checkOf(context, wave.definitionId))(request.answers);
  // What the check dropped (answers to questions that are hidden in the end) was never meant to be sent.
  const kept = check.ok ? Object.fromEntries(check.answers) : undefined;
  return context.people.write(async (tx) => {
    const invitation = await invitationBySecret(tx, wave.id, secretHash(request.secret));
    if (invitation === undefined) throw linkNotValid();
    const asked = await askedAbout(tx, wave.id, invitation.personId);
    const assignment = asked.find((person) => person.subject === request.subject);
    if (assignment === undefined) throw linkNotValid();
    const before = await identifiedAnswersOf(tx, assignment.assignment);
    if (before !== undefined) {
      if (kept !== undefined && canonicalJson(before) === canonicalJson(kept))
        return { recorded: "before" as const };
      throw new DomainError(
        "already-recorded",
        "Other answers were sent with this link before, and those stand. Ask the coordinator if they should be changed.",
      );
    }
    if (kept === undefined) throw refused(check.ok ? [] : check.problems);
    await insertIdentifiedAnswers(
      tx,
      {
        assignmentId: assignment.assignment,
        waveId: wave.id,
        answers: kept,
        submittedAt: context.clock(),
      },
      marks.issued(assignment.assignment, createHash("sha256").update("sent").digest()),
    );
    return { recorded: "now" as const };
  });
}
