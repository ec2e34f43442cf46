/** The rules of disclosure in plain words, with a wave's own numbers put in. */
import { NEARLY_ALL_AGREE } from "../../analysis/bound-text.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { dayIn } from "../../surveys/promise.ts";

export interface ExplainedRules {
  readonly policy: DisclosurePolicy;
  /** The cuts named before the wave opened, in the form's words. */
  readonly cuts: readonly string[];
  /** Those of a later release that were not. */
  readonly furtherCuts: readonly string[];
  /** How the release was made; null before it. */
  readonly method: "passes" | "fallback" | null;
  /** How far bounds of a coded count lie apart; null in a release made before there were any. */
  readonly width: number | null;
  /** What other surveys of the same people change about figures; empty before a release. */
  readonly beside: readonly string[];
  /** Whether the survey asks for comments. */
  readonly comments: boolean;
  /** What the survey asks and no figure counts. */
  readonly uncounted: Uncounted;
}

interface Uncounted {
  /** Answers beside the points of a scale, such as “Don't know”, in the form's words. */
  readonly besidePoints: readonly string[];
  /** Questions that take several answers or an order, in the form's words. */
  readonly questions: readonly string[];
}

export interface ExplainedRule {
  readonly title: string;
  readonly text: string;
}

function listed(cuts: readonly string[]): string {
  const quoted = cuts.map((cut) => `“${cut}”`);
  return [quoted.slice(0, -1).join(", "), ...quoted.slice(-1)].filter((part) => part !== "").join(" and ");
}

function cutsRule(
  { cuts, furtherCuts }: Pick<ExplainedRules, "cuts" | "furtherCuts">,
  k: number,
): ExplainedRule {
  const named =
    cuts.length === 0
      ? "Figures are shown for everybody together. No groups were named before the wave opened."
      : `Figures are shown for everybody together and for the groups of ${listed(cuts)}. These cuts were named before anybody answered, and respondents read them.`;
  const further =
    furtherCuts.length === 0
      ? ""
      : ` The groups of ${listed(furtherCuts)} were added by a further release, after people had answered; it was checked together with everything released before.`;
  const smallest =
    cuts.length + furtherCuts.length === 0
      ? ""
      : ` A group of fewer than ${k} answers is never shown, and neither is how many it has.`;
  return { title: "Who is shown together", text: `${named}${further}${smallest}` };
}

/** What was answered and is in no figure is said before the survey opens, and beside its figures. */
function uncountedRule({ besidePoints, questions }: Uncounted): readonly ExplainedRule[] {
  const sentences = [
    ...(besidePoints.length > 0
      ? [
          `${listed(besidePoints)} ${besidePoints.length === 1 ? "counts" : "count"} as no answer: n is the number of people who chose a point of the scale, and how many chose this instead is not shown.`,
        ]
      : []),
    ...(questions.length > 0
      ? [
          `${listed(questions)} ${questions.length === 1 ? "takes" : "take"} several answers or an order, and ${questions.length === 1 ? "is" : "are"} in no figure, comparison or file.`,
        ]
      : []),
  ];
  return sentences.length === 0 ? [] : [{ title: "What is not counted", text: sentences.join(" ") }];
}

/** Nothing is left out because of what people answered; where nearly all agree, counts are bounds. */
function boundRules(width: number | null): readonly ExplainedRule[] {
  if (width === null) return [];
  return [
    {
      title: "Where nearly all agree",
      text: `${NEARLY_ALL_AGREE} Of twelve people who all agree it says “10 to 12 of 12”. Otherwise the last one or two of a group would know what all others said, or a group's common answer could be read off. Each count is shown in a fixed order, exactly or as bounds that lie ${width} apart, given everything shown before it; so the bounds themselves tell no more than they say. If you and another who differ compare notes, you can still learn that the rest agree.`,
    },
    {
      title: "What is worked out from bounds",
      text: "A mean, a share or a change is then shown from its least to its greatest possible value. A change is called a change only if it is one for every value within the bounds; otherwise it cannot be told. There is no standard deviation where a count is not exact. Of the persons who answered twice, changes are shown for everybody together only, never by group.",
    },
  ];
}

/** One paragraph a rule. */
export function explainRules(facts: ExplainedRules): readonly ExplainedRule[] {
  const { policy, method, comments } = facts;
  const k = policy.minimumGroupSize;
  const rules: ExplainedRule[] = [
    cutsRule(facts, k),
    {
      title: "Fewer than the minimum",
      text: `Each figure rests on at least ${k} answers to that very question. Somebody who left it out does not count.`,
    },
    {
      title: "What others would give away",
      text: `If all groups but one were shown beside the total, the last one could be worked out by subtraction. Then another one is left out as well, so that whatever can be added and subtracted rests on at least ${k} people. Which groups these are follows from numbers of answers alone, never from what was answered.`,
    },
    ...boundRules(facts.width),
    ...(facts.beside.length === 0
      ? []
      : [{ title: "Beside other surveys of the same people", text: facts.beside.join(" ") }]),
    {
      title: "Percent without decimals",
      text: "Shares, means, differences, tests, colours and the order of rows are worked out from the counts and bounds that are shown, so they tell nothing beyond these.",
    },
    {
      title: "Nothing is shown unchecked",
      text: "A second program, which shares nothing with the one that made the tables and never sees an answer, tried to work single people out of these figures and of everything released before. It found nothing; otherwise this release would not exist.",
    },
  ];
  if (comments) {
    const nearly = `a question that is asked only after some other answer needs at least ${Math.max(k, policy.minimumComments)}, and at least ${k} people who did not write any`;
    rules.push({
      title: "Comments",
      text: `They are shown word for word and in random order, of everybody together and never by group, if at least ${policy.minimumComments} people wrote one; ${nearly}. A dash is no comment.`,
    });
  }
  if (method === "fallback") {
    rules.push({
      title: "Why less is shown than could be",
      text: `Weighing every figure took too long, so the plain rule was taken: everybody, and those cuts only in which each group has at least ${2 * k} answers.`,
    });
  }
  rules.push(...uncountedRule(facts.uncounted));
  const { retention } = policy;
  rules.push({
    title: "What becomes of the answers",
    text:
      retention.rule === "until-date"
        ? `They are kept encrypted until ${dayIn(retention.date, "en")}, so that a later wave can be compared, and are then destroyed. What was released stays.`
        : "They were destroyed at the release. What was released stays.",
  });
  return rules;
}
