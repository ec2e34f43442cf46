/** Why figures of a wave are missing: the rules in words with its own numbers, and how often each rule applied. */
import { USUAL_WIDTH } from "../../analysis/bounds.ts";
import type { Cell, SuppressionReason } from "../../analysis/disclosure/cell.ts";
import { besideSentences } from "../../analysis/staff-tables/beside-words.ts";
import { isExact } from "../../analysis/staff-tables/count-bounds.ts";
import type {
  StaffDistribution,
  StaffScore,
  StaffTables,
} from "../../analysis/staff-tables/staff-tables-model.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { firstLanguage } from "../../surveys/localised-text.ts";
import type { StaffContext } from "../context.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { DomainError } from "../errors.ts";
import { cutCategories } from "../headcounts/cut-categories.ts";
import { linksInHand } from "../links-in-hand/links-in-hand.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { findWave } from "../waves/find-wave.ts";
import { moreAnswersNeeded } from "../waves/people-behind-figures.ts";
import { peopleRules } from "./explain-people.ts";
import { explainRules } from "./explanation-words.ts";
import { publishedNumbers, releaseOfNumber } from "./released-tables.ts";

interface Counted {
  readonly shown: number;
  /** Shown, with some figure only by bounds. */
  readonly bounded: number;
  readonly suppressed: readonly { readonly reason: SuppressionReason; readonly cells: number }[];
}

type Shown = number | StaffDistribution | StaffScore;

function isBounded(value: Shown): boolean {
  if (typeof value === "number") return false;
  if ("mean" in value) return !isExact(value.mean);
  const counts = value.kind === "scale" ? value.borders : value.choices;
  return !isExact(value.given) || !counts.every(isExact);
}

function countCells(cells: readonly Cell<Shown>[]): Counted {
  const reasons = new Map<SuppressionReason, number>();
  let shown = 0;
  let bounded = 0;
  for (const cell of cells) {
    if (cell.shown) {
      shown += 1;
      if (isBounded(cell.value)) bounded += 1;
    } else reasons.set(cell.reason, (reasons.get(cell.reason) ?? 0) + 1);
  }
  const suppressed = [...reasons].map(([reason, count]) => ({ reason, cells: count }));
  return { shown, bounded, suppressed: suppressed.sort((a, b) => b.cells - a.cells) };
}

function countTables({ cuts, items, scales, index, answered }: StaffTables) {
  const all = (
    measures: readonly {
      readonly cells: StaffTables["items"][number]["cells"] | StaffTables["scales"][number]["cells"];
    }[],
  ) => measures.flatMap(({ cells }): readonly Cell<Shown>[] => [cells.total, ...cells.cuts.flat()]);
  return {
    answered: countCells([
      answered,
      ...cuts.flatMap(({ categories }) => categories.map((one) => one.answered)),
    ]),
    items: countCells(all(items)),
    scales: countCells(all(index === null ? scales : [...scales, index])),
  };
}

/** The dataset keeps no answers to questions that take several; the personal code is never meant for figures. */
function uncountedOf({ items, soundings }: SurveyDefinition) {
  const language = firstLanguage(soundings.languages);
  return {
    besidePoints: [
      ...new Set(
        items.flatMap(({ kind, metadata }) => {
          const scale = kind === "scale" ? soundings.scales[metadata.scale ?? ""] : undefined;
          return scale?.notObserved?.[language] ?? [];
        }),
      ),
    ],
    questions: items
      .filter(({ kind }) => kind === "choices" || kind === "ranking")
      .map(({ code, title }) => title[language] ?? code),
  };
}

/** @throws DomainError "not-allowed", "not-found" */
export async function explainWave(
  context: Pick<StaffContext, "people" | "answers">,
  staff: StaffMember,
  { wave: id }: { readonly wave: string },
) {
  requireRole(staff, "evaluator", "coordinator");
  const { wave, more, links } = await context.people.read(async (db) => ({
    wave: await findWave(db, id),
    more: await moreAnswersNeeded(db, id),
    links: await linksInHand(db, id),
  }));
  if (wave.kind !== "staff-survey" || wave.identity !== "anonymous") {
    throw new DomainError("not-found", "This wave is no anonymous staff survey, so it has no tables.");
  }
  const definition = await definitionOfId(context, wave.definitionId);
  const published =
    wave.state === "released" ? await context.people.read((db) => publishedNumbers(db, id)) : [];
  const newest = published.length === 0 ? undefined : await releaseOfNumber(context, wave);
  const tables = newest?.release.tables;
  const cuts = tables?.cuts.map(({ codes }) => codes) ?? wave.policy.cuts ?? [];
  const named = new Set((wave.policy.cuts ?? []).map((codes) => codes.join("+")));
  const labelsOf = (wanted: typeof cuts) => cutCategories(definition, wanted).map(({ label }) => label);
  return {
    wave: id,
    title: wave.title,
    release: newest?.number ?? null,
    minimum: wave.policy.minimumGroupSize,
    cuts: cutCategories(definition, cuts).map(({ codes, label }) => ({ codes: [...codes], label })),
    rules: [
      ...explainRules({
        policy: wave.policy,
        cuts: labelsOf(wave.policy.cuts ?? []),
        furtherCuts: labelsOf(cuts.filter((codes) => !named.has(codes.join("+")))),
        method: tables?.method ?? null,
        width: tables === undefined ? USUAL_WIDTH : tables.width,
        beside: tables === undefined ? [] : besideSentences(tables),
        comments: definition.items.some(({ kind }) => kind === "text"),
        uncounted: uncountedOf(definition),
      }),
      ...peopleRules(wave.policy.minimumGroupSize, { more, links }),
    ],
    cells: tables === undefined ? null : countTables(tables),
  };
}
