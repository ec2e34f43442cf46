/** The factor that takes the small-sample bias out of a standardised mean difference. */
import { stirlingError } from "./distributions/stirling.ts";

/**
 * Hedges' exact correction J.
 * @param df degrees of freedom of the standard deviation, above 1
 * @returns J, between 0 and 1
 * @throws RangeError when df is not above 1
 * @see Hedges (1981), equation 6e: Γ(df / 2) / (√(df / 2) Γ((df − 1) / 2))
 * @example hedgesCorrection(9) // 0.9138…
 */
export function hedgesCorrection(df: number): number {
  if (!(df > 1)) throw new RangeError("hedgesCorrection requires more than one degree of freedom");
  const a = df / 2;
  const b = (df - 1) / 2;
  // log Γ(a) − log Γ(b) with the large parts of Stirling's formula taken together
  const difference =
    (b - 0.5) * Math.log1p(0.5 / b) + 0.5 * Math.log(a) - 0.5 + stirlingError(a) - stirlingError(b);
  return Math.exp(difference - 0.5 * Math.log(a));
}
