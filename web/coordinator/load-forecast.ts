/** Asking which groups of a staff survey will probably be shown, and the answer for one question in a sentence. */
import { forecastApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { SURVEY_TEXTS } from "../ui/texts/coordinator-surveys.ts";

const TEXTS = SURVEY_TEXTS.forecast;

/** In per cent; taken where nobody says otherwise. */
export const USUAL_RESPONSE = 60;

export function loadForecast(wave: string, response: number) {
  return answerOf(forecastApi.$get({ param: { wave }, query: { response: String(response) } }));
}

export type CutForecast = Awaited<ReturnType<typeof loadForecast>>["cuts"][number];

export function summaryOf({ known, categories }: CutForecast): string {
  if (!known) return TEXTS.unknownCut;
  const of = (wanted: CutForecast["categories"][number]["outcome"]): number =>
    categories.filter(({ outcome }) => outcome === wanted).length;
  return TEXTS.summary({
    exact: of("probably-exact"),
    bounds: of("probably-bounds"),
    all: categories.length,
  });
}

interface ExpectedAnswers {
  readonly invited: number;
  readonly response: number;
  readonly minimum: number;
}

/** A warning where so few answers are expected that even everybody together stays hidden. */
export function nothingShown({ invited, response, minimum }: ExpectedAnswers): string | undefined {
  const expected = (invited * response) / 100;
  return expected < minimum ? TEXTS.nobodyShown(invited, response, minimum) : undefined;
}
