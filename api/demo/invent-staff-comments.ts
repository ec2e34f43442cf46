/** What invented staff write in the demo's staff surveys: each text once, by authors who are any of them. */
import type { SurveyAnswers } from "../../surveys/definition.ts";

const COMMENTS: Readonly<Record<string, readonly string[]>> = {
  "keep-doing": [
    "My manager asks how I am, and waits for the answer.",
    "The short round-up on Fridays. We know where we stand.",
    "Rotas come out in time now, and swaps are sorted without drama.",
    "They thank people by name.",
    "Open about what has not been decided yet.",
    "When two of us fell out it was taken seriously and settled within a week.",
    "Being trusted to find our own way of doing things.",
    "Our manager knows the work and still steps in when we are short.",
    "Training is granted fairly, part-timers included.",
    "Mistakes are talked about calmly. Nobody is shown up.",
    "Senior managers came to the late shift to hear what we think. That had never happened before.",
    "Good at explaining why, not only what.",
    "Return-to-work talks are kind and practical.",
    "They keep their word on leave.",
    "We are asked before things change, most of the time.",
    "New colleagues are looked after.",
    "They stood up for us when a complaint was unfair.",
    "Clear priorities since the spring.",
    "Answers come back, even when the answer is no.",
    "Humour, and time for a cup of tea when it has been a bad day.",
    "Feedback comes soon after the event, so I can still do something with it. A year ago I would hear about it at the appraisal, months later, when nobody could remember what had really happened.",
    "The door is open, and you are not made to feel a nuisance.",
    "They notice when somebody is struggling.",
    "Regular one-to-ones that are not cancelled.",
  ],
  "one-change": [
    "Fill the vacancies. Everything else follows from being three people short.",
    "Let team leaders decide small purchases themselves.",
    "Tell us what became of the last survey.",
    "Senior managers should come and see a normal day, unannounced.",
    "Stop sending mails at night and expecting answers.",
    "Treat the sites alike. Ours hears of things last.",
    "Deal with the one or two people whose tone everybody knows about.",
    "Fewer forms. We write down the same thing three times.",
    "Say openly when there is no money instead of asking for ideas.",
    "Give managers time to manage. Mine has a full caseload as well.",
    "Appraisals that lead to something.",
    "Take complaints about behaviour seriously the first time.",
    "More notice before changes to the rota.",
    "A real career path for people who do not want to lead others.",
    "Listen to night staff. Meetings are always at two in the afternoon.",
    "One person who is in charge of the new system and can be rung.",
    "Better handover between departments; patients tell their story again and again.",
    "Admit when a decision was wrong and change it. We would think more of you, not less. The new booking rules have cost us hours every week since the autumn, everybody has said so in every meeting, and still we are told that they need to bed in.",
    "Let us see how decisions on promotion are made.",
    "Fewer reorganisations.",
    "Ask those who do the work before buying tools for it.",
    "Protected time for training, also for the late shift.",
    "Somewhere quiet to take a break.",
    "Share good news as quickly as bad news.",
  ],
};

/** Lets every few of the forms hold a comment to each question, as many as there are texts and at most `most`. */
export function withComments(forms: readonly SurveyAnswers[], most: number): readonly SurveyAnswers[] {
  return Object.entries(COMMENTS).reduce((written, [question, texts], turn) => {
    const some = texts.slice(0, most);
    const step = Math.max(1, Math.floor(written.length / Math.max(1, some.length)));
    return written.map((form, place) => {
      const text = (place + turn) % step === 0 ? some[Math.floor((place + turn) / step)] : undefined;
      return text === undefined ? form : { ...form, [question]: text };
    });
  }, forms);
}
