/** How long a text may be where a definition names no maxLength, in UTF-16 code units as browsers count. */

/** An answer of several lines. */
export const LONGEST_TEXT = 4000;

/** An answer of one line. */
export const LONGEST_LINE = 500;

/** The text that comes with the choice "other". */
export const LONGEST_OTHER = 500;

/** An answer that is held against a regular expression: bounds what a pattern can cost. */
export const LONGEST_PATTERN_TEXT = 200;
