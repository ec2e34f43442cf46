/** Doing something on the server: busy or not, and why it was refused. */
import { useCallback, useState } from "react";
import { type RefusalReason, reasonFor } from "./ask.ts";

export interface Action<Input extends readonly unknown[]> {
  readonly busy: boolean;
  readonly refused: RefusalReason | undefined;
  readonly run: (...input: Input) => void;
}

/** A second press while the first is under way does nothing. */
export function useAction<Input extends readonly unknown[]>(
  act: (...input: Input) => Promise<void>,
): Action<Input> {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<RefusalReason>();
  const run = useCallback(
    (...input: Input) => {
      if (busy) return;
      setBusy(true);
      setRefused(undefined);
      act(...input)
        .catch((error: unknown) => setRefused(reasonFor(error)))
        .finally(() => setBusy(false));
    },
    [act, busy],
  );
  return { busy, refused, run };
}
