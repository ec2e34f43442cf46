/** What the server tells evaluators about a programme's mentoring. */
import { programmesApi } from "../../ui/api.ts";
import { answerOf } from "../../ui/ask.ts";

export async function loadFigures(programme: string) {
  const { rounds } = await answerOf(
    programmesApi[":programme"]["mentoring-figures"].$get({ param: { programme } }),
  );
  return rounds;
}

export type RoundFigures = Awaited<ReturnType<typeof loadFigures>>[number];
export type Figures = RoundFigures["figures"];
export type CountCell = Figures["matched"];
export type MeanCell = Figures["pulses"]["mentees"];
