/** What mails of mentoring say: the reader's name, the round, what to do by when, and the link. Nothing of the other
 * side stands in a mail, neither a name nor a wish. */
import { deadlineText } from "../../deadline-text.ts";

export type MentoringMailKind =
  | "invite-mentor"
  | "invite-mentor-after-coaching"
  | "invite-mentee"
  | "choose"
  | "asked"
  | "accepted"
  | "pulse"
  | "ended-as-planned"
  | "ended"
  | "move"
  | "alert";

export interface MentoringMail {
  readonly kind: MentoringMailKind;
  readonly name: string;
  readonly roundTitle: string;
  readonly link: string;
  readonly until?: Date;
}

interface Text {
  readonly subject: (round: string) => string;
  readonly parts: readonly string[];
}

const PRIVATE = "If you say no, or do not answer, nobody is told.";

const TEXTS: Readonly<Record<MentoringMailKind, Text>> = {
  "invite-mentee": {
    subject: (round) => `Would you like a mentor? ${round}`,
    parts: [
      "You are invited to ask for a mentor. The form takes up to twenty minutes; what you have written is kept on your device until you send it.",
    ],
  },
  "invite-mentor": {
    subject: (round) => `Could you be a mentor? ${round}`,
    parts: [
      "You are asked whether you could be a mentor. Four questions, under a minute. It is voluntary: to say no you need not do anything, and nobody will ask why.",
    ],
  },
  "invite-mentor-after-coaching": {
    subject: (round) => `After your coaching: could you be a mentor? ${round}`,
    parts: [
      "Your coaching has come to its end. Some who were coached like to pass on what they learned, as a mentor. Four questions, under a minute.",
      "To say no you need not do anything. Whether you looked at this, left it or declined is known to nobody, and no reminder will come.",
    ],
  },
  choose: {
    subject: (round) => `Choose your mentor: ${round}`,
    parts: [
      "We found mentors who fit what you asked for. One of them is kept for you; you may choose another while there is a place.",
    ],
  },
  asked: {
    subject: (round) => `Somebody would like you as a mentor: ${round}`,
    parts: ["We have a mentee to propose to you. You can say yes or no, without a reason.", PRIVATE],
  },
  accepted: {
    subject: (round) => `You have a mentor: ${round}`,
    parts: ["We found a mentor for you. The page says who it is and what comes next."],
  },
  pulse: {
    subject: (round) => `How is it going? ${round}`,
    parts: ["Two taps: how is the mentoring going, and have you met? The other side never sees it."],
  },
  "ended-as-planned": {
    subject: (round) => `Your mentoring has come to its end: ${round}`,
    parts: ["The day you agreed on has come. Thank you. A short look back takes five minutes."],
  },
  ended: {
    subject: (round) => `Your mentoring has ended: ${round}`,
    parts: [
      "This mentoring has ended. That happens, and nobody is at fault. The page says what you can do next.",
    ],
  },
  move: {
    subject: (round) => `A question about your mentoring: ${round}`,
    parts: [
      "With another pairing somebody who is waiting could have a mentor too. Nothing changes unless both of you agree.",
      PRIVATE,
    ],
  },
  alert: {
    subject: (round) => `Please look at a pair today: ${round}`,
    parts: [
      "Somebody said that something happened that should not have. Everything automatic has stopped for this pair until you have looked.",
    ],
  },
};

/** The text of one mail. */
export function mentoringText({ kind, name, roundTitle, link, until }: MentoringMail): {
  readonly subject: string;
  readonly text: string;
} {
  const { subject, parts } = TEXTS[kind];
  const all = [
    `Dear ${name},`,
    ...parts,
    ...(until === undefined ? [] : [`Please answer by ${deadlineText(until)}.`]),
    `${kind === "alert" ? "The board" : "Your personal link (please do not pass it on)"}:\n${link}`,
  ];
  return { subject: subject(roundTitle), text: `${all.join("\n\n")}\n` };
}
