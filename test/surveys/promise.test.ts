/** The promise to raters follows from the frozen policy, word by word. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RaterGroup, SoundingsBlock } from "../../surveys/definition.ts";
import { DEFAULT_POLICIES, type DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { groupPromise, wavePromise } from "../../surveys/promise.ts";
import { ENGLISH_PROMISE } from "../../surveys/promise-sentences.ts";

const GROUPS: readonly RaterGroup[] = [
  { code: "self", label: { en: "Self" }, attributed: true, wording: "self" },
  { code: "line-manager", label: { en: "Line manager" }, attributed: true, wording: "other" },
  { code: "peer", label: { en: "Peers" }, attributed: false, wording: "other" },
  { code: "direct-report", label: { en: "Direct reports" }, attributed: false, wording: "other" },
];

function facts(policy: Partial<DisclosurePolicy> = {}, block: Partial<SoundingsBlock> = {}) {
  const soundings = {
    kind: "360",
    identity: "anonymous",
    groups: GROUPS,
    languages: ["en"],
    ...block,
  } as const;
  return { policy: { ...DEFAULT_POLICIES["360"], ...policy }, soundings, language: "en" };
}

const textOf = (promise: ReturnType<typeof wavePromise>) =>
  [promise.lead, ...promise.points, ...promise.limits.points].join(" ");

describe("wavePromise", () => {
  it("names the thresholds of the policy", () => {
    const text = textOf(wavePromise(facts({ minimumGroupSize: 7, minimumComments: 9 })));
    expect(text).toContain("at least 7 of it answered");
    expect(text).toContain("at least 9 people wrote one");
    expect(text).toContain("at least 18 in the group wrote one");
  });

  it("tells whether small groups are merged into another or left out", () => {
    expect(textOf(wavePromise(facts({ smallGroups: "merge" })))).toContain("merged with another until");
    expect(textOf(wavePromise(facts({ smallGroups: "omit" })))).toContain(
      "left out of the report altogether",
    );
  });

  it("tells when the answers are destroyed, with the weekday", () => {
    expect(textOf(wavePromise(facts()))).toContain("destroyed when the reports are released");
    const kept = facts({ retention: { rule: "until-date", date: "2027-07-02" } });
    expect(textOf(wavePromise(kept))).toMatch(/until Friday,? 2 July 2027/);
  });

  it("says which groups are not anonymous, and what else cannot be promised", () => {
    const { limits } = wavePromise(facts());
    expect(limits.points[0]).toBe("Not anonymous: Self, Line manager. Their answers are shown as theirs.");
    expect(limits.points.join(" ")).toMatch(
      /how you write.*controls the server.*copies of its files.*only one person.*ticket was issued.*makes up raters/,
    );
  });

  it("says what others of the group can learn, on the page and in the README in the same words", () => {
    const { othersLimit, insiderLimit, agreeLimit } = ENGLISH_PROMISE;
    expect(wavePromise(facts()).limits.points.slice(-2)).toEqual([othersLimit, insiderLimit]);
    const survey = facts({}, { kind: "staff-survey", groups: [] });
    expect(wavePromise(survey).limits.points.slice(-2)).toEqual([othersLimit, agreeLimit]);
    const readme = readFileSync("README.md", "utf8");
    for (const sentence of [othersLimit, insiderLimit, agreeLimit]) expect(readme).toContain(sentence);
  });

  it("speaks of groups of one only where there are groups whose members are not named", () => {
    const named = GROUPS.filter((group) => group.attributed);
    const { limits } = wavePromise(facts({}, { groups: named }));
    expect(limits.points.join(" ")).not.toContain("only one person");
  });

  it("makes no exception in its first sentence but for the groups shown by name", () => {
    expect(wavePromise(facts()).lead).toMatch(/^Unless you answer as Self or Line manager, nobody can see/);
    const unnamed = GROUPS.filter((group) => !group.attributed);
    expect(wavePromise(facts({}, { groups: unnamed })).lead).toMatch(
      /^Nobody can see which answers are yours/,
    );
  });

  it("shows an example with a hidden cell, made of the wave's own groups", () => {
    const { example } = wavePromise(facts());
    expect(example?.cells.map(({ group, suppressed }) => [group, suppressed])).toEqual([
      ["Peers", false],
      ["Direct reports", true],
      ["C", false],
    ]);
  });

  it("promises nothing to those whose name stays with their answers", () => {
    const promise = wavePromise(facts({}, { identity: "identified", kind: "form", groups: [] }));
    expect(promise.lead).toContain("not anonymous");
    expect(textOf(promise)).not.toContain("Nobody can see");
    expect(promise.example).toBeUndefined();
  });

  it("speaks of no rated person in a staff survey", () => {
    const text = textOf(wavePromise(facts({}, { kind: "staff-survey", groups: [] })));
    expect(text).not.toMatch(/person you rate|coach|Not anonymous/);
  });

  it("names the questions that groups are made from, before anybody answers", () => {
    const items = [
      { code: "area", title: { en: "Which area do you work in?" } },
      { code: "grade", title: { en: "Which grade are you in?" } },
    ];
    const survey = facts({ cuts: [["area"], ["area", "grade"]] }, { kind: "staff-survey", groups: [] });
    expect(textOf(wavePromise({ ...survey, items }))).toContain(
      "groups made from your answers to “Which area do you work in?” and “Which area do you work in?” together with “Which grade are you in?”. For no other groups.",
    );
    const uncut = facts({ cuts: [] }, { kind: "staff-survey", groups: [] });
    expect(textOf(wavePromise({ ...uncut, items }))).toContain("everybody together, and not for smaller");
  });

  it("says what the personal code is for, where the survey asks for one and its answers are kept", () => {
    const coded = { kind: "staff-survey", groups: [], personalCode: ["a", "b", "c", "d"] } as const;
    const kept = { retention: { rule: "until-date", date: "2030-01-04" } } as const;
    const text = textOf(wavePromise(facts(kept, coded)));
    expect(text).toContain("you may give a personal code");
    expect(text).toContain("You may leave it out.");
    expect(text).toContain("could try out all letters and numbers");
    expect(textOf(wavePromise(facts({}, coded)))).not.toContain("personal code");
    expect(textOf(wavePromise(facts(kept, { kind: "staff-survey", groups: [] })))).not.toContain(
      "personal code",
    );
  });

  it("leaves no place of a catalogue sentence unfilled", () => {
    for (const smallGroups of ["merge", "omit"] as const) {
      for (const kind of ["360", "staff-survey"] as const) {
        expect(JSON.stringify(wavePromise(facts({ smallGroups }, { kind })))).not.toMatch(/\{\w+\}/);
      }
    }
  });
});

describe("groupPromise", () => {
  it("tells members of a group shown by name so", () => {
    expect(groupPromise({ ...facts(), group: "line-manager", invited: 1 })).toBe(
      "You answer as Line manager: your answers are shown as yours, not anonymously.",
    );
  });

  it("tells members of a small group what happens to it", () => {
    expect(groupPromise({ ...facts(), group: "peer", invited: 3 })).toContain("together with another group");
    expect(groupPromise({ ...facts({ smallGroups: "omit" }), group: "peer", invited: 3 })).toContain(
      "left out",
    );
    expect(groupPromise({ ...facts(), group: "peer", invited: 4 })).toContain("at least 4 of them answer");
  });

  it("refuses a group that the definition does not have", () => {
    expect(() => groupPromise({ ...facts(), group: "nobody", invited: 4 })).toThrow(RangeError);
  });
});
