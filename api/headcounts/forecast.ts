/** Before a wave opens: which of its cuts will probably be shown at the expected response. */
import { USUAL_WIDTH } from "../../analysis/bounds.ts";
import { type ForecastCategory, forecastCut } from "../../analysis/staff-forecast/forecast-cut.ts";
import type { StaffContext } from "../context.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { DomainError } from "../errors.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { findWave } from "../waves/find-wave.ts";
import { minimumOfFigures } from "../waves/people-behind-figures.ts";
import { countParticipants } from "./count-participants.ts";
import { cutCategories, type NamedCut } from "./cut-categories.ts";
import { type CategoryHeadcount, headcountsOf, participantsOf } from "./store.ts";

export interface ForecastRequest {
  readonly wave: string;
  /** Percent of people who answer. */
  readonly response: number;
}

interface KnownHeadcounts {
  readonly rows: readonly CategoryHeadcount[];
  /** "imported", or counted from those invited because nobody imported any. */
  readonly source: "imported" | "invited";
}

/** Three of four answers favourable, as in most staff surveys: what a forecast assumes, and says. */
const FAVOURABLE = 0.75;

function outcomeOf(foreseen: ForecastCategory | undefined) {
  if (foreseen === undefined) return "unknown" as const;
  const { probability, exact } = foreseen;
  if (probability < 0.5) return "probably-too-few" as const;
  return exact >= probability / 2 ? ("probably-exact" as const) : ("probably-bounds" as const);
}

function ofCut(
  { cut, label, codes, categories }: NamedCut,
  known: KnownHeadcounts,
  plan: ForecastRequest & { readonly minimum: number },
) {
  const counts = new Map(
    known.rows.filter((row) => row.cut === cut).map((row) => [row.category, row.headcount]),
  );
  const listed = categories.map((category) => ({
    ...category,
    headcount: counts.get(category.category) ?? null,
  }));
  const foreseen = forecastCut(
    listed.map(({ headcount }) => headcount ?? 0),
    { minimum: plan.minimum, response: plan.response / 100, favourable: FAVOURABLE, width: USUAL_WIDTH },
  );
  return {
    codes: [...codes],
    label,
    known: counts.size > 0,
    categories: listed.map(({ category, label: name, headcount }, place) => {
      const own = headcount === null ? undefined : foreseen[place];
      return {
        category,
        label: name,
        headcount,
        expected: own?.expected ?? null,
        probability: own?.probability ?? null,
        exact: own?.exact ?? null,
        outcome: outcomeOf(own),
      };
    }),
  };
}

/** Printable: what the numbers do not say. */
const NOTES = {
  alone:
    "Each group is weighed beside the groups of its own question, as if everybody were as likely to answer.",
  assumed: `That a count is exact or only known by bounds is foreseen from the numbers of people and an assumed share of ${FAVOURABLE * 100} % favourable answers; the more a group agrees, the more of its counts are bounds. Nothing is hidden because of what people answered.`,
  several:
    "Several questions hide more together than each alone: a group is also left out where the groups of two questions together would give few people away. So the more questions, the fewer groups.",
} as const;

/** @throws DomainError "not-allowed", "not-found"; "wrong-state" for a wave without cuts */
export async function forecastWave(
  context: Pick<StaffContext, "people" | "answers">,
  staff: StaffMember,
  request: ForecastRequest,
) {
  requireRole(staff, "coordinator");
  const { wave, imported, people, minimum } = await context.people.read(async (db) => {
    const found = await findWave(db, request.wave);
    return {
      wave: found,
      imported: await headcountsOf(db, request.wave),
      people: await participantsOf(db, request.wave),
      minimum: await minimumOfFigures(db, request.wave, found.policy.minimumGroupSize),
    };
  });
  const cuts = wave.policy.cuts ?? [];
  if (wave.kind !== "staff-survey" || cuts.length === 0) {
    throw new DomainError("wrong-state", "This wave has no cuts, so there is nothing to foresee.");
  }
  const named = cutCategories(await definitionOfId(context, wave.definitionId), cuts);
  const known: KnownHeadcounts =
    imported.length > 0
      ? { rows: imported, source: "imported" }
      : { rows: countParticipants(people, named).rows, source: "invited" };
  return {
    wave: wave.id,
    response: request.response,
    minimum,
    invited: people.length,
    source: known.source,
    cuts: named.map((cut) => ofCut(cut, known, { ...request, minimum })),
    favourable: FAVOURABLE * 100,
    notes: [NOTES.alone, NOTES.assumed, ...(named.length > 1 ? [NOTES.several] : [])],
  };
}
