/** Texts of the coordinator's screens for staff surveys: cuts, headcounts, forecast, letters, in British English. */
import { BEFORE_YOU_ANSWER, OR_EARLIER } from "../../../surveys/told-with-link.ts";

export const SURVEY_TEXTS = {
  cuts: {
    title: "Which groups will be shown",
    intro:
      "Results are shown for everybody together, and for the groups chosen here. People read this before they answer, and no other groups can be added later.",
    warning:
      "Each further question costs: where a small group must be hidden, other groups are hidden with it, so that it cannot be worked out. Choose only groups that somebody will act on.",
    which:
      "Choose questions about where people work, not about what they went through: groups made from a question such as bullying set those who were hurt apart from the others, and they are so few that nearly everything would be hidden.",
    one: (choices: number) => (choices === 1 ? "1 group" : `${choices} groups`),
    together: "Two questions together",
    togetherHint:
      "Such as area by grade. The groups are the smallest of all, so most of them will not be shown.",
    first: "First question",
    second: "Second question",
    choose: "Choose a question",
    add: "Add these two",
    remove: (label: string) => `Remove ${label}`,
    pair: (first: string, second: string) => `${first} by ${second}`,
    pairGroups: (groups: number) => `${groups} groups. They count once you have added these two.`,
    manyGroups: (groups: number) =>
      `${groups} groups: with so many, expect most of them to be hidden unless thousands answer. They count once you have added these two.`,
    none: "Without any, results are shown for everybody together only.",
  },
  wave: {
    releaseLine: "Nobody can answer any more. Release the results so that evaluators can read them.",
    release: "Release the results",
    releasedLine: "The results are with the evaluators.",
    results: "Read the results",
    rules: "What is shown, and what not",
    headcounts: "Headcounts",
    events: "Complaints and other events",
    forecast: "What will probably be shown",
    letters: "Print letters",
    further: "A further release",
  },
  step: {
    title: "Release the results?",
    open: (people: number) => [
      `${people === 1 ? "1 person" : `${people} people`} will be invited: by mail where the list has an address. For the others you print letters afterwards.`,
      "The list of people, the policy and the survey are frozen from now on: what people are told stays true.",
    ],
    nobody: "Nobody is invited yet. Import participants first; nothing has changed.",
    asked: "Who is asked",
    askedNobody: "Nobody yet.",
    invited: (people: number) => (people === 1 ? "1 person is invited." : `${people} people are invited.`),
    sent: (atLeast: number, invited: number) =>
      atLeast === 0
        ? `Fewer than 5 of ${invited} people have sent their answers.`
        : `At least ${atLeast} of ${invited} people have sent their answers.`,
    counted: (hours: string) => `Counted twice a day, at ${hours}, in steps of five.`,
    undo: "This cannot be undone. What evaluators have read, they have read.",
    will: [
      "The tables are worked out for everybody and for the groups that people were told of.",
      "An examiner of its own then tries to work out hidden answers from them. Only what it cannot break is stored and shown to evaluators.",
      "That takes from seconds to minutes. You may leave this page.",
    ],
    button: "Release the results",
  },
  forecast: {
    title: "What will probably be shown",
    intro:
      "Groups with too few answers are not shown, nor those that would tell of too few. In small groups that nearly agree, counts are shown as bounds, such as “10 to 12 of 12”. Look now, while groups can still be put together or left out.",
    at: (response: number) => `If ${response} % answer:`,
    look: "Each group, and other responses",
    response: "Expected response, in per cent of those invited",
    responseHint: "The response of the last survey is the best guess.",
    rests: (minimum: number, source: string) =>
      `A group needs at least ${minimum} answers. People are counted ${source}.`,
    sources: {
      imported: "from the headcounts you gave",
      invited: "from those invited, by the list of people",
    },
    summary: ({ exact, bounds, all }: { exact: number; bounds: number; all: number }) => {
      const few = all - exact - bounds;
      if (few === all) {
        return "All of these groups will probably be too small. Leave this question out, or put groups together.";
      }
      const parts = [
        ...(exact > 0 ? [`${exact} with mostly exact counts`] : []),
        ...(bounds > 0 ? [`${bounds} with mostly bounds`] : []),
        ...(few > 0 ? [`${few} too small to be shown`] : []),
      ];
      return `Of ${all === 1 ? "1 group" : `${all} groups`} probably: ${parts.join(", ")}.`;
    },
    nobodyShown: (invited: number, response: number, minimum: number) =>
      `Probably nothing will be shown, not even for everybody together: if ${response} % of ${invited === 1 ? "1 person" : `${invited} people`} answer, there are fewer than the ${minimum} answers that are needed. Invite more people, or ask again later.`,
    unknownCut: "Nobody said how many people there are in these groups. Give headcounts to foresee them.",
    group: "Group",
    headcount: "People",
    expected: "Answers expected",
    probability: "Probability of being shown",
    exact: "Probability of an exact count",
    outcome: "Probably",
    outcomes: {
      "probably-exact": "exact",
      "probably-bounds": "bounds",
      "probably-too-few": "too small",
      unknown: "not known",
    },
    notKnown: "not known",
    nearlyCertain: "over 99 %",
    nearlyNever: "under 1 %",
    method:
      "The probability that the counting rules show a group, over all numbers of people who might answer. What people answer hides nothing; it decides only whether a count is exact.",
  },
  letters: {
    title: "Letters for people without mail",
    intro:
      "One letter for everybody who is invited and has no mail address, whether or not they have answered: the letters tell nobody who has. Each holds a code to type and the same as a QR code for a phone's camera.",
    warning:
      "Each code is shown once, now, to be printed at once. Whoever holds a letter can answer in that person's place until they have. Hand each to its addressee only, and destroy what is left over. Raters and readers are told how many letters were printed, and by whom.",
    make: (count: number) => (count === 1 ? "Make 1 letter" : `Make ${count} letters`),
    making: "Being made…",
    allMade: "Every letter has been printed.",
    someNew: (count: number) =>
      count === 1 ? "1 person has not had a letter yet." : `${count} people have not had a letter yet.`,
    again: "Print all again, with new codes",
    againOne: (name: string) => `Print again for ${name}`,
    againShort: "Print again",
    sureAll: (count: number) =>
      `The ${count === 1 ? "code" : `codes of ${count} people`} printed before will stop working, on every letter already handed out. What was sent stays sent. Print new letters?`,
    sureOne: (name: string) =>
      `The code on ${name}'s letter will stop working, whether or not it was used. What was sent stays sent. Print a new letter?`,
    yes: "Yes, with new codes",
    no: "Not now",
    people: "Whose letters were printed",
    person: "Person",
    place: "Unit, site",
    printed: "Printed",
    times: (count: number) => (count === 0 ? "not yet" : count === 1 ? "once" : `${count} times`),
    leave: "Print before you leave this page: the codes cannot be shown again, only replaced.",
    none: "Nobody is without mail",
    noneDetail: "Everybody was invited by mail.",
    words: "Four of these words are then asked for. They show that the page and this letter belong together:",
    count: (letters: number, pages: number) =>
      `${letters === 1 ? "1 letter" : `${letters} letters`}, ${pages === 1 ? "1 page" : `${pages} pages`} on A4.`,
    print: "Print",
    layout: "How they are printed",
    layouts: { letters: "One letter a page", slips: "Eight slips a page" },
    qr: "The same address as a QR code",
    dear: (name: string) => `Dear ${name},`,
    invited: (title: string, programme: string) =>
      `You are invited to answer “${title}”, a survey of ${programme}.`,
    scan: "Point your phone's camera at the square, or open this address in any browser:",
    type: "and type this code:",
    same: "It does not matter whether you type O or 0, I, L or 1, large or small letters.",
    anonymous: `The code lets you answer once. What you answer is encrypted before it leaves your device and cannot be matched to this letter, to the code or to you. ${BEFORE_YOU_ANSWER}`,
    closes: (time: string) => `You can answer until ${time}, ${OR_EARLIER}.`,
    open: "You can answer until the survey is closed.",
  },
  further: {
    title: "A further release",
    intro:
      "Results for some of the groups that people were told of, from the same answers. They are examined together with everything released before, and refused if the two together would give somebody's answers away. Released results cannot be taken back.",
    groups: "Which groups",
    groupsHint:
      "Everybody together is always shown. People read before they answered that there will be these groups and no others; take the tick from those that shall be left out.",
    noGroups:
      "People were told that results are shown for everybody together and for no groups, so none are offered.",
    wait: "That takes from seconds to minutes. You may leave this page: the outcome, also a refusal, then stands at the end of the results page, under “Fingerprint, dataset and release”.",
    button: "Examine and release",
    busy: "Being examined…",
  },
  headcounts: {
    title: "Headcounts",
    intro:
      "How many people there are in each group, answered or not. Response rates, weights and narrower limits rest on them.",
    stored: "Stored headcounts",
    storedNone: "None yet: response rates of groups cannot be shown.",
    cut: "Question",
    group: "Group",
    headcount: "People",
    missing: "not known",
    fromPeople: "Count those invited",
    fromPeopleHint:
      "Where units, sites or grades on the list of people carry the names of the answers, they are counted from it.",
    counting: "Counting…",
    matched: (fields: string, unmatched: number) =>
      unmatched === 0
        ? `counted by ${fields}; everybody fits a group`
        : `counted by ${fields}; ${unmatched} invited fit no group`,
    notMatched: "nothing on the list of people carries these names",
    fromFile: "From a CSV file",
    columns:
      "category and headcount; with more than one question also cut. Both by their code or in the form's words, two joined by “+”. The file is the whole list.",
    example: (cut: string, groups: readonly string[]) =>
      `cut,category,headcount\n${groups.map((group, place) => `${cut},${group},${120 - place * 15}`).join("\n")}`,
    counts: (count: number) => (count === 1 ? "1 headcount is stored." : `${count} headcounts are stored.`),
    apply: "Store these headcounts",
    applying: "Storing…",
    noCuts: "This survey shows no groups, so there is nothing to count people by.",
  },
} as const;
