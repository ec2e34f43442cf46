/** What is told of links in other hands: how many, whose hands, how often; never whose links. */
import { expect, test } from "vitest";
import { linksTold } from "../../surveys/links-told.ts";

test("one person and several, one member of staff and several, once and again", () => {
  const told = linksTold([
    { way: "letter", people: 12, again: 3, by: ["Kim", "Lee", "Max"] },
    { way: "mail-text", people: 1, again: 1, by: ["Kim"] },
    { way: "new-link", people: 2, again: 0, by: ["Kim", "Lee"] },
  ]);
  expect(told[0]).toContain("Letters for 12 people were printed by Kim, Lee and Max");
  expect(told[0]).toContain("For 3 of them a letter was printed again");
  expect(told[1]).toContain("The link of 1 person was read in the outbox by Kim");
  expect(told[2]).toBe(
    "2 people got a new link from Kim and Lee, by mail to the addresses on the list; those before stopped working.",
  );
  expect(told.join(" ")).not.toMatch(/[{}]/);
});

test("a name that looks like a place in the words stays a name", () => {
  const [told] = linksTold([{ way: "letter", people: 2, again: 0, by: ["{people} $& {staff}"] }]);
  expect(told).toContain("by {people} $& {staff}, who");
});
