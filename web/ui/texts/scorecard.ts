/** Texts of the programme scorecard, in British English. */
import { ONLY_BOUNDS } from "../../../analysis/bound-text.ts";
import type { ScorecardPosition } from "../../../analysis/scorecard/scorecard-model.ts";

export const SCORECARD_TEXTS = {
  title: "Programme scorecard",
  titleOf: (name: string) => `${name}: scorecard`,
  up: "Staff surveys",
  intro:
    "How the programme fares in each area. Small areas swing widely by chance alone; the funnel says how widely, so that only areas beyond it are worth a question.",
  empty: "There is nothing to show yet.",
  emptyDetail:
    "The scorecard fills when people have taken part in coaching or mentoring, or when two staff surveys are released.",
  contents: "On this page",
  print: "Print or save as PDF",
  overview: "All areas",
  overviewIntro: (minimum: number) =>
    `A sign stands where chance does not explain the distance to all areas together. Figures behind fewer than ${minimum} people are not shown.`,
  area: "Area",
  headcount: "People",
  all: "All areas together",
  figure: "Figure",
  limits: "95 % limits",
  count: "n",
  position: "Against the others",
  positions: {
    "far-below": "far below",
    below: "below",
    within: "as the others",
    above: "above",
    "far-above": "far above",
    "only-bounds": ONLY_BOUNDS,
  } satisfies Record<ScorecardPosition, string>,
  noPosition: "too few to say",
  funnelSentence: (label: string, overall: string, areas: number) =>
    `${label}: all areas together ${overall}; ${areas === 1 ? "1 area" : `${areas} areas`} with their number of people from left to right.`,
  funnelHint:
    "Each dot is an area: its number of people from left to right, its figure from bottom to top. Dotted: 95 % limits. Solid: 99.8 % limits. A bar instead of a dot: the figure lies somewhere on it.",
  peopleAxis: "people",
  methods: "How this was worked out",
  notKnown: "not known",
  nothingShown: (reason: string) => `There is no figure of this yet, for no area and not for all. ${reason}`,
  missing: {
    noHeadcount: {
      short: "number of people not known",
      sentence: "No share: the list of people has nobody in this area, so nobody knows how many there are.",
    },
    nobody: { short: "nobody to count", sentence: "No share: nobody in this area could take part in this." },
    fewPeople: (minimum: number) => ({
      short: `fewer than ${minimum} people`,
      sentence: `Not shown: fewer than ${minimum} people, or fewer who took part, so that nobody can be recognised.`,
    }),
    noAnswers: {
      short: "no answers",
      sentence: "No figure: the survey does not have this area, or nobody in it answered.",
    },
  },
} as const;
