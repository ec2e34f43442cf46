/** What one side wrote for the other to read: questions with answers, of what the table of rights lets through. */
import { answerText } from "../ui/mentoring-words.ts";
import type { Side } from "./mine-address.ts";
import { MINE_TEXTS } from "./texts/mine-en.ts";

const WANTS: Readonly<Record<string, string>> = MINE_TEXTS.wants;

interface FormWordsProps {
  /** The reader's side. */
  readonly side: Side;
  readonly answers: Readonly<Record<string, unknown>>;
}

export function FormWords({ side, answers }: FormWordsProps) {
  const form = side === "mentor" ? "request" : "offer";
  const entries = Object.entries(answers);
  if (side === "mentee") {
    return <p dir="auto">{entries.map(([item, value]) => answerText(form, item, value)).join("; ")}</p>;
  }
  return (
    <dl className="mine-answers">
      {entries.map(([item, value]) => (
        <div key={item}>
          <dt>{WANTS[item] ?? item}</dt>
          <dd dir="auto">{answerText(form, item, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
