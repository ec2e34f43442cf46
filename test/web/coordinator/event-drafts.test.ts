/** Counted events while they are typed, and the numbers they mean. */
import { expect, test } from "vitest";
import { draftsOf, eventsIn, missingNames } from "../../../web/coordinator/event-drafts.ts";

const stored = [
  { name: "Complaints of harassment", events: 0, staff: 640 },
  { name: "Grievances", events: 12, staff: 655 },
];

test("what is stored survives being typed, and names lose the space around them", () => {
  expect(eventsIn(draftsOf(stored))).toEqual(stored);
  const [first] = draftsOf(stored);
  if (first === undefined) throw new RangeError("there is a draft");
  expect(eventsIn([{ ...first, name: "  Grievances " }])[0]?.name).toBe("Grievances");
});

test("names that other surveys count are offered until this one has them, however they are written", () => {
  const names = ["Grievances", "Sick leave"];
  expect(missingNames(names, draftsOf(stored))).toEqual(["Sick leave"]);
  const typed = [{ key: 0, name: " sick LEAVE ", events: "", staff: "" }];
  expect(missingNames(names, typed)).toEqual(["Grievances"]);
});
