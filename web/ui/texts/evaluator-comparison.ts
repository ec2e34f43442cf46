/** Texts of the evaluator's comparison of waves, in British English. */
import { NEARLY_ALL_AGREE, ONLY_BOUNDS, rangeText } from "../../../analysis/bound-text.ts";
import type { Bounds } from "../../../analysis/bounds.ts";
import type { NotTestedReason } from "../../../analysis/comparison/comparison-model.ts";
import { howMany } from "../../../analysis/number-text.ts";
import type { WhyNotLinked } from "../../../analysis/staff-comparison/linked-wave-changes.ts";

interface ItemCounts {
  readonly all: number;
  readonly rose: number;
  readonly fell: number;
  readonly same: number;
  readonly notTold: number;
  readonly notTested: number;
}

function questions(count: number): string {
  return count === 1 ? "1 question" : `${count} questions`;
}

function answers(n: Bounds): string {
  return n.high === 1 ? "1 answer" : `${rangeText(n, howMany)} answers`;
}

interface ShareWords {
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly limits: string | null;
}

/** As many names as one sentence bears; the lists below it have them all. */
const MOST_NAMES = 3;

/** “A”, “B” and “C”; of more only how many. */
function themes(names: readonly string[]): string {
  if (names.length > MOST_NAMES) return `${names.length} themes`;
  const quoted = names.map((name) => `“${name}”`);
  return [quoted.slice(0, -1).join(", "), ...quoted.slice(-1)].filter((part) => part !== "").join(" and ");
}

/** @param names the one that changed most first */
function mostOfAll(names: readonly string[]): string {
  const [first = ""] = names;
  return names.length > MOST_NAMES ? `, “${first}” most of all` : "";
}

export const NOT_TESTED: Readonly<Record<NotTestedReason, string>> = {
  "no-answers": "nobody answered in one of the surveys",
  "too-few-answers": "too few answers",
  "below-minimum": "fewer answers than a test needs",
  "no-variance": "all answers are the same",
  "complete-separation": "the surveys' answers do not overlap",
  "no-convergence": "the calculation did not settle",
  "single-leader-item": "single questions about one person are not tested",
  "group-not-shown": "the comparison group cannot be shown",
  suppressed: "a figure is not shown or was not asked in one of the surveys",
  "number-unknown": "the number of answers is not known",
};

export const COMPARISON_TEXTS = {
  sameShare: "Not tested: nobody chose it in either survey, or everybody did.",
  sort: "Sorted by",
  orders: {
    asked: "As asked",
    before: "Before",
    after: "After",
    change: "Change",
    verdict: "Result",
  },
  notAsked: "Not asked: this survey did not have the question, or this group.",
  notAskedShort: "not asked",

  title: (count: number) =>
    count === 2 ? "What changed between two surveys" : `What changed over ${count} surveys`,
  up: "Staff surveys",
  print: "Print or save as PDF",
  contents: "On this page",
  tooFew: "Choose two surveys or more",
  tooFewDetail: "A comparison needs two released surveys of the same programme.",
  choose: "Choose surveys",
  change: "Choose other surveys",
  wave: "Survey",
  closed: "Closed",
  answered: "Answered",
  rate: "Response",

  headline: {
    title: "In one sentence",
    noThemes: "The surveys have no theme in common, so there is no overall sentence.",
    nothingTested: "No theme could be tested, so nothing can be said about change.",
    nothingTold:
      "Of no theme it can be told whether it changed: where nearly all of a group agree only bounds are shown, and not everything within them says the same.",
    /** The index needs fewer answers than a theme. */
    indexOnly: {
      rose: "No single theme could be tested; all questions together, the index rose.",
      fell: "No single theme could be tested; all questions together, the index fell.",
      little:
        "No single theme could be tested; all questions together, the index changed by less than matters.",
      same: "No single theme could be tested; all questions together, the index is about the same.",
      "not-shown": "No single theme could be tested; all questions together, no change is shown.",
    },
    rose: (names: readonly string[]) => `${themes(names)} rose${mostOfAll(names)}`,
    fell: (names: readonly string[]) => `${themes(names)} fell${mostOfAll(names)}`,
    noChange: (names: readonly string[]) => `no change that matters is shown for ${themes(names)}`,
    notTested: (names: readonly string[]) => `${themes(names)} could not be tested`,
    notTold: (names: readonly string[]) =>
      `of ${themes(names)} it cannot be told, because only bounds are shown`,
    items: ({ all, rose, fell, same, notTold, notTested }: ItemCounts) => {
      const parts = [
        `${rose} rose`,
        `${fell} fell`,
        `${same} showed no change that matters`,
        ...(notTold > 0 ? [`of ${notTold} it cannot be told`] : []),
        ...(notTested > 0 ? [`${notTested} could not be tested`] : []),
      ];
      return `Of ${questions(all)} asked every time: ${parts.join(", ")}.`;
    },
    changed: "What changed",
    notChanged: "What did not",
    notTestable: "What cannot be told",
    none: "Nothing.",
    noneTestable: "Everything could be tested.",
  },

  courses: {
    rose: "rose",
    fell: "fell",
    little: "changed by less than matters",
    same: "about the same",
    "not-shown": "no change shown",
    "not-told": ONLY_BOUNDS,
    "not-tested": "not tested",
  },
  courseHints: {
    rose: "Tested, and large enough to matter in practice.",
    fell: "Tested, and large enough to matter in practice.",
    little: "Tested: there is a change, but it is smaller than what matters in practice.",
    same: "Tested: any change is smaller than what matters in practice.",
    "not-shown": "Tested: the difference may be chance. This does not show that nothing changed.",
    "not-told":
      "Tested with the least and with the most favourable values within the bounds: they do not say the same.",
    "not-tested": "Not tested, so nothing is known about a change.",
  },
  notTestedBecause: (reason: string) => `Not tested: ${reason}.`,

  themes: "Themes",
  themesIntro:
    "Hollow: before. Filled: after. Lines are 95 % limits, on the whole scale. A bar between two ends instead of a dot: the mean lies somewhere between them.",
  theme: "Theme",
  before: "Before",
  after: "After",
  changeColumn: "Change",
  changeOfMean: "Change of the mean",
  limits: (text: string) => `95 % limits ${text}`,
  verdict: "In words",
  detail: "Details",
  showDetail: (label: string) => `Details of ${label}`,
  hideDetail: (label: string) => `Hide details of ${label}`,
  onScale: (lowest: number, highest: number) => `Scale ${lowest} to ${highest}`,
  index: "Index, 0 to 100",
  broken: (shared: number, leftOut: number) =>
    `Break: compared on the ${shared} questions that every survey has; ${leftOut} left out.`,
  changeSentence: (label: string, parts: readonly string[], verdict: string) =>
    `${label}: ${parts.join(", then ")}; ${verdict}.`,
  wavePart: (mean: string, n: Bounds) => `${mean} (n ${rangeText(n, howMany)})`,
  waveHidden: "not shown",

  details: {
    p: (p: string, adjusted: string) =>
      `${p}, adjusted for the other tests of its family ${adjusted}: if nothing had changed, a difference at least this large would come about by chance with that probability. It says nothing about how large or how important the change is.`,
    d: (name: string, value: string, limits: string | null) =>
      `${name} ${value}${limits === null ? "" : ` (${limits})`}: the change in standard deviations of the answers. About 0.2 is small, 0.5 medium, 0.8 large (Cohen, 1988), and only the scale's own points say what it means here.`,
    effectNames: { d_av: "d_av", "hedges-g": "Hedges’ g" },
    test: (name: string, statistic: string, df: string | null) =>
      `${name}: ${statistic}${df === null ? "" : `, ${df} degrees of freedom`}.`,
    tests: {
      "paired-t": "Paired t test",
      "partly-overlapping-t": "Partially overlapping samples t test",
      "welch-t": "Welch’s t test",
      "two-proportions-z": "z test of two proportions",
    },
    band: (limit: string) => `Less than ${limit} counts as about the same.`,
    onlyBounds:
      "Only bounds are shown of some counts, so p lies between two values. A verdict stands only if it holds for every value within the bounds.",
    shares: ({ before, after, change, limits }: ShareWords) =>
      `Favourable answers: ${before} → ${after} (${change} points${limits === null ? "" : `, 95 % limits ${limits}`}).`,
    sd: (values: readonly string[]) => `Standard deviations: ${values.join(" → ")}.`,
    items: (labels: readonly string[]) => `Rests on: ${labels.join("; ")}.`,
    leftOut: (labels: readonly string[]) =>
      `Left out, because not every survey has it: ${labels.join("; ")}.`,
  },

  items: "Questions",
  itemsIntro:
    "Two bars a question: before above, after below. Unfavourable answers to the left of the middle, favourable ones to the right.",
  openEnds: `${NEARLY_ALL_AGREE} Such a bar has a hatched, open end. Sorted is by the lower bound.`,
  item: "Question",
  spread: "Answers",
  favourable: "Favourable",
  mean: "Mean",
  count: "n",
  turned: "turned",
  filterTheme: "Theme",
  filterCourse: "Result",
  allThemes: "All themes",
  allCourses: "All results",
  found: questions,
  noItems: "No question fits this choice.",
  hiddenParts: "shown together",

  heat: (label: string) => `Change: ${label}`,
  heatIntro:
    "Each cell is the change of the group's mean with its sign, and whether it was shown. The shade says how large it is at least.",
  /** None of a question's groups is in the other survey: it was no cut there, and nothing was renamed. */
  noGroups: {
    gone: "The last survey showed no groups by this question, so there is nothing to compare.",
    new: "The first survey showed no groups by this question, so there is nothing to compare.",
  },
  gone: "only in the first survey",
  new: "only in the last survey",
  neither: "not in the first or last survey",
  renamed: {
    ask: "A group that is only in one of the surveys may have been renamed. Ask a coordinator to state it under “Groups that were renamed” in the programme: then the two are compared as one.",
    list: (earlier: string, later: string) => `“${earlier}” is compared with “${later}”, its later name.`,
  },
  heatResponse: "Response",

  ofCategory: (label: string) => `Only ${label}, not everybody.`,
  ofEverybody: "Compare everybody",

  events: "Complaints and other events per 100 staff",
  eventsIntro:
    "Counted by the organisation, not by the survey. The ratio is after divided by before, with exact 95 % limits.",
  event: "Event",
  ratio: "Ratio",
  eventCell: (per100: string, events: number, staff: number) => `${per100} (${events} of ${staff} staff)`,
  noRatio: "no event in either",
  noEnd: "no upper limit",

  linked: "Those who answered both times",
  linkedIntro: (share: string, falseShare: string) =>
    `Found again by the personal code that they gave in both surveys: ${share} of the codes could be linked; ${falseShare} of these links are expected to join two different people.`,
  falseFew: "less than 0.1 %",
  linkedNone: "There are no figures of the people who answered both times:",
  whyNotLinked: {
    "no-code": "the last survey asked for no personal code.",
    "no-earlier-wave": "no survey before the last one asked for a personal code.",
    withheld:
      "too few codes were found again, or figures of so few people would have told what some of them answered, or the answers of an earlier survey had been destroyed on the date that respondents were told.",
  } satisfies Record<WhyNotLinked, string>,
  linkedElsewhere: (last: string) =>
    `People who answered “${last}” were found again in a survey that is not compared here. Choose the two that follow each other to see how these people changed.`,
  linkedBetween: (before: string, last: string) => `From “${before}” to “${last}”.`,
  linkedEverybody:
    "Of everybody together only: how the linked persons of a group changed is shown nowhere, because together with the group's own figures it could tell what few of them answered.",
  linkedHidden: "Too few people could be linked for anything to be shown.",
  stayers: "Answered both times",
  leavers: "Only in the first survey",
  joiners: "Only in the second survey",
  withoutCode: "Without a code, first and second survey",
  linkedChange: "Mean change per person",
  linkedN: "People",

  trend: "Over all surveys",
  trendIntro:
    "Means with 95 % limits, in the order of time. A bar instead of a dot: only bounds of the mean are shown. A broken line: the questions are not the same any more.",
  trendSentence: (label: string, parts: readonly string[]) => `${label}: ${parts.join("; ")}.`,
  trendPart: (title: string, mean: string, n: Bounds) => `${title} ${mean}, ${answers(n)}`,
  trendHidden: (title: string) => `${title} not shown`,
  breakMark: "break",

  breaks: "What does not compare",
  breaksIntro: "Where the surveys differ, so that nobody reads a new wording as a new mood.",
  breakBetween: (before: string, after: string) => `${before} → ${after}`,

  response: "Who answered",
  responseIntro: "How many answered, of how many there are, in each survey.",
  ofHeadcount: (n: number, headcount: number) => `${n} of ${headcount}`,

  rates: "Answers per 100",
  ratesIntro:
    "Questions with choices, such as whether somebody was bullied: of 100 who answered the question, how many chose what.",
  choice: "Answer",

  weighted: "Would the change be the same with the same mix of people?",
  weightedIntro:
    "The mix of people who answer changes between surveys. Weighted to the same mix, these changes remain.",
  weightedTo: { "first-wave": "The mix of the first survey", headcounts: "How many people there are" },
  weightedBy: (cut: string, to: string) => `${to}, by “${cut}”`,
  weightedHow: "Mix",
  unweighted: "Change as it is",
  weightedChange: "Change with the same mix",

  methods: "How this was worked out",
  provenance: "Inputs",
  input: (title: string, release: number) => `${title}, release ${release}, dataset`,
  hash: "Hash of this comparison: the same inputs always give the same",
} as const;
