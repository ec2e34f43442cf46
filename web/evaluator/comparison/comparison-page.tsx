/** A comparison of waves, from the one sentence to the methods: pure, so that it prints and tests without a server. */
import { Link } from "wouter";
import { HatchDefinition } from "../../ui/hatch.tsx";
import { PageContents } from "../../ui/page-contents.tsx";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { usePrintsUnfolded } from "../../ui/use-prints-unfolded.ts";
import type { WaveComparisonSheet } from "../evaluator-api.ts";
import { FileLinks } from "../figures/file-links.tsx";
import { partsOf } from "./comparison-parts.ts";
import { EventRatesSection } from "./event-rates-section.tsx";
import { HeadlineSection } from "./headline-section.tsx";
import { HeatSection } from "./heat-section.tsx";
import { ItemsSection } from "./items-section.tsx";
import { LinkedSection } from "./linked-section.tsx";
import { BreaksSection, MethodsSection, WeightedSection } from "./method-sections.tsx";
import { RatesSection } from "./rates-section.tsx";
import { ResponseSection } from "./response-section.tsx";
import { ThemesSection } from "./themes-section.tsx";
import { TrendSection } from "./trend-section.tsx";

const TEXTS = COMPARISON_TEXTS;

function contentsOf({ comparison, waves, rates }: WaveComparisonSheet) {
  const { scales, cuts, items, choices, weighted, breaks, of } = comparison;
  const some = (list: readonly unknown[], id: string, title: string) =>
    list.length > 0 ? [{ id, title }] : [];
  return [
    ...some(scales, "themes", TEXTS.themes),
    ...(waves.length > 2 ? some(scales, "trend", TEXTS.trend) : []),
    { id: "response", title: TEXTS.response },
    ...(scales.length === 0
      ? []
      : cuts.map(({ label }, place) => ({ id: `heat-${place}`, title: TEXTS.heat(label) }))),
    ...some(items, "questions", TEXTS.items),
    ...some(choices, "rates", TEXTS.rates),
    ...some(rates, "events", TEXTS.events),
    ...(of === null ? [{ id: "linked", title: TEXTS.linked }] : []),
    ...some(breaks, "breaks", TEXTS.breaks),
    ...some(weighted, "weighted", TEXTS.weighted),
    { id: "methods", title: TEXTS.methods },
  ];
}

export function ComparisonPage({ sheet }: { readonly sheet: WaveComparisonSheet }) {
  usePrintsUnfolded(".results");
  const parts = partsOf(sheet);
  const waves = sheet.waves.map(({ wave }) => wave).join(",");
  return (
    <article className="results">
      <HatchDefinition />
      <p dir="auto">{sheet.waves.map(({ title }) => title).join(" → ")}</p>
      {sheet.comparison.of !== null && (
        <p className="notice">
          {TEXTS.ofCategory(sheet.comparison.of.label)}{" "}
          <Link href={`/staff/comparisons?waves=${waves}`}>{TEXTS.ofEverybody}</Link>
        </p>
      )}
      <HeadlineSection parts={parts} />
      <div className="screen-actions screen-only">
        <button type="button" className="button" onClick={() => window.print()}>
          {TEXTS.print}
        </button>
        <Link className="button" href={`/staff/surveys?waves=${waves}`}>
          {TEXTS.change}
        </Link>
      </div>
      <PageContents parts={contentsOf(sheet)} label={TEXTS.contents} />
      <ThemesSection parts={parts} />
      <TrendSection parts={parts} />
      <ResponseSection parts={parts} />
      {sheet.comparison.cuts.map((cut, place) => (
        <HeatSection key={cut.codes.join("+")} cut={cut} parts={parts} id={`heat-${place}`} />
      ))}
      <ItemsSection parts={parts} />
      <RatesSection parts={parts} />
      <EventRatesSection rates={sheet.rates} />
      <LinkedSection parts={parts} />
      <BreaksSection parts={parts} />
      <WeightedSection parts={parts} />
      <MethodsSection parts={parts} />
      <FileLinks address="/api/comparisons/files/" query={`?${new URLSearchParams({ waves })}`} />
    </article>
  );
}
