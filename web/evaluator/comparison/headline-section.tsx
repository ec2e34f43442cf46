/** What a director wants to know: one sentence, then what changed, what did not and what could not be tested. */
import { digitsOf } from "../../../analysis/number-text.ts";
import type { StaffMeasure } from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { COMPARISON_TEXTS, NOT_TESTED } from "../../ui/texts/evaluator-comparison.ts";
import { changeTexts } from "../figures/change-text.ts";
import type { ComparisonParts } from "./comparison-parts.ts";
import { byCourse } from "./course.ts";
import { headline, itemsSentence } from "./headline.ts";

const TEXTS = COMPARISON_TEXTS.headline;

function changeText(measure: StaffMeasure): string {
  const { verdict, difference } = measure.change;
  if (verdict.state === "not-tested") return NOT_TESTED[verdict.reason];
  if (difference === null) return "";
  const { estimate, limits } = changeTexts(difference, digitsOf(measure.kind));
  return limits === null ? estimate : `${estimate} (${limits})`;
}

interface ListProps {
  readonly title: string;
  readonly none: string;
  readonly measures: readonly StaffMeasure[];
  readonly word: (measure: StaffMeasure) => string;
}

function List({ title, none, measures, word }: ListProps) {
  return (
    <div className="headline-part">
      <h3>{title}</h3>
      {measures.length === 0 && <p className="hint">{none}</p>}
      <ul>
        {measures.map((measure) => (
          <li key={measure.code}>
            {measure.label}: {word(measure)} <span className="hint">{changeText(measure)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function HeadlineSection({ parts }: { readonly parts: ComparisonParts }) {
  const { comparison } = parts.sheet;
  const { scales, index } = comparison;
  const courses = byCourse([...scales, ...(index === null ? [] : [index])]);
  const { rose, fell, little, same, "not-shown": notShown } = courses;
  const untold = [...courses["not-told"], ...courses["not-tested"]];
  const words = new Map(
    Object.entries(courses).flatMap(([course, list]) =>
      list.map((measure) => [measure.code, course] as const),
    ),
  );
  const word = ({ code }: StaffMeasure) => courseName(words.get(code) ?? "");
  return (
    <section className="headline" aria-labelledby="headline">
      <h2 id="headline">{TEXTS.title}</h2>
      <p className="headline-sentence">{headline(comparison)}</p>
      {comparison.items.length > 0 && <p>{itemsSentence(comparison)}</p>}
      <div className="headline-parts">
        <List title={TEXTS.changed} none={TEXTS.none} measures={[...rose, ...fell]} word={word} />
        <List
          title={TEXTS.notChanged}
          none={TEXTS.none}
          measures={[...little, ...same, ...notShown]}
          word={word}
        />
        <List title={TEXTS.notTestable} none={TEXTS.noneTestable} measures={untold} word={word} />
      </div>
    </section>
  );
}

function isCourse(name: string): name is keyof typeof COMPARISON_TEXTS.courses {
  return Object.hasOwn(COMPARISON_TEXTS.courses, name);
}

function courseName(name: string): string {
  return isCourse(name) ? COMPARISON_TEXTS.courses[name] : "";
}
