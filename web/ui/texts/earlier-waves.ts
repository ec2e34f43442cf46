/** What other waves of nearly the same people mean for one, in British English. */
import { dateText } from "../dates.ts";

export interface StandingTold {
  readonly standing: "free" | "cells" | "trend" | "direction" | "refused";
  readonly earlier: string;
  readonly about: string | null;
  readonly groups: readonly string[];
  readonly joined: number;
  readonly left: number;
}

function turnover({ joined, left }: StandingTold): string {
  const parts = [joined > 0 ? `${joined} joined` : "", left > 0 ? `${left} left` : ""];
  return parts.filter((part) => part !== "").join(" and ");
}

const FOLLOWS: Readonly<Record<StandingTold["standing"], string>> = {
  free: "figures are shown as ever.",
  cells:
    "so many that they are a group themselves. Figures near what they alone could have made stand as “at least” or “at most”.",
  trend: "more than 300 days after. Figures are shown as ever, and raters are told what that means.",
  direction:
    "less than 300 days after. Of questions that both ask, only whether answers are higher or lower is shown.",
  refused: "less than 90 days after. The wave cannot be opened like this.",
};

export const EARLIER_WAVES_TEXTS = {
  title: "Beside other waves",
  none: "No other wave asks some of these people, but not all of them, the same. Figures are shown as ever.",
  intro:
    "Other waves ask nearly the same people the same. What two figures say together must not tell what those answered who joined or left in between.",
  openFrom: (iso: string) =>
    `It can be opened as it is from ${dateText(iso)} on. Or ask exactly the same people, change as many in each group as figures need, or ask other questions.`,
  openLater:
    "As it is, it can be opened 90 days after the other wave has closed. Or ask exactly the same people, change as many in each group as figures need, or ask other questions.",
  more: (count: number) => (count === 1 ? "and 1 more group" : `and ${count} more groups`),
  line: (told: StandingTold) => {
    const who = [told.about ?? "Everybody", told.groups.join(" and ")].filter((part) => part !== "");
    return `${who.join(", ")}: since “${told.earlier}” ${turnover(told)}; ${FOLLOWS[told.standing]}`;
  },
} as const;
