/** What invitations and reminders say. Plain text: no pictures, no tracking, the link as it is. */
import { deadlineText } from "../deadline-text.ts";

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
  readonly reminder: boolean;
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

const ANONYMOUS =
  "Before you answer, the page says who will see what. Your answers are sealed in your browser and cannot be matched to this mail.";
const ANONYMOUS_360 =
  "Before you answer, the page says who will see what. Where your answers are shown by name, as those about yourself are, it says so; all others are sealed in your browser and cannot be matched to this mail.";
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

/** The text of one invitation or reminder. */
export function invitationText(mail: InvitationMail): MailText {
  const opening = mail.reminder ? "A reminder, in case it slipped your mind." : undefined;
  const closing = mail.closesAt === null ? undefined : `The survey closes on ${deadlineText(mail.closesAt)}.`;
  const parts = [
    `Dear ${mail.raterName},`,
    opening,
    aboutWhom(mail.aboutNames),
    promiseOf(mail),
    `Your personal link (please do not pass it on):\n${mail.link}`,
    closing,
    mail.anonymous ? fingerprintOf(mail.words) : undefined,
    mail.reminder && mail.anonymous
      ? "We know only that something of your link has not been sent yet, not what anybody answered."
      : undefined,
  ];
  return {
    subject: mail.reminder ? `Reminder: ${mail.waveTitle}` : mail.waveTitle,
    text: `${parts.filter((part) => part !== undefined).join("\n\n")}\n`,
  };
}
