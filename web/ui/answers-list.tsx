/** What somebody answered in a form of mentoring: each question with its answer in words. */
import { answerText, type MentoringForm, questionText } from "./mentoring-words.ts";

interface AnswersListProps {
  readonly form: MentoringForm;
  readonly answers: Readonly<Record<string, unknown>>;
}

export function AnswersList({ form, answers }: AnswersListProps) {
  return (
    <dl className="answers">
      {Object.entries(answers).map(([item, value]) => (
        <div key={item}>
          <dt>{questionText(form, item)}</dt>
          <dd dir="auto">{answerText(form, item, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
