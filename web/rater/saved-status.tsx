/** Whether what was typed is safe, in one line beside the buttons. */
import { type ReactElement, useEffect } from "react";
import type { DeskState } from "./desk-state.ts";
import { goTo } from "./rater-navigation.ts";
import { speak } from "./speak.ts";
import { APP_TEXTS } from "./texts/app-en.ts";
import { useDesk, useDeskState } from "./use-desk.ts";

const TEXTS = APP_TEXTS.saved;

function sentenceOf({ saved, keeping, elsewhere, behind }: DeskState, shared: boolean): string {
  if (keeping === "nowhere" && saved !== "too-long") {
    if (!shared) return TEXTS["saved-nowhere"];
    if (!elsewhere) return TEXTS["shared-here"];
    return behind ? TEXTS["shared-behind"] : TEXTS["shared-copied"];
  }
  if (saved === "saved" && keeping === "session") return TEXTS["saved-session"];
  return TEXTS[saved];
}

function isWrong({ saved, keeping }: DeskState, shared: boolean): boolean {
  return saved === "not-saved" || saved === "too-long" || (keeping === "nowhere" && !shared);
}

export function SavedStatus(): ReactElement {
  const state = useDeskState();
  const { shared } = useDesk().parts;
  const sentence = sentenceOf(state, shared);
  const wrong = isWrong(state, shared);
  const settled = state.saved !== "saving" && state.saved !== "nothing-yet";
  useEffect(() => {
    if (settled) speak(sentence);
  }, [settled, sentence]);
  return (
    <div className="saved-status">
      <p className={wrong ? "notice notice-wrong" : "hint"} data-saved={state.saved}>
        {sentence}
      </p>
      {shared && !state.elsewhere && state.keeping === "nowhere" ? (
        <button type="button" className="button button-plain" onClick={() => goTo({ name: "resume-code" })}>
          {TEXTS.showWords}
        </button>
      ) : null}
      {state.online ? null : <p className="notice notice-caution">{TEXTS.offline}</p>}
    </div>
  );
}
