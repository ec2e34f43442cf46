/** All lint rules together: what is wrong with a definition, rule by rule. */
import { isJsonObject, type JsonObject } from "./json-value.ts";
import {
  choicesMatchScale,
  duplicateChoice,
  impossibleBounds,
  mixedScales,
  notObservedWithoutScale,
  numbersWithoutScale,
  reservedChoice,
  scaleOnOtherType,
} from "./problems/choices.ts";
import {
  automaticCode,
  clashingPipe,
  clashingRows,
  clashingRowTexts,
  duplicateContainer,
  duplicateItemCode,
  reservedName,
} from "./problems/codes.ts";
import {
  conditionCircle,
  conditionFunction,
  conditionSyntax,
  conditionUnknownChoice,
  conditionUnknownItem,
} from "./problems/conditions.ts";
import type { Draft, Finding, LintRule } from "./problems/finding.ts";
import {
  dimensionWithoutScale,
  duplicateDeclaration,
  groupsFitKind,
  itemInNoDimension,
  minimumAnswered,
  reverseKeyedUnordered,
  scaleLabels,
  unknownDimension,
  unknownItem,
  unknownScale,
} from "./problems/metadata.ts";
import { dangerousPattern } from "./problems/patterns.ts";
import {
  personalCodeCondition,
  personalCodeFitsKind,
  personalCodePage,
  personalCodeQuestion,
  personalCodeUnknown,
} from "./problems/personal-code.ts";
import { anonymousAsksIdentity, anonymousAsksNumber } from "./problems/privacy.ts";
import { findShape } from "./problems/shape.ts";
import {
  groupWithoutWording,
  markupInText,
  missingTranslation,
  selfReadsOwnName,
  undeclaredLanguage,
  unknownPipe,
} from "./problems/wording.ts";
import { definitionOf } from "./read-definition.ts";
import { readQuestions } from "./read-questions.ts";
import { walkContainers, walkQuestions } from "./walk-questions.ts";

const RULES: readonly LintRule[] = [
  duplicateItemCode,
  clashingRows,
  clashingRowTexts,
  automaticCode,
  reservedName,
  duplicateContainer,
  clashingPipe,
  unknownDimension,
  unknownScale,
  unknownItem,
  itemInNoDimension,
  dimensionWithoutScale,
  reverseKeyedUnordered,
  minimumAnswered,
  duplicateDeclaration,
  scaleLabels,
  groupsFitKind,
  duplicateChoice,
  reservedChoice,
  mixedScales,
  choicesMatchScale,
  numbersWithoutScale,
  notObservedWithoutScale,
  scaleOnOtherType,
  impossibleBounds,
  conditionSyntax,
  conditionUnknownItem,
  conditionFunction,
  conditionCircle,
  conditionUnknownChoice,
  dangerousPattern,
  anonymousAsksIdentity,
  anonymousAsksNumber,
  personalCodeFitsKind,
  personalCodeUnknown,
  personalCodeQuestion,
  personalCodePage,
  personalCodeCondition,
  missingTranslation,
  undeclaredLanguage,
  markupInText,
  unknownPipe,
  groupWithoutWording,
  selfReadsOwnName,
];

/**
 * Everything wrong with a definition. Rules on meaning run as soon as the soundings block has the right shape, also when
 * the questions do not; but not on lists and texts longer than any rule is made for.
 * @param file the parsed JSON of the whole file
 * @returns findings in the order of the rules; empty for a definition that may be published
 * @example definitionProblems(JSON.parse(text)).map((finding) => finding.rule)
 */
export function definitionProblems(file: JsonObject): readonly Finding[] {
  const shape = findShape(file);
  const blockIsSound =
    isJsonObject(file["soundings"]) && !shape.some(({ pointer }) => pointer.startsWith("/soundings"));
  if (!blockIsSound || shape.some(({ rule }) => rule === "too-large")) return shape;
  const draft = draftOf(file);
  return [...shape, ...RULES.flatMap((rule) => rule(draft))];
}

function draftOf(file: JsonObject): Draft {
  const { survey, soundings, items } = definitionOf(file);
  const questions = readQuestions(survey, soundings);
  return {
    survey,
    soundings,
    items,
    questions,
    placed: walkQuestions(survey),
    containers: walkContainers(survey),
  };
}
