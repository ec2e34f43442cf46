/** Lint rules for texts: in every language, for every group, with declared names only, and plain. */
import { isJsonObject, type JsonObject, ownValue, pointerTo, stringOf } from "../json-value.ts";
import { TEXT_PROPERTIES } from "../localised-text.ts";
import { type Draft, type LintRule, quoted } from "./finding.ts";

interface PlacedText {
  readonly pointer: string;
  /** A string, or an object from language to string. */
  readonly value: unknown;
}

const BLOCK_TEXTS = new Set(["label", "description", "selfWording", "notObserved"]);

function textsOf({ survey, soundings }: Draft): readonly PlacedText[] {
  const found: PlacedText[] = [];
  const collect = (node: unknown, pointer: string, isText: (key: string) => boolean): void => {
    if (Array.isArray(node)) {
      node.forEach((entry: unknown, place) => {
        collect(entry, pointerTo(pointer, place), isText);
      });
    }
    if (!isJsonObject(node)) return;
    for (const [key, value] of Object.entries(node)) {
      if (isText(key)) found.push({ pointer: pointerTo(pointer, key), value });
      else collect(value, pointerTo(pointer, key), isText);
    }
  };
  collect(survey, "", (key) => TEXT_PROPERTIES.has(key));
  const { scales, dimensions, groups, items } = soundings;
  collect({ scales, dimensions, groups, items }, "/soundings", (key) => BLOCK_TEXTS.has(key));
  for (const [code, { labels }] of Object.entries(scales)) {
    labels.forEach((value, place) => {
      found.push({ pointer: pointerTo("/soundings/scales", code, "labels", place), value });
    });
  }
  return found;
}

/** As much of a text as the schema lets pass: the rest cannot hold anything that is accepted. */
const LONGEST_TEXT = 2000;

function stringsOf(text: PlacedText): readonly { readonly pointer: string; readonly words: string }[] {
  if (typeof text.value === "string")
    return [{ pointer: text.pointer, words: text.value.slice(0, LONGEST_TEXT) }];
  if (!isJsonObject(text.value)) return [];
  return Object.entries(text.value).flatMap(([language, words]) =>
    typeof words === "string"
      ? [{ pointer: pointerTo(text.pointer, language), words: words.slice(0, LONGEST_TEXT) }]
      : [],
  );
}

/** A text that lacks one of the definition's languages. A plain string is the first language. */
export const missingTranslation: LintRule = (draft) => {
  const { languages } = draft.soundings;
  const [first = "en"] = languages;
  return textsOf(draft).flatMap(({ value, pointer }) => {
    const present = isJsonObject(value) ? Object.keys(value) : [first];
    const missing = languages.filter(
      (language) => !present.includes(language) && !(language === first && present.includes("default")),
    );
    if (missing.length === 0) return [];
    return [
      {
        rule: "missing-translation",
        pointer,
        sentence: `This text is missing in ${missing.join(", ")}.`,
        repair: "Write it as an object with one text for each language.",
      },
    ];
  });
};

/** A text in a language that the definition does not declare. */
export const undeclaredLanguage: LintRule = (draft) => {
  const { languages } = draft.soundings;
  return textsOf(draft).flatMap(({ value, pointer }) =>
    Object.keys(isJsonObject(value) ? value : {})
      .filter((language) => language !== "default" && !languages.includes(language))
      .map((language) => ({
        rule: "unknown-language",
        pointer: pointerTo(pointer, language),
        sentence: `This text is in ${quoted(language)}, which is not among the languages of the definition.`,
        repair: "Add it to soundings.languages, or take the text out.",
      })),
  );
};

const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/<\s*[a-z!/][^>]*>/i, "an HTML tag"],
  [/<\s*(script|style|iframe|img|svg|a|b|i|p|br)\b/i, "an HTML tag"],
  [/&(#\d+|#x[0-9a-f]+|[a-z]{2,8});/i, "an HTML entity"],
  [/!?\[[^\]]*\]\([^)]*\)/, "a Markdown link"],
  [/(\*\*|__)(?=\S)[^*_]+\1/, "Markdown emphasis"],
  [/\b(javascript|data|vbscript):\S/i, "an address that runs code"],
];

/** HTML or Markdown: texts are plain, so that nothing in a definition can run or look like part of the product. */
export const markupInText: LintRule = (draft) => {
  return textsOf(draft)
    .flatMap(stringsOf)
    .flatMap(({ pointer, words }) => {
      const found = MARKUP.find(([pattern]) => pattern.test(words));
      if (found === undefined) return [];
      return [
        {
          rule: "html-in-text",
          pointer,
          sentence: `The text ${quoted(words)} holds ${found[1]}.`,
          repair: "Write plain text; use title and description for what should stand out.",
        },
      ];
    });
};

/** Braces in a text around something that is not a declared pipe: SurveyJS would read an expression. */
export const unknownPipe: LintRule = (draft) => {
  const pipes = new Set(draft.soundings.pipes);
  return textsOf(draft)
    .flatMap(stringsOf)
    .flatMap(({ pointer, words }) => {
      const rest = words.replace(/\{([a-z][a-z0-9-]*)\}/g, (braces, name: string) =>
        pipes.has(name) ? "" : braces,
      );
      const found = /\{[^}]*\}?|\}/.exec(rest);
      if (found === null) return [];
      return [
        {
          rule: "unknown-pipe",
          pointer,
          sentence: `The text holds ${quoted(found[0])}, which is no declared pipe.`,
          repair: "Declare the name in soundings.pipes, or write it without braces.",
        },
      ];
    });
};

/** Groups that read the self wording must have one for every item that is reported. */
export const groupWithoutWording: LintRule = ({ soundings, items }) => {
  const group = soundings.groups.find(({ wording }) => wording === "self");
  if (group === undefined) return [];
  return items
    .filter(({ metadata }) => metadata.dimension !== undefined && metadata.selfWording === undefined)
    .map(({ code }) => ({
      rule: "group-without-wording",
      pointer: pointerTo("/soundings/items", code),
      sentence: `The group ${quoted(group.code)} reads the self wording, but ${quoted(code)} has none.`,
      repair: 'Add "selfWording", for instance "I listen".',
    }));
};

/** Those who rate themselves would read their own name: every question with a pipe needs its self wording. */
export const selfReadsOwnName: LintRule = (draft) => {
  const { soundings } = draft;
  if (!soundings.groups.some(({ wording }) => wording === "self")) return [];
  const speaks = (node: JsonObject, key: string) => /\{[a-z]/.test(JSON.stringify(ownValue(node, key)) ?? "");
  return draft.placed.flatMap(({ node, pointer }) => {
    const name = stringOf(node, "name") ?? "";
    const worded = Object.hasOwn(soundings.items, name) && soundings.items[name]?.selfWording !== undefined;
    if (worded || !speaks(node, "title")) return [];
    return [
      {
        rule: "group-without-wording",
        pointer: pointerTo(pointer, "title"),
        sentence: `The title of ${quoted(name)} names the person rated, and the self wording for it is missing.`,
        repair: `Add "selfWording" to soundings.items.${name}.`,
      },
    ];
  });
};
