/** The 17 words on a shared computer, before sending: what brings the answers back should the tab be lost meanwhile. */
import { type ReactElement, useEffect, useState } from "react";
import { CodeWords } from "./code-words.tsx";
import { APP_TEXTS } from "./texts/app-en.ts";
import { useDesk } from "./use-desk.ts";

const TEXTS = APP_TEXTS.review;

export function SharedCode(): ReactElement {
  const desk = useDesk();
  const [words, setWords] = useState<readonly string[]>([]);
  useEffect(() => {
    void desk.resumeCode().then(setWords);
  }, [desk]);
  return (
    <section className="resume-code" aria-labelledby="shared-code-title">
      <h2 id="shared-code-title">{TEXTS.words}</h2>
      <p>{TEXTS.wordsWhy}</p>
      <CodeWords words={words} />
    </section>
  );
}
