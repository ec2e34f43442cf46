/** Asking for a programme's scorecard, and for the programme's name. */
import type { Scorecard } from "../../../analysis/scorecard/scorecard-model.ts";
import { programmesApi } from "../../ui/api.ts";
import { answerOf } from "../../ui/ask.ts";
import { loadSurveyWaves } from "../evaluator-api.ts";

function askForScorecard(programme: string) {
  return answerOf(programmesApi[":programme"].scorecard.$get({ param: { programme } }));
}

/** The route answers with a Scorecard, JSON through and through; only the client's type mapping loses that. */
function asScorecard(sent: Awaited<ReturnType<typeof askForScorecard>>): Scorecard {
  return sent as Scorecard;
}

export async function loadScorecard(programme: string) {
  const [sent, waves] = await Promise.all([askForScorecard(programme), loadSurveyWaves()]);
  const named = waves.find((wave) => wave.programme === programme);
  return { scorecard: asScorecard(sent), programmeName: named?.programmeName };
}
