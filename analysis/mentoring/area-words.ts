/** The areas of help in the words of the form that asks for them. */
import { isJsonObject } from "../../surveys/json-value.ts";
import menteeRequest from "../../surveys/library/mentee-request.json" with { type: "json" };

function readAreas(): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const pages: readonly { readonly elements: readonly unknown[] }[] = menteeRequest.pages;
  const question = pages
    .flatMap(({ elements }) => elements)
    .find((element) => isJsonObject(element) && element["name"] === "areas");
  const choices: unknown = isJsonObject(question) ? question["choices"] : undefined;
  for (const choice of Array.isArray(choices) ? choices : []) {
    if (!isJsonObject(choice)) continue;
    const { value, text } = choice;
    if (typeof value === "string" && typeof text === "string") words.set(value, text);
  }
  return words;
}

const AREAS = readAreas();

/**
 * An area as people ticked it.
 *
 * @param code the area's code in the form
 * @returns the form's words; the code's own where the form does not know it
 * @example areaText("presenting"); // "Speaking to an audience"
 */
export function areaText(code: string): string {
  return AREAS.get(code) ?? code.replaceAll("-", " ");
}
