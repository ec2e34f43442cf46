/** Comments of a staff survey on the screen: every list, long ones folded, hidden ones with their reason. */
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { StaffComments } from "../../../../analysis/staff-tables/staff-tables-model.ts";
import { CommentsSection } from "../../../../web/evaluator/results/comments-section.tsx";
import {
  foundComments,
  numberedComments,
  partsOf,
} from "../../../../web/evaluator/results/found-comments.ts";
import { BEFORE } from "../../../support/invented-staff-tables.ts";

function section(...lists: readonly StaffComments["list"][]): string {
  const comments = lists.map((list, place) => ({
    code: `text-${place}`,
    label: `Question ${place + 1}`,
    minimum: 10,
    list,
  }));
  return renderToStaticMarkup(<CommentsSection tables={{ ...BEFORE, comments }} />);
}

const listOf = (value: readonly string[]) => ({ shown: true, n: value.length, value }) as const;
const hidden = (reason: "too-few-answers" | "too-uniform") => ({ shown: false, reason }) as const;

describe("the comments of a staff survey", () => {
  test("stand in the order they came, equal ones each by itself, and as text only", () => {
    const html = section(listOf(["Time", "<b>Calm</b>", "Time"]));
    expect([...html.matchAll(/<li dir="auto">(.*?)<\/li>/g)].map(([, text]) => text)).toEqual([
      "Time",
      "&lt;b&gt;Calm&lt;/b&gt;",
      "Time",
    ]);
    expect(html).toContain("3 comments");
  });

  test("of a long list are folded from the twenty-first on, so that paper shows them all", () => {
    const html = section(listOf(Array.from({ length: 48 }, (_, place) => `Comment ${place}`)));
    const [open = "", folded = ""] = html.split("<summary>");
    expect(open.match(/<li /g)).toHaveLength(20);
    expect(folded).toContain("Show 28 more comments");
    expect(folded.match(/<li /g)).toHaveLength(28);
  });

  test("that are hidden say why, and how many would have been enough, not how many there are", () => {
    const html = section(hidden("too-few-answers"), hidden("too-uniform"));
    expect(html).toContain("Not shown: fewer than 10 comments, so that nobody can be recognised.");
    expect(html).toContain("each would be known to have given the answer that leads to this question");
    expect(html).not.toContain("<input");
  });

  test("are no section where the survey asks for none, or the release is an old one", () => {
    expect(section()).toBe("");
    expect(renderToStaticMarkup(<CommentsSection tables={BEFORE} />)).toBe("");
  });
});

describe("looking for words", () => {
  const comments = numberedComments(["More TIME\nfor talks", "Élan (vital)", "time and time"]);
  const placesOf = (words: string) => foundComments(comments, words).map(({ place }) => place);

  test("finds them whatever their case and the line they stand on, signs taken for signs", () => {
    expect(placesOf("time")).toEqual([0, 2]);
    expect(placesOf(" time for ")).toEqual([0]);
    expect(placesOf("élan (v")).toEqual([1]);
    expect(placesOf(".*")).toEqual([]);
    expect(placesOf("[\\")).toEqual([]);
    expect(placesOf("  ")).toEqual([0, 1, 2]);
  });

  test("marks each place and loses nothing of the text", () => {
    const parts = partsOf("time and time", "TIME");
    expect(parts.filter(({ found }) => found).map(({ at }) => at)).toEqual([0, 9]);
    expect(parts.map(({ part }) => part).join("")).toBe("time and time");
    expect(partsOf("as written", "")).toEqual([{ at: 0, part: "as written", found: false }]);
  });
});
