/** Where the words of another device are typed in, and its drafts fetched. */
import { type ReactElement, type SyntheticEvent, useRef, useState } from "react";
import { goTo } from "./rater-navigation.ts";
import { ScreenHeading } from "./screen-heading.tsx";
import { speak } from "./speak.ts";
import type { CodeResult } from "./take-up-code.ts";
import { APP_TEXTS } from "./texts/app-en.ts";
import { useDesk, useDeskState } from "./use-desk.ts";

const TEXTS = APP_TEXTS.enter;

function sentenceOf(result: CodeResult): string {
  switch (result.outcome) {
    case "found":
      return result.sending > 0 ? TEXTS.sending : TEXTS.found(result.drafts);
    case "unknown-word":
      return TEXTS.unknownWord(result.place + 1);
    case "wrong-length":
      return TEXTS.wrongLength(result.words);
    case "check-word":
      return TEXTS.checkWord;
    case "nothing-there":
      return TEXTS.nothingThere;
    case "offline":
      return TEXTS.offline;
  }
}

export function EnterCodeScreen(): ReactElement {
  const desk = useDesk();
  const { people } = useDeskState();
  const field = useRef<HTMLTextAreaElement>(null);
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    speak(TEXTS.fetching);
    const result = await desk.enterCode(field.current?.value ?? "");
    setBusy(false);
    speak(sentenceOf(result));
    if (result.outcome === "found") goTo({ name: "people" });
    else {
      setWrong(sentenceOf(result));
      field.current?.focus();
    }
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void submit();
  };
  return (
    <form className="screen" autoComplete="off" onSubmit={onSubmit}>
      <ScreenHeading>{TEXTS.title}</ScreenHeading>
      {people.some(({ progress }) => progress === "draft") ? (
        <p className="notice notice-caution">{TEXTS.replaces}</p>
      ) : null}
      <div className="field">
        <label htmlFor="resume-words">{TEXTS.label}</label>
        <p className="hint" id="resume-words-hint">
          {TEXTS.hint}
        </p>
        {wrong === undefined ? null : (
          <p className="survey-problem" id="resume-words-wrong">
            {wrong}
          </p>
        )}
        <textarea
          ref={field}
          id="resume-words"
          className="input"
          rows={4}
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={wrong !== undefined}
          aria-describedby={
            wrong === undefined ? "resume-words-hint" : "resume-words-wrong resume-words-hint"
          }
        />
      </div>
      <button type="submit" className="button button-primary" aria-disabled={busy}>
        {busy ? TEXTS.fetching : TEXTS.submit}
      </button>
      <button type="button" className="button" onClick={() => goTo({ name: "people" })}>
        {APP_TEXTS.resume.back}
      </button>
    </form>
  );
}
