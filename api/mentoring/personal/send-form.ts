/** Pulses and reviews through the personal link: checked against the published form like every other answer. */
import type { ExitReason } from "../../../analysis/mentoring/exit-reasons.ts";
import { answerProblemSentence } from "../../../surveys/answer-problem.ts";
import { compileCheck } from "../../../surveys/compile-check.ts";
import type { SurveyAnswers, SurveyDefinition } from "../../../surveys/definition.ts";
import { canonicalJson } from "../../../surveys/json-value.ts";
import type { StaffContext } from "../../context.ts";
import { listDefinitions } from "../../definitions/read-definitions.ts";
import { DomainError } from "../../errors.ts";
import { type LifeContext, raiseAlert } from "../relationships/end-pair.ts";
import { answerPulse, insertReview, openAlerts, pulsesOfRound, reviewOf } from "../relationships/store.ts";
import { findHolder, findOwnPair, type OwnLink } from "./find-own.ts";

type FormContext = LifeContext & Pick<StaffContext, "answers">;

/** The code of "Something happened that should not have". */
const BOUNDARY: ExitReason = "boundary";

const FORMS = { pulse: "mentoring-check-in", review: "mentoring-review" } as const;
export type PersonalForm = keyof typeof FORMS;

async function definitionOf(
  context: Pick<StaffContext, "answers">,
  form: PersonalForm,
): Promise<SurveyDefinition> {
  const found = (await listDefinitions(context)).find(
    ({ definition }) => definition.soundings.id === FORMS[form],
  );
  if (found !== undefined) return found.definition;
  throw new DomainError(
    "not-found",
    "This form is not published here. Tell the coordinator. Nothing is lost.",
  );
}

/** @throws DomainError "link-not-valid", "not-found" */
export async function readPersonalForm(
  context: FormContext,
  { form, ...link }: OwnLink & { readonly form: PersonalForm },
): Promise<SurveyDefinition> {
  await context.people.read((db) => findHolder(db, link));
  return definitionOf(context, form);
}

async function checked(
  context: FormContext,
  form: PersonalForm,
  answers: SurveyAnswers,
): Promise<SurveyAnswers> {
  const result = compileCheck(await definitionOf(context, form))(answers);
  if (result.ok) return Object.fromEntries(result.answers);
  throw new DomainError(
    "answers-refused",
    "Some answers have to be mended before they can be recorded. Nothing was stored, and they stay on your device.",
    result.problems
      .slice(0, 50)
      .map((problem) => ({ path: problem.item, sentence: answerProblemSentence(problem) })),
  );
}

/**
 * Two taps. An open pulse may be answered once; the same answer again is fine.
 * @throws DomainError "link-not-valid", "not-found", "answers-refused", "already-recorded"
 */
export async function sendPulse(
  context: FormContext,
  request: OwnLink & {
    readonly relationship: string;
    readonly pulse: string;
    readonly answers: SurveyAnswers;
  },
): Promise<void> {
  const answers = await checked(context, "pulse", request.answers);
  await context.people.write(async (tx) => {
    const { round, pair, side } = await findOwnPair(tx, request);
    const pulse = (await pulsesOfRound(tx, round.id)).find(
      (row) => row.id === request.pulse && row.relationshipId === pair.id && row.side === side,
    );
    if (pulse === undefined) throw new DomainError("not-found", "Nobody asks this now. Load the page again.");
    if (pulse.answers !== null) {
      if (canonicalJson(pulse.answers) === canonicalJson(answers)) return;
      throw recordedBefore();
    }
    await answerPulse(tx, pulse.id, { answers, answeredAt: context.clock() });
  });
}

function recordedBefore(): DomainError {
  return new DomainError("already-recorded", "Other answers were sent before, and those stand.");
}

/**
 * The look back at the end; the side is known and need not be said. Something that should not have happened calls the
 * coordinator, whenever it is told.
 * @throws DomainError "link-not-valid", "not-found", "wrong-state", "answers-refused", "already-recorded"
 */
export async function sendReview(
  context: FormContext,
  request: OwnLink & { readonly relationship: string; readonly answers: SurveyAnswers },
): Promise<void> {
  const { side } = await context.people.read((db) => findOwnPair(db, request));
  const answers = await checked(context, "review", { ...request.answers, role: side });
  await context.people.write(async (tx) => {
    const { round, pair } = await findOwnPair(tx, request);
    if (pair.state !== "ended") {
      throw new DomainError("wrong-state", "The look back comes at the end. End the mentoring first.");
    }
    const before = await reviewOf(tx, pair.id, side);
    if (before !== undefined) {
      if (canonicalJson(before.answers) === canonicalJson(answers)) return;
      throw recordedBefore();
    }
    await insertReview(tx, { relationshipId: pair.id, side, answers, submittedAt: context.clock() });
    const alerted = (await openAlerts(tx, round.id)).some(({ relationshipId }) => relationshipId === pair.id);
    if (answers["reason"] === BOUNDARY && !alerted) {
      await raiseAlert(tx, context, { round, pair, side });
    }
  });
}
