/** Reads a definition that was found free of problems before it was published. */
import type { SoundingsBlock, SurveyDefinition } from "./definition.ts";
import { itemsOf } from "./items.ts";
import { canonicalJson, isJsonObject, type JsonObject } from "./json-value.ts";
import { firstLanguage, readText } from "./localised-text.ts";
import { readQuestions } from "./read-questions.ts";

/**
 * A published definition from its canonical text. Finds no problems: use it where the text's hash is known to be that
 * of a definition which `loadDefinition` accepted, as in the rater's browser.
 * @param canonical the JSON text of the whole file
 * @returns the definition
 * @throws RangeError when the text has no `soundings` block; SyntaxError when it is no JSON
 * @example readDefinition(await (await fetch(`/api/waves/${wave}/form`)).text())
 */
export function readDefinition(canonical: string): SurveyDefinition {
  const file: unknown = JSON.parse(canonical);
  if (!isJsonObject(file) || !isJsonObject(file["soundings"]))
    throw new RangeError("readDefinition requires a file with a soundings block");
  return definitionOf(file);
}

/**
 * The definition in a file whose shape the schema has accepted.
 * @param file the parsed JSON of the whole file
 * @returns the definition
 * @example definitionOf(JSON.parse(text)).items.length
 */
export function definitionOf(file: JsonObject): SurveyDefinition {
  const { soundings: _block, $schema: _schema, ...survey } = file;
  const soundings = blockOf(file);
  return {
    soundings,
    survey,
    title: readText(survey["title"], soundings.languages) ?? {
      [firstLanguage(soundings.languages)]: soundings.id,
    },
    items: itemsOf(readQuestions(survey, soundings), soundings),
    canonical: canonicalJson(file),
  };
}

/** Guarantee: the schema (survey.schema.json), which describes SoundingsBlock field by field, accepted the file. */
function blockOf(file: JsonObject): SoundingsBlock {
  return file["soundings"] as SoundingsBlock;
}
