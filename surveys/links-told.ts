/** What raters and readers are told of links that staff had in hand. */
import { fillIn } from "./fill-in.ts";
import { ENGLISH_PROMISE, type PromiseSentences } from "./promise-sentences.ts";

export interface LinksOfOneWay {
  /** Printed letters, texts of mails that did not leave, or new links in place of earlier ones. */
  readonly way: "letter" | "mail-text" | "new-link";
  /** How many people's links. */
  readonly people: number;
  /** For how many of them more than once. */
  readonly again: number;
  /** Names of the members of staff. */
  readonly by: readonly string[];
}

const WORDS = {
  letter: { one: "letterInHand", many: "lettersInHand", again: "lettersAgain" },
  "mail-text": { one: "mailInHand", many: "mailsInHand", again: "mailsAgain" },
  "new-link": { one: "newLink", many: "newLinks", again: "newLinksAgain" },
} as const satisfies Record<LinksOfOneWay["way"], Record<string, keyof PromiseSentences>>;

/**
 * One sentence for each way in which links were in staff's hands.
 * @param links how many people's and whose hands, one entry a way; `people` and `again` are counts of persons
 * @param sentences the words; English unless given
 * @returns sentences in the order given
 * @example linksTold([{ way: "letter", people: 12, again: 0, by: ["Kim"] }]) // ["Letters for 12 people were printed by Kim, …"]
 */
export function linksTold(
  links: readonly LinksOfOneWay[],
  sentences: PromiseSentences = ENGLISH_PROMISE,
): readonly string[] {
  return links.map(({ way, people, again, by }) => {
    const words = WORDS[way];
    const staff = [by.slice(0, -1).join(", "), by.at(-1) ?? ""].filter((part) => part !== "");
    const values = { people, again, staff: staff.join(sentences.cutAnd) };
    const told = fillIn(sentences[people === 1 ? words.one : words.many], values);
    return again === 0 ? told : `${told} ${fillIn(sentences[words.again], values)}`;
  });
}
