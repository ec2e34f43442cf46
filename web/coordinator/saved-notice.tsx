/** What was saved last, with the way back: takes the focus when it arrives, since what was pressed may be gone. */
import { useEffect, useRef } from "react";
import { STATED_TEXTS } from "../ui/texts/stated-facts.ts";

interface SavedNoticeProps {
  /** Another object for every saving. */
  readonly last: { readonly said: string } | undefined;
  readonly undo: (() => void) | undefined;
  /** While something newer is typed, which undoing would throw away. */
  readonly hidden?: boolean;
}

export function SavedNotice({ last, undo, hidden = false }: SavedNoticeProps) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (last !== undefined) notice.current?.focus();
  }, [last]);
  return (
    <div role="status" tabIndex={-1} ref={notice}>
      {last !== undefined && !hidden && (
        <div className="notice screen-actions">
          <span>{last.said}</span>
          {undo !== undefined && (
            <button type="button" className="button" onClick={undo}>
              {STATED_TEXTS.savedList.undo}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
