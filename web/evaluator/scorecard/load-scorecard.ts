/** Asking for a programme's scorecard. */
import type { Scorecard } from "../../../analysis/scorecard/scorecard-model.ts";
import { answerOf } from "../../ui/ask.ts";

interface ScorecardSheet {
  readonly programmeName: string;
  readonly scorecard: Scorecard;
}

/** The route answers with this shape, JSON through and through. */
async function asSheet(answer: Response): Promise<ScorecardSheet> {
  return (await answer.json()) as ScorecardSheet;
}

export function loadScorecard(programme: string): Promise<ScorecardSheet> {
  const asked = fetch(`/api/programmes/${encodeURIComponent(programme)}/scorecard`);
  return answerOf(asked.then((answer) => ({ ok: answer.ok, json: () => asSheet(answer) })));
}
