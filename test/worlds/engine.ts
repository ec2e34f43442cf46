/** A way of reporting that the auditor is set on, and how often it breaks it. */

export interface Engine<W> {
  readonly name: string;
  /** Careless: the auditor must break it. */
  readonly isWeak: boolean;
  /** Whether the auditor refuses what the engine makes of a world; undefined if there is nothing to get wrong. */
  readonly isRefused: (world: W) => boolean | undefined;
}

export interface Measured {
  readonly name: string;
  readonly isWeak: boolean;
  readonly worlds: number;
  readonly refused: number;
}

export function measure<W>({ name, isWeak, isRefused }: Engine<W>, worlds: readonly W[]): Measured {
  let tried = 0;
  let refused = 0;
  for (const world of worlds) {
    const result = isRefused(world);
    if (result === undefined) continue;
    tried += 1;
    if (result) refused += 1;
  }
  return { name, isWeak, worlds: tried, refused };
}

export function measuredLine({ name, worlds, refused }: Measured): string {
  const share = worlds === 0 ? "-" : `${((100 * refused) / worlds).toFixed(1)} %`;
  return `  ${name.padEnd(62)} refused ${share.padStart(7)} of ${worlds} worlds`;
}

/** What is shown of all that may be: suppressing everything is no solution. */
export function shareShown(counts: readonly { readonly shown: number; readonly eligible: number }[]): number {
  const total = (of: "shown" | "eligible") => counts.reduce((sum, count) => sum + count[of], 0);
  return total("shown") / total("eligible");
}

/** Ours is never refused; a careless one at least in this share of the worlds. */
const LEAST_CAUGHT = 0.1;

export function isAsItShould({ isWeak, worlds, refused }: Measured): boolean {
  return isWeak ? worlds > 0 && refused / worlds > LEAST_CAUGHT : refused === 0;
}
