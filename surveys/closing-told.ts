/** How a closing time is told to those who are asked: a coordinator may close a survey before it, never extend it. */

/** Follows a day, in the middle of a sentence: page, mails and letters say it in these words. */
export const OR_EARLIER = "or earlier if the coordinator closes it";
