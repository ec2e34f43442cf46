/** How people and groups are called on the rater's screens. */
import { textIn } from "../../surveys/localised-text.ts";
import type { DeskParts } from "./desk-parts.ts";
import type { PersonAsked } from "./open-invitation.ts";
import { APP_TEXTS } from "./texts/app-en.ts";

/** The language of the page, as the definition knows it. */
export function languageOf({ definition }: DeskParts): string {
  return definition.soundings.languages[0] ?? "en";
}

export function groupOf({ definition }: DeskParts, person: PersonAsked) {
  return definition.soundings.groups.find(({ code }) => code === person.group);
}

/** "as their direct report", "about yourself"; undefined where there are no groups. */
export function relationOf(parts: DeskParts, person: PersonAsked): string | undefined {
  const group = groupOf(parts, person);
  if (group === undefined) return undefined;
  const label = textIn(group.label, languageOf(parts), parts.definition.soundings.languages);
  return APP_TEXTS.relation(group.code, label);
}

/** The person's name, or the survey's title where it is about nobody in particular. */
export function nameOf(parts: DeskParts, person: PersonAsked): string {
  if (person.name !== "") return person.name;
  return textIn(parts.definition.title, languageOf(parts), parts.definition.soundings.languages);
}

/** True if the rater was told that these answers are shown as theirs. */
export function isAttributed(parts: DeskParts, person: PersonAsked): boolean {
  return groupOf(parts, person)?.attributed === true;
}
