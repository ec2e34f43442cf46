/** Lint rules for the soundings block: scales, dimensions, items and groups fit each other and the questions. */
import type { ItemMetadata } from "../definition.ts";
import { ownValue, pointerTo } from "../json-value.ts";
import { type Draft, type Finding, type LintRule, quoted, repetitions } from "./finding.ts";

const ITEMS = "/soundings/items";

function metadataFindings(
  { soundings }: Draft,
  find: (code: string, metadata: ItemMetadata) => Omit<Finding, "pointer"> | undefined,
  property = "",
): readonly Finding[] {
  return Object.entries(soundings.items).flatMap(([code, metadata]) => {
    const found = find(code, metadata);
    const pointer = property === "" ? pointerTo(ITEMS, code) : pointerTo(ITEMS, code, property);
    return found === undefined ? [] : [{ ...found, pointer }];
  });
}

/** An item is put into a dimension that is not declared. */
export const unknownDimension: LintRule = (draft) => {
  const codes = new Set(draft.soundings.dimensions.map(({ code }) => code));
  return metadataFindings(
    draft,
    (code, { dimension }) =>
      dimension === undefined || codes.has(dimension)
        ? undefined
        : {
            rule: "unknown-dimension",
            sentence: `The item ${quoted(code)} names the dimension ${quoted(dimension)}, which is not declared.`,
            repair: "Declare it in soundings.dimensions, or correct its spelling.",
          },
    "dimension",
  );
};

/** An item is put on a scale that is not declared. */
export const unknownScale: LintRule = (draft) => {
  return metadataFindings(
    draft,
    (code, { scale }) =>
      scale === undefined || Object.hasOwn(draft.soundings.scales, scale)
        ? undefined
        : {
            rule: "unknown-scale",
            sentence: `The item ${quoted(code)} names the scale ${quoted(scale)}, which is not declared.`,
            repair: "Declare it in soundings.scales, or correct its spelling.",
          },
    "scale",
  );
};

/** Metadata for something that is not asked. A matrix as a whole may have a selfWording, nothing else. */
export const unknownItem: LintRule = (draft) => {
  const codes = new Set(draft.items.map(({ code }) => code));
  const grids = new Set(draft.questions.flatMap(({ answer, name }) => (answer === "grid" ? [name] : [])));
  return metadataFindings(draft, (code, metadata) => {
    if (codes.has(code)) return undefined;
    if (!grids.has(code))
      return {
        rule: "unknown-item",
        sentence: `No question has the item code ${quoted(code)}.`,
        repair: "Correct its spelling; the row of a matrix has the code question.row.",
      };
    return Object.keys(metadata).every((key) => key === "selfWording")
      ? undefined
      : {
          rule: "unknown-item",
          sentence: `${quoted(code)} is a matrix: scale, dimension and key belong to its rows.`,
          repair: "Move them to question.row; a matrix as a whole may only have a selfWording.",
        };
  });
};

/** An item answered on a scale but in no dimension, where dimensions are reported. */
export const itemInNoDimension: LintRule = (draft) => {
  const { kind, dimensions } = draft.soundings;
  if (dimensions.length === 0 && kind !== "360" && kind !== "staff-survey") return [];
  return metadataFindings(draft, (code, { scale, dimension }) =>
    scale === undefined || dimension !== undefined
      ? undefined
      : {
          rule: "item-in-no-dimension",
          sentence: `The item ${quoted(code)} is on a scale but in no dimension.`,
          repair: 'Name its "dimension".',
        },
  );
};

/** A dimension for something that is not answered on a scale. */
export const dimensionWithoutScale: LintRule = (draft) => {
  return metadataFindings(draft, (code, { scale, dimension }) =>
    dimension === undefined || scale !== undefined
      ? undefined
      : {
          rule: "dimension-without-scale",
          sentence: `The item ${quoted(code)} is in a dimension but on no scale.`,
          repair: 'Name its "scale", or take the dimension away.',
        },
  );
};

/** Turning answers round needs a scale with more and less. */
export const reverseKeyedUnordered: LintRule = (draft) => {
  return metadataFindings(
    draft,
    (code, { scale, reverseKeyed }) => {
      const ordered = scale !== undefined && ownValue(draft.soundings.scales, scale) !== undefined;
      const isOrdered = ordered && draft.soundings.scales[scale]?.ordered === true;
      return reverseKeyed !== true || isOrdered
        ? undefined
        : {
            rule: "reverse-keyed-unordered",
            sentence: `The item ${quoted(code)} is reverse-keyed, but its scale has no order.`,
            repair: 'Take "reverseKeyed" away, or set "ordered" if the scale goes from less to more.',
          };
    },
    "reverseKeyed",
  );
};

/** A dimension that nobody can reach a score in, or that has no items at all. */
export const minimumAnswered: LintRule = ({ soundings }) => {
  return soundings.dimensions.flatMap(({ code, minimumAnswered: minimum }, place) => {
    const count = Object.values(soundings.items).filter(({ dimension }) => dimension === code).length;
    const pointer = pointerTo("/soundings/dimensions", place);
    if (count === 0)
      return [
        {
          rule: "empty-dimension",
          pointer,
          sentence: `The dimension ${quoted(code)} has no items.`,
          repair: "Put items into it, or take it out.",
        },
      ];
    if (minimum <= count) return [];
    return [
      {
        rule: "minimum-answered",
        pointer: pointerTo(pointer, "minimumAnswered"),
        sentence: `The dimension ${quoted(code)} asks for ${minimum} answers but has ${count} items.`,
        repair: `Set it to ${count} or less.`,
      },
    ];
  });
};

/** Dimensions or groups declared twice. */
export const duplicateDeclaration: LintRule = ({ soundings }) => {
  return (["dimensions", "groups"] as const).flatMap((list) =>
    repetitions(soundings[list].map(({ code }) => code)).map(([place, code]) => ({
      rule: "duplicate-declaration",
      pointer: pointerTo("/soundings", list, place),
      sentence: `${quoted(code)} is declared twice in ${list}.`,
      repair: "Take one out, or give it another code.",
    })),
  );
};

/** As many labels as points. */
export const scaleLabels: LintRule = ({ soundings }) => {
  return Object.entries(soundings.scales).flatMap(([code, { points, labels }]) =>
    points === labels.length
      ? []
      : [
          {
            rule: "scale-labels",
            pointer: pointerTo("/soundings/scales", code, "labels"),
            sentence: `The scale ${quoted(code)} has ${points} points but ${labels.length} labels.`,
            repair: "Give one label for each point, ascending.",
          },
        ],
  );
};

/** Rater groups are for 360s, and a 360 without them cannot be collected. */
export const groupsFitKind: LintRule = ({ soundings }) => {
  const { kind, groups, identity } = soundings;
  const finding = (sentence: string, repair: string): readonly Finding[] => [
    { rule: "groups-fit-kind", pointer: "/soundings/groups", sentence, repair },
  ];
  if (kind !== "360")
    return groups.length === 0
      ? []
      : finding(`A definition of kind ${quoted(kind)} has rater groups.`, "Take them out.");
  if (groups.length === 0) return finding("A 360 has no rater groups.", "Declare who rates: self, peer, …");
  return identity === "anonymous" && groups.every(({ attributed }) => attributed)
    ? finding(
        "The 360 is anonymous, but every group is shown by name.",
        "Make it identified, or add a group.",
      )
    : [];
};
