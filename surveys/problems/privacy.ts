/** Lint rules for the promise: an anonymous definition asks for nothing that says who answers. */
import type { Item } from "../definition.ts";
import { ownValue, pointerTo, stringOf } from "../json-value.ts";
import type { PlacedQuestion } from "../walk-questions.ts";
import { type LintRule, quoted } from "./finding.ts";

/** Parts of a code that ask for a person. */
const CODE_WORDS =
  /(^|-)(name|names|firstname|lastname|surname|forename|email|mail|e-mail|phone|telephone|mobile|birthday|date-of-birth|dob|address|postcode|signature|staff-(number|id)|employee-(number|id)|personnel-number|payroll(-number)?|national-insurance|username|user-id|login)(-|$)/;

/** Words in a title that ask for a person. */
const TITLE_WORDS =
  /\b(your|full|first|last|family|given|maiden)\s+(name|names|surname|initials|signature)\b|\bwhat\s+(is|are)\s+you\s+called\b|\bwho\s+are\s+you\b|\bsurname\b|\bforename\b|\be-?mail\b|\bmail address\b|\b(phone|telephone|mobile)( number)?\b|\bdate of birth\b|\bbirth ?day\b|\bborn\b|\b(home|postal) address\b|\bpostcode\b|\b(staff|employee|personnel|payroll|badge|national insurance)\s+(number|id)\b|\buser ?name\b|\blog-?in\b|\b(sign|initial) here\b/i;

const TITLE_ALONE = /^\s*(name|names|initials|signature|mail|address)\s*[:?*]?\s*$/i;

/** An anonymous definition asks for a name, an address, a date or a number that belongs to one person. */
export const anonymousAsksIdentity: LintRule = (draft) => {
  if (draft.soundings.identity !== "anonymous") return [];
  // The personal code asks for a letter of a name, and has rules of its own.
  const code = new Set(draft.soundings.personalCode ?? []);
  return draft.placed.flatMap((placed) => {
    if (code.has(stringOf(placed.node, "name") ?? "")) return [];
    const reason = reasonFor(placed, draft.items);
    if (reason === undefined) return [];
    return [
      {
        rule: "anonymous-asks-identity",
        pointer: placed.pointer,
        sentence: `The definition is anonymous, but ${quoted(stringOf(placed.node, "name"))} ${reason}.`,
        repair: "Take the question out, ask in coarse categories, or make the definition identified.",
      },
    ];
  });
};

function reasonFor({ node }: PlacedQuestion, items: readonly Item[]): string | undefined {
  const type = stringOf(node, "type");
  if (type !== "text" && type !== "comment") return undefined;
  const input = stringOf(node, "inputType") ?? "text";
  if (input === "email") return "asks for a mail address";
  if (input === "date") return "asks for a date, and few people share one";
  if (stringOf(node, "autocomplete") !== undefined)
    return "is filled in by the browser with what it knows of the person";
  const name = stringOf(node, "name") ?? "";
  if (CODE_WORDS.test(name)) return "has a code that speaks of a person";
  const titles = items.filter((item) => item.question === name).flatMap(({ title }) => Object.values(title));
  const asks = titles.some((title) => TITLE_WORDS.test(title) || TITLE_ALONE.test(title));
  if (asks) return "asks who the person is";
  return ownValue(node, "validators") !== undefined &&
    JSON.stringify(ownValue(node, "validators")).includes('"email"')
    ? "asks for a mail address"
    : undefined;
}

/** A number somebody types exactly, such as an age or years of service, picks people out of a small group. */
export const anonymousAsksNumber: LintRule = ({ soundings, questions }) => {
  if (soundings.identity !== "anonymous") return [];
  return questions.flatMap((question) =>
    question.answer !== "number"
      ? []
      : [
          {
            rule: "anonymous-asks-number",
            pointer: pointerTo(question.pointer, "inputType"),
            sentence: `The definition is anonymous, but ${quoted(question.name)} asks for an exact number.`,
            repair: "Offer ranges as choices, for instance up to 2 years, 3 to 10 years, more than 10 years.",
          },
        ],
  );
};
