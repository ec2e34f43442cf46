/** What a run under faults or load found: figures, and whether all is as it has to be. */

export interface SoakResult {
  readonly name: string;
  readonly fine: boolean;
  /** In the order in which they are printed. */
  readonly figures: Readonly<Record<string, number | string>>;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
