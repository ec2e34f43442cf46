/** What the rater's screens say once the form is there, in English. */
import { OR_EARLIER } from "../../../surveys/told-with-link.ts";

/** How somebody stands to the person they are asked about, by the usual group codes. */
const RELATIONS: Readonly<Record<string, string>> = {
  self: "about yourself",
  "line-manager": "as their line manager",
  peer: "as their peer",
  "direct-report": "as their direct report",
  other: "as somebody who works with them",
};

export const APP_TEXTS = {
  /** Stands for a name where the form is about somebody whom only the rater knows. */
  nobodyNamed: "the person",
  relation: (group: string, label: string) => RELATIONS[group] ?? `in the group “${label}”`,
  people: {
    title: (open: number) => (open === 0 ? "You have answered everything" : "Whom you are asked about"),
    titleSurvey: (open: number) => (open === 0 ? "You have answered" : "Your survey"),
    lead: (open: number, all: number) =>
      open === 0
        ? "Thank you. There is nothing left to do, and you can close this page."
        : all === 1
          ? "One person asked for your honest view."
          : `${all - open} of ${all} sent. You can do them one after the other, today or later.`,
    survey: "The survey",
    start: "Start",
    goOn: "Go on",
    startWith: (name: string) => `Start with ${name}`,
    goOnWith: (name: string) => `Go on with ${name}`,
    startSurvey: "Start the survey",
    goOnSurvey: "Go on with the survey",
    progress: {
      "not-started": "Not started",
      draft: "Draft kept on this device",
      "draft-session": "Draft in this tab only",
      waiting: "Waiting for a connection",
      sent: "Sent",
    },
    byName: "Your answers are shown with your name.",
    inGroup: (invited: number, minimum: number) =>
      invited < minimum
        ? `Your group has ${invited} ${invited === 1 ? "person" : "people"}: too few to be shown alone, so it is merged with other groups or left out.`
        : `${invited} people were asked in your group. Nothing is shown from fewer than ${minimum} answers.`,
    promise: "Read the promise again",
    otherDevice: "Continue on another device",
    enterCode: "I have a code from another device",
    sharedHint:
      "Nothing you type is written to this computer. A draft is lost if this page is reloaded or closed, unless you have your 17 words: choose “Continue on another device” to see them. Close the whole browser when you have finished.",
    closes: (time: string) => `Closes ${time} (your time), ${OR_EARLIER}.`,
    resend: "Try again now",
  },
  form: {
    about: (name: string, relation: string) => `${name}, ${relation}`,
    aboutYourself: "About yourself",
    backToList: "All people",
    backToSurvey: "Overview",
    loading: "Loading the questions…",
    loadFailed:
      "The questions could not be loaded. Nothing is lost. Check your connection, then load them again.",
    loadAgain: "Load again",
    otherTab: "This form is open in another tab",
    otherTabText:
      "So that two tabs do not overwrite each other, only one of them can be used. Go to the other tab, or go on here: the other one then stops.",
    takeOver: "Go on here",
    taken: "You went on in another tab",
    takenText: "This tab has stopped, so that nothing is overwritten. You can close it.",
    locked: "Your answers are safe",
    lockedText:
      "What you typed is on this device, locked. It opens as soon as the server can be reached, because the server holds half of the key until you send. Nothing is lost, and nothing was begun over it.",
    lockedAgain: "Try again now",
  },
  saved: {
    "nothing-yet": "Your answers are saved on this device as you type.",
    saving: "Saving…",
    saved: "Saved on this device",
    "saved-session": "Saved until you close this tab",
    "in-memory":
      "In this tab only, because the server cannot be reached or has no room for drafts. It is saved on this device as soon as it can be. Leave this tab open, or send.",
    "shared-here":
      "In this tab only: nothing is written to this computer. A reload loses it, unless you have your 17 words.",
    "shared-behind": "In this tab. The copy for your 17 words is brought up to date in a few seconds.",
    "shared-copied": "In this tab, and in the copy for your 17 words.",
    showWords: "Show my 17 words",
    "saved-nowhere": "Not saved: this browser keeps nothing. Send before you close this tab.",
    "not-saved": "Could not be saved on this device. Send before you close this tab.",
    "too-long": "Too long to be saved or sent. Please shorten your longest comment.",
    offline: "You are offline. You can go on; nothing is lost.",
  },
  review: {
    title: "Before you send",
    complete: "You have answered every question.",
    missing: (count: number) =>
      count === 1 ? "You left 1 question unanswered." : `You left ${count} questions unanswered.`,
    missingMeans: "You may leave questions out. An empty answer is not counted in any figure.",
    onPage: (title: string, count: number) => `${title}: ${count} unanswered`,
    codeLeftOut: "You left the personal code out, which is fine.",
    codeGiven: "You gave a personal code. Your browser replaces it before anything is sent.",
    codePart: (count: number) =>
      `Your personal code lacks ${count} answers. That is fine too, but it works only if at most one is missing.`,
    problems: (count: number) =>
      count === 1
        ? "One answer needs another look before you can send."
        : `${count} answers need another look before you can send.`,
    toProblem: "Show the first one",
    final: "Once sent, answers cannot be changed or taken back: nobody could find yours among the others.",
    finalNamed: "Your answers are shown with your name. Once sent, they cannot be changed.",
    finalAttributed:
      "These answers are shown as yours, as you were told before. Once sent, they cannot be changed.",
    send: "Send my answers",
    sending:
      "Sending. This takes a few seconds, on purpose: a short random pause keeps it apart from your link…",
    sendingNamed: "Sending…",
    back: "Back to the questions",
    refused: "Your answers were not sent. They are kept on this device.",
    refusedShared: "Your answers were not sent. They are still in this tab.",
    words: "Note your 17 words before you send",
    wordsWhy:
      "Write them down or photograph them. Sending takes two steps, a few seconds apart. If this computer stops between them, nothing is lost: open your link on any device, choose “I have a code from another device” and type the words; your answers are then sent from there. After the receipt the words open nothing.",
    noCopy:
      "No copy for your 17 words could be put on the server, so they cannot help if this computer stops in the next seconds. You can send all the same: press Send once more, and leave this tab open until it says that your answers have been sent.",
    notTrusted:
      "The server did not prove that it treats you like everybody else, so nothing was sent. Your answers are kept on this device. Tell the coordinator, and try again later.",
  },
  sent: {
    title: "Your answers have been sent",
    before: "These answers had been sent before. They are counted once.",
    what: "They are locked until the survey closes. Then they are opened together with all others, in a random order.",
    nobody:
      "Nobody can match them to you: not an administrator, not from the database, not from a backup. We keep no record of which answers are yours.",
    named: "They are kept with your name, as you were told before.",
    attributed: "They are shown as yours in the report, as you were told before.",
    leaving:
      "The server is just deleting its half of the key to the draft on this device. Leave this page open for a few seconds.",
    left: "The draft on this device cannot be read any more: the server has deleted its half of the key. Only that this device has sent is remembered here.",
    sharedLeaving:
      "The copy for your 17 words is just being deleted. Leave this page open for a few seconds.",
    sharedLeft:
      "Nothing you answered was written to this computer, and the copy for your 17 words has been deleted.",
    fingerprint: "The survey’s fingerprint. The same words stand in the report; if they differ, ask why.",
    next: (name: string) => `Next: ${name}`,
    all: "That was the last one. Thank you. You can close this page.",
    allShared: "That was the last one. Thank you. Now close the whole browser.",
    list: "Back to all people",
    waitingShared:
      "They are in this tab and are sent by themselves as soon as there is a connection. Leave this tab open: nothing is written to this computer.",
    waitingTitle: "Your answers are waiting for a connection",
    waiting:
      "They are kept on this device, locked, and are sent by themselves as soon as there is a connection and this page is open. You can close it and open your link again later, before the survey closes.",
  },
  resume: {
    title: "Continue on another device",
    what: "We put an encrypted copy of your drafts on the server. Only somebody with your code can read it; without the code nobody can, nor say whose it is. The copy is deleted when you send, and at the latest when the survey closes.",
    whatShared:
      "Nothing is written to this computer, so a reload or a closed tab loses your draft. With these words you go on here or anywhere.",
    make: "Make a copy and show my code",
    making: "Making the copy…",
    code: "Your code",
    how: "On the other device open the same link, choose “I have a code from another device”, and type these words. The first four letters of each are enough. Do not give the code to anybody.",
    offline:
      "There is no connection, so no copy could be made. Your drafts are safe on this device. Try again later.",
    tooLong: "A draft is too long to be copied. Please shorten your longest comment.",
    nothing: "There is no draft yet. The code is already yours, and a copy is made once you begin.",
    back: "Back to the list",
  },
  enter: {
    title: "Continue from another device",
    label: "Your code: 17 words",
    hint: "Capital letters do not matter, and the first four letters of each word are enough.",
    replaces: "There are drafts on this device. The drafts of the other device replace them.",
    submit: "Fetch my drafts",
    fetching: "Fetching your drafts…",
    unknownWord: (place: number) =>
      `Word ${place} is not one of the words we use. Please check its spelling.`,
    wrongLength: (words: number) => `A code has 17 words; this has ${words}. Please type all of them.`,
    checkWord: "These words do not fit together. One of them is probably another than on your other device.",
    nothingThere:
      "There is nothing under this code: either everything was sent, or no copy was made. If you are not sure, open “Continue on another device” there again, and wait until it shows the code.",
    offline: "There is no connection. Nothing is lost. Please try again when you are connected.",
    sending:
      "Your answers were on their way when the other device stopped. They are being sent from here now.",
    found: (count: number) => (count === 1 ? "One draft was fetched." : `${count} drafts were fetched.`),
  },
  start: {
    tooOld:
      "This browser is too old to seal your answers, so nothing was asked. Update it, or open the link in another browser (Safari 17, Firefox 130, Chrome or Edge 133, or newer).",
    offline:
      "The survey could not be loaded. Nothing is lost. Check your connection and press the button again.",
    notTrusted:
      "What the server sent does not fit the survey’s fingerprint, so we stopped before you answered anything. Please tell the coordinator.",
  },
} as const;
