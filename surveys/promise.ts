/** What a wave promises its raters, in plain words made from the frozen policy: told before anything is asked. */
import type { Item, LanguageCode, RaterGroup, SoundingsBlock } from "./definition.ts";
import type { DisclosurePolicy } from "./disclosure-policy.ts";
import { fillIn } from "./fill-in.ts";
import { textIn } from "./localised-text.ts";
import { ENGLISH_PROMISE, type PromiseSentences } from "./promise-sentences.ts";

export interface PromiseFacts {
  readonly policy: DisclosurePolicy;
  readonly soundings: Pick<SoundingsBlock, "kind" | "identity" | "groups" | "languages" | "personalCode">;
  readonly language: LanguageCode;
  /** The definition's items: a survey whose policy names cuts says by which questions. */
  readonly items?: readonly Pick<Item, "code" | "title">[];
}

/** One row of the example: a made-up group, and what a report would show of it. */
interface ExampleCell {
  readonly group: string;
  readonly answers: string;
  readonly shown: string;
  /** True where the figure is hidden: the screen hatches it, as in a report. */
  readonly suppressed: boolean;
}

export interface WavePromise {
  readonly title: string;
  /** The promise in one sentence. */
  readonly lead: string;
  readonly points: readonly string[];
  /** Absent for an identified form, which shows no figures of groups. */
  readonly example?: {
    readonly title: string;
    readonly headings: readonly [string, string, string];
    readonly cells: readonly ExampleCell[];
  };
  readonly limits: { readonly title: string; readonly points: readonly string[] };
}

/**
 * The promise of a wave: the same for all its raters.
 * @param facts the frozen policy, the definition's metadata, and the language of group names
 * @param sentences the words; English unless given
 * @returns headings and sentences in the order to be read
 * @example wavePromise({ policy, soundings: definition.soundings, language: "en" }).lead
 */
export function wavePromise(facts: PromiseFacts, sentences: PromiseSentences = ENGLISH_PROMISE): WavePromise {
  const { soundings } = facts;
  if (soundings.identity === "identified")
    return {
      title: sentences.identifiedTitle,
      lead: sentences.identified,
      points: [sentences.identifiedReaders],
      limits: { title: sentences.limitsTitle, points: [] },
    };
  const rated = soundings.kind === "360";
  return {
    title: sentences.title,
    lead: rated ? leadOf(facts, sentences) : sentences.leadSurvey,
    points: points(facts, sentences),
    example: {
      title: sentences.exampleTitle,
      headings: [sentences.exampleGroup, sentences.exampleAnswers, sentences.exampleShown],
      cells: exampleCells(facts, sentences),
    },
    limits: { title: sentences.limitsTitle, points: limits(facts, sentences) },
  };
}

export interface GroupPromiseFacts extends PromiseFacts {
  /** Code of the rater's group. */
  readonly group: string;
  /** How many the manifest names for this subject and group. */
  readonly invited: number;
}

/**
 * What holds for one rater's group about one subject.
 * @param facts as for the wave, with the group and how many were invited to it
 * @param sentences the words; English unless given
 * @returns one sentence
 * @throws RangeError when the definition has no such group
 * @example groupPromise({ policy, soundings, language: "en", group: "peer", invited: 6 })
 */
export function groupPromise(
  facts: GroupPromiseFacts,
  sentences: PromiseSentences = ENGLISH_PROMISE,
): string {
  const group = facts.soundings.groups.find(({ code }) => code === facts.group);
  if (group === undefined) throw new RangeError("groupPromise requires a group of the definition");
  const values = { group: nameOf(group, facts), invited: facts.invited, k: facts.policy.minimumGroupSize };
  if (group.attributed) return fillIn(sentences.groupAttributed, values);
  if (facts.invited >= facts.policy.minimumGroupSize) return fillIn(sentences.groupAnonymous, values);
  const alone = facts.policy.smallGroups === "merge" ? sentences.groupAlone : sentences.groupAloneOmitted;
  return fillIn(alone, values);
}

/** Groups shown by name are told in the first sentence already. */
function leadOf(facts: PromiseFacts, sentences: PromiseSentences): string {
  const groups = attributedNames(facts);
  return groups.length === 0
    ? sentences.lead
    : fillIn(sentences.leadExcept, { groups: groups.join(sentences.or) });
}

function attributedNames(facts: PromiseFacts): readonly string[] {
  return facts.soundings.groups.filter((group) => group.attributed).map((group) => nameOf(group, facts));
}

/** By which questions figures are cut, in the words of the form. */
function cutSentence(facts: PromiseFacts, sentences: PromiseSentences): string {
  const { policy, soundings, language, items = [] } = facts;
  if (policy.cuts === undefined || policy.cuts.length === 0) return sentences.surveyTogether;
  const questionOf = (code: string | undefined): string => {
    const item = items.find((one) => one.code === code);
    return item === undefined ? (code ?? "") : textIn(item.title, language, soundings.languages);
  };
  const cuts = policy.cuts.map(([code, other]) =>
    fillIn(other === undefined ? sentences.cutQuestion : sentences.cutPair, {
      question: questionOf(code),
      other: questionOf(other),
    }),
  );
  const last = cuts.at(-1) ?? "";
  const listed = cuts.length < 2 ? last : `${cuts.slice(0, -1).join(", ")}${sentences.cutAnd}${last}`;
  return fillIn(sentences.surveyCuts, { cuts: listed });
}

function points(facts: PromiseFacts, sentences: PromiseSentences): readonly string[] {
  const { policy, soundings, language } = facts;
  const values = {
    k: policy.minimumGroupSize,
    comments: policy.minimumComments,
    commentsOfGroup: 2 * policy.minimumComments,
    date: policy.retention.rule === "until-date" ? dayIn(policy.retention.date, language) : "",
  };
  const ofGroups = policy.smallGroups === "merge" ? sentences.merged : sentences.omitted;
  const rated = soundings.kind === "360";
  return [
    sentences.sealed,
    sentences.noTraces,
    rated ? ofGroups : sentences.surveyGroups,
    rated ? sentences.extremes : cutSentence(facts, sentences),
    rated ? sentences.comments : sentences.surveyComments,
    rated ? sentences.readers : sentences.surveyReaders,
    policy.retention.rule === "until-date" ? sentences.untilDate : sentences.untilRelease,
    sentences.listKept,
    sentences.ledger,
    ...(asksForCode(facts) ? [sentences.personalCode] : []),
    sentences.onceOnly,
  ].map((sentence) => fillIn(sentence, values));
}

/** Answers that are destroyed at release cannot be linked to a later round: then the form leaves the code out. */
function asksForCode({ policy, soundings }: PromiseFacts): boolean {
  return soundings.personalCode !== undefined && policy.retention.rule === "until-date";
}

function limits(facts: PromiseFacts, sentences: PromiseSentences): readonly string[] {
  const attributed = attributedNames(facts);
  return [
    ...(attributed.length === 0
      ? []
      : [fillIn(sentences.attributedLimit, { groups: attributed.join(", ") })]),
    sentences.commentsLimit,
    sentences.serverLimit,
    sentences.copiesLimit,
    ...(asksForCode(facts) ? [sentences.personalCodeLimit] : []),
    ...(facts.soundings.groups.some((group) => !group.attributed) ? [sentences.aloneLimit] : []),
    sentences.ticketLimit,
    sentences.sendLimit,
    sentences.groupLimit,
    sentences.otherWavesLimit,
    sentences.othersLimit,
    facts.soundings.kind === "360" ? sentences.insiderLimit : sentences.agreeLimit,
  ];
}

/** Made-up groups on a scale of 1 to 5: one large enough, one too small, one that agrees at the top. */
function exampleCells(
  { policy, soundings, language }: PromiseFacts,
  sentences: PromiseSentences,
): readonly ExampleCell[] {
  const k = policy.minimumGroupSize;
  const [first = "A", second = "B", third = "C"] = soundings.groups
    .filter((group) => !group.attributed)
    .map((group) => textIn(group.label, language, soundings.languages));
  const few = fillIn(sentences.exampleMany, { k });
  const enough = { group: first, answers: String(k + 1), shown: sentences.exampleEnough, suppressed: false };
  if (soundings.kind !== "360")
    return [enough, { group: second, answers: few, shown: sentences.exampleFewSurvey, suppressed: true }];
  const hidden = policy.smallGroups === "merge" ? sentences.exampleFew : sentences.exampleFewOmitted;
  return [
    enough,
    { group: second, answers: few, shown: hidden, suppressed: true },
    { group: third, answers: String(k + 2), shown: sentences.exampleAllHigh, suppressed: false },
  ];
}

function nameOf(group: RaterGroup, { language, soundings }: PromiseFacts): string {
  return textIn(group.label, language, soundings.languages);
}

/**
 * A day in words, with its weekday.
 * @param date ISO 8601, of which only the day counts; no time zone moves it
 * @param language of the words
 * @returns the text; the date itself where it is none
 * @example dayIn("2027-03-01", "en") // "Monday, 1 March 2027"
 */
export function dayIn(date: string, language: LanguageCode): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  const locale = language === "en" ? "en-GB" : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" }).format(day);
}
