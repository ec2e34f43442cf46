/** Invented answers for the demo: repeatable, with people, groups and dimensions that differ as real ones do. */
import { NOT_OBSERVED, type SurveyAnswers, type SurveyDefinition } from "../../surveys/definition.ts";

/** Uniform in [0, 1). */
export type Random = () => number;

/** A small generator with a seed (mulberry32, Tommy Ettinger, public domain), so that every demo is the same. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What colleagues write, by question; nobody says the same twice of one subject. */
const COMMENTS: Readonly<Record<string, readonly string[]>> = {
  "keep-doing": [
    "Keep the short meeting on Mondays. Everybody knows afterwards what matters this week.",
    "Explaining the reasons when plans change.",
    "Backing us in front of other departments. It is noticed.",
    "The way new people are welcomed and introduced.",
    "Keeps calm when things go wrong and looks for the cause, not the culprit.",
    "Answers messages the same day, even if only to say when there will be time.",
    "Says thank you, and says what for.",
    "Asks what we think before the paper is written, not afterwards.",
    "Walking round in the morning. Small things get settled on the spot.",
    "Knows the subject and still asks those who do the work.",
    "The honest update every month, bad news included.",
    "Gives interesting work to people who have not done it before.",
  ],
  "do-differently": [
    "Decisions are sometimes announced before those concerned were asked.",
    "More time for one-to-one talks would help; they are the first thing to be cancelled.",
    "Say more clearly what can wait. At the moment everything is urgent.",
    "Let others finish in meetings, above all the quiet ones.",
    "Ask partners earlier what they need from us.",
    "Mails late in the evening make people feel they must answer them.",
    "Tell us when a decision is still open and when it is not.",
    "Raise poor work with the person, not with the whole team.",
    "Fewer new initiatives at once, and a word when one has quietly ended.",
    "Delegate the whole task. Half of it comes back for correction.",
    "Come to the other site more often than twice a year.",
    "Admit more often that something did not work. We can all see it.",
  ],
  "anything-else": [
    "I enjoy working in this team.",
    "Thank you for asking.",
    "It would be good to hear what becomes of this feedback.",
    "Much has become better since last year.",
    "Some of this is not in one person's hands; we are short of people.",
    "I would like to do this again in a year.",
    "The questions about partners were hard to answer from where I sit.",
    "Please talk with us about the results.",
  ],
};

const SELF_COMMENTS: Readonly<Record<string, readonly string[]>> = {
  "keep-doing": [
    "I take time to explain why plans change.",
    "I try to be there when something goes wrong.",
    "I make sure that new people find their feet.",
  ],
  "do-differently": [
    "I want to keep my one-to-one talks, also in busy weeks.",
    "I would like to listen longer before I answer.",
    "I could hand over more and check less.",
  ],
  "anything-else": [
    "I would value honest examples.",
    "It helps to hear such things early.",
    "I am looking forward to the talk with my coach.",
  ],
};

/** What colleagues would say of one subject, by dimension, on the definition's scale. */
export interface Profile {
  readonly levels: ReadonlyMap<string, number>;
  /** Comments nobody has written yet, by question; each is taken once. */
  readonly unsaid: ReadonlyMap<string, string[]>;
}

/** @param random decides how the subject is seen. */
export function inventProfile(definition: SurveyDefinition, random: Random): Profile {
  const base = 3.1 + random() * 0.9;
  return {
    levels: new Map(definition.soundings.dimensions.map(({ code }) => [code, base + (random() - 0.5) * 1.6])),
    unsaid: new Map(Object.entries(COMMENTS).map(([question, offered]) => [question, [...offered]])),
  };
}

/** How a group's view differs from the common one. */
function groupLean(group: string): number {
  if (group === "self") return 0.45;
  if (group === "line-manager") return 0.15;
  return group === "direct-report" ? -0.2 : 0;
}

function rating(level: number, points: number, random: Random): number {
  const noise = random() + random() + random() - 1.5;
  return Math.min(points, Math.max(1, Math.round(level + noise * 1.3)));
}

interface InventedRater {
  readonly group: string;
  readonly profile: Profile;
}

function inventComment(
  question: string,
  { group, profile }: InventedRater,
  random: Random,
): string | undefined {
  const left = group === "self" ? [...(SELF_COMMENTS[question] ?? [])] : (profile.unsaid.get(question) ?? []);
  return left.splice(Math.floor(random() * left.length), 1)[0];
}

/** One rater's answers: some skipped, some not observed, a comment now and then. */
export function inventAnswers(
  definition: SurveyDefinition,
  rater: InventedRater,
  random: Random,
): SurveyAnswers {
  const data: Record<string, unknown> = {};
  const leniency = (random() - 0.5) * 0.8 + groupLean(rater.group);
  for (const item of definition.items) {
    const { scale: scaleCode, dimension, reverseKeyed } = item.metadata;
    const scale = scaleCode === undefined ? undefined : definition.soundings.scales[scaleCode];
    if (item.kind === "text") {
      const comment = random() < 0.55 ? inventComment(item.code, rater, random) : undefined;
      if (comment !== undefined) data[item.question] = comment;
      continue;
    }
    if (scale === undefined || random() < 0.03) continue;
    const unseen = scale.notObserved !== undefined && rater.group !== "self" && random() < 0.05;
    const level = (rater.profile.levels.get(dimension ?? "") ?? 3.4) + leniency;
    const turned = reverseKeyed === true ? scale.points + 1 - level : level;
    const value = unseen ? NOT_OBSERVED : rating(turned, scale.points, random);
    if (item.row === undefined) data[item.question] = value;
    else data[item.question] = { ...rowsSoFar(data[item.question]), [item.row]: value };
  }
  return data;
}

function rowsSoFar(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}
