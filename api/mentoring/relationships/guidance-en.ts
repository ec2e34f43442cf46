/** Guidance for both sides and what the agreement says, in English. */

export interface GuidancePage {
  readonly title: string;
  readonly sections: readonly { readonly title: string; readonly points: readonly string[] }[];
}

export const AGREEMENT_TEXT = {
  title: "Our agreement",
  points: [
    "What we say stays between us. Either of us may speak about what we ourselves said. If somebody is in danger, we get help and say so to each other first where we can.",
    "The mentee brings a live issue: something real, of now, that they want to move forward.",
    "Each of us keeps the dates, or says early that one cannot be kept.",
    "Either of us may end it at any time and need not say why. Nobody is at fault when two people do not fit.",
    "We look back together at the end.",
  ],
} as const;

export const GUIDANCE: { readonly mentee: GuidancePage; readonly mentor: GuidancePage } = {
  mentee: {
    title: "For mentees",
    sections: [
      {
        title: "Before the first meeting",
        points: [
          "Choose one live issue. Write down in two lines what you have tried and what you want to be different.",
          "You set the date: your mentor waits for you to ask.",
        ],
      },
      {
        title: "In the meetings",
        points: [
          "You steer. Say at the beginning what you want to take away.",
          "Ask for what helps you: a question, an example, a plain opinion.",
          "End each meeting with one thing that you will do, and begin the next with what came of it.",
        ],
      },
      {
        title: "What a mentor is not",
        points: [
          "Not your manager, not a way to a job, not a therapist. A mentor does not speak for you elsewhere.",
          "If it does not work, say so or end it here. It counts against nobody.",
        ],
      },
    ],
  },
  mentor: {
    title: "For mentors",
    sections: [
      {
        title: "Before the first meeting",
        points: [
          "Read what your mentee wants to get out of it. You need not prepare anything else.",
          "Keep an hour free, in a place where nobody overhears you.",
        ],
      },
      {
        title: "In the meetings",
        points: [
          "Listen first. Ask what they have tried before you say what you would do.",
          "Tell of your own mistakes as well as of what went right.",
          "Advise when asked; leave the decision to them.",
        ],
      },
      {
        title: "Limits",
        points: [
          "You do not report on your mentee to anybody, their manager included.",
          "If something worries you that is beyond mentoring, say so to your mentee, then to the coordinator.",
          "If you have too little time, pause your offer here. Nobody is told why.",
        ],
      },
    ],
  },
};
