/** Rules that follow from who was asked and who had links in hand, in plain words. */
import { linksTold } from "../../surveys/links-told.ts";
import type { LinksInHand } from "../links-in-hand/links-in-hand.ts";
import type { MoreAnswers } from "../waves/people-behind-figures.ts";
import type { ExplainedRule } from "./explanation-words.ts";

interface KnownPeople {
  readonly more: MoreAnswers;
  readonly links: readonly LinksInHand[];
}

/** Nothing where nobody reads the own group's figures, nobody got a second ticket, and no links were in other hands. */
export function peopleRules(minimum: number, { more, links }: KnownPeople): readonly ExplainedRule[] {
  const { secondTickets, readers } = more;
  const reasons = [
    ...(readers === 0
      ? []
      : ["somebody who reads these figures was asked as well, and knows one answer: their own"]),
    ...(secondTickets === 0
      ? []
      : [
          `${secondTickets === 1 ? "1 person" : `${secondTickets} people`} got a second ticket and may have answered twice`,
        ]),
  ];
  const told = linksTold(links);
  return [
    ...(reasons.length === 0
      ? []
      : [
          {
            title: "More answers than the minimum",
            text: `Figures released since need at least ${minimum + secondTickets + readers} answers instead of ${minimum}: ${reasons.join("; and ")}.`,
          },
        ]),
    ...(told.length === 0 ? [] : [{ title: "Links in other hands", text: told.join(" ") }]),
  ];
}
