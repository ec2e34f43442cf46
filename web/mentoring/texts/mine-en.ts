/** Texts of the personal page of mentees and mentors, in British English. */

function meetings(count: number): string {
  return count === 1 ? "1 meeting" : `${count} meetings`;
}

export const MINE_TEXTS = {
  page: "Mentoring",
  loading: "Loading…",
  back: "Back",
  backHome: "Your mentoring",
  incompleteTitle: "Your link is not whole",
  incomplete:
    "The last part of the address is missing, and that part is your key. Mail programs sometimes cut long links. Go back to the mail and open the whole link, or copy it into the address bar. Nothing was lost.",
  hello: (name: string) => `Hello, ${name}`,
  nothingDue: "Nothing is due.",
  due: "To do",
  pairs: "Your mentoring",
  yourMentor: (name: string) => `${name}, your mentor`,
  yourMentee: (name: string) => `${name}, your mentee`,
  states: {
    asked: "Waits for your answer",
    accepted: "Agreement to come",
    active: "Under way",
    ended: "Ended",
  },
  waitingTitle: "A mentor is being looked for",
  waiting:
    "You will get a mail as soon as somebody is found. You need not do anything. Those who wait longest come first.",
  offerTitle: "Thank you for your offer",
  offerWaiting: "You will get a mail when there is a mentee for you. You can say yes or no to each.",
  offerResting: "You offer no place just now. You will be asked again later; nobody is told.",
  nothingTitle: "There is nothing here yet",
  nothing: "You will get a mail when there is.",
  privacyTitle: "Who sees what",
  guidance: { mentee: "Guidance for mentees", mentor: "Guidance for mentors" },
  more: "Good to know",
  saved: "Saved.",
  broken: "This page could not be shown. Load it again; nothing you sent is lost.",

  sees: {
    mentee: [
      "Your mentor sees your name, your role and what you want to get out of it: areas, goal, what matters to you, and the live issue. Nothing else of your form.",
      "The coordinator sees your whole form. Your own manager sees nothing.",
      "What you say about how it goes is never shown to your mentor. The coordinator sees only that something may be wrong, or figures over many people.",
      "If you end it, your mentor learns that it has ended, and not why. The reason, if you give one, is for the coordinator.",
    ],
    mentor: [
      "A mentee proposed to you sees your name and your areas. Nobody but the coordinator sees whom you named as not to be paired with, or how many you take.",
      "If you say no to somebody, or do not answer, that person is not told that you were asked. The coordinator sees that it did not come about, and not which of the two it was; before the time is over they can guess that you said no.",
      "What you say about how it goes is never shown to your mentee. The coordinator sees only that something may be wrong, or figures over many people.",
      "Nobody rates you. If you end it, your mentee learns that it has ended, and not why.",
    ],
  },

  proposal: {
    title: (name: string) => `Would you mentor ${name}?`,
    until: (time: string) => `Please answer by ${time}. Without an answer the next mentor is asked.`,
    wants: "What they want to get out of it",
    why: "Why you",
    accept: "Yes, I will",
    accepting: "Saving…",
    decline: "No, thank you",
    declineMeans:
      "You will not be asked about this person again. Nobody is told that you said no, nor that you were asked.",
    declineSure: "Say no",
    declining: "Saving…",
    keep: "Back",
    accepted: (name: string) => `${name} gets a mail. Next comes your agreement.`,
    declined: "Thank you for answering. Nobody is told.",
    private: "If you say no, or do not answer, nobody is told.",
  },

  choice: {
    title: "Choose your mentor",
    intro: (count: number) =>
      count === 1
        ? "One mentor fits and is kept for you."
        : `${count} mentors fit what you asked for. The first is kept for you; the others while they have a place.`,
    until: (time: string) => `Choose by ${time}. Without a choice, the mentor who is kept for you is asked.`,
    kept: "Kept for you",
    helps: "Can help with",
    why: "Why",
    choose: (name: string) => `Choose ${name}`,
    choosing: "Saving…",
    chosen: (name: string) =>
      `You chose ${name}. You will get a mail with the answer. Whoever you did not choose is never told.`,
    private: "None of them knows that you see this list.",
  },

  pair: {
    since: "Since",
    ends: "Until",
    frequency: "How often",
    helps: "Can help with",
    wants: "What your mentee wants to get out of it",
    why: "Why you were matched",
    agreement: "Your agreement",
    agreementDue: "Accept the agreement, and you can begin",
    agreementWaits: (name: string) => `You have accepted. It begins when ${name} has accepted too.`,
    agreementOther: (name: string) => `${name} has accepted. It begins when you have too.`,
    toAgreement: "Go to the agreement",
    readAgreement: "Read or print the agreement",
    ended:
      "This mentoring has ended. Nobody is at fault when two people do not fit, and many end because their time is up.",
    review: "Look back: five minutes",
    certificate: "Your certificate",
    leave: "End this mentoring",
    notForMe: "This is not for me",
  },

  wants: {
    role: "Their role",
    areas: "Areas they would like help in",
    "first-area": "What matters most",
    goal: "In a year's time they want to be able to do, or to have decided",
    values: "What matters to them at work",
    "live-issue": "The issue they would bring to the first meeting",
    horizon: "What it is mainly about",
  },

  meetings: {
    title: "Meetings",
    count: (count: number) => (count === 0 ? "None noted yet." : `${meetings(count)} noted.`),
    today: "We met today",
    saving: "Saving…",
    other: "We met on another day",
    day: "Day of the meeting",
    note: "Note it",
    noted: (date: string) => `Noted: ${date}.`,
    remove: (date: string) => `Remove ${date}`,
    removeShort: "Remove",
    removed: (date: string) => `Removed: ${date}.`,
    hint: "One of you is enough. Only the day is kept, never what you spoke about.",
  },

  pulse: {
    title: (name: string) => `How is it going with ${name}?`,
    private: (name: string) => `Two taps. ${name} never sees it.`,
    first: "First tap",
    second: "Second tap: it sends both",
    sending: "Sending…",
    sent: "Thank you. That was all.",
  },

  move: {
    title: (name: string) => `Would you agree to a new pairing instead of ${name}?`,
    text: "With another pairing, somebody who is waiting could have a mentor too. Nothing changes unless both of you agree, and nobody learns who did not.",
    agree: "Yes, I agree",
    agreed: "You agreed. Nothing changes unless the other side agrees too.",
    takeBack: "Take it back",
    ignore: "To keep things as they are you need not do anything.",
    saving: "Saving…",
  },

  agreement: {
    title: "Our agreement",
    between: (mentee: string, mentor: string) => `between ${mentee} (mentee) and ${mentor} (mentor)`,
    we: "What we agree on",
    often: "How often we meet",
    frequencies: {
      fortnightly: "Every two weeks",
      monthly: "Every month",
      "two-monthly": "Every two months",
    },
    ends: "When it ends, and we look back",
    change:
      "Both may be changed before both have accepted. If you change them, the other side is asked again.",
    accept: "I accept this agreement",
    acceptChanged: "Propose this and accept it",
    saving: "Saving…",
    accepted: (name: string) => `Accepted by ${name}`,
    notYet: (name: string) => `${name} has not accepted yet`,
    print: "Print",
    you: "you",
  },

  leave: {
    title: (name: string) => `End the mentoring with ${name}?`,
    fault: "You may end it at any time and need not say why. Nobody is at fault.",
    will: (name: string) => [
      `${name} gets a mail that it has ended, and not why.`,
      "Both of you may be matched with somebody else, unless you choose not to be.",
      "This cannot be undone.",
    ],
    reason: "If you like, say why",
    reasonHint: "Only the coordinator reads it.",
    reasons: {
      "no-time": "No time",
      "different-goals": "We want different things",
      "no-rapport": "We do not get on",
      left: "One of us moves or leaves",
      boundary: "Something happened that should not have",
      "prefer-not-to-say": "Prefer not to say",
    },
    boundary:
      "The coordinator is told today and will speak with you in private. Nothing is arranged for either of you until then.",
    button: "End it",
    ending: "Ending…",
    done: "It has ended.",
  },

  review: {
    title: (name: string) => `Looking back on the time with ${name}`,
    send: "Send",
    check: "Ready to send?",
    checkText: "Only the coordinator reads it, under your name. The other side never sees it.",
    sending: "Sending…",
    sent: "Thank you for looking back.",
    edit: "Go through it again",
    otherTab: "You are looking back in another tab",
    otherTabText:
      "So that two tabs do not overwrite each other, only one of them can be used. Go to the other tab, or go on here: the other one then stops.",
    takeOver: "Go on here",
    taken: "You went on in another tab",
    takenText: "This tab has stopped, so that nothing is overwritten. You can close it.",
    kept: {
      nothing: "What you write is kept on this device until you send it.",
      saving: "Being kept…",
      device: "Kept on this device until you send it.",
      session: "Kept until you close this tab.",
      nowhere: "Not kept: this browser keeps nothing. Send it before you close this tab.",
    },
  },

  certificate: {
    title: "Certificate",
    thanks: "Thank you",
    for: (name: string, round: string) => `${name} was a mentor in “${round}”.`,
    period: (from: string, to: string, count: number) => `From ${from} to ${to}, ${meetings(count)}.`,
    words:
      "Somebody had a person who listened, asked, and told of their own mistakes as well as of what went right. That time is a gift, and we thank you for it.",
    note: "It says nothing about how it went, for that is nobody's business but yours.",
    print: "Print",
    signature: "For the programme",
  },

  standing: {
    title: { mentee: "Your request", mentor: "Your offer" },
    available: {
      mentee: "You may be matched with a mentor.",
      mentor: (places: number) =>
        places === 0
          ? "You offer no place just now."
          : `You offer ${places === 1 ? "one place" : `${places} places`}.`,
    },
    paused: "Paused: you are not proposed to anybody. Nobody is told.",
    ended: "Withdrawn: you are not proposed to anybody.",
    pause: "Pause",
    resume: "I am available again",
    end: "Withdraw",
    saving: "Saving…",
  },
} as const;
