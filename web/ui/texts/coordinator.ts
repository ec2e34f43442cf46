/** Texts of the coordinator's screens, in British English. */

function people(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}

export const COORDINATOR_TEXTS = {
  programmes: {
    title: "Programmes",
    intro: "A programme holds the waves of one undertaking, such as a year of executive coaching.",
    empty: "There is no programme yet.",
    emptyDetail: "Begin with a name. People and waves come afterwards.",
    name: "Name of the programme",
    create: "Create programme",
    creating: "Creating…",
    another: "Another programme",
  },
  programme: {
    up: "Programmes",
    unknown: "There is no such programme",
    waves: "Waves",
    wavesIntro: "A wave asks one survey of one list of people, once.",
    empty: "There is no wave yet.",
    emptyDetail: "A new wave is a draft: nobody is asked before you open it.",
    newWave: "New wave",
    closesOn: (date: string) => `Closes on ${date}`,
    noClosing: "No closing time set",
    closedOn: (date: string) => `Closed on ${date}`,
    releasedOn: (date: string) => `Released on ${date}`,
  },
  states: {
    draft: "Draft",
    open: "Open",
    closing: "Being closed",
    closed: "Closed",
    releasing: "Being released",
    released: "Released",
  },
  kinds: {
    "360": "360 feedback",
    "staff-survey": "Staff survey",
    observation: "Observation",
    form: "Form",
  },
  identities: {
    anonymous: "Anonymous: answers cannot be matched to people",
    identified: "Identified: answers carry names, and people are told so",
  },
  newWave: {
    title: "New wave",
    survey: "New wave: what will be asked?",
    about: (minutes: number, items: number) =>
      `About ${minutes === 1 ? "1 minute" : `${minutes} minutes`}, ${items} items`,
    use: "Use this survey",
    useNamed: (title: string) => `Use this survey: ${title}`,
    other: "Choose another survey",
    details: "Title, time and policy",
    name: "Title of the wave",
    nameHint:
      "Those who are asked read it in their invitation, for instance “Executive coaching, autumn 2025”.",
    closes: "Closes at (optional)",
    closesHint: "In your time zone. Without one, the wave stays open until you close it.",
    create: "Create draft",
    creating: "Creating…",
  },
  policy: {
    title: "Who sees what",
    intro: "Frozen when the wave opens. Those who are asked read it before they answer.",
    minimum: "Smallest group that is shown",
    minimumHint: (floor: number) =>
      `A figure needs at least this many answers. Never below ${floor}, whatever is set.`,
    comments: "Fewest comments that are shown",
    commentsHint: (floor: number) =>
      `A list of comments needs at least this many authors. Never below ${floor}.`,
    small: "Groups that stay too small",
    merge: "Show them together with another group",
    mergeHint:
      "Small groups are put together, if need be with the smallest large one. Nobody's answer is lost.",
    omit: "Leave them out of every figure",
    omitHint: "Simpler to read, but their answers count for nothing.",
    retention: "How long answers are kept",
    untilRelease: "Until the reports are released",
    untilReleaseHint: "What is not shown is not stored.",
    untilDate: "Until a date, encrypted",
    untilDateHint: "So that a later wave can be compared with this one.",
    date: "Kept until",
    dateHint: "Encrypted. On this date the answers are destroyed; what was released stays.",
    promise: "What people read before they answer",
  },
  wave: {
    up: "Waves of the programme",
    back: "The wave",
    survey: "Survey",
    closes: "Closes",
    noClosing: "When you close it",
    asked: "Asked",
    askedText: (raters: number, invitations: number) =>
      raters === invitations ? people(raters) : `${people(raters)}, ${invitations} forms`,
    opened: "Opened",
    closed: "Closed",
    unreleasedEnds: "Answers",
    unreleasedEndsText: (day: string, passed: boolean) =>
      passed
        ? `Nobody released them, so they were destroyed, or will be within a day of ${day}.`
        : `Kept sealed until the reports are released. If nobody releases them, they are destroyed on ${day}.`,
    listEnds: "List of who was asked",
    listEndsText: (day: string, passed: boolean) =>
      passed
        ? `Deleted within a day of ${day}, as raters were told; only numbers are left.`
        : `Kept until ${day}, then deleted; only numbers stay.`,
    released: "Released",
    subjects: "Subjects",
    next: "What is next",
    draftSubjects: "Say who is rated, and who coaches them.",
    draftRaters: "Say who is asked about whom.",
    draftParticipants: "Say who is asked.",
    draftReady: (raters: number) =>
      `Look below who is asked. When it is right, open the wave: ${people(raters)} will be invited.`,
    importSubjects: "Import subjects",
    importRaters: "Import raters",
    importParticipants: "Import participants",
    replaceSubjects: "Replace subjects",
    replaceRaters: "Replace raters",
    replaceParticipants: "Replace participants",
    settings: "Change title, policy or closing time",
    open: "Open the wave",
    openLine: "People are answering. Links in mails work until the wave closes.",
    remind: "Send reminders",
    reminding: "Sending…",
    reminded:
      "Done. A reminder goes to everybody whose link has something unsent. How many those are is told to nobody.",
    remindedAll:
      "Done. No mail leaves here, so a reminder waits in the outbox for everybody invited, whether or not they have sent.",
    remindHint:
      "Reminders go only to people whose link has something unsent, at most once a day and three times in all. Who gets one, and how many do, is shown nowhere.",
    remindAllHint:
      "No mail leaves here, so reminders wait in the outbox, for everybody invited alike; at most once a day and three times in all.",
    invited: "Who is invited, and new links",
    close: "Close the wave",
    reissue: "Allow a second ticket",
    closedLine: "Nobody can answer any more. Release the reports so that coaches can read them.",
    closedNothing: "Nobody can answer any more. This survey has no reports to release.",
    release: "Release the reports",
    releasedLine: "The reports are with the coaches. There is nothing left to do.",
    trouble: {
      closing: "The wave could not be closed yet.",
      releasing: "The figures could not be released yet.",
      destroying: "The answers could not be destroyed yet.",
      "deleting-list": "The list of who was asked could not be deleted yet.",
    },
    busyLine: "This is under way. The page follows by itself.",
    closingProgress: (done: number, total: number) =>
      `${Math.floor((100 * done) / total)} % of the answers opened`,
    releasingProgress: (done: number, total: number) => `${done} of ${total} reports made`,
    policy: "Who sees what",
    fingerprint: "Fingerprint of the wave, as those who answer see it:",
    auditHead: {
      opened: "Last hash of the audit log when the wave was opened:",
      closed: "When it was closed:",
      released: "When it was released:",
    },
    auditHeadHint:
      "Note it somewhere else. “soundings doctor --anonymity --head HASH” then says whether entries were cut off since.",
    lineUp: "Who is asked about whom",
    lineUpIntro: "How many are invited in each group.",
    lineUpEmpty: "Nobody yet.",
    progress: "How far it has come",
    progressExact: "Answers carry names here, so they are counted as they come.",
    progressIntro: (hours: string, least: number) =>
      `Counted twice a day, at ${hours}, in steps of five. A group has a count of its own from ${least} people on, if nobody in it is counted elsewhere; ratings that are shown by name are not counted.`,
    progressFrom: (time: string) => `As of ${time}.`,
    progressNext: (time: string) => `Next on ${time}.`,
    progressFirst: (time: string) => `The first count is made on ${time}.`,
    progressNone: (least: number) =>
      `Fewer than ${least} people are asked, too few to say how many have sent.`,
    progressUncounted: "The wave closed before a count was made.",
    progressWhole: (atLeast: number, invited: number) =>
      atLeast === 0
        ? `Of ${invited} people, fewer than five in each part that is counted have sent all their forms.`
        : `At least ${atLeast} of ${invited} people have sent all their forms.`,
    progressOthers: (atLeast: number, invited: number) =>
      atLeast === 0
        ? `Of the ${invited} people in no group with a count of its own, fewer than 5.`
        : `Of the ${invited} people in no group with a count of its own, at least ${atLeast}.`,
    subject: "Subject",
    everybody: "Everybody",
    coach: "Coach",
    sentOf: (sent: number, invited: number) => `${sent} of ${invited}`,
    sentAtLeast: (atLeast: number, invited: number) =>
      atLeast === 0 ? `fewer than 5 of ${invited}` : `at least ${atLeast} of ${invited}`,
    invitedOnly: (invited: number) => `${invited} invited`,
    none: "none",
    warnings: "Groups that are too small alone",
    warningsIntro: (minimum: number) => `Even if everybody answers, these stay below ${minimum}.`,
    invalid: (count: number) =>
      count === 0
        ? "Every answer could be opened."
        : `${count === 1 ? "1 answer" : `${count} answers`} could not be opened or did not fit the survey, and count nowhere.`,
    outcomes: {
      merged: (name: string, groups: string) => `${name}: ${groups} will be shown together.`,
      "merged-into-larger": (name: string, groups: string) =>
        `${name}: ${groups} will be shown together with a larger group.`,
      "left-out": (name: string, groups: string) => `${name}: ${groups} will be left out of every figure.`,
      "nothing-shown": (name: string, groups: string) =>
        `${name}: ${groups} cannot be shown at all. Invite more people.`,
    },
  },
  settings: {
    title: "Title, policy and closing time",
    changedMeanwhile: {
      title: "The wave was changed meanwhile",
      detail:
        "Somebody saved other settings since you opened this page. Nothing of yours was saved. Load the page again, look at theirs, then make your change.",
    },
    save: "Save changes",
    saving: "Saving…",
  },
  steps: {
    open: {
      title: "Open the wave?",
      will: (raters: number, forms: number) => [
        `${people(raters)} will be invited by mail, with ${forms === 1 ? "1 form" : `${forms} forms`} to answer.`,
        "The lists, the policy and the survey are frozen from now on: what raters are told stays true.",
      ],
      sealed: "Nobody, you included, can read an answer while the wave is open.",
      undo: "This cannot be undone. A wave can be closed, but never go back to draft.",
      button: (raters: number) => `Open and invite ${people(raters)}`,
      busy: "Opening…",
    },
    close: {
      title: "Close the wave?",
      will: (raters: number) => [
        `None of the ${people(raters)} invited can answer any more. Whoever has not sent by now is not counted.`,
      ],
      unsealed: [
        "The answers are opened, shuffled and put together without names or times.",
        "The boxes and keys that held single answers are destroyed.",
      ],
      kept: "The answers stay as they are, with the names of those who gave them.",
      undo: "This cannot be undone. The wave cannot be opened again.",
      button: "Close for good",
      busy: "Closing…",
    },
    release: {
      title: "Release the reports?",
      will: (subjects: number) => [
        `${subjects === 1 ? "One report is" : `${subjects} reports are`} made and handed to the coach of each subject.`,
        "The reports are final: there is no second version.",
      ],
      destroys: "The answers behind them are then destroyed, as raters were told.",
      undo: "This cannot be undone. A coach who has read a report has read it.",
      button: (subjects: number) => `Release ${subjects === 1 ? "1 report" : `${subjects} reports`}`,
      busy: "Releasing…",
    },
    back: "Not now",
    backToWave: "Back to the wave",
    wrongState:
      "This was done already, or it is too early for it: the wave's page says what is next. Nothing has changed.",
  },
  reissue: {
    title: "Allow a second ticket",
    intro:
      "For somebody whose browser lost its answers after pressing Send. The group's size still limits how many answers count, and the report says that a second ticket was given out.",
    person: "Who lost their answers?",
    personHint: "Name, or staff number.",
    find: "Find",
    finding: "Looking…",
    nobody: "Nobody of this name is on the list of people.",
    choosePerson: "Person",
    subject: "About whom?",
    button: "Allow a second ticket",
    busy: "Allowing…",
    done: "Done. If this person had used up their link, it works once more.",
  },
  invited: {
    title: "Who is invited",
    intro:
      "A new link goes by mail to the address on the list, and the link the person had before stops working. What was sent stays sent, and still counts once: nobody is shown whether anything was. Raters and readers are told how many people got a new link, and from whom.",
    corrected:
      "Is an address wrong? Correct it with Import people: the new link then goes out by itself, and the old address is told.",
    search: "Search by name or unit",
    find: "Search",
    nobody: "Nobody of this name is invited.",
    noMail: "no mail: by letter",
    place: "Unit, site",
    count: (total: number) => people(total),
    newLinks: (count: number) => (count === 1 ? "1 new link so far" : `${count} new links so far`),
    button: (name: string) => `New link for ${name}`,
    short: "New link",
    sure: (name: string) => `${name}'s link stops working now, and a new one is sent. Go on?`,
    yes: "Send a new link",
    no: "Not now",
    busy: "Sending…",
    done: (name: string) => `A new link for ${name} is on its way. The one before no longer works.`,
    letter: "Print the letter again",
  },
} as const;
