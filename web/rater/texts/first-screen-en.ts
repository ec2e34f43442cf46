/** What the first screen says from its script, in English. */

export const FIRST_SCREEN_TEXTS = {
  opening: "Opening your form…",
  loading: "Your link is fine. Loading the form…",
  offline:
    "There is no connection at the moment. Nothing was lost. Check your connection and press the button again.",
  offlineNow: "You are offline. You can read on; to continue you need a connection once.",
  loadFailed:
    "The form could not be loaded. Nothing was lost. Check your connection, then load this page again.",
  insecure:
    "This page was opened without a secure connection, so your answers could not be encrypted. Open the link from your invitation again; it must begin with https.",
  goBack: "Go on",
  reloadedTitle: "Open your link once more",
  reloaded:
    "This tab does not know your link any more: on a device that others use nothing is kept, so that nobody finds it. Open the whole link from your invitation again. If you noted your 17 words, choose “I have a code from another device” after that: what you had typed is there again.",
  incompleteTitle: "Your link or your code is needed",
  incomplete:
    "If you followed a link, its last part is missing, and that part is your invitation: mail programs sometimes cut long links. Go back to your invitation and open the whole link, or copy it into the address bar. Nothing was lost.",
  letterTitle: "If you have a letter",
  letterLabel: "The code on your letter",
  letterHint:
    "Twenty letters and digits in four groups. Capitals, blanks and hyphens do not matter, and O may stand for 0.",
  letterSubmit: "Continue with this code",
  letterWrong:
    "This is not a whole code: it has twenty letters and digits. Compare it with your letter, group by group.",
  letterAgain: "Type your code again",
  letterUnknown:
    "This code cannot be used: a letter or digit may be wrong, or the survey is not open. Compare it with your letter, group by group. Nothing was lost.",
  wordsTitle: "Some of your letter’s words",
  wordsHint:
    "Your letter has sixteen numbered words, the same for everybody who is asked. They show that this page and your letter belong together. The first four letters of each are enough.",
  wordLabel: (number: number) => `Word ${number}`,
  wordWrong: (number: number) =>
    `This is not word ${number} of this survey. Compare it with your letter. If it stands there just so, do not go on: this page is not the one your letter is for. Tell the coordinator; nothing was sent.`,
  differs:
    "This page is not the one your invitation was made for: the server shows you another survey, other rules or other keys than it told you by mail or letter. Nothing was sent. Open the link from your invitation once more. If you see this again, do not answer here, and tell the coordinator.",
  declineFailed:
    "There is no connection at the moment. You can try again, or just leave this page: that says no as well.",
  declinedTitle: "Thank you",
  declined: "That was all. Nobody is told. You can close this page.",
  closesIn: (time: string) => `${time} (your time)`,
} as const;
