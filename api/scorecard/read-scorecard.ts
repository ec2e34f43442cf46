/** A programme's scorecard by area: who takes part, from the lists; what surveys said, from what they released. */
import {
  type AreaCount,
  buildScorecard,
  type ShareSource,
} from "../../analysis/scorecard/build-scorecard.ts";
import type { Scorecard, ScorecardArea } from "../../analysis/scorecard/scorecard-model.ts";
import { POLICY_FLOORS } from "../../surveys/disclosure-policy.ts";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { programmeById } from "../programmes/store.ts";
import type { PeopleReader } from "../storage/people-store.ts";
import {
  coachedPeople,
  type PersonOfUnit,
  peopleDoneWithCoaching,
  peopleInMentoring,
  unitsOfPeople,
} from "./store.ts";
import { surveyMeans } from "./survey-means.ts";

type Context = Pick<StaffContext, "people" | "answers" | "clock">;

/** Units of the list of people and areas of surveys are the same where their names are. */
function areaKey(name: string): string {
  return name.trim().toLowerCase();
}

/** @throws DomainError "not-allowed", "not-found" */
export async function readScorecard(
  context: Context,
  staff: StaffMember,
  { programme }: { readonly programme: string },
): Promise<Scorecard> {
  requireRole(staff, "evaluator", "coordinator");
  const { units, shares } = await context.people.read(async (db) => {
    if ((await programmeById(db, programme)) === undefined) {
      throw new DomainError("not-found", "There is no such programme. Choose one from the list.");
    }
    const people = (await unitsOfPeople(db)).filter(({ unit }) => unit.trim() !== "");
    return { units: headcounts(people), shares: await sharesOf(db, programme, people) };
  });
  const asked = await surveyMeans(context, staff, { programme, keyOf: ({ label }) => areaKey(label) });
  const known = new Set(units.map(({ code }) => code));
  const asAreas = asked.areas.map(({ label }) => ({ code: areaKey(label), label, headcount: null }));
  const only = new Map(asAreas.filter(({ code }) => !known.has(code)).map((area) => [area.code, area]));
  return buildScorecard({
    minimum: POLICY_FLOORS["staff-survey"].minimumGroupSize,
    areas: [...units, ...only.values()].sort((a, b) =>
      a.label.localeCompare(b.label, "en", { numeric: true }),
    ),
    shares,
    means: asked.means,
  });
}

function headcounts(people: readonly PersonOfUnit[]): readonly ScorecardArea[] {
  const areas = new Map<string, { label: string; headcount: number }>();
  for (const { unit } of people) {
    const area = areas.get(areaKey(unit)) ?? { label: unit.trim(), headcount: 0 };
    area.headcount += 1;
    areas.set(areaKey(unit), area);
  }
  return [...areas].map(([code, area]) => ({ code, ...area }));
}

function countedBy(
  people: readonly PersonOfUnit[],
  done: ReadonlySet<string>,
): ReadonlyMap<string, AreaCount> {
  const counts = new Map<string, { count: number; of: number }>();
  for (const { id, unit } of people) {
    const count = counts.get(areaKey(unit)) ?? { count: 0, of: 0 };
    count.of += 1;
    if (done.has(id)) count.count += 1;
    counts.set(areaKey(unit), count);
  }
  return counts;
}

/** A part of the programme that nobody has taken up yet has no share. */
async function sharesOf(
  db: PeopleReader,
  programme: string,
  people: readonly PersonOfUnit[],
): Promise<readonly ShareSource[]> {
  const coached = await coachedPeople(db, programme);
  const done = await peopleDoneWithCoaching(db, programme);
  const mentoring = await peopleInMentoring(db, programme);
  const coachedHere = people.filter(({ id }) => coached.has(id));
  const sources: readonly (ShareSource & { readonly taken: boolean })[] = [
    {
      code: "coaching-take-up",
      label: "People who took up coaching",
      areas: countedBy(people, coached),
      taken: coached.size > 0,
    },
    {
      code: "coaching-completion",
      label: "Of those coached, coaching finished",
      areas: countedBy(coachedHere, done),
      taken: coachedHere.some(({ id }) => done.has(id)),
    },
    {
      code: "mentoring-take-up",
      label: "People in a mentoring pair",
      areas: countedBy(people, mentoring),
      taken: mentoring.size > 0,
    },
  ];
  return sources.filter(({ taken }) => taken);
}
