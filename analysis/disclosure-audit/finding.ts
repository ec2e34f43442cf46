/** What the auditor finds, each with a sentence for the person who wanted to publish. */

export type FindingKind =
  /** Figures together tell something about fewer persons than the minimum. */
  | "few-persons"
  /** A single answer can be told, or nearly. */
  | "narrow-range"
  /** Whoever knows one person's answers always knows another's. */
  | "insider"
  /** Figures that no answers could have given under the rules. */
  | "contradiction"
  /** A figure that is not made of the displayed ones as it claims. */
  | "not-derived"
  /** Texts of too few authors. */
  | "few-texts"
  /** Something published that no rule explains. */
  | "unexplained"
  /** The audit could not be carried out. */
  | "not-checked";

export interface Finding {
  readonly kind: FindingKind;
  /** Names of the figures it follows from. */
  readonly figures: readonly string[];
  /** What follows and what to do; it tells no answer itself. */
  readonly sentence: string;
}

const NAMED = 4;

const SENTENCES: Readonly<Record<FindingKind, (figures: string, one: boolean) => string>> = {
  "few-persons": (figures, one) =>
    one
      ? `${figures} rests on fewer persons than the minimum.`
      : `${figures} together would tell something about fewer persons than the minimum.`,
  "narrow-range": (figures) => `From ${figures} it would follow nearly exactly what single persons answered.`,
  insider: (figures) => `From ${figures}, anybody who knows one person's answer would know another's.`,
  contradiction: (figures) => `${figures} cannot have come about under the rules of this report.`,
  "not-derived": (figures) => `${figures} is not what the displayed figures below it give.`,
  "few-texts": (figures) => `${figures} would show the words of too few persons.`,
  unexplained: (figures) => `No rule explains ${figures}.`,
  "not-checked": (figures) => `It could not be worked out what ${figures} would tell.`,
};

/**
 * Words a finding.
 *
 * @param kind what was found
 * @param figures names of the figures it follows from, at least one
 * @returns the finding with its sentence
 * @example finding("few-persons", ["peer, item c1"]).sentence;
 */
export function finding(kind: FindingKind, figures: readonly string[]): Finding {
  const quoted = figures.slice(0, NAMED).map((name) => `“${name}”`);
  const rest = figures.length - quoted.length;
  if (rest > 0) quoted.push(rest === 1 ? "one more figure" : `${rest} more figures`);
  const last = quoted.pop() ?? "";
  const listed = quoted.length === 0 ? last : `${quoted.join(", ")} and ${last}`;
  const sentence = `${SENTENCES[kind](listed, figures.length === 1)} Nothing was published, and no answer is lost.`;
  return { kind, figures, sentence };
}
