/** Texts of the evaluator's list of surveys and of one survey's results, in British English. */
import { NEARLY_ALL_AGREE, rangeText } from "../../../analysis/bound-text.ts";
import type { Bounds } from "../../../analysis/bounds.ts";
import { howMany } from "../../../analysis/number-text.ts";

function answers(n: number): string {
  return n === 1 ? "1 answer" : `${n} answers`;
}

/** Exactly, or from how many to how many. */
function counted(n: Bounds): string {
  return rangeText(n, howMany);
}

export const EVALUATOR_TEXTS = {
  title: "Staff surveys",
  intro:
    "Open one survey to read its results, or choose two or more of the same programme to see what changed.",
  empty: "There is no staff survey yet.",
  emptyDetail:
    "A coordinator creates a wave of a staff survey in a programme, opens it and releases its results. It appears here as soon as it is open.",
  nothingReleased: "No results are released yet.",
  nothingReleasedDetail:
    "Results appear when a coordinator has closed a survey and released it. Nobody, the evaluator included, sees answers before.",
  programme: "Programme",
  allProgrammes: "All programmes",
  released: "Released",
  underWay: "Under way",
  choose: (title: string) => `Choose ${title} for a comparison`,
  chosen: (count: number) => (count === 1 ? "1 survey chosen" : `${count} surveys chosen`),
  chooseMore: "Choose one more of the same programme.",
  compare: (count: number) => `Compare ${count} surveys`,
  clear: "Choose none",
  otherProgramme: "Only surveys of one programme can be compared; the choice above is of another one.",
  survey: "Survey",
  closed: "Closed",
  answered: "Answered",
  state: "State",
  answeredAre: "Answers:",
  answeredOf: (n: number, invited: number, share: string) => `${n} of ${invited} (${share})`,
  answeredOnly: (n: number) => answers(n),
  answeredFew: (minimum: number, invited: number | null) =>
    invited === null ? `fewer than ${minimum}` : `fewer than ${minimum} of ${invited}`,
  invited: (invited: number) => `${invited} invited`,
  states: {
    draft: "Being prepared",
    open: "People are answering",
    closing: "Being closed",
    closed: "Closed, not released yet",
    releasing: "Being released",
    released: "Released",
  },
  plan: "Plan the next survey",
  scorecard: "Programme scorecard",

  results: {
    up: "Staff surveys",
    print: "Print or save as PDF",
    contents: "On this page",
    programme: "Programme",
    survey: "Survey",
    closed: "Closed",
    answered: "Answered",
    rules: "Why some figures are not shown",
    compareLink: "Compare with another survey",
    provenance: "Fingerprint, dataset and release",
    fingerprint: "Fingerprint of the wave",
    fingerprintHint: "Whoever answered saw the same words before the first question.",
    dataset: "Dataset",
    release: "Release",
    releaseOf: (number: number, cuts: string) => `Release ${number}: ${cuts}`,
    everybodyOnly: "everybody together only",
    nothingShown: (minimum: number) =>
      `No figure of this survey is shown: a figure needs at least ${minimum} answers, so that nobody can be recognised. Nothing went wrong, and whoever answered keeps what was promised.`,
    fallback:
      "The rules could not be weighed for every group in time, so only groups that are safe under the plainest rule are shown.",
    files: "Files",
    filesHint:
      "The same figures as on this page (comments in the Excel and R files), with the methods, the policy and the dataset's hash. What is not shown here is in no file.",
    formats: { csv: "CSV", xlsx: "Excel (XLSX)", sav: "SPSS (SAV)", r: "R (CSV and codebook)" },

    overview: "At a glance",
    overviewIntro:
      "Each theme's mean with its 95 % limits, on the whole scale. A bar between two ends instead of a dot: the mean lies somewhere between them.",
    overviewTable: "Themes",
    index: "Index, 0 to 100",
    theme: "Theme",
    mean: "Mean",
    limits: "95 % limits",
    count: "n",
    onScale: (lowest: number, highest: number) => `Scale ${lowest} to ${highest}`,
    themeSentence: (label: string, mean: string, limits: string, n: number) =>
      `${label}: mean ${mean}, 95 % limits ${limits}, ${answers(n)}.`,
    themeHidden: (label: string) => `${label}: not shown.`,
    noThemes: "This survey has no themes whose items can be put together.",

    response: "Who answered",
    responseIntro: (minimum: number) =>
      `How many answered, of how many there are. Groups of fewer than ${minimum} are not counted apart.`,
    group: "Group",
    everybody: "Everybody",
    headcount: "People",
    rate: "Response",
    noHeadcount: "not known",
    rateSentence: (label: string, rate: string, n: number, headcount: number) =>
      `${label}: ${rate} answered, ${n} of ${headcount}.`,

    cuts: (label: string) => `Themes: ${label}`,
    cutsIntro:
      "Each cell is the group's mean; the sign says by how much it stands above or below everybody, the shade how far it does so at least. From one number to another: only bounds are shown, and everything between them is possible.",
    cell: (group: string, theme: string) => `${group}, ${theme}`,
    apart: (difference: string) => `${difference} to everybody`,

    items: "Question by question",
    itemsIntro:
      "Bars show unfavourable answers to the left of the middle and favourable ones to the right. Statements marked “turned” are read the other way round: favourable is to disagree.",
    openEnds: `${NEARLY_ALL_AGREE} Such a bar has a hatched, open end: it reaches at least as far as it is filled, and at most as far as it is hatched. Sorted is by what is certain, the lower bound.`,
    item: "Question",
    turned: "turned",
    spread: "Answers",
    favourable: "Favourable",
    unfavourable: "Unfavourable",
    filterTheme: "Theme",
    filterGroup: "Of whom",
    allThemes: "All themes",
    orders: {
      asked: "As asked",
      favourable: "Favourable",
      unfavourable: "Unfavourable",
      mean: "Mean",
      count: "Number of answers",
    },
    noItems: "No question fits this choice.",
    found: (count: number) => (count === 1 ? "1 question" : `${count} questions`),
    hiddenParts: "shown together",
    hiddenPartsHint: "Of this group only favourable answers are counted, not each point of the scale.",

    choices: "Questions without a scale",
    choicesIntro: "Of 100 who answered the question, how many chose what.",
    choice: "Answer",
    per100: "Per 100",
    answersN: (n: Bounds) => `n ${counted(n)}`,
    choiceSentence: (item: string, parts: string) => `${item}: ${parts}.`,

    comments: {
      title: "In their own words",
      intro:
        "Word for word, of everybody together and never by group, in an order drawn by chance for each question.",
      search: "Look for words",
      count: (n: number) => (n === 1 ? "1 comment" : `${n} comments`),
      foundOf: (found: number, n: number) => `${found} of ${n} comments`,
      found: (found: number, words: string) =>
        found === 0
          ? `No comment holds “${words}”.`
          : `${found === 1 ? "1 comment holds" : `${found} comments hold`} “${words}”.`,
      more: (n: number) => (n === 1 ? "Show 1 more comment" : `Show ${n} more comments`),
    },
  },
} as const;
