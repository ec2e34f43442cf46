/** What every screen of the personal page shares: the link, what the server told, and saying what was done. */
import { createContext, useCallback, useContext } from "react";
import { type Action, useAction } from "../ui/use-action.ts";
import { type MineStep, mineHash } from "./mine-address.ts";
import type { MineLink } from "./mine-api.ts";

export interface MineDesk {
  readonly link: MineLink;
  /** The reader's name. */
  readonly name: string;
  /** Says a sentence and loads the page's facts again. */
  readonly done: (sentence: string) => void;
}

export const MineDeskContext = createContext<MineDesk | undefined>(undefined);

/** @throws RangeError outside the page */
export function useMineDesk(): MineDesk {
  const desk = useContext(MineDeskContext);
  if (desk === undefined) throw new RangeError("useMineDesk requires the personal page around it");
  return desk;
}

/** The address of a screen of this page. */
export function useHash(): (step: MineStep) => string {
  const { link } = useMineDesk();
  return useCallback((step) => mineHash(link.secret, step), [link.secret]);
}

export function goTo(hash: string): void {
  location.hash = hash;
}

/** An action whose sentence is said once it is done. */
export function useSaidAction<Input extends readonly unknown[]>(
  act: (link: MineLink, ...input: Input) => Promise<string>,
): Action<Input> {
  const { link, done } = useMineDesk();
  return useAction(
    useCallback(async (...input: Input) => done(await act(link, ...input)), [act, link, done]),
  );
}
