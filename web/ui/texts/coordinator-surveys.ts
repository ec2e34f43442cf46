/** Texts of the coordinator's screens for staff surveys: cuts, headcounts, forecast, letters, in British English. */

export const SURVEY_TEXTS = {
  cuts: {
    title: "Which groups will be shown",
    intro:
      "Results are shown for everybody together, and for the groups chosen here. People read this before they answer, and no other groups can be added later without the risk of refusal.",
    warning:
      "Each further question costs: where a small group must be hidden, other groups are hidden with it, so that it cannot be worked out. Choose only groups that somebody will act on.",
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
    pairGroups: (groups: number) => `${groups} groups`,
    manyGroups: (groups: number) =>
      `${groups} groups: with so many, expect most of them to be hidden unless thousands answer.`,
    none: "Without any, results are shown for everybody together only.",
  },
  wave: {
    releaseLine: "Nobody can answer any more. Release the results so that evaluators can read them.",
    release: "Release the results",
    releasedLine: "The results are with the evaluators.",
    results: "Read the results",
    rules: "What is shown, and what not",
    headcounts: "Headcounts",
    forecast: "What will probably be shown",
    letters: "Print letters",
    further: "A further release",
  },
  step: {
    title: "Release the results?",
    will: [
      "The tables are worked out for everybody and for the groups that people were told of.",
      "An examiner of its own then tries to work out hidden answers from them. Only what it cannot break is stored and shown to evaluators.",
      "That takes from seconds to minutes. You may leave this page.",
    ],
    button: "Release the results",
  },
  further: {
    title: "A further release",
    intro:
      "Results for other groups, from the same answers. They are examined together with everything released before, and refused if the two together would give somebody's answers away. Released results cannot be taken back.",
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
