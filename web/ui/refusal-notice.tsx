/** A refusal in its own words, brought to the reader's attention. */
import { useEffect, useRef } from "react";
import type { RefusalReason } from "./ask.ts";
import { UI_TEXTS } from "./texts/ui.ts";

/** Refusals that asking again cannot change. */
const FINAL: ReadonlySet<string> = new Set([
  "not-found",
  "not-allowed",
  "wrong-state",
  "not-released",
  "not-signed-in",
]);

interface RefusalNoticeProps {
  readonly reason: RefusalReason | undefined;
  /** Offered where asking again may help. */
  readonly again?: () => void;
}

/** Takes the focus when a refusal arrives, so that nobody misses it; shows nothing without one. */
export function RefusalNotice({ reason, again }: RefusalNoticeProps) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (reason !== undefined) notice.current?.focus();
  }, [reason]);
  if (reason === undefined) return null;
  return (
    <div className="notice notice-wrong" role="alert" tabIndex={-1} ref={notice}>
      <p>
        <strong>{reason.title}.</strong> {reason.detail}
      </p>
      {reason.problems.length > 0 && (
        <ul className="problem-list">
          {reason.problems.map(({ path, sentence }) => (
            <li key={`${path} ${sentence}`}>
              {path !== "" && <strong>{path}: </strong>}
              {sentence}
            </li>
          ))}
        </ul>
      )}
      {reason.code === "not-signed-in" && (
        <p>
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {UI_TEXTS.signInBeside}
          </a>
        </p>
      )}
      {again !== undefined && !FINAL.has(reason.code) && (
        <button type="button" className="button" onClick={again}>
          {UI_TEXTS.again}
        </button>
      )}
    </div>
  );
}
