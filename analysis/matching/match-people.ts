/** Who takes part in a round: what the roster, the mentee's request and the mentor's offer say about them. */

/** Somebody on the roster, with the facts that matching uses. */
export interface RosterPerson {
  /** The staff number. */
  readonly ref: string;
  readonly name: string;
  readonly unit: string;
  readonly site: string;
  readonly grade: string;
  readonly lineManagerRef: string | null;
  /** Languages beside English, as codes of the request form. */
  readonly languages?: readonly string[];
}

type MeetingMode = "in-person" | "remote" | "either";

export interface MenteeRequest {
  readonly person: RosterPerson;
  /** What the proposed mentor sees: up to five areas, and the one that matters most. */
  readonly areas: readonly string[];
  readonly firstArea?: string;
  /** From here on for the coordinator only. */
  readonly mode: MeetingMode;
  readonly seniority: "one-step" | "two-steps-or-more" | "no-preference";
  readonly distance: "same-field" | "other-field" | "no-preference";
  readonly language: string;
  readonly notThesePeople: string;
  readonly notTheseAreas: string;
}

export interface MentorOffer {
  readonly person: RosterPerson;
  readonly capacity: number;
  /** What the proposed mentee sees. */
  readonly areas: readonly string[];
  /** From here on for the coordinator only. */
  readonly mode: MeetingMode;
  readonly notThesePeople: string;
}

type Answers = Readonly<Record<string, unknown>>;

/**
 * A mentee's request as matching needs it. What was skipped is no wish.
 *
 * @param person the mentee
 * @param answers answers to mentee-request by item code, checked against that form
 * @returns the request
 * @example readMenteeRequest(person, { areas: ["presenting"], mode: "either" }).language; // "english"
 */
export function readMenteeRequest(person: RosterPerson, answers: Answers): MenteeRequest {
  const firstArea = text(answers["first-area"]);
  return {
    person,
    areas: texts(answers["areas"]),
    ...(firstArea === "" ? {} : { firstArea }),
    mode: oneOf(answers["mode"], ["in-person", "remote"], "either"),
    seniority: oneOf(answers["seniority"], ["one-step", "two-steps-or-more"], "no-preference"),
    distance: oneOf(answers["distance"], ["same-field", "other-field"], "no-preference"),
    language: languageOf(answers),
    notThesePeople: text(answers["not-these-people"]),
    notTheseAreas: text(answers["not-these-areas"]),
  };
}

/**
 * A mentor's offer as matching needs it. What was skipped is no wish, and no capacity.
 *
 * @param person the mentor
 * @param answers answers to mentor-offer by item code, checked against that form
 * @returns the offer
 * @example readMentorOffer(person, { capacity: "2" }).capacity; // 2
 */
export function readMentorOffer(person: RosterPerson, answers: Answers): MentorOffer {
  return {
    person,
    capacity: Number(oneOf(answers["capacity"], ["1", "2", "3"], "0")),
    areas: texts(answers["areas"]),
    mode: oneOf(answers["mode"], ["in-person", "remote"], "either"),
    notThesePeople: text(answers["not-these-people"]),
  };
}

/** Another language than those listed is the text that was written beside it. */
function languageOf(answers: Answers): string {
  const chosen = text(answers["language"]);
  if (chosen === "other")
    return text(answers["language-Comment"]).trim().toLowerCase().replaceAll(/\s+/g, "-") || "other";
  return chosen === "" ? "english" : chosen;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function oneOf<T extends string>(value: unknown, choices: readonly T[], otherwise: T): T;
function oneOf<T extends string, O extends string>(
  value: unknown,
  choices: readonly T[],
  otherwise: O,
): T | O;
function oneOf(value: unknown, choices: readonly string[], otherwise: string): string {
  return choices.find((choice) => choice === value) ?? otherwise;
}
