/** What was saved last, with the way back. */
import { STATED_TEXTS } from "../ui/texts/stated-facts.ts";

interface SavedNoticeProps {
  readonly said: string | undefined;
  readonly undo: (() => void) | undefined;
}

export function SavedNotice({ said, undo }: SavedNoticeProps) {
  return (
    <div role="status">
      {said !== undefined && (
        <div className="notice screen-actions">
          <span>{said}</span>
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
