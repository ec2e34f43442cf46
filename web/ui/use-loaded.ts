/** Loading what a screen shows: under way, failed with sentences, or here. */
import { useCallback, useEffect, useRef, useState } from "react";
import { type RefusalReason, reasonFor } from "./ask.ts";

type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly reason: RefusalReason }
  | { readonly state: "loaded"; readonly value: T };

export interface Loading<T> {
  readonly loaded: Loaded<T>;
  /** Loads again; what is shown stays until the new answer is here. */
  readonly again: () => void;
}

/**
 * @param load asks the API
 * @param key what is asked for: another key is another question, and an answer to an old one is dropped
 */
export function useLoaded<T>(load: () => Promise<T>, key: string): Loading<T> {
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ readonly key: string; readonly loaded: Loaded<T> }>();
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    let wanted = true;
    latest.current().then(
      (value) => wanted && setAnswer({ key, loaded: { state: "loaded", value } }),
      (error: unknown) => wanted && setAnswer({ key, loaded: { state: "failed", reason: reasonFor(error) } }),
    );
    return () => {
      wanted = false;
    };
  }, [key, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { loaded: answer?.key === key ? answer.loaded : { state: "loading" }, again };
}
