/** Texts of the coordinator's board, in British English. */

function people(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

export const BOARD_TEXTS = {
  title: "Board",
  titleOf: (round: string) => `Board: ${round}`,
  intro:
    "Who could be paired with whom. Nobody is asked before you confirm. You alone see this board; what people asked for in private appears in no text for the other side.",
  pool: "The pool",
  waiting: "Mentees waiting",
  waitingOf: (waiting: number, all: number) => `${waiting} of ${all}`,
  mentors: "Mentors",
  places: "Places free",
  placesOf: (free: number, all: number) => `${free} of ${all}`,
  emptyPool: "Nobody to match yet",
  emptyPoolDetail:
    "The board fills as requests and offers arrive. Invite people to ask for a mentor, and others to offer.",
  invite: "Invite people",
  noRun: "The match has not been run",
  noRunDetail: (waiting: number, free: number) =>
    `${people(waiting, "mentee waits", "mentees wait")}, and ${people(free, "place is", "places are")} free. Running the match proposes pairs. It asks nobody.`,
  run: "Run the match",
  runAgain: "Run the match again",
  running: "Running…",
  ran: (matched: number) => `The match has run: ${people(matched, "pair", "pairs")} in all.`,
  confirm: (count: number) => `Confirm ${people(count, "pair", "pairs")}…`,
  weights: "Weights",
  undo: {
    lock: "Undo the last lock",
    forbid: "Undo the last forbidden pair",
    clear: "Undo the last cleared pair",
    weights: "Undo the last change of weights",
  },
  undoing: "Taking back…",
  undone: {
    lock: "The lock was taken back.",
    forbid: "The pair is no longer forbidden.",
    clear: "The decision stands again.",
    weights: "The weights are as before.",
  },
  stale:
    "Something changed since this run: a person, a decision or the weights. Run the match again to take it in.",
  confirmedOn: (time: string) => `This run was confirmed on ${time}.`,
  runOf: (number: number, time: string) => `Run ${number}, ${time}.`,
  inputs: (hash: string) => `Fingerprint of what it rests on: ${hash}`,
  repeat: "Check that it repeats",
  repeating: "Solving once more…",
  repeated: "Solved once more from the stored inputs: the same pairs, to the last one.",
  notRepeated:
    "Solved once more from the stored inputs: the result differs. Do not confirm; tell whoever runs this server.",

  result: "The result",
  matched: "With a mentor",
  matchedOf: (matched: number, all: number) => `${matched} of ${all}`,
  worst: "Lowest score",
  total: "Sum of scores",
  below: (cap: number) => `Below ${cap}`,
  noPairs: "none",
  optimal:
    "Proved best: as many as possible have a mentor, then the worst-off pairs are as well off as possible, then the sum of scores is as high as possible.",
  histogram: "How well the new pairs fit",
  histogramSummary: (pairs: number, cap: number, below: number) =>
    `${people(pairs, "pair", "pairs")}; ${below === 0 ? `none scores below ${cap}` : `${below} below ${cap}`}.`,
  scores: "Score",
  pairsHead: "Pairs",
  bin: (from: number, to: number) => `${from} to ${to}`,

  unmatched: (count: number) => `Without a mentor (${count})`,
  allMatched: "Everybody who waits would have a mentor.",
  waits: (days: number) => (days === 0 ? "since today" : `for ${people(days, "day", "days")}`),
  mentee: "Mentee",
  waitingHead: "Waiting",
  why: "Why",
  inGroup: (group: number) => `See shortage ${group} below.`,
  everyMentor: "Every mentor, and why not",
  everyMentorFor: (name: string) => `Every mentor, and why not: ${name}`,
  shortages: "Where places are short",
  shortage: (group: number) => `Shortage ${group}`,
  theMentees: "Mentees",
  theMentors: "Mentors",
  byKind: "Without a mentor, by kind of request",
  byKindIntro:
    "If one kind of request stays without a mentor more often than others, look for mentors for it.",
  kind: "Kind of request",
  requests: "Requests",
  without: "Without a mentor",
  choice: "Choice",

  pairs: "Pairs",
  find: "Find a name or unit",
  show: "Show",
  shows: {
    all: "All pairs",
    new: "New pairs",
    locked: "Locked pairs",
    below: "Pairs below the limit",
    living: "Pairs asked, choosing or under way",
  },
  count: (shown: number, all: number) =>
    shown === all ? people(all, "pair", "pairs") : `${shown} of ${people(all, "pair", "pairs")}`,
  nothingFits: "No pair fits this choice.",
  keys: "Keys on a mentee's name: arrows up and down move, L locks or unlocks, F forbids or clears, Enter shows why and what if.",
  mentor: "Mentor",
  score: "Score",
  reasons: "Three reasons",
  kinds: {
    proposed: "Proposed",
    locked: "Locked",
    forbidden: "Forbidden",
    choosing: "Mentee chooses",
    exists: "Asked or under way",
  },
  lock: "Lock",
  unlock: "Unlock",
  forbid: "Forbid",
  clear: "Clear",
  deciding: "Saving…",
  lockOf: (mentee: string, mentor: string) => `Lock ${mentee} and ${mentor}`,
  unlockOf: (mentee: string, mentor: string) => `Unlock ${mentee} and ${mentor}`,
  forbidOf: (mentee: string, mentor: string) => `Forbid ${mentee} and ${mentor}`,
  clearOf: (mentee: string, mentor: string) => `Clear ${mentee} and ${mentor}`,
  decided: {
    lock: (mentee: string, mentor: string) => `Locked: ${mentee} and ${mentor}.`,
    forbid: (mentee: string, mentor: string) => `Forbidden: ${mentee} and ${mentor}.`,
    clear: (mentee: string, mentor: string) => `Cleared: ${mentee} and ${mentor}.`,
  },
  showWhy: (mentee: string, mentor: string) => `Why ${mentee} and ${mentor}, and what if`,
  close: "Close",
  toPair: "See the pair",

  detail: {
    contributions: "What the score is made of",
    criterion: "Criterion",
    points: "Points",
    pointsOf: (points: number, weight: number) => `${points} of ${weight}`,
    sum: "Score",
    toMentee: "What the mentee would be told",
    toMentor: "What the mentor would be told",
    notAllowed: "This pair is not allowed",
    nothing: "Nothing.",
  },
  whatIf: {
    title: "What if",
    lock: "What if they were paired?",
    forbid: "What if they were not paired?",
    titleOf: {
      lock: (mentee: string, mentor: string) => `What if ${mentee} had ${mentor}?`,
      forbid: (mentee: string, mentor: string) => `What if ${mentee} could not have ${mentor}?`,
    },
    titlePlaces: (mentor: string, places: number) =>
      `What if ${mentor} had ${people(places, "place", "places")}?`,
    nowHead: "As it stands",
    thenHead: "Then",
    nothing: "Nobody's pair would change.",
    changed: (count: number) => `${people(count, "mentee's pair", "mentees' pairs")} would change`,
    nobody: "nobody",
    before: "Mentor now",
    after: "Mentor then",
    more: (count: number) => `and ${count} more`,
    stays: "Nothing is stored, and nobody is told.",
    unmatched: (count: number) =>
      count === 0
        ? "Nobody would be without a mentor."
        : `${people(count, "mentee", "mentees")} would be without a mentor.`,
  },

  load: "Load per mentor",
  loadIntro: "Resting: offered no place just now. That is not a refusal, and nobody else sees it.",
  areas: "Areas",
  noAreas: "No area ticked: ask for them, the match rests on them",
  offered: "Offered",
  living: "Under way",
  proposed: "Proposed",
  free: "Free",
  standing: "State",
  standings: {
    available: "Available",
    full: "Full",
    paused: "Paused",
    resting: "Resting",
    workshop: "Workshop to come",
    stopped: "Stopped until you have looked",
    ended: "Ended",
  },
  onePlaceMore: "One place more?",
  onePlaceMoreFor: (name: string) => `One place more? ${name}`,

  decisions: "Your decisions",
  decisionsIntro: "They hold for every run until you clear them.",
  noDecisions: "No pair is locked or forbidden.",
  lockedPairs: "Locked",
  forbiddenPairs: "Forbidden",
  and: "and",
  unclear: "Names to look up",
  unclearIntro:
    "These people wrote whom they must not be paired with, and the name fits nobody or several on the list. Forbid the pairs that they mean.",
  unclearSide: { mentee: "mentee", mentor: "mentor" },
} as const;

export const MENTEE_TEXTS = {
  title: (name: string) => `Every mentor for ${name}`,
  intro: "The best fit first. Those who are not allowed come last, with the rule that forbids it.",
  person: "Mentee",
  proposed: "Proposed in the newest run",
  without: "Without a mentor in the newest run",
  places: "Places",
  verdict: "Allowed?",
  allowed: "Allowed",
  full: "Allowed; no place free",
  select: "Why, and what if",
  selectOf: (name: string) => `Why, and what if: ${name}`,
  closeOf: (name: string) => `Close: ${name}`,
  show: "Show",
  shows: { all: "All mentors", allowed: "Allowed", not: "Not allowed" },
  none: "No mentor fits this choice.",
} as const;

export const WEIGHTS_TEXTS = {
  title: "Weights",
  intro:
    "What each criterion counts for, 100 in all. Changing them changes nothing until you save, and saving changes no pair until the match is run again.",
  weightOf: (title: string) => `Weight of “${title}”`,
  sum: (sum: number) => `Sum: ${sum} of 100`,
  sumWrong: (sum: number) =>
    sum < 100 ? `The sum is ${sum}. Give ${100 - sum} more.` : `The sum is ${sum}. Take ${sum - 100} away.`,
  preview: "What these weights would change",
  previewWait: "The preview appears when the weights differ from those saved and sum to 100.",
  save: "Save these weights",
  saving: "Saving…",
  saved: "Saved. Run the match again to use them.",
  reset: "Back to those saved",
  file: "As a file",
  fileIntro: "Keep the weights in a file, or take them from one.",
  download: "Download the weights",
  upload: "Take weights from a file",
  badFile:
    'This file holds no weights. It is a JSON object of criteria and whole numbers, such as {"areas": 45}.',
} as const;

export const CONFIRM_TEXTS = {
  title: "Confirm these pairs?",
  choosing: (count: number) =>
    `${people(count, "mentee", "mentees")} will be sent a link to choose among up to three mentors. Then each chosen mentor is asked.`,
  asking: (count: number) =>
    `${people(count, "mentor is", "mentors are")} asked by mail, each in private, whether they will take the mentee proposed.`,
  locked: "Locked pairs are asked at once, without a choice.",
  time: (days: number) =>
    `Each has ${people(days, "day", "days")} to answer. Who says no, or does not answer, is not named to anybody; the next mentor is then asked.`,
  noCascade: (days: number) =>
    `Each has ${people(days, "day", "days")} to answer. Who says no, or does not answer, is not named to anybody; the mentee waits for your next run.`,
  without: (count: number) =>
    `${people(count, "mentee stays", "mentees stay")} in the pool without a mentor, and first in the next run.`,
  final: "Mails cannot be taken back; a pair that has not begun can still be withdrawn by you.",
  stale:
    "Something changed since this run. It can be confirmed only if all its pairs are still possible; otherwise nobody is asked.",
  nothing: "There is nothing to confirm: the newest run was confirmed, or has no new pair.",
  button: (count: number) => `Ask about ${people(count, "pair", "pairs")}`,
  busy: "Asking…",
  back: "Not yet",
  done: (asked: number, choosing: number) =>
    choosing > 0
      ? `Confirmed: ${people(choosing, "mentee chooses", "mentees choose")} now, ${people(asked, "mentor was", "mentors were")} asked.`
      : `Confirmed: ${people(asked, "mentor was", "mentors were")} asked.`,
} as const;
