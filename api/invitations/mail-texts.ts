/** What invitations and reminders say. Plain text: no pictures, no tracking, the link as it is. */
import { BEFORE_YOU_ANSWER, OR_EARLIER } from "../../surveys/told-with-link.ts";
import { deadlineText } from "../deadline-text.ts";

/**
 * A reminder goes to those with something unsent; "to all" where it goes to everybody alike. "new-link" replaces an
 * earlier link.
 */
export type MailOccasion = "invitation" | "reminder" | "reminder-to-all" | "new-link";

export interface InvitationMail {
  readonly raterName: string;
  readonly waveTitle: string;
  /** Names of those the rater is asked about; empty if the survey is about nobody in particular. */
  readonly aboutNames: readonly string[];
  readonly link: string;
  /** The fingerprint of the wave; none where links go without. */
  readonly words: readonly string[];
  readonly closesAt: Date | null;
  readonly anonymous: boolean;
  /** In a 360 some answers, such as a self-rating, may stand under a name although the wave is anonymous. */
  readonly someByName: boolean;
  readonly occasion: MailOccasion;
}

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

function aboutWhom(names: readonly string[]): string {
  if (names.length === 0) return "You are asked to answer a short survey.";
  const shown =
    names.length <= 12 ? names.map((name) => `  - ${name}`).join("\n") : `  ${names.length} people`;
  return `You are asked for your view of:\n${shown}`;
}

const ANONYMOUS = `${BEFORE_YOU_ANSWER} Your answers are sealed in your browser and cannot be matched to this mail.`;
const ANONYMOUS_360 = `${BEFORE_YOU_ANSWER} Where your answers are shown by name, as those about yourself are, it says so; all others are sealed in your browser and cannot be matched to this mail.`;
const IDENTIFIED = "Your answers are given with your name. The page says who will see them before you begin.";

function promiseOf({ anonymous, someByName }: InvitationMail): string {
  if (!anonymous) return IDENTIFIED;
  return someByName ? ANONYMOUS_360 : ANONYMOUS;
}

/** The page checks it by the link; the words are for those who want to compare them. */
function fingerprintOf(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const lines = [words.slice(0, 8), words.slice(8)].map((part) => `  ${part.join(" ")}`).join("\n");
  return `This survey's fingerprint, the same for everybody who is asked. Your link holds it, and the page goes on only if it fits:\n${lines}`;
}

const OPENINGS: Readonly<Record<MailOccasion, string | undefined>> = {
  invitation: undefined,
  reminder: "A reminder, in case it slipped your mind.",
  "reminder-to-all": "A reminder, in case it slipped your mind.",
  "new-link":
    "This is a new personal link; the one you had before no longer opens anything. What you have sent stays sent, and counts once.",
};

const WHY_REMINDED: Readonly<Record<MailOccasion, string | undefined>> = {
  invitation: undefined,
  reminder: "We know only that something of your link has not been sent yet, not what anybody answered.",
  "reminder-to-all":
    "This mail was made alike for people who have answered and people who have not. If you have sent everything, there is nothing to do.",
  "new-link": undefined,
};

/** The text of one invitation, reminder or new link. */
export function invitationText(mail: InvitationMail): MailText {
  const isReminder = mail.occasion === "reminder" || mail.occasion === "reminder-to-all";
  const closing =
    mail.closesAt === null
      ? undefined
      : `The survey closes on ${deadlineText(mail.closesAt)}, ${OR_EARLIER}.`;
  const parts = [
    `Dear ${mail.raterName},`,
    OPENINGS[mail.occasion],
    aboutWhom(mail.aboutNames),
    promiseOf(mail),
    `Your personal link (please do not pass it on):\n${mail.link}`,
    closing,
    mail.anonymous ? fingerprintOf(mail.words) : undefined,
    mail.anonymous ? WHY_REMINDED[mail.occasion] : undefined,
  ];
  return {
    subject: isReminder ? `Reminder: ${mail.waveTitle}` : mail.waveTitle,
    text: `${parts.filter((part) => part !== undefined).join("\n\n")}\n`,
  };
}
