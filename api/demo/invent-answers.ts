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

const COMMENTS: Readonly<Record<string, readonly string[]>> = {
  "keep-doing": [
    "Keep the short meeting on Mondays. Everybody knows afterwards what matters this week.",
    "Please go on explaining the reasons when plans change.",
    "Backing us in front of other departments. It is noticed.",
    "The way new people are welcomed and introduced.",
    "Keeps calm when things go wrong and looks for the cause, not the culprit.",
  ],
  "do-differently": [
    "Decisions are sometimes announced before those concerned were asked.",
    "More time for one-to-one talks would help; they are the first thing to be cancelled.",
    "Say more clearly what can wait. At the moment everything is urgent.",
    "Let others finish in meetings, above all the quiet ones.",
    "Ask partners earlier what they need from us.",
  ],
  "anything-else": [
    "I enjoy working in this team.",
    "Thank you for asking.",
    "It would be good to hear what becomes of this feedback.",
  ],
};

/** What colleagues would say of one subject, by dimension, on the definition's scale. */
export interface Profile {
  readonly levels: ReadonlyMap<string, number>;
}

/** @param random decides how the subject is seen. */
export function inventProfile(definition: SurveyDefinition, random: Random): Profile {
  const base = 3.1 + random() * 0.9;
  return {
    levels: new Map(definition.soundings.dimensions.map(({ code }) => [code, base + (random() - 0.5) * 1.6])),
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

/** One rater's answers: some skipped, some not observed, a comment now and then. */
export function inventAnswers(
  definition: SurveyDefinition,
  rater: { readonly group: string; readonly profile: Profile },
  random: Random,
): SurveyAnswers {
  const data: Record<string, unknown> = {};
  const leniency = (random() - 0.5) * 0.8 + groupLean(rater.group);
  for (const item of definition.items) {
    const { scale: scaleCode, dimension, reverseKeyed } = item.metadata;
    const scale = scaleCode === undefined ? undefined : definition.soundings.scales[scaleCode];
    if (item.kind === "text") {
      const offered = COMMENTS[item.code] ?? [];
      if (random() < 0.55)
        data[item.question] = offered[Math.floor(random() * offered.length)] ?? "Nothing to add.";
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
