/** What evaluators will find here; there is nothing to compare yet, and the screen says so. */
import { Screen } from "../ui/screen.tsx";
import { EVALUATOR_TEXTS } from "../ui/texts/evaluator.ts";

export function ComparisonsScreen() {
  return (
    <Screen title={EVALUATOR_TEXTS.title}>
      <div className="empty">
        <h2>{EVALUATOR_TEXTS.empty}</h2>
        <p>{EVALUATOR_TEXTS.emptyDetail}</p>
      </div>
    </Screen>
  );
}
