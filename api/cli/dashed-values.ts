/** Values that begin with a dash, as one of 64 identifiers does: written so that they are not taken for options. */

interface Option {
  readonly type: "string" | "boolean";
}

/**
 * Joins an option and the value behind it, unless the value is itself an option: then the value was forgotten.
 * @example joinDashedValues(["--programme", "-x7"], { programme: { type: "string" } }) // ["--programme=-x7"]
 */
export function joinDashedValues(
  args: readonly string[],
  options: Readonly<Record<string, Option>>,
): readonly string[] {
  const joined: string[] = [];
  for (let place = 0; place < args.length; place += 1) {
    const word = args[place] ?? "";
    const value = args[place + 1];
    const wantsValue = word.startsWith("--") && options[word.slice(2)]?.type === "string";
    if (wantsValue && value?.startsWith("-") === true && !isOption(value, options)) {
      joined.push(`${word}=${value}`);
      place += 1;
    } else joined.push(word);
  }
  return joined;
}

function isOption(word: string, options: Readonly<Record<string, Option>>): boolean {
  const [name = ""] = word.split("=");
  return name === "--" || (name.startsWith("--") && name.slice(2) in options);
}
