/** Whether this tab is the one that works on something. */
import { useEffect, useState } from "react";
import { holdTab, type TabHold } from "./one-tab.ts";

/** other-tab: another tab has it. taken: another tab took it from this one. */
type TabState = "opening" | "held" | "other-tab" | "taken";

/** @returns the state, and a way to take it from another tab */
export function useOneTab(name: string): readonly [TabState, () => void] {
  const [state, setState] = useState<TabState>("opening");
  const [take, setTake] = useState(false);
  useEffect(() => {
    let hold: TabHold | undefined;
    let gone = false;
    const onTaken = (): void => {
      if (!gone) setState("taken");
    };
    void holdTab({ name, take, onTaken }).then((held) => {
      hold = held;
      if (gone) held?.release();
      else setState(held === undefined ? "other-tab" : "held");
    });
    return () => {
      gone = true;
      hold?.release();
    };
  }, [name, take]);
  return [state, () => setTake(true)];
}
