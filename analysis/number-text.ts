/** Numbers as people read them, on screens and on the command line: rounded once, with a real minus sign, never "−0". */

/**
 * A number in figures, rounded half away from zero.
 * @param value any finite number
 * @param digits how many stand after the point
 * @returns the text, with U+2212 before what is below zero after rounding
 * @example rounded(-1.005, 2) // "−1.01"
 */
export function rounded(value: number, digits: number): string {
  const factor = 10 ** digits;
  // The nudge undoes what binary fractions lose: 1.005 is stored as 1.00499…
  const whole = Math.round(Math.abs(value) * factor * (1 + 4 * Number.EPSILON));
  const text = (whole / factor).toFixed(digits);
  return value < 0 && whole > 0 ? `−${text}` : text;
}

/**
 * The same with its sign, for changes; what rounds to zero has none.
 * @param value later minus earlier
 * @param digits how many stand after the point
 * @returns the text
 * @example signed(0.312, 2) // "+0.31"
 */
export function signed(value: number, digits: number): string {
  const text = rounded(value, digits);
  return value > 0 && Number(text) > 0 ? `+${text}` : text;
}

/**
 * How many there are.
 * @param many a whole number
 * @returns the figures, with a comma between thousands
 * @example howMany(80_000) // "80,000"
 */
export function howMany(many: number): string {
  return many.toLocaleString("en-GB");
}

/**
 * A share as whole per cent.
 * @param share 0 to 1
 * @returns the text, with a space before the sign
 * @example percent(0.625) // "63 %"
 */
export function percent(share: number): string {
  return `${rounded(share * 100, 0)} %`;
}

/**
 * How exactly a mean is written.
 * @param kind what it is a mean of; an index runs from 0 to 100
 * @returns digits after the point: two for scale points, none for the index
 * @example digitsOf("index") // 0
 */
export function digitsOf(kind: "item" | "scale" | "index"): number {
  return kind === "index" ? 0 : 2;
}
