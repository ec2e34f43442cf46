/** What the released surveys of a programme say of its areas: the experience of coaching, the change of confidence. */
import type { MeanSource } from "../../analysis/scorecard/build-scorecard.ts";
import {
  changeByArea,
  indexByArea,
  type SurveyArea,
  surveyAreas,
} from "../../analysis/scorecard/released-means.ts";
import type { StaffTables } from "../../analysis/staff-tables/staff-tables-model.ts";
import { compareSurveys } from "../comparisons/compare-surveys.ts";
import type { StaffContext } from "../context.ts";
import type { StaffMember } from "../permissions.ts";
import { publishedNumbers, releaseOfNumber } from "../staff-releases/released-tables.ts";
import { type StoredWave, wavesOfProgramme } from "../waves/store.ts";

const EXPERIENCE_SURVEY = "coaching-evaluation";
/** The first of these that was released twice tells how confidence changed. */
const CONFIDENCE_SURVEYS = ["staff-confidence", "manager-confidence"];

export interface SurveyMeans {
  readonly areas: readonly SurveyArea[];
  readonly means: readonly MeanSource[];
}

interface ReleasedSurvey {
  readonly wave: string;
  readonly title: string;
  readonly tables: StaffTables;
}

type Context = Pick<StaffContext, "people" | "answers" | "clock">;

/** Waves with something published, the first closed first. */
async function releasedSurveys(context: Context, programme: string): Promise<readonly ReleasedSurvey[]> {
  const closed = ({ closedAt }: StoredWave): number => closedAt?.getTime() ?? 0;
  const waves = await context.people.read(async (db) => {
    const published: StoredWave[] = [];
    for (const wave of await wavesOfProgramme(db, programme)) {
      const isSurvey = wave.kind === "staff-survey" && wave.identity === "anonymous";
      if (isSurvey && wave.state === "released" && (await publishedNumbers(db, wave.id)).length > 0) {
        published.push(wave);
      }
    }
    return published.sort((a, b) => closed(a) - closed(b));
  });
  const surveys: ReleasedSurvey[] = [];
  for (const wave of waves) {
    const { release } = await releaseOfNumber(context, wave);
    surveys.push({ wave: wave.id, title: wave.title, tables: release.tables });
  }
  return surveys;
}

/** Whether there is any figure of the index that a change could be worked out from. */
function hasIndex({ tables: { index } }: ReleasedSurvey): boolean {
  return index !== null && [index.cells.total, ...index.cells.cuts.flat()].some(({ shown }) => shown);
}

interface ComparedSurveys {
  readonly first: ReleasedSurvey;
  readonly last: ReleasedSurvey;
  /** Released after the last one, with nothing that could be compared. */
  readonly leftOut: readonly ReleasedSurvey[];
}

/** The first and the newest wave with figures; where fewer than two have any, the first and the newest. */
function comparedSurveys(waves: readonly ReleasedSurvey[]): ComparedSurveys | undefined {
  const known = waves.filter(hasIndex);
  const compared = known.length > 1 ? known : waves;
  const [first, last] = [compared.at(0), compared.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  return { first, last, leftOut: waves.slice(waves.indexOf(last) + 1) };
}

function changeNotes({ first, last, leftOut }: ComparedSurveys): readonly string[] {
  return [
    `From “${first.title}” to “${last.title}”.`,
    ...leftOut.map(({ title }) => `“${title}” has no figures of this that may be shown.`),
  ];
}

/** @param keyOf the code under which the scorecard knows an area of a survey */
export async function surveyMeans(
  context: Context,
  staff: StaffMember,
  { programme, keyOf }: { readonly programme: string; readonly keyOf: (area: SurveyArea) => string },
): Promise<SurveyMeans> {
  const surveys = await releasedSurveys(context, programme);
  const of = (id: string) => surveys.filter(({ tables }) => tables.survey.id === id);
  const areas: SurveyArea[] = [];
  const means: MeanSource[] = [];
  const experience = of(EXPERIENCE_SURVEY).at(-1);
  if (experience !== undefined) {
    const words = { code: "coaching-experience", label: "Experience of coaching, 0 to 100" } as const;
    const source = indexByArea(experience.tables, keyOf, words);
    if (source !== undefined) {
      means.push(source);
      areas.push(...surveyAreas(experience.tables.cuts));
    }
  }
  const compared = comparedSurveys(CONFIDENCE_SURVEYS.map(of).find((waves) => waves.length > 1) ?? []);
  if (compared !== undefined) {
    const waves = [compared.first.wave, compared.last.wave];
    const { comparison } = await compareSurveys(context, staff, { waves });
    const words = {
      code: "confidence-change",
      label: "Change of confidence in management, 0 to 100",
    } as const;
    const source = changeByArea(comparison, keyOf, words);
    if (source !== undefined) {
      means.push({ ...source, notes: changeNotes(compared) });
      areas.push(...surveyAreas(comparison.cuts));
    }
  }
  return { areas, means };
}
