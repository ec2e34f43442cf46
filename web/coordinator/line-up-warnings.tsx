/** Groups that stay too small even if everybody answers, and what becomes of them; afterwards reports say it. */
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { LIST_TEXTS } from "../ui/texts/coordinator-lists.ts";
import { subjectName, type Wave } from "./load-wave.ts";

const TEXTS = COORDINATOR_TEXTS.wave;
const MOST_SHOWN = 20;

interface LineUpWarningsProps {
  readonly wave: Wave;
  readonly groupName: (code: string) => string;
}

export function LineUpWarnings({ wave, groupName }: LineUpWarningsProps) {
  const mayAnswer = wave.state === "draft" || wave.state === "open";
  if (wave.warnings.length === 0 || wave.identity !== "anonymous" || !mayAnswer) return null;
  const order = new Map(wave.subjects.map(({ code }, place) => [code, place]));
  const shown = wave.warnings
    .toSorted((a, b) => (order.get(a.subject) ?? 0) - (order.get(b.subject) ?? 0))
    .slice(0, MOST_SHOWN);
  return (
    <section aria-labelledby="warnings">
      <h2 id="warnings">{TEXTS.warnings}</h2>
      <div className="notice notice-caution">
        <p>{TEXTS.warningsIntro(wave.policy.minimumGroupSize)}</p>
        <ul className="problem-list">
          {shown.map((warning) => (
            <li key={warning.subject}>
              {TEXTS.outcomes[warning.outcome](
                wave.groups.length === 0 ? TEXTS.everybody : subjectName(wave, warning.subject),
                warning.groups.map(groupName).join(", "),
              )}
            </li>
          ))}
        </ul>
        {wave.warnings.length > MOST_SHOWN && (
          <p>{LIST_TEXTS.import.more(wave.warnings.length - MOST_SHOWN)}</p>
        )}
      </div>
    </section>
  );
}
