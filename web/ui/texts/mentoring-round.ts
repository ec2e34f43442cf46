/** Texts of the coordinator's rounds of mentoring, in British English. */

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

export const ROUND_TEXTS = {
  title: "Mentoring",
  intro:
    "A round asks people whether they want a mentor or could be one, proposes pairs, and looks after them to the end. Taking part is voluntary for everybody.",
  empty: "There is no round yet.",
  emptyDetail: "Begin one: two short forms are made ready, and nobody is asked before you open them.",
  another: "Begin another round",
  name: "Title of the round",
  nameHint: "Mentees and mentors read it in their mails.",
  programme: "Programme",
  noProgramme: "A round belongs to a programme. Create one first.",
  toProgrammes: "Programmes",
  begin: "Begin the round",
  beginning: "Beginning…",
  up: "Mentoring",
  parts: "Parts of the round",
  part: {
    overview: "Overview",
    people: "People",
    board: "Board",
    pairs: "Pairs",
    settings: "Settings",
  },
  alerts: (number: number) => (number === 1 ? "1 pair needs you today" : `${number} pairs need you today`),
  alertDetail:
    "Somebody said that something happened that should not have. Everything automatic has stopped for this pair until you have looked.",
  toAlerts: "See the pair",

  next: "What is next",
  nextForms: "Say who is asked, then open the two forms.",
  nextPeople: "Forms are open. Invite people one by one, or wait for more requests and offers.",
  nextBoard: (sent: number, offers: number) =>
    `${count(sent, "request", "requests")} and ${count(offers, "offer", "offers")} are in. Look at the board.`,
  nextPairs: (number: number) =>
    `${count(number, "pair is under way", "pairs are under way")}. See how they are.`,
  forms: "The two forms",
  requests: "Requests of mentees",
  offers: "Offers of mentors",
  sentOf: (sent: number, asked: number) => `${sent} sent, ${asked} asked`,
  formStates: { draft: "Draft", open: "Open", closing: "Closing", closed: "Closed" },
  openForm: "Go to the form's wave",
  openFormOf: (form: string) => `Go to the wave of: ${form}`,
  pairs: "Pairs",
  pairStates: { asked: "Mentor asked", accepted: "Agreement to come", active: "Active", ended: "Ended" },
  summary: (waiting: string, pairs: string) => `${waiting}. ${pairs}.`,
  rowRequests: (sent: number, offers: number) =>
    `${count(sent, "request", "requests")}, ${count(offers, "offer", "offers")}`,
  rowPairs: (number: number) => count(number, "pair", "pairs"),

  figures: "What an evaluator reads: figures over many people",
  sees: "Who sees what",
  seesIntro: "It is fixed, and the same in every round.",
  seesHead: {
    what: "What",
    mentee: "Mentee",
    mentor: "Mentor",
    coordinator: "Coordinator",
    evaluator: "Evaluator",
  },
  seesRows: [
    [
      "The mentee's role, areas, goal, what matters to them and the live issue",
      "own",
      "of a mentee proposed to them",
      "yes",
      "no",
    ],
    [
      "Everything else in the request, such as wishes for a mentor and names to leave out",
      "own",
      "no",
      "yes",
      "no",
    ],
    ["The mentor's areas", "of their mentor, or of those to choose from", "own", "yes", "no"],
    ["How many the mentor takes, how to meet, names to leave out", "no", "own", "yes", "no"],
    [
      "Scores and reasons",
      "reasons, without anything private",
      "reasons, without anything private",
      "yes",
      "means over many pairs",
    ],
    ["That somebody declined or did not answer", "no", "no", "only that it did not come about", "no"],
    ["Agreement, and the days of meetings", "yes", "yes", "yes", "means over many pairs"],
    ["How it is going (pulses)", "own", "own", "warnings only", "means over many answers"],
    ["Why it ended early", "own", "own", "yes", "counts over many pairs"],
    ["The review at the end", "own", "own", "yes", "no"],
  ],
} as const;

export const ROUND_PEOPLE_TEXTS = {
  title: (round: string) => `People: ${round}`,
  intro:
    "Who sent a form, and who was asked one by one. Somebody who says no looks exactly like somebody who has not answered: that is meant so.",
  empty: "Nobody yet",
  emptyDetail: "Open the forms, or invite people one by one.",
  find: "Find a name or unit",
  show: "Show",
  shows: { all: "Everybody", mentee: "Mentees", mentor: "Mentors", waiting: "Asked, nothing sent" },
  count: (shown: number, all: number) =>
    shown === all ? count(all, "person", "people") : `${shown} of ${count(all, "person", "people")}`,
  name: "Name",
  side: "As",
  sides: { mentee: "Mentee", mentor: "Mentor" },
  form: "Form",
  sent: "Sent",
  asked: (date: string) => `Asked on ${date}`,
  afterCoaching: (date: string) => `Asked on ${date}, after coaching`,
  notAsked: "Not asked one by one",
  standing: "State",
  standings: { available: "Available", paused: "Paused", ended: "Ended", stopped: "Stopped" },
  standingOf: (name: string, side: string) => `State of ${name} as ${side}`,
  workshop: "Workshop",
  workshopOn: (date: string) => `on ${date}`,
  noWorkshop: "not recorded",
  live: "Pairs",
  choose: (name: string) => `Choose ${name}`,
  read: "Read the form",
  readOf: (name: string) => `Read the form of ${name}`,

  workshopTitle: "Record the one-day workshop",
  workshopIntro: (number: number) =>
    number === 0
      ? "Tick those who were there, then give the day."
      : `${count(number, "person is", "people are")} ticked.`,
  workshopDay: "Day of the workshop",
  workshopSave: "They were there",
  workshopRemove: "Take it back",
  workshopSaving: "Saving…",
  workshopSaved: "The workshop is recorded.",

  invite: "Invite people",
  inviteIntro:
    "Each gets one mail with a personal link, without an account, and no reminder. Whether somebody looked at it, left it or said no is known to nobody.",
  inviteAs: "Invite them",
  inviteSides: {
    mentor: { label: "To offer to mentor", hint: "Four questions, under a minute on a phone." },
    ended: {
      label: "To offer to mentor, because their coaching has ended",
      hint: "The mail says so, and that saying no needs nothing.",
    },
    mentee: {
      label: "To ask for a mentor",
      hint: "Up to twenty minutes, with a draft kept on their device.",
    },
  },
  inviteWhom: "Whom",
  inviteWave: "Everybody who was coached in this wave",
  inviteNoWave: "Choose people below instead",
  inviteFind: "Find people by name, unit or staff number",
  inviteAdd: (name: string) => `Invite ${name}`,
  inviteNobodyFound: "Nobody on the list of people fits.",
  inviteChosen: (number: number) => `${count(number, "person", "people")} chosen`,
  inviteSend: "Send the invitations",
  inviteSending: "Sending…",
  invited: (number: number, before: number) =>
    `${count(number, "invitation is", "invitations are")} on the way.${before > 0 ? ` ${count(before, "person was", "people were")} left out: the form is here already.` : ""}`,
  noMail: "no mail address",
} as const;

export const FORM_TEXTS = {
  title: (name: string) => `What ${name} sent`,
  intro:
    "You see everything. The other side sees only what the form says it sees: role, areas, goal, what matters and the live issue of a mentee; the areas of a mentor.",
  request: "Request",
  offer: "Offer",
  none: "Nothing was sent.",
} as const;

export const ROUND_SETTINGS_TEXTS = {
  title: (round: string) => `Settings: ${round}`,
  intro: "They hold from now on. Pairs under way are not touched.",
  name: "Title of the round",
  grades: "Grades, from the lowest to the highest, one a line",
  gradesHint: (known: string) =>
    `A mentor is never of a lower grade than the mentee. Grades that are not listed forbid nothing. On the list of people: ${known}.`,
  cap: "Good enough from this score on",
  capHint: "The match first lifts every pair to this score, 0 to 100, before it looks at the sum.",
  days: "Days to answer",
  daysHint: "For a mentor who is asked, and a mentee who may choose.",
  months: "Months that mentoring usually lasts",
  choice: "Mentees choose among up to three mentors where at least a fifth of places are to spare",
  cascade: "The next mentor is asked by itself when a pair did not come about",
  workshop: "A mentor is proposed only after the one-day workshop",
  group: "Fewest people behind a figure that an evaluator sees",
  save: "Save",
  saving: "Saving…",
  saved: "Saved.",
} as const;

export const PAIRS_TEXTS = {
  title: (round: string) => `Pairs: ${round}`,
  intro:
    "How the pairs are, from meetings and pulses. You see warnings with their reason; what either side answered, nobody does.",
  empty: "No pair yet",
  emptyDetail: "Pairs come about when you confirm a run on the board and mentors say yes.",
  toBoard: "To the board",
  find: "Find a name or unit",
  show: "Show",
  shows: {
    all: "All, under way and ended",
    warned: "With a warning",
    asked: "Mentor asked",
    accepted: "Agreement to come",
    active: "Active",
    ended: "Ended",
    passed: "Did not come about",
  },
  count: (shown: number, all: number) =>
    shown === all ? count(all, "pair", "pairs") : `${shown} of ${count(all, "pair", "pairs")}`,
  nothingFits: "No pair fits this choice.",
  mentee: "Mentee",
  mentor: "Mentor",
  state: "State",
  states: {
    asked: "Mentor asked",
    accepted: "Agreement to come",
    active: "Active",
    ended: "Ended",
    passed: "Did not come about",
  },
  meetings: "Meetings",
  last: (date: string) => `last on ${date}`,
  warnings: "Warnings",
  noWarning: "none",
  since: "Since",
  details: "Details",
  detailsOf: (mentee: string, mentor: string) => `Details of ${mentee} and ${mentor}`,
  score: "Score when proposed",
  answerBy: "Answer by",
  agreement: "Agreement",
  noAgreement: "Not yet accepted by both",
  agreed: (frequency: string, ends: string) => `${frequency}, until ${ends}`,
  frequencies: { fortnightly: "Every two weeks", monthly: "Every month", "two-monthly": "Every two months" },
  ended: "Ended",
  endings: {
    "as-planned": "as planned",
    early: "early, without fault",
    moved: "by a move that both agreed to",
  },
  reason: "Reason given, in private",
  reasonOf: (side: string, reason: string) => `${reason} (${side})`,
  reasons: {
    "no-time": "No time",
    "different-goals": "They wanted different things",
    "no-rapport": "They did not get on",
    left: "One moved or left",
    boundary: "Something happened that should not have",
    "prefer-not-to-say": "Prefers not to say",
  },
  noReason: "None given",
  reviews: "Reviews",
  reviewSent: { none: "none yet", mentee: "of the mentee", mentor: "of the mentor", both: "of both" },
  readReview: { mentee: "The mentee's review", mentor: "The mentor's review" },
  withdraw: "Withdraw",
  withdrawOf: (mentee: string, mentor: string) => `Withdraw ${mentee} and ${mentor}`,
  withdrawing: "Withdrawing…",
  withdrawn: (mentee: string, mentor: string) =>
    `Withdrawn: ${mentee} and ${mentor}. The mentee is in the pool again.`,
  withdrawHint: "The mentee is in the pool again, and nobody is told why.",

  alert: (mentee: string, mentor: string) => `Please look today: ${mentee} and ${mentor}`,
  alertDetail: (side: string, time: string) =>
    `On ${time} the ${side} said that something happened that should not have. Neither is proposed to anybody until you have looked. Speak with both in private; this page does not tell the other side.`,
  alertMentee: "The mentee may be matched again",
  alertMentor: "The mentor may be matched again",
  settle: "I have looked; settle it",
  settling: "Settling…",
  settled: "Settled.",

  move: "A move that would help",
  moveIntro:
    "It needs the consent of both in each pair. Whoever does not agree, or does not answer, keeps their pair, and nobody learns which.",
  moveAsk: (mentee: string, mentor: string) => `Ask ${mentee} and ${mentor}`,
  moveAsking: "Asking…",
  moveAsked: "Asked; waits for both",
  moveAgreed: "Both agreed",
  moveSaid: "Both were asked, in private.",
} as const;
