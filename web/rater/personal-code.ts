/** The personal code leaves the browser as hashes only, and not at all where the wave is linked to no other. */
import type { SurveyAnswers, SurveyDefinition } from "../../surveys/definition.ts";
import type { Manifest } from "../../surveys/manifest.ts";
import { elementOfDigest, sealPersonalCode, textOfElement } from "../../surveys/personal-code.ts";

/** The answers as they are sent: elements of the personal code hashed with the programme's salt, or left out. */
export function hashPersonalCode(
  answers: SurveyAnswers,
  definition: SurveyDefinition,
  { linkingSalt }: Pick<Manifest, "linkingSalt">,
): Promise<SurveyAnswers> {
  return sealPersonalCode(answers, definition, async (question, answer) => {
    const text = linkingSalt === undefined ? undefined : textOfElement(linkingSalt, question, answer);
    if (text === undefined) return undefined;
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return elementOfDigest(new Uint8Array(digest));
  });
}
