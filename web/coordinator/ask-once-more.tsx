/** A button that says what will happen, and asks once more before it does. */
import { useCallback, useState } from "react";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { useAction } from "../ui/use-action.ts";

interface AskOnceMoreProps {
  readonly label: string;
  /** Said to screen readers in place of the label, where several buttons look alike. */
  readonly name?: string;
  readonly sure: string;
  readonly yes: string;
  readonly no: string;
  readonly busy: string;
  readonly act: () => Promise<void>;
}

export function AskOnceMore({ label, name, sure, yes, no, busy, act }: AskOnceMoreProps) {
  const [asked, setAsked] = useState(false);
  const action = useAction(
    useCallback(async () => {
      await act();
      setAsked(false);
    }, [act]),
  );
  if (!asked) {
    return (
      <button type="button" className="button" aria-label={name ?? label} onClick={() => setAsked(true)}>
        {label}
      </button>
    );
  }
  return (
    <div className="notice notice-caution" role="alert">
      <p>{sure}</p>
      <RefusalNotice reason={action.refused} />
      <div className="screen-actions">
        <BusyButton busy={action.busy} busyText={busy} onPress={action.run}>
          {yes}
        </BusyButton>
        <button type="button" className="button" onClick={() => setAsked(false)}>
          {no}
        </button>
      </div>
    </div>
  );
}
