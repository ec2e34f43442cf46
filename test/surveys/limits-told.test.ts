/** What is not promised is told in the same words everywhere: on the page, in README and ANONYMITY, by the doctor. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DEFAULT_POLICIES } from "../../surveys/disclosure-policy.ts";
import { wavePromise } from "../../surveys/promise.ts";
import { ENGLISH_PROMISE, LIMITS_TOLD } from "../../surveys/promise-sentences.ts";
import { definition360 } from "../support/definition-360.ts";

const text = (name: string): string => readFileSync(join(import.meta.dirname, "../..", name), "utf8");
const told = LIMITS_TOLD.map((key) => ENGLISH_PROMISE[key]);

test.each(["README.md", "ANONYMITY.md"])("%s has every sentence, as a line of its own", (name) => {
  const lines = text(name).split("\n");
  expect(told.filter((sentence) => !lines.includes(`- ${sentence}`))).toEqual([]);
});

test("the page tells no other limits than these, but for who answers by name", () => {
  const kept = { rule: "until-date", date: "2099-01-01" } as const;
  const limits = (["360", "staff-survey"] as const).flatMap((kind) => {
    const { soundings } = definition360();
    const facts = {
      policy: { ...DEFAULT_POLICIES[kind], retention: kept },
      soundings: { ...soundings, kind, personalCode: ["a", "b", "c", "d"] },
      language: "en",
    };
    return wavePromise(facts).limits.points;
  });
  const others = limits.filter((sentence) => !told.some((one) => one === sentence));
  expect(new Set(others)).toEqual(
    new Set(["Not anonymous: self, manager. Their answers are shown as theirs."]),
  );
  expect(told.filter((sentence) => !limits.includes(sentence))).toEqual([]);
});
