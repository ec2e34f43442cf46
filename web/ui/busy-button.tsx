/** A button that says what happens, and while it happens that it does. */
import type { ReactNode } from "react";

interface BusyButtonProps {
  readonly busy: boolean;
  readonly busyText: string;
  readonly primary?: boolean;
  readonly onPress?: () => void;
  readonly children: ReactNode;
}

/** Submits its form unless it has an action of its own. Stays focusable while busy. */
export function BusyButton({ busy, busyText, primary, onPress, children }: BusyButtonProps) {
  return (
    <button
      type={onPress === undefined ? "submit" : "button"}
      className={primary === false ? "button" : "button button-primary"}
      aria-disabled={busy}
      onClick={onPress}
    >
      {busy ? busyText : children}
    </button>
  );
}
