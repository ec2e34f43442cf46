/** Lint rules for codes: unique, stable, and none that SurveyJS or JavaScript reads as something else. */
import { objectsOf, ownValue, PROTOTYPE_KEYS, pointerTo, stringOf } from "../json-value.ts";
import { type Draft, type LintRule, quoted, repetitions } from "./finding.ts";

/** What SurveyJS names things by itself; such a name changes when questions are moved. */
const AUTOMATIC = /^(question|row|item|column|choice)-?\d+$/;

/** Names that mean something inside SurveyJS expressions and texts. */
const MEANINGFUL = new Set([
  ...PROTOTYPE_KEYS,
  ..."item row panel survey self locale pageno pagecount rowindex rowvalue panelindex visiblepanelindex".split(
    " ",
  ),
  ..."rowtitle rowname parentpanel prevpanel nextpanel prevrow nextrow totalrow length timer require".split(
    " ",
  ),
]);

/** Endings that SurveyJS itself gives to the keys of answers. */
const ENDINGS = ["-comment", "-total", "-unwrapped"];

/** Two questions with one name: SurveyJS would keep one answer for both. Case does not tell them apart. */
export const duplicateItemCode: LintRule = ({ placed }) => {
  const named = placed.filter(({ node }) => typeof node["name"] === "string");
  return repetitions(named.map(({ node }) => String(node["name"]))).map(([place, name]) => ({
    rule: "duplicate-item-code",
    pointer: pointerTo(named[place]?.pointer ?? "", "name"),
    sentence: `There are two questions with the code ${quoted(name)}.`,
    repair: "Give each question a code of its own.",
  }));
};

/** Two rows of one matrix with the same value. */
export const clashingRows: LintRule = ({ placed }) => {
  return placed.flatMap(({ node, pointer }) => {
    const rows = objectsOf(node, "rows");
    return repetitions(rows.map(([, row]) => String(ownValue(row, "value")))).map(([place, value]) => ({
      rule: "clashing-rows",
      pointer: pointerTo(pointer, "rows", rows[place]?.[0] ?? 0),
      sentence: `Two rows of this matrix have the code ${quoted(value)}.`,
      repair: "Give each row a code of its own.",
    }));
  });
};

/** Two rows of one matrix with the same text: nobody can tell which of them was meant. */
export const clashingRowTexts: LintRule = ({ placed }) => {
  return placed.flatMap(({ node, pointer }) => {
    const rows = objectsOf(node, "rows");
    const texts = rows.map(([, row]) => JSON.stringify(ownValue(row, "text")) ?? "");
    return repetitions(texts).map(([place, text]) => ({
      rule: "clashing-rows",
      pointer: pointerTo(pointer, "rows", rows[place]?.[0] ?? 0, "text"),
      sentence: `Two rows of this matrix have the text ${quoted(text)}.`,
      repair: "Word the rows differently, or take one out.",
    }));
  });
};

/** Codes that an editor made up: they are no names, and renumbering them would mix up the answers of two waves. */
export const automaticCode: LintRule = ({ placed }) => {
  return codesOf(placed).flatMap(([code, pointer]) =>
    AUTOMATIC.test(code)
      ? [
          {
            rule: "unstable-code",
            pointer,
            sentence: `${quoted(code)} is a code that an editor made up; it changes when questions are moved.`,
            repair: "Name it after what is asked, for instance keeps-promises.",
          },
        ]
      : [],
  );
};

/** Codes that SurveyJS or JavaScript would read as something else. */
export const reservedName: LintRule = ({ placed, containers, soundings }) => {
  const codes = [
    ...codesOf([...placed, ...containers]),
    ...soundings.pipes.map((pipe, place) => [pipe, pointerTo("/soundings/pipes", place)] as const),
  ];
  return codes.flatMap(([code, pointer]) =>
    MEANINGFUL.has(code.toLowerCase()) || ENDINGS.some((ending) => code.toLowerCase().endsWith(ending))
      ? [
          {
            rule: "reserved-name",
            pointer,
            sentence: `${quoted(code)} is a name that SurveyJS or JavaScript treats specially.`,
            repair: "Choose another code.",
          },
        ]
      : [],
  );
};

/** Two pages or panels with one name, or one that bears the name of a question. */
export const duplicateContainer: LintRule = ({ placed, containers }) => {
  const all = [...placed, ...containers].filter(({ node }) => typeof node["name"] === "string");
  return repetitions(all.map(({ node }) => String(node["name"])))
    .filter(([place]) => place >= placed.length)
    .map(([place, name]) => ({
      rule: "duplicate-page",
      pointer: pointerTo(all[place]?.pointer ?? "", "name"),
      sentence: `The name ${quoted(name)} of this page or panel is taken.`,
      repair: "Give it a name of its own, for instance with -page at the end.",
    }));
};

/** A pipe with the name of a question: SurveyJS would put the answer where the name belongs. */
export const clashingPipe: LintRule = ({ placed, soundings }) => {
  const names = new Set(placed.map(({ node }) => stringOf(node, "name")?.toLowerCase()));
  return soundings.pipes.flatMap((pipe, place) =>
    names.has(pipe)
      ? [
          {
            rule: "clashing-pipe",
            pointer: pointerTo("/soundings/pipes", place),
            sentence: `${quoted(pipe)} is both a pipe and a question.`,
            repair: "Rename the question.",
          },
        ]
      : [],
  );
};

function codesOf(placed: readonly { readonly node: Draft["survey"]; readonly pointer: string }[]) {
  return placed.flatMap(({ node, pointer }) => {
    const name = stringOf(node, "name");
    const rows = objectsOf(node, "rows").flatMap(([place, row]) => {
      const value = stringOf(row, "value");
      return value === undefined ? [] : [[value, pointerTo(pointer, "rows", place, "value")] as const];
    });
    return name === undefined ? rows : [[name, pointerTo(pointer, "name")] as const, ...rows];
  });
}
