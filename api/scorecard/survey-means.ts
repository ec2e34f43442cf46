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
    surveys.push({ wave: wave.id, tables: release.tables });
  }
  return surveys;
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
  const confidence = CONFIDENCE_SURVEYS.map(of).find((waves) => waves.length > 1);
  const [first, last] = [confidence?.at(0), confidence?.at(-1)];
  if (first !== undefined && last !== undefined) {
    const { comparison } = await compareSurveys(context, staff, { waves: [first.wave, last.wave] });
    const words = {
      code: "confidence-change",
      label: "Change of confidence in management, 0 to 100",
    } as const;
    const source = changeByArea(comparison, keyOf, words);
    if (source !== undefined) {
      means.push(source);
      areas.push(...surveyAreas(comparison.cuts));
    }
  }
  return { areas, means };
}
