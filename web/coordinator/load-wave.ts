/** One wave as the coordinator's screens know it. */
import { wavesApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";

export async function loadWave(wave: string) {
  return answerOf(wavesApi[":wave"].$get({ param: { wave } }));
}

export type Wave = Awaited<ReturnType<typeof loadWave>>;

/** A survey about people has subjects and raters; one about nobody in particular has participants. */
export function isAboutPeople(wave: Wave): boolean {
  return wave.groups.length > 0;
}

/** An anonymous staff survey is released as tables to evaluators; nothing else of this kind is. */
export function hasTables(wave: Wave): boolean {
  return wave.kind === "staff-survey" && wave.identity === "anonymous";
}

/** The name of a group, or its code. */
export function groupName(wave: Wave, code: string): string {
  return wave.groups.find((group) => group.code === code)?.label ?? code;
}

/** The name of a subject, or nothing for a survey about nobody in particular. */
export function subjectName(wave: Wave, code: string): string {
  return wave.subjects.find((subject) => subject.code === code)?.name ?? code;
}
