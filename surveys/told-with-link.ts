/** What everybody is told who is given a link, by mail, by letter or on the page: in the same words. */

/** Follows the closing day in the middle of a sentence: a coordinator may close a survey before it, never extend it. */
export const OR_EARLIER = "or earlier if the coordinator closes it";

/** Mails and letters make no promise without it: what holds, and what does not, stands on the page. */
export const BEFORE_YOU_ANSWER =
  "Before you answer, the page says who will see what, and what cannot be promised.";
