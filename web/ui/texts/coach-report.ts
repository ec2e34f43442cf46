/** Every text of the coach's report, in British English. */
import type { DirectionSince, ReportNote, SelfOtherGap } from "../../../analysis/report360/report-model.ts";

/** "1 answer", "5 answers". */
function answers(n: number): string {
  return n === 1 ? "1 answer" : `${n} answers`;
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

const VERDICTS: Readonly<Record<SelfOtherGap["verdict"], string>> = {
  "blind-spot": "Blind spot",
  "hidden-strength": "Hidden strength",
  "in-agreement": "In agreement",
  "not-shown": "Not shown",
};

/** The verdict in words; a bound that leaves it open is not called agreement. */
export function verdictWords({ verdict, bound }: SelfOtherGap): string {
  return verdict === "in-agreement" && bound !== "exact" ? "No clear gap" : VERDICTS[verdict];
}

export const REPORT_TEXTS = {
  title: (name: string) => `What colleagues told us about ${name}`,
  documentTitle: (name: string) => `${name} – 360 summary`,
  print: "Print or save as PDF",
  back: "Your coachees",
  files: {
    title: "Take these figures with you",
    hint: "The same figures as above, with notes on how they were made; the Excel file holds the comments as well. Keep the file as safe as the report: it names the person.",
    formats: { xlsx: "Excel", csv: "CSV" },
  },
  wave: "Wave",
  coach: "Coach",
  survey: "Survey",
  answered: "Answers",
  answeredOf: (received: number, invited: number) => `${received} of ${invited} invited answered`,
  provenance: "Fingerprint and dataset",
  fingerprint: "Fingerprint of the wave",
  fingerprintHint: "Whoever answered in Soundings saw the same words before the first question.",
  dataset: "Dataset",
  contents: "In this report",
  n: (n: number) => `n ${n}`,
  allOthers: "All others",

  start: "Five minutes before the debrief",
  strengths: "Begin with these strengths",
  strengthsNone: "No item could be ranked: too few answers may be shown.",
  strengthsTied: (more: number) =>
    more === 1 ? "One more item has the same figure." : `${more} more items have the same figure.`,
  largestGaps: "Then the largest gaps",
  gapsNone: "Self and others see every dimension alike.",
  gapsNotShown: "No gap can be shown: a self-rating or the others' figures are missing.",
  gapLine: (self: string, others: string, n: number) => `self ${self}, others ${others} (n ${n})`,
  cautions: "Keep in mind",
  noCautions: "Nothing unusual: every group could be shown on its own.",

  responses: "Who answered",
  responsesIntro:
    "A filled square is a person who answered, an empty one a person who was invited and did not. Hatched: the group is too small to be counted apart.",
  responsePart: (label: string, received: number, invited: number) =>
    `${label}: ${received} of ${invited} answered`,
  responseHidden: (label: string, invited: number) =>
    `${label}: ${invited} invited, answers not counted apart`,
  group: "Group",
  invited: "Invited",
  received: "Answered",
  shownAs: "Shown as",
  shownByName: "by name",
  shownTogether: (label: string) => `together, as “${label}”`,
  shownAlone: "as a group",
  nobodyAsked: "nobody was asked",
  shownNowhere: "left out of every figure",
  ofInvited: (received: number, invited: number) => `${received} of ${invited}`,
  invitedOnly: (invited: number) => `${invited} invited`,

  overview: "All dimensions at a glance",
  overviewIntro:
    "Each row is one dimension on the whole scale. Marks that stand far apart are worth a conversation.",
  overviewTable: "All dimensions as a table",
  dimension: "Dimension",
  item: "Item",
  figures: "Figures",
  value: "Mean",
  count: "n",
  rowCaption: (label: string) => `${label} by group`,
  rowSentence: (label: string, parts: readonly string[]) => `${label}. ${parts.join("; ")}.`,
  rowPart: (label: string, value: string, n: number) => `${label} ${value}, ${answers(n)}`,
  rowHidden: (label: string) => `${label} not shown`,

  dimensions: "Dimension by dimension",
  itemsOf: (count: number) => (count === 1 ? "The item" : `The ${count} items`),
  itemsTable: (label: string) => `${label}: items as a table`,
  turned: "Turned: a high figure means little of this.",
  selfRead: (wording: string) => `In the self-rating: “${wording}”`,
  otherItems: "Further items",
  distribution: "How the answers spread",
  distributionCaption: (label: string) => `${label}: answers per point of the scale`,
  pointOf: (point: number, label: string) => `${point}, ${label}`,

  gaps: "How self and others differ",
  gapsIntro: (rule: string) => `Self minus all others, largest first. The words follow the ${rule}.`,
  gapsTable: "Gaps as a table",
  gapsRule: "What the rule says",
  gapsSentence: (label: string, gap: string, verdict: string) =>
    `${label}: self minus others ${gap}. ${verdict}.`,
  gapsItems: "Items with the largest gaps",
  gapsNoSelf: "Nobody was asked to rate themselves, so there is nothing to compare.",
  gapsNoItems: "No single item differs by as much as the rule asks.",
  self: "Self",
  others: "All others",
  gap: "Gap",
  verdict: "In words",

  highlights: "Highest and lowest items",
  highlightsIntro: "Ranked by all others. Equal figures share a rank.",
  highest: "Highest",
  lowest: "Lowest",
  noHighlights: "Nothing can be ranked: too few answers may be shown.",
  rank: "Rank",
  turnedShort: "turned: high means little of this",
  turnedLow: "turned: low means much of this",
  rankTied: (rank: number) => `${rank} =`,

  comments: "In their own words",
  commentsIntro:
    "Word for word, in an order drawn by chance. Nobody's comments stand together, and the order says nothing.",
  noComments: "This survey asked for no comments.",
  noCommentsGiven: "No comments were written.",

  notes: "How to read this report",
  reissues: (count: number, group: string) =>
    `${count === 1 ? "One second ticket was" : `${count} second tickets were`} allowed for ${group}, after an answer was lost on a device.`,
  invalidBoxes: (count: number) =>
    `${count === 1 ? "One answer" : `${count} answers`} of this wave could not be opened or did not fit the survey, and ${count === 1 ? "is" : "are"} in no figure.`,
  policySentence: (minimum: number, comments: number) =>
    `A figure of an anonymous group rests on at least ${minimum} answers, a list of comments on at least ${comments}.`,
  boundSentence:
    "“≥ 4.7” means “4.7 or more”, “≤ 1.4” means “1.4 or less”: near an end of the scale the exact mean would give single answers away.",
  meansSentence:
    "Means have one decimal. “All others” is worked out from the figures shown here, not from everybody's answers; self and line manager are not in it.",
} as const;

/** What is told of a group in place of its figures. */
export function directionSentence(
  group: string,
  { since, direction }: DirectionSince & { readonly direction: "higher" | "lower" },
): string {
  const told = {
    higher: `▲ higher than in “${since}”, by more than people who joined or left could have made.`,
    lower: `▼ lower than in “${since}”, by more than people who joined or left could have made.`,
  } as const;
  return `${group}: ${told[direction]}`;
}

/** What a note of the report says. */
export function noteSentence(code: ReportNote["code"], names: readonly string[]): string {
  const sentences: Readonly<Record<ReportNote["code"], string>> = {
    "groups-merged": `${listed(names)} are shown together, because one of them alone would be too small.`,
    "groups-left-out": `${listed(names)} ${names.length === 1 ? "is" : "are"} too small even together and in no figure.`,
    "attributed-only": "Too few colleagues answered anonymously: only answers shown by name are here.",
    "bounds-shown": "Some means stand as “≥” or “≤”: this much or more, this much or less.",
    "nearly-same-people": `An earlier wave asked nearly the same people the same questions. So that nobody can work out what those answered who joined or left, some figures of ${listed(names)} stand as “≥” or “≤”, or are not shown; where they are not shown, “higher” or “lower” means: by more than people who joined or left could have made.`,
    "figures-suppressed": `Some items have too few answers to be shown for ${listed(names)}.`,
    "mixed-scales": `${listed(names)}: items with scales of different length, so there is no mean over them.`,
  };
  return sentences[code];
}
