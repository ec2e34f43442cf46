/** Who sees what of mentoring: the table is complete, and nothing passes that it does not name. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  BOARD_PAIR_RIGHTS,
  CHOICE_RIGHTS,
  OFFER_RIGHTS,
  RELATIONSHIP_RIGHTS,
  REQUEST_RIGHTS,
  type Rights,
  STANDING_RIGHTS,
  VIEWERS,
  type Viewer,
  visibleTo,
} from "../../../analysis/mentoring/visibility.ts";

const TABLES: Readonly<Record<string, Rights>> = {
  request: REQUEST_RIGHTS,
  offer: OFFER_RIGHTS,
  relationship: RELATIONSHIP_RIGHTS,
  board: BOARD_PAIR_RIGHTS,
  choice: CHOICE_RIGHTS,
  standing: STANDING_RIGHTS,
};

function fieldsFor(viewer: Viewer, table: Rights): readonly string[] {
  return Object.keys(visibleTo(viewer, table, Object.fromEntries(Object.keys(table).map((key) => [key, 1]))));
}

interface FormElement {
  readonly name: string;
  readonly showOtherItem?: boolean;
}

/** Names of every question of a shipped form, with the text beside "other". */
function itemsOf(form: string): readonly string[] {
  const parsed: { pages: { elements: FormElement[] }[] } = JSON.parse(
    readFileSync(`surveys/library/${form}.json`, "utf8"),
  );
  return parsed.pages.flatMap(({ elements }) =>
    elements.flatMap(({ name, showOtherItem }) =>
      showOtherItem === true ? [name, `${name}-Comment`] : [name],
    ),
  );
}

describe("the table of rights", () => {
  test("names every question of both forms", () => {
    expect(Object.keys(REQUEST_RIGHTS).sort()).toEqual([...itemsOf("mentee-request")].sort());
    expect(Object.keys(OFFER_RIGHTS).sort()).toEqual([...itemsOf("mentor-offer")].sort());
  });

  test.each([
    ["request", "mentor", ["role", "areas", "first-area", "goal", "values", "live-issue", "horizon"]],
    ["offer", "mentee", ["areas"]],
    ["board", "mentee", []],
    ["board", "mentor", []],
    ["choice", "mentor", []],
    ["standing", "mentee", ["menteeStanding"]],
    ["standing", "mentor", ["mentorStanding", "capacity"]],
  ] as const)("lets of the %s the %s see %j and nothing else", (table, viewer, fields) => {
    expect(fieldsFor(viewer, TABLES[table] ?? {})).toEqual(fields);
  });

  test("lets an evaluator see no row of any table", () => {
    for (const table of Object.values(TABLES)) expect(fieldsFor("evaluator", table)).toEqual([]);
  });

  test("keeps what one side answered or decided from the other", () => {
    const hidden = {
      mentee: [
        "mentorPulse",
        "mentorReview",
        "mentorMove",
        "exitSide",
        "exitReason",
        "warnings",
        "score",
        "askedAt",
        "answerBy",
        "reasonsForMentor",
      ],
      mentor: [
        "menteePulse",
        "menteeReview",
        "menteeMove",
        "exitSide",
        "exitReason",
        "warnings",
        "score",
        "reasonsForMentee",
      ],
      coordinator: ["menteePulse", "mentorPulse", "menteeMove", "mentorMove"],
    } as const;
    for (const viewer of ["mentee", "mentor", "coordinator"] as const) {
      const seen = fieldsFor(viewer, RELATIONSHIP_RIGHTS);
      expect(seen.filter((field) => hidden[viewer].some((name) => name === field))).toEqual([]);
    }
  });

  test("lets nobody see a field it does not name, inherited names included", () => {
    for (const viewer of VIEWERS) {
      expect(visibleTo(viewer, OFFER_RIGHTS, { secret: 1, constructor: 2, toString: 3 })).toEqual({});
    }
  });
});
