/** The way through a SurveyJS JSON: every question with the page and panels around it, in the order asked. */
import type { SurveyJson } from "./definition.ts";
import { type JsonObject, objectsOf, pointerTo, stringOf } from "./json-value.ts";

export interface PlacedObject {
  readonly node: JsonObject;
  /** Where it stands in the file, as a JSON pointer. */
  readonly pointer: string;
}

export interface PlacedQuestion extends PlacedObject {
  /** The page and the panels that hold it, outermost first. */
  readonly containers: readonly PlacedObject[];
}

/** More levels of panels than this are not read; the schema's depth limit refuses them first. */
const MAXIMUM_DEPTH = 12;

/**
 * Every question of a survey in the order asked. Reads any JSON: what is no page, panel or question is passed over.
 * @param survey the SurveyJS JSON
 * @returns questions with their place and containers
 * @example walkQuestions({ pages: [{ name: "p", elements: [{ type: "comment", name: "c" }] }] }).length // 1
 */
export function walkQuestions(survey: SurveyJson): readonly PlacedQuestion[] {
  const questions: PlacedQuestion[] = [];
  for (const [place, page] of objectsOf(survey, "pages")) {
    const pointer = pointerTo("/pages", place);
    walkElements({ node: page, pointer, containers: [] }, questions);
  }
  return questions;
}

/**
 * Every page and panel of a survey, outer before inner.
 * @param survey the SurveyJS JSON
 * @returns pages and panels with their place
 * @example walkContainers({ pages: [{ name: "p" }] })[0]?.pointer // "/pages/0"
 */
export function walkContainers(survey: SurveyJson): readonly PlacedObject[] {
  const found: PlacedObject[] = [];
  const visit = (container: PlacedObject, depth: number): void => {
    found.push(container);
    for (const [place, element] of objectsOf(container.node, "elements")) {
      if (stringOf(element, "type") === "panel" && depth < MAXIMUM_DEPTH)
        visit({ node: element, pointer: pointerTo(container.pointer, "elements", place) }, depth + 1);
    }
  };
  for (const [place, page] of objectsOf(survey, "pages"))
    visit({ node: page, pointer: pointerTo("/pages", place) }, 0);
  return found;
}

function walkElements(container: PlacedQuestion, found: PlacedQuestion[]): void {
  const containers = [...container.containers, { node: container.node, pointer: container.pointer }];
  if (containers.length > MAXIMUM_DEPTH) return;
  for (const [place, element] of objectsOf(container.node, "elements")) {
    const placed = { node: element, pointer: pointerTo(container.pointer, "elements", place), containers };
    if (stringOf(element, "type") === "panel") walkElements(placed, found);
    else found.push(placed);
  }
}
