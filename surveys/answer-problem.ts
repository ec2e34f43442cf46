/** What can be wrong with an answer: a rule and its parameters, and the sentence for them. Never what was answered. */

export type AnswerRule =
  | "not-answers"
  | "too-many-answers"
  | "unknown-question"
  | "required"
  | "wrong-type"
  | "unknown-choice"
  | "unknown-row"
  | "repeated-choice"
  | "exclusive-choice"
  | "too-few-choices"
  | "too-many-choices"
  | "incomplete-ranking"
  | "too-small"
  | "too-large"
  | "too-short"
  | "too-long"
  | "not-a-date"
  | "not-an-address"
  | "pattern"
  | "not-a-letter";

export interface AnswerProblem {
  /** Item code, or the question's name when the whole question is meant; "" for the answers as a whole. */
  readonly item: string;
  readonly rule: AnswerRule;
  /** What the sentence needs; facts of the definition only. */
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** English sentences; {name} stands for a parameter. Translations replace this catalogue. */
const SENTENCES: Readonly<Record<AnswerRule, string>> = {
  "not-answers": "These are not answers to a form. Open the form again; your draft is kept on this device.",
  "too-many-answers":
    "There are more answers than questions. Open the form again; your draft is kept on this device.",
  "unknown-question": "There are answers to questions that this form does not have. Open the form again.",
  required: "Please answer this question.",
  "wrong-type": "This answer does not fit the question. Please answer it again.",
  "unknown-choice": "This is not one of the choices. Please choose again.",
  "unknown-row": "There is an answer to a line that this question does not have. Please answer it again.",
  "repeated-choice": "The same choice is there twice. Please choose again.",
  "exclusive-choice": "One of these choices excludes the others. Keep it alone, or remove it.",
  "too-few-choices": "Please choose at least {minimum}.",
  "too-many-choices": "Please choose at most {maximum}.",
  "incomplete-ranking": "Please put all {minimum} in order, or leave the question out.",
  "too-small": "Please enter {minimum} or more.",
  "too-large": "Please enter {maximum} or less.",
  "too-short": "Please write at least {minimum} characters.",
  "too-long": "Please write at most {maximum} characters.",
  "not-a-date": "This is not a date. Please enter day, month and year.",
  "not-an-address": "This is not a mail address. Please check it.",
  pattern: "This is not in the form asked for. Please check it.",
  "not-a-letter":
    "A letter is asked for here, of any alphabet, and this holds a digit. Please give a letter, or leave it out.",
};

/**
 * The sentence that tells a person what to do about a problem.
 * @param problem what the answer check found
 * @returns one or two sentences in plain words
 * @example answerProblemSentence({ item: "age", rule: "too-small", parameters: { minimum: 0 } })
 */
export function answerProblemSentence({ rule, parameters }: AnswerProblem): string {
  return Object.entries(parameters).reduce(
    (sentence, [name, value]) => sentence.replaceAll(`{${name}}`, String(value)),
    SENTENCES[rule],
  );
}
