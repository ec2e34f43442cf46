/** Lint rules for the personal code: short answers, on a page of their own that may be left out, read by nothing else. */
import { conditionParts } from "../conditions.ts";
import { isJsonObject, numberOf, ownValue, pointerTo, stringOf } from "../json-value.ts";
import type { PlacedQuestion } from "../walk-questions.ts";
import { conditionsOf } from "./conditions.ts";
import type { Draft, Finding, LintRule } from "./finding.ts";
import { quoted } from "./finding.ts";

/** Longer answers, such as a whole name, would tell whose they are. */
const LONGEST_ELEMENT = 2;
const MOST_CHOICES = 40;

function elementsOf({ soundings, placed }: Draft): readonly PlacedQuestion[] {
  const names = new Set(soundings.personalCode ?? []);
  return placed.filter(({ node }) => names.has(stringOf(node, "name") ?? ""));
}

/** Only an anonymous staff survey links its waves by code: elsewhere people are known, or rate somebody else. */
export const personalCodeFitsKind: LintRule = ({ soundings }) => {
  if (soundings.personalCode === undefined) return [];
  if (soundings.kind === "staff-survey" && soundings.identity === "anonymous") return [];
  return [
    {
      rule: "personal-code-kind",
      pointer: "/soundings/personalCode",
      sentence: "A personal code is asked for, but this is no anonymous staff survey.",
      repair: "Take personalCode and its questions out.",
    },
  ];
};

/** An element that is not asked. */
export const personalCodeUnknown: LintRule = (draft) => {
  const asked = new Set(elementsOf(draft).map(({ node }) => stringOf(node, "name")));
  return (draft.soundings.personalCode ?? []).flatMap((name, place) =>
    asked.has(name)
      ? []
      : [
          {
            rule: "personal-code-unknown",
            pointer: pointerTo("/soundings/personalCode", place),
            sentence: `The personal code names ${quoted(name)}, which is not asked.`,
            repair: "Add the question to the code's page, or take it out of personalCode.",
          },
        ],
  );
};

/** An element whose answer is long, free, forced, or means something else besides. */
export const personalCodeQuestion: LintRule = (draft) => {
  return elementsOf(draft).flatMap((placed): Finding[] => {
    const wrong = wrongWith(placed, draft);
    if (wrong === undefined) return [];
    return [
      {
        rule: "personal-code-question",
        pointer: placed.pointer,
        sentence: `The question ${quoted(stringOf(placed.node, "name"))} belongs to the personal code, but ${wrong}.`,
        repair: `Ask for a text with a maxLength of ${LONGEST_ELEMENT} or less, or for one of at most ${MOST_CHOICES} choices; let it be left out, and give it no scale.`,
      },
    ];
  });
};

function wrongWith({ node, containers }: PlacedQuestion, { soundings }: Draft): string | undefined {
  const type = stringOf(node, "type");
  const holders = [...containers.map((container) => container.node), node];
  const has = (key: string): boolean => ownValue(node, key) === true;
  if (type === "text") {
    const longest = numberOf(node, "maxLength") ?? 0;
    if (longest < 1 || longest > LONGEST_ELEMENT) return "takes long answers";
    if ((stringOf(node, "inputType") ?? "text") !== "text") return "asks for more than a short text";
  } else if (type !== "dropdown" && type !== "radiogroup") return "is no short text and no choice of one";
  const choices = ownValue(node, "choices");
  if (type !== "text" && (!Array.isArray(choices) || choices.length > MOST_CHOICES))
    return "has too many choices";
  if (has("showOtherItem") || has("hasOther") || has("showNoneItem") || has("hasNone"))
    return "takes answers besides its choices";
  if (has("isRequired") || stringOf(node, "requiredIf") !== undefined) return "must be answered";
  if (holders.some((holder) => stringOf(holder, "visibleIf") !== undefined)) return "is shown to some only";
  const metadata = Object.hasOwn(soundings.items, stringOf(node, "name") ?? "");
  return metadata ? "is listed in soundings.items" : undefined;
}

/** The code stands alone on the last page, which says what it is for: who leaves it out has nothing more to answer. */
export const personalCodePage: LintRule = (draft) => {
  const elements = elementsOf(draft);
  const [first] = elements;
  if (first === undefined) return [];
  const page = first.containers[0]?.pointer ?? "";
  const pages = ownValue(draft.survey, "pages");
  const last = Array.isArray(pages) ? pointerTo("/pages", pages.length - 1) : "";
  const here = draft.placed.filter(({ containers }) => containers[0]?.pointer === page);
  const described =
    isJsonObject(first.containers[0]?.node) && ownValue(first.containers[0].node, "description");
  const wrong =
    page !== last || elements.some(({ containers }) => containers[0]?.pointer !== page)
      ? "does not stand together on the last page"
      : here.length > elements.length
        ? "shares its page with other questions"
        : described === undefined || described === false
          ? "has no description on its page"
          : undefined;
  if (wrong === undefined) return [];
  return [
    {
      rule: "personal-code-page",
      pointer: page,
      sentence: `The personal code ${wrong}.`,
      repair: "Give it the last page for itself, with a description that says what it is for.",
    },
  ];
};

/** A condition sees the answer in the browser and its hash on the server, so that the two would differ. */
export const personalCodeCondition: LintRule = (draft) => {
  const names = new Set(draft.soundings.personalCode ?? []);
  return conditionsOf(draft).flatMap(({ text, pointer }) => {
    const named = conditionParts(text)?.variables.find((variable) => names.has(variable));
    if (named === undefined) return [];
    return [
      {
        rule: "personal-code-condition",
        pointer,
        sentence: `The condition ${quoted(text)} rests on ${quoted(named)}, an element of the personal code.`,
        repair: "Let it rest on another question.",
      },
    ];
  });
};
