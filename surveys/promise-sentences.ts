/** The words of the promise to raters, in English. A translation is another object of the same type. */

/**
 * {k}, {comments}, {groups}, {date}, {group}, {invited}, {cuts} and {subject} are put in by promise.ts; {people},
 * {again} and {staff} by links-told.ts.
 */
export const ENGLISH_PROMISE = {
  title: "Before you answer",
  identifiedTitle: "Your name stays with your answers",
  identified: "This form is not anonymous. Your answers are kept with your name.",
  identifiedReaders: "The introduction of the form says who reads them.",
  lead: "Nobody can see which answers are yours: not your manager, not the person you rate, not an administrator.",
  leadExcept:
    "Unless you answer as {groups}, nobody can see which answers are yours: not your manager, not the person you rate, not an administrator.",
  leadSurvey: "Nobody can see which answers are yours: not your manager, not an administrator.",
  sealed:
    "Your answers are encrypted in your browser and sent with a one-time ticket that cannot be matched to your invitation, not by an administrator, not from the database, not from a backup without the server's key.",
  noTraces: "We store no IP address and no time with answers.",
  merged:
    "A group's figures are shown only if at least {k} of it answered. Smaller groups are merged with another until there are {k}.",
  omitted:
    "A group's figures are shown only if at least {k} of it answered. Smaller groups are merged with each other, and left out of the report altogether if they are still fewer than {k}.",
  surveyGroups:
    "Figures are shown only for {k} answers or more. Where a count would tell too much, “at least” or “at most” is shown instead of it.",
  surveyTogether: "Figures are shown for everybody together, and not for smaller groups.",
  surveyCuts:
    "Figures are shown for everybody together and for groups made from your answers to {cuts}. For no other groups. Whoever leaves such a question out counts only where it plays no part.",
  cutQuestion: "“{question}”",
  cutPair: "“{question}” together with “{other}”",
  cutAnd: " and ",
  extremes:
    "If nearly everybody gave the lowest or highest answer, the report says “at most” or “at least” instead of the exact figure.",
  comments:
    "Comments are shown word for word and in random order, and only if at least {comments} people wrote one. A comment is shown with its group only if at least {commentsOfGroup} in the group wrote one.",
  surveyComments:
    "Comments are shown word for word and in random order, and only if at least {comments} people wrote one.",
  readers:
    "The coach of the person you rate sees the report after the survey closes, and goes through it with them.",
  surveyReaders: "Those who run the survey see its figures after the survey closes, nobody earlier.",
  onceOnly:
    "You can send your answers once. They cannot be changed or found again afterwards, because nobody knows which are yours.",
  untilRelease:
    "The answers are destroyed when the reports are released, or a year after the survey has closed if nobody releases them. Only what the reports show remains.",
  untilDate:
    "The answers are kept encrypted until {date}, so that a later round can be compared, and are then destroyed.",
  personalCode:
    "On the last page you may give a personal code, made of a few short answers that only you know. It lets us see what changed for the same people from one round to the next without knowing who they are, and is used for nothing else. Your browser replaces each answer before anything is sent; the code is never shown, and is destroyed with the answers. You may leave it out.",
  personalCodeLimit:
    "A personal code is short. Somebody who holds the server's key and opens the encrypted answers in secret could try out all letters and numbers, and would recognise you by what they know of you. If that worries you, leave it out.",
  limitsTitle: "What we cannot promise",
  or: " or ",
  attributedLimit: "Not anonymous: {groups}. Their answers are shown as theirs.",
  commentsLimit: "You may be recognised by what you write, or by how you write it.",
  serverLimit:
    "Somebody who secretly controls the server while you answer could try to match times and network addresses, or change this page.",
  copiesLimit:
    "Somebody who holds the server's key and secretly keeps copies of its files from while people answer could compare the copies, and see whose link was used and which answers arrived in between.",
  aloneLimit:
    "Where only one person was invited to a group, the group's answers are that person's: no report shows them on their own, but somebody with the server's files and key would know.",
  ticketLimit:
    "The server knows that a ticket was issued to you, and nobody is shown it: coordinators see counts in steps of five, twice a day. Reminders go to those who were issued none, so whoever reads your mailbox can see that you got one; how many went out, and to whom, is told to nobody.",
  sendLimit:
    "Whoever holds your link or the code of your letter and presses Send learns whether you have sent before: nobody can send twice. If you have not, what they send counts as yours.",
  groupLimit:
    "How many were invited to each group is known. If somebody makes up raters, a group looks larger than it is; therefore the numbers are shown, and the lists are frozen.",
  listKept:
    "The list of who was invited is deleted fifteen months after the survey has closed. From closing on it says of nobody whether they answered.",
  ledger:
    "So that no two surveys together tell what single people answered, we keep a coded list of who was asked what: without names, and without whether or what anybody answered. It is kept as long as figures of this survey are.",
  otherWavesLimit:
    "Whoever sets two surveys of nearly the same people side by side could work out what the few answered who were asked in one of them only. So the second is not opened within 90 days. Up to 300 days after the first it shows of such a group only whether its answers are higher or lower; later it shows its figures, since people answer anew by then.",
  othersLimit: "If all others of your group tell their answers, yours can be worked out.",
  insiderLimit:
    "Whoever knows their own answer can sometimes work out from a group's figure that all others of the group gave the same.",
  agreeLimit:
    "Where nearly all of a group agree, the report says only “at least …”, the same whether one, two or none differ. If you and another who differ compare notes, you can still learn that the rest agree.",
  mailOff:
    "No mail leaves this installation: the coordinator handed the links out and could have opened any of them. Whoever holds your link before you have sent could answer in your place, but never read what you answer.",
  letterInHand:
    "A letter for 1 person was printed by {staff}, who could have used its code until that person sent.",
  lettersInHand:
    "Letters for {people} people were printed by {staff}, who could have used a code until its person sent.",
  lettersAgain:
    "For {again} of them a letter was printed again, with a new code; the code before stopped working.",
  mailInHand:
    "The link of 1 person was read in the outbox by {staff}, who could have used it until that person sent.",
  mailsInHand:
    "The links of {people} people were read in the outbox by {staff}, who could have used one until its person sent.",
  mailsAgain: "{again} of them were read more than once.",
  newLink:
    "1 person got a new link from {staff}, by mail to the address on the list; the one before stopped working.",
  newLinks:
    "{people} people got a new link from {staff}, by mail to the addresses on the list; those before stopped working.",
  newLinksAgain: "{again} of them got one more than once.",
  exampleTitle: "What a report shows: an example",
  exampleGroup: "Group",
  exampleAnswers: "Answers",
  exampleShown: "The report shows",
  exampleEnough: "average 3.6",
  exampleFew: "nothing of its own: merged with another group",
  exampleFewOmitted: "nothing: too few to be shown",
  exampleFewSurvey: "nothing: too few to be shown",
  exampleMany: "fewer than {k}",
  exampleAllHigh: "at least 4.6",
  groupAnonymous: "{invited} were invited as {group}. Figures are shown only if at least {k} of them answer.",
  groupAlone:
    "Only {invited} were invited as {group}, fewer than the {k} that are needed: your figures are shown only together with another group's.",
  groupAloneOmitted:
    "Only {invited} were invited as {group}, fewer than the {k} that are needed: your figures are merged with another small group's, or left out.",
  groupAttributed: "You answer as {group}: your answers are shown as yours, not anonymously.",
} as const;

export type PromiseSentences = Readonly<Record<keyof typeof ENGLISH_PROMISE, string>>;

/** The sentences that say what is not promised: page, README, ANONYMITY and doctor all take them from here. */
export const LIMITS_TOLD = [
  "commentsLimit",
  "serverLimit",
  "copiesLimit",
  "aloneLimit",
  "personalCodeLimit",
  "ticketLimit",
  "sendLimit",
  "groupLimit",
  "otherWavesLimit",
  "othersLimit",
  "insiderLimit",
  "agreeLimit",
] as const satisfies readonly (keyof PromiseSentences)[];
