/** The words of the page that raters' links lead to, in English; the promise itself comes from surveys/promise.ts. */

function minutesText(minutes: number): string {
  return minutes === 1 ? "one minute" : `${minutes} minutes`;
}

export const RATER_PAGE_TEXTS = {
  asked360: (items: number) => `${items} short questions about each person`,
  askedSurvey: (items: number) => `${items} short questions`,
  optional: "you may leave any of them out",
  someRequired: "those marked (required) need an answer",
  /** Stands for the name of whoever the form is about, before that is known. */
  thePerson: "the person",
  minutes360: (minutes: number) => `About ${minutesText(minutes)} a person; stop and go on whenever you like`,
  minutesSurvey: (minutes: number) => `About ${minutesText(minutes)}; stop and go on whenever you like`,
  closes: "Closes",
  closesLater: "Closes when the coordinator closes it",
  who: "Who sees what",
  fingerprint: "This survey’s fingerprint",
  fingerprintMeans:
    "Everybody who is asked sees these same words, and they stand in the report. They change if anybody changes a rule above, the questions, or the number of people invited. Compare them with a colleague if you want to be sure that nobody treats you specially.",
  decline: "No, thank you",
  declineMeans:
    "It is voluntary. You need not do anything: leaving this page says no as well. If you say so here, nobody is told, no reminder comes, and nobody can tell it from a link that was never opened. If you change your mind later, tell the coordinator.",
  declineSure: "Say no, without anybody knowing",
  device: "Is this your own device, or do others use it?",
  deviceMeans: "Nothing was sent or kept so far.",
  continue: "My own: continue",
  continueShared: "Others use it: continue",
  devices: "What stays on this device",
  deviceOwn:
    "On your own device drafts are kept until you send, encrypted. The server holds half of the key and deletes it after your answers have arrived: whatever your browser’s files still hold then, nobody can read.",
  deviceShared:
    "On a device that others use, nothing you type is written to it. Closing or reloading the page loses a draft, unless you have the 17 words that the page shows you: with them you go on anywhere.",
  deviceHistory:
    "Either way the browser’s history may hold the link of your invitation, as of every page, because it is written before a page can do anything. Whoever finds it sees nothing that you answered; until you have sent, they could answer in your place. On a device that others use, open your link in a private window, or delete this page from the history.",
  noScript:
    "This page needs JavaScript, because your answers are encrypted in your browser before they leave it. Please allow JavaScript for this page, or open the link in another browser. Nothing was lost.",
  unknownTitle: "We do not know this link",
  unknown:
    "The address is not complete, or the survey it led to no longer exists. Go back to your invitation and open the whole link; mail programs sometimes cut long ones. Nothing was lost.",
  lostTitle: "There is no page here",
  lost: "The address is not complete, or has a slip in it. If you were asked to answer a survey, go back to your invitation and open the whole link. If you work with Soundings, begin at its first page.",
  closedTitle: "This survey has closed",
  closed:
    "It takes no more answers. What you sent before it closed is counted; a draft you did not send stays on your device and is seen by nobody. If you have something to say, speak to the coordinator.",
} as const;
