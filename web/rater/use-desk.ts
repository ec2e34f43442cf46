/** The rater's desk for the screens: one for all of them, watched by those that draw its state. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { Desk } from "./desk.ts";
import type { DeskState } from "./desk-state.ts";

export const DeskContext = createContext<Desk | undefined>(undefined);

/** @throws RangeError outside of the rater's app */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new RangeError("useDesk requires the rater's app around it");
  return desk;
}

export function useDeskState(): DeskState {
  const desk = useDesk();
  return useSyncExternalStore(desk.watch, () => desk.state);
}
