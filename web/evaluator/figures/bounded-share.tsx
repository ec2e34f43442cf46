/** A share in a table: exactly, or from where to where with the counts behind it. */
import { countOfText, percentRange } from "../../../analysis/bound-text.ts";
import type { Bounds } from "../../../analysis/bounds.ts";
import { isExact } from "../../../analysis/staff-tables/count-bounds.ts";

interface BoundedShareProps {
  readonly share: Bounds;
  readonly count: Bounds;
  readonly n: Bounds;
}

/** "83 to 100 %", and below it "10 to 12 of 12"; where both are exact the share says all. */
export function BoundedShare({ share, count, n }: BoundedShareProps) {
  return (
    <>
      <span className="figure-strong">{percentRange(share)}</span>
      {!isExact(share) && isExact(n) && <span className="figure-limits"> {countOfText(count, n.high)}</span>}
    </>
  );
}
