/** The time, as something that a test can set. */

export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
