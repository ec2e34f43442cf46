/** Whether what was typed is safe, in one line beside the buttons. */
import { type ReactElement, useEffect } from "react";
import type { DeskState } from "./desk-state.ts";
import { speak } from "./speak.ts";
import { APP_TEXTS } from "./texts/app-en.ts";
import { useDeskState } from "./use-desk.ts";

const TEXTS = APP_TEXTS.saved;

function sentenceOf({ saved, keeping }: DeskState): string {
  if (keeping === "nowhere") return TEXTS["saved-nowhere"];
  if (saved === "saved" && keeping === "session") return TEXTS["saved-session"];
  return TEXTS[saved];
}

export function SavedStatus(): ReactElement {
  const state = useDeskState();
  const sentence = sentenceOf(state);
  const wrong = state.saved === "not-saved" || state.saved === "too-long" || state.keeping === "nowhere";
  const settled = state.saved !== "saving" && state.saved !== "nothing-yet";
  useEffect(() => {
    if (settled) speak(sentence);
  }, [settled, sentence]);
  return (
    <div className="saved-status">
      <p className={wrong ? "notice notice-wrong" : "hint"} data-saved={state.saved}>
        {sentence}
      </p>
      {state.online ? null : <p className="notice notice-caution">{TEXTS.offline}</p>}
    </div>
  );
}
