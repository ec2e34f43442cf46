/** Texts of the planning page, in British English. */
import { howMany } from "../../../analysis/number-text.ts";

export const PLANNING_TEXTS = {
  title: "Plan a survey",
  up: "Staff surveys",
  intro:
    "Before anybody is asked: how large must a change be so that two surveys are likely to show it? The more people answer, the smaller the change that can be seen.",
  before: "Answers expected in the first survey",
  after: "Answers expected in the second survey",
  answersHint: "People expected to answer, not people invited.",
  linked: "The same people answer both times and give a personal code",
  linkedHint: "Then the smaller number is that of people found in both surveys.",
  correlation: "Correlation of a person's two answers",
  correlationHint: "0.5 is usual for attitudes a year apart.",
  sd: "Standard deviation of a theme, in scale points",
  sdHint: "About 0.8 on a scale of five.",
  points: "Points of the scale",
  wrong: (label: string, from: number, to: number, whole: boolean) =>
    `“${label}” takes a ${whole ? "whole " : ""}number from ${from} to ${howMany(to)}.`,
  result: "What can be shown",
  sentence: (change: string, points: number, index: string) =>
    `A change of ${change} points on a scale of ${points} (${index} points of an index from 0 to 100) is found with a probability of 80 %. A smaller one may stay unseen even if it is real.`,
  enough: (band: string) => `That is enough: changes from ${band} points on count as mattering in practice.`,
  notEnough: (band: string) => `A change that matters in practice (${band} points) may stay unseen.`,
  needed: (answers: string, band: string) =>
    `To find a change of ${band} points, each survey needs ${answers} answers.`,
  neededNever:
    "No number of answers up to a million is enough: choose a scale with more points, or link the surveys.",
  chart: "Smallest change by number of answers",
  chartSentence: (first: string, last: string) =>
    `The smallest change that can be shown falls from ${first} to ${last}.`,
  chartHint: "The dashed line is what matters in practice; the filled dot is this plan.",
  answers: "Answers in each survey",
  change: "Smallest change, scale points",
  index: "On an index 0 to 100",
  verdict: "Enough to show what matters?",
  yes: "yes",
  no: "no",
  pointAt: (answers: string, change: string) => `${answers} answers: ${change}`,
  assumptions: "How this is worked out",
  assumptionList: [
    "Two-sided test at 5 %, probability of showing the change 80 % (Cohen, 1988), by the noncentral t distribution.",
    "For different people in both surveys: the two-sample t test. For linked people: the paired t test.",
    "Several themes are tested together, so that single ones need a somewhat larger change than said here.",
  ],
} as const;
