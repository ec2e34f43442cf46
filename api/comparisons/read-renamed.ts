/** What a programme's coordinator has stated about renamed groups, and the names there are to state it of. */
import type { StaffContext } from "../context.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { requireProgramme } from "../programmes/require-programme.ts";
import { ledgerOf } from "../staff-releases/store.ts";
import type { PeopleReader } from "../storage/people-store.ts";
import { wavesOfProgramme } from "../waves/store.ts";
import { renamedQuestions } from "./renamed-questions.ts";
import { renamedValues } from "./store.ts";

/** Anonymous staff surveys that people have been asked, the newest last, with the questions that form groups. */
async function surveysOf(db: PeopleReader, programme: string) {
  const asked = (await wavesOfProgramme(db, programme))
    .filter(({ kind, identity }) => kind === "staff-survey" && identity === "anonymous")
    .filter(({ state }) => state !== "draft");
  const time = (wave: (typeof asked)[number]): number =>
    (wave.closedAt ?? wave.openedAt)?.getTime() ?? Infinity;
  const surveys = [];
  for (const wave of asked.toSorted((a, b) => time(a) - time(b))) {
    const released = (await ledgerOf(db, wave.id)).filter(({ refusal }) => refusal === null);
    const cuts = [...(wave.policy.cuts ?? []), ...released.flatMap((entry) => entry.cuts)];
    surveys.push({ wave, codes: [...new Set(cuts.flat())] });
  }
  return surveys;
}

/** @throws DomainError "not-allowed", "not-found" */
export async function readRenamed(
  context: Pick<StaffContext, "people" | "answers">,
  staff: StaffMember,
  { programme }: { readonly programme: string },
) {
  requireRole(staff, "coordinator", "evaluator");
  const { surveys, renamed } = await context.people.read(async (db) => {
    await requireProgramme(db, programme);
    return { surveys: await surveysOf(db, programme), renamed: await renamedValues(db, programme) };
  });
  const waves = [];
  for (const { wave, codes } of surveys) {
    const definition = await definitionOfId(context, wave.definitionId);
    waves.push({ wave: wave.id, title: wave.title, definition, codes });
  }
  return {
    renamed,
    waves: waves.map(({ wave, title }) => ({ wave, title })),
    questions: renamedQuestions(waves),
  };
}
