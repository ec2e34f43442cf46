/** How many more answers than the policy's minimum a figure of a wave needs, so that as many other people are behind it. */
import { peopleWithRole } from "../roster/store.ts";
import type { PeopleReader } from "../storage/people-store.ts";
import { endedList } from "./ended-list-store.ts";
import { findWave } from "./find-wave.ts";
import { assignmentsOfWave, groupCounts } from "./store.ts";

export interface MoreAnswers {
  /** Each of these people may have answered twice. */
  readonly secondTickets: number;
  /**
   * One, if somebody who reads the figures was asked: their own answer is no secret to them. Each reader knows one
   * answer, whichever group they count themselves to. Known from the lists, whether or not they answered.
   */
  readonly readers: 0 | 1;
}

export async function moreAnswersNeeded(db: PeopleReader, wave: string): Promise<MoreAnswers> {
  const ended = await endedList(db, wave);
  const asked = new Set((await assignmentsOfWave(db, wave)).map(({ raterPersonId }) => raterPersonId));
  const { programmeId } = await findWave(db, wave);
  const readers = [
    ...(await peopleWithRole(db, "coordinator", programmeId)),
    ...(await peopleWithRole(db, "evaluator", programmeId)),
  ];
  return {
    secondTickets: (await groupCounts(db, wave)).reduce((sum, { reissues }) => sum + reissues, 0),
    readers: ended?.readers === 1 || readers.some((person) => asked.has(person)) ? 1 : 0,
  };
}

/** The smallest number of answers behind a figure of a staff survey. */
export async function minimumOfFigures(db: PeopleReader, wave: string, minimum: number): Promise<number> {
  const { secondTickets, readers } = await moreAnswersNeeded(db, wave);
  return minimum + secondTickets + readers;
}
