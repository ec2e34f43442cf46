/** Puts values into the words of a sentence. */

/**
 * @param sentence with names in braces
 * @param values by name; a name that has none stays as it is
 * @returns the sentence with its values
 * @example fillIn("at least {k}", { k: 4 }) // "at least 4"
 */
export function fillIn(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (braces, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : braces,
  );
}
