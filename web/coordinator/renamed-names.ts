/** Which group of an earlier survey may go on under which name of a later one. */

interface GroupName {
  readonly value: string;
  readonly label: string;
  readonly waves: readonly string[];
}

export interface Question {
  readonly item: string;
  readonly label: string;
  /** In the order of time. */
  readonly waves: readonly string[];
  readonly names: readonly GroupName[];
}

export interface Renamed {
  readonly item: string;
  readonly earlier: string;
  readonly later: string;
}

/** Names that some survey with this question does not have. */
export function movedNames({ waves, names }: Question): readonly GroupName[] {
  return names.filter((name) => name.waves.length < waves.length);
}

/** Names that begin after the earlier one ended, and that continue no other. */
export function laterNames(
  question: Question,
  earlier: string,
  stated: readonly Renamed[],
): readonly GroupName[] {
  const { item, waves, names } = question;
  const places = (name: GroupName): readonly number[] => name.waves.map((wave) => waves.indexOf(wave));
  const ended = names.filter(({ value }) => value === earlier).flatMap(places);
  if (ended.length === 0) return [];
  return names.filter(
    (name) =>
      Math.min(...places(name)) > Math.max(...ended) &&
      !stated.some((row) => row.item === item && row.later === name.value),
  );
}

/** Names that ended, that nothing is stated of yet, and that some later name may continue. */
export function earlierNames(question: Question, stated: readonly Renamed[]): readonly GroupName[] {
  return question.names.filter(
    ({ value }) =>
      !stated.some(({ item, earlier }) => item === question.item && earlier === value) &&
      laterNames(question, value, stated).length > 0,
  );
}

/** A name in the words of its survey; what no survey has any more stands as it was stated. */
export function labelOf(questions: readonly Question[], item: string, value: string): string {
  const names = questions.find((question) => question.item === item)?.names;
  return names?.find((name) => name.value === value)?.label ?? value;
}
