/** From questions to items: pages, panels and matrix rows become one flat list with stable codes. */
import type { Item, ItemKind, ItemMetadata, SoundingsBlock } from "./definition.ts";
import { type Choice, OTHER, otherCode, type Question, rowCode } from "./question.ts";

/**
 * The items of a survey in the order asked. A matrix gives one item a row, with the code "question.row"; a choice
 * "other" gives one more item for its text, with the code "question.other".
 * @param questions the questions, in the order asked
 * @param soundings the metadata of the definition
 * @returns items with their codes, kinds, choices and metadata
 * @example itemsOf(readQuestions(survey, soundings), soundings).map((item) => item.code)
 */
export function itemsOf(questions: readonly Question[], soundings: SoundingsBlock): readonly Item[] {
  return questions.flatMap((question) => itemsOfQuestion(question, soundings));
}

function itemsOfQuestion(question: Question, soundings: SoundingsBlock): readonly Item[] {
  const base = { question: question.name, title: question.title };
  switch (question.answer) {
    case "grid":
      return question.rows.map((row) => {
        const code = rowCode(question.name, row.value);
        const metadata = metadataOf(code, soundings);
        return {
          ...base,
          code,
          row: row.value,
          title: row.text,
          metadata,
          ...choiceKind(question.choices, metadata),
        };
      });
    case "one": {
      const metadata = metadataOf(question.name, soundings);
      const item: Item = {
        ...base,
        code: question.name,
        metadata,
        ...choiceKind(choicesWithOther(question), metadata),
      };
      return [item, ...otherItem(question)];
    }
    case "some":
    case "order": {
      const kind: ItemKind = question.answer === "some" ? "choices" : "ranking";
      const metadata = metadataOf(question.name, soundings);
      const choices = itemChoices(choicesWithOther(question));
      return [{ ...base, code: question.name, kind, choices, metadata }, ...otherItem(question)];
    }
    default:
      return [
        {
          ...base,
          code: question.name,
          kind: question.answer,
          metadata: metadataOf(question.name, soundings),
        },
      ];
  }
}

function metadataOf(code: string, { items }: SoundingsBlock): ItemMetadata {
  return (Object.hasOwn(items, code) ? items[code] : undefined) ?? {};
}

function choiceKind(choices: readonly Choice[], metadata: ItemMetadata): Pick<Item, "kind" | "choices"> {
  return metadata.scale === undefined ? { kind: "choice", choices: itemChoices(choices) } : { kind: "scale" };
}

function itemChoices(choices: readonly Choice[]): NonNullable<Item["choices"]> {
  return choices.map(({ value, text }) => ({ value: String(value), label: text }));
}

function choicesWithOther(question: Question & { readonly choices: readonly Choice[] }): readonly Choice[] {
  if (!("other" in question) || question.other === undefined) return question.choices;
  return [...question.choices, { value: OTHER, text: question.other, exclusive: false }];
}

function otherItem(question: Question): readonly Item[] {
  if (!("other" in question) || question.other === undefined) return [];
  return [
    {
      code: otherCode(question.name),
      question: question.name,
      kind: "text",
      title: question.other,
      metadata: {},
    },
  ];
}
