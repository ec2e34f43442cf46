/** What the coordinator reads before a wave opens is what raters will be told. */
import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { cutQuestions } from "../../../api/waves/check-cuts.ts";
import { defaultPolicy } from "../../../api/waves/policy-schema.ts";
import type { DisclosurePolicy } from "../../../surveys/disclosure-policy.ts";
import { wavePromise } from "../../../surveys/promise.ts";
import { readDefinition } from "../../../surveys/read-definition.ts";
import { draftOf } from "../../../web/coordinator/policy-draft.ts";
import { PromisePreview } from "../../../web/coordinator/policy-fields.tsx";

const TODAY = new Date("2026-03-01T00:00:00Z");

function previewOf(file: string, cuts: DisclosurePolicy["cuts"]) {
  const definition = readDefinition(readFileSync(`surveys/library/${file}.json`, "utf8"));
  const { kind, identity, groups, personalCode } = definition.soundings;
  const policy = { ...defaultPolicy(kind, TODAY), ...(cuts === undefined ? {} : { cuts }) };
  const survey = {
    kind,
    identity,
    groups: groups.map(({ code, label, attributed }) => ({ code, label: label["en"] ?? "", attributed })),
    cutQuestions: cutQuestions(definition),
    personalCode: personalCode !== undefined,
  };
  const html = renderToStaticMarkup(<PromisePreview survey={survey} draft={draftOf(policy)} />);
  const promise = wavePromise({ policy, ...definition, language: "en" });
  return { html: html.replaceAll("&#x27;", "'"), promise };
}

describe("the promise before a wave opens", () => {
  it.each([
    ["staff-confidence", [["area"], ["area", "grade-band"]]],
    ["manager-confidence", undefined],
    ["leadership-360", undefined],
  ] as const)("of %s holds every sentence that raters will read", (file, cuts) => {
    const { html, promise } = previewOf(file, cuts);
    for (const sentence of [promise.lead, ...promise.points, ...promise.limits.points]) {
      expect(html).toContain(sentence);
    }
  });

  it("names the personal code where the survey asks for one, and nowhere else", () => {
    expect(previewOf("staff-confidence", undefined).html).toContain("personal code");
    expect(previewOf("leadership-360", undefined).html).not.toContain("personal code");
  });
});
