/** What a survey is: SurveyJS JSON plus one `soundings` block of metadata, as types. */

/** BCP 47 tag, for instance "en" or "de-CH". */
export type LanguageCode = string;

/** The same text in each language of the definition. */
export type LocalisedText = Readonly<Record<LanguageCode, string>>;

/** 360: people rate one subject. observation and form: one person writes about something. */
export type SurveyKind = "360" | "staff-survey" | "observation" | "form";

/** The word that stands for "not observed" in answers, and as a matrix column or rating choice. */
export const NOT_OBSERVED = "not-observed";

export interface Scale {
  /** Answers are the integers 1..points, ascending. */
  readonly points: number;
  /** One text a point, ascending; ends may carry all the meaning, but every point has a label. */
  readonly labels: readonly LocalisedText[];
  /** False for a set of categories that has no more and less; such items cannot be reverse-keyed. */
  readonly ordered: boolean;
  /** Present if "not observed" is offered beside the points. */
  readonly notObserved?: LocalisedText;
}

export interface Dimension {
  readonly code: string;
  readonly label: LocalisedText;
  readonly description?: LocalisedText;
  /** How many of its items one person must have answered for a score of that person. */
  readonly minimumAnswered: number;
}

export interface RaterGroup {
  readonly code: string;
  readonly label: LocalisedText;
  /** True: answers of this group are shown by name, and its members are told so before they answer. */
  readonly attributed: boolean;
  /** Which wording of the items this group reads. */
  readonly wording: "self" | "other";
}

export interface ItemMetadata {
  readonly scale?: string;
  readonly dimension?: string;
  /** True: a high answer means little of the dimension; scored as points + 1 - answer. */
  readonly reverseKeyed?: boolean;
  /** The text for groups with wording "self"; the SurveyJS title is the text for all others. */
  readonly selfWording?: LocalisedText;
}

/** Our metadata: the `soundings` block at the top of the SurveyJS JSON. Its schema is survey.schema.json. */
export interface SoundingsBlock {
  readonly format: 1;
  /** Kebab-case, stable over versions. */
  readonly id: string;
  /** Semantic version of this definition. */
  readonly version: string;
  readonly kind: SurveyKind;
  readonly identity: "anonymous" | "identified";
  /** The first is the one that texts fall back to. */
  readonly languages: readonly LanguageCode[];
  /** Time the form takes, in minutes. */
  readonly minutes: number;
  /** Empty unless kind is "360". In the order in which they are shown. */
  readonly groups: readonly RaterGroup[];
  readonly scales: Readonly<Record<string, Scale>>;
  readonly dimensions: readonly Dimension[];
  /** By item code: the question's name, or "matrix.row" for a row of a matrix. */
  readonly items: Readonly<Record<string, ItemMetadata>>;
  /** Names that texts may hold in braces, such as "subject" for {subject}. */
  readonly pipes: readonly string[];
  /** Names of the four to six questions that make the personal code; absent where the survey asks for none. */
  readonly personalCode?: readonly string[];
}

/** The SurveyJS part, untouched: what survey-core's Model takes. */
export type SurveyJson = Readonly<Record<string, unknown>>;

/** code: an element of the personal code, answered by a hash. */
export type ItemKind =
  | "scale"
  | "choice"
  | "choices"
  | "ranking"
  | "boolean"
  | "number"
  | "date"
  | "text"
  | "code";

/** One thing asked: a question, or one row of a matrix. */
export interface Item {
  readonly code: string;
  readonly question: string;
  /** The row's value, if the question is a matrix. */
  readonly row?: string;
  readonly kind: ItemKind;
  readonly title: LocalisedText;
  /** The choices' values, in order; for kinds choice, choices and ranking. */
  readonly choices?: readonly { readonly value: string; readonly label: LocalisedText }[];
  readonly metadata: ItemMetadata;
}

/** A definition that loaded without problems. */
export interface SurveyDefinition {
  readonly soundings: SoundingsBlock;
  /** The SurveyJS JSON without the `soundings` block and `$schema`. */
  readonly survey: SurveyJson;
  readonly title: LocalisedText;
  /** In the order asked. */
  readonly items: readonly Item[];
  /** The canonical JSON text of the whole file (sorted keys, no spaces): what the form hash is taken of. */
  readonly canonical: string;
}

/** Answers as SurveyJS holds them: question name to value, a matrix as an object of rows. Not yet checked. */
export type SurveyAnswers = Readonly<Record<string, unknown>>;

/** One checked answer by item code; unanswered items are absent. Scale items: 1..points or NOT_OBSERVED. */
export type ItemAnswer = number | string | boolean | readonly string[];

/** What the answer check returns: by item code. */
export type CheckedAnswers = ReadonlyMap<string, ItemAnswer>;
