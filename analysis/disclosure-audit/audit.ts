/** The auditor: tries to break what is to be published, knowing the figures, the rules, and who is in which cell. */
import type { RangeSolver } from "./answer-range.ts";
import { components } from "./component.ts";
import { isDerived } from "./derived-figures.ts";
import { fewPersons } from "./few-persons.ts";
import type { Finding } from "./finding.ts";
import { finding } from "./finding.ts";
import { narrowRanges } from "./narrow-ranges.ts";
import type { Published } from "./published.ts";
import { isWellFormed } from "./range-problem.ts";

/** No policy may name a lower minimum. */
const LOWEST_MINIMUM = 3;

/**
 * Tests D1 to D4 on everything that viewers together can hold: pass the figures of all releases at once.
 *
 * D1: no combination of figures rests on fewer persons than the minimum. D2: every answer keeps a range of
 * possible values. D3: both over all releases. D4: also for somebody who knows an answer of their own. Besides:
 * derived figures are worked out again, lists of texts counted, and nothing may be unexplained.
 *
 * @param published the figures as displayed; answers are never seen
 * @param solver asked where sums overlap; without it such figures are found "not-checked"
 * @returns the findings; any of them means: do not publish
 * @throws RangeError if the figures are not well formed; means the same
 * @see README.md in this folder
 * @example audit(published).length === 0; // may be published
 */
export function audit(published: Published, solver?: RangeSolver): readonly Finding[] {
  requireWellFormed(published);
  const findings: Finding[] = published.unexplained.map((name) => finding("unexplained", [name]));
  for (const { name, size, minimum } of published.texts) {
    if (!(size >= minimum && minimum >= LOWEST_MINIMUM)) findings.push(finding("few-texts", [name]));
  }
  for (const derived of published.derived) {
    if (!isDerived(derived)) findings.push(finding("not-derived", [derived.name]));
  }
  for (const component of components(published)) {
    const names = [
      ...new Set(
        [...component.sums, ...component.hidden.map(({ figure }) => figure)].map(({ name }) => name),
      ),
    ];
    const few = fewPersons(component, published.minimum);
    if (few === "unknown") findings.push(finding("not-checked", names));
    else if (few.length > 0) findings.push(finding("few-persons", few));
    const fault = narrowRanges(component, solver);
    if (fault !== undefined) findings.push(finding(fault, names));
  }
  return findings;
}

function requireWellFormed({
  minimum,
  items,
  sums,
  shownDistributions,
  hiddenDistributions,
}: Published): void {
  if (!(Number.isInteger(minimum) && minimum >= LOWEST_MINIMUM)) {
    throw new RangeError(`an audit requires a minimum of at least ${LOWEST_MINIMUM} persons`);
  }
  const scales = items.every(
    ({ points, width, distributionWidth }) =>
      Number.isInteger(points) && points >= 2 && width >= 1 && distributionWidth >= 1,
  );
  if (!scales) throw new RangeError("an audit requires items with at least two points and a width of one");
  if (!sums.every(isWellFormed)) throw new RangeError("an audit requires sums with whole weights and bounds");
  const counted = [...shownDistributions, ...hiddenDistributions].every(({ persons }) => persons.length > 0);
  const whole = shownDistributions.every(({ counts }) =>
    counts.every((count) => Number.isInteger(count) && count >= 0),
  );
  if (!counted || !whole) throw new RangeError("an audit requires distributions in whole counts of persons");
}
