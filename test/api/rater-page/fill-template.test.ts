/** Filling the built page. */
import { describe, expect, it } from "vitest";
import { fillTemplate } from "../../../api/rater-page/fill-template.ts";

const TEMPLATE =
  '<html lang="en-GB"><title>__TITLE__</title><main data-wave="__WAVE__" data-closes="__CLOSES__">__SCREEN__</main>';
const VALUES = { language: "de", title: "T", wave: "w1", closes: "", screen: "<p>hello</p>" };

describe("the filled page", () => {
  it("has every mark replaced", () => {
    expect(fillTemplate(TEMPLATE, VALUES)).toBe(
      '<html lang="de"><title>T</title><main data-wave="w1" data-closes=""><p>hello</p></main>',
    );
  });

  it("shows markup in a title as text", () => {
    const page = fillTemplate(TEMPLATE, { ...VALUES, title: `<script>"'&` });
    expect(page).toContain("<title>&lt;script&gt;&quot;&#39;&amp;</title>");
  });

  it("does not fill a mark that a value brings along, nor read a dollar sign", () => {
    const page = fillTemplate(TEMPLATE, { ...VALUES, title: "__SCREEN__ $& $1" });
    expect(page).toContain("<title>__SCREEN__ $&amp; $1</title>");
  });
});
