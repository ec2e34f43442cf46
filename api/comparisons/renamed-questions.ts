/** The questions that form groups in a programme's surveys, with the names that each survey has for its groups. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { firstLanguage } from "../../surveys/localised-text.ts";

export interface AskedWave {
  readonly wave: string;
  readonly definition: SurveyDefinition;
  /** Codes of the questions that form groups. */
  readonly codes: readonly string[];
}

interface GroupName {
  readonly value: string;
  readonly label: string;
  /** The waves that have a group of this name. */
  readonly waves: readonly string[];
}

export interface RenamedQuestion {
  readonly item: string;
  readonly label: string;
  /** The waves that ask it. */
  readonly waves: readonly string[];
  readonly names: readonly GroupName[];
}

/** In the words of one survey; undefined if it does not ask the question. */
function asked({ soundings, items }: SurveyDefinition, item: string) {
  const found = items.find(({ code, kind }) => code === item && kind === "choice");
  if (found === undefined) return undefined;
  const language = firstLanguage(soundings.languages);
  return {
    label: found.title[language] ?? item,
    choices: (found.choices ?? []).map(({ value, label }) => ({ value, label: label[language] ?? value })),
  };
}

/** Words are the newest wave's; every question that forms groups in one wave, as all waves ask it. */
export function renamedQuestions(waves: readonly AskedWave[]): readonly RenamedQuestion[] {
  const items = [...new Set(waves.flatMap(({ codes }) => codes))];
  return items.flatMap((item) => {
    const versions = waves.flatMap(({ wave, definition }) => {
      const found = asked(definition, item);
      return found === undefined ? [] : [{ wave, ...found }];
    });
    const newest = versions.at(-1);
    if (newest === undefined) return [];
    const labels = new Map(
      versions.flatMap(({ choices }) => choices.map(({ value, label }) => [value, label])),
    );
    const names = [...labels].map(([value, label]) => ({
      value,
      label,
      waves: versions
        .filter(({ choices }) => choices.some((choice) => choice.value === value))
        .map(({ wave }) => wave),
    }));
    return [{ item, label: newest.label, waves: versions.map(({ wave }) => wave), names }];
  });
}
