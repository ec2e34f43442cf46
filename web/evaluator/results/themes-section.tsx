/** The themes of one wave at a glance: chart and table in one, a row a theme. */
import { meanText } from "../../../analysis/bound-text.ts";
import type { StaffScale, StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";
import { HATCH_FILL } from "../../ui/hatch.tsx";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { EVALUATOR_TEXTS } from "../../ui/texts/evaluator.ts";
import { intervalText } from "../figures/change-text.ts";
import { HiddenFigure } from "../figures/hidden-figure.tsx";
import { MeanStrip } from "../figures/mean-strip.tsx";
import { RangeNumbers } from "../figures/scale-axis.tsx";
import { scoreInterval } from "../figures/wave-figures.ts";

const TEXTS = EVALUATOR_TEXTS.results;

interface ThemeRowProps {
  readonly scale: StaffScale;
  readonly tables: StaffTables;
}

function ThemeRow({ scale, tables }: ThemeRowProps) {
  const { total } = scale.cells;
  const digits = scale.code === "index" ? 0 : 2;
  if (!total.shown) {
    return (
      <tr>
        <th scope="row">{scale.label}</th>
        <td className="chart-cell">
          <svg
            className="strip-chart"
            role="img"
            aria-label={TEXTS.themeHidden(scale.label)}
            width="100%"
            height="22"
          >
            <rect className="hatched" fill={HATCH_FILL} width="100%" height="22" rx="3" />
          </svg>
        </td>
        <td colSpan={3}>
          <HiddenFigure reason={total.reason} minimum={tables.minimum} />
        </td>
      </tr>
    );
  }
  const { n, value } = total;
  const interval = scoreInterval(scale, value, { n, headcount: tables.invited });
  const mean = meanText(value.mean, digits);
  const limits = interval === null ? "–" : intervalText(interval, digits);
  return (
    <tr>
      <th scope="row">{scale.label}</th>
      <td className="chart-cell">
        <MeanStrip
          range={scale}
          mean={value.mean}
          interval={interval}
          sentence={TEXTS.themeSentence(scale.label, mean, limits, n)}
        />
      </td>
      <td className="number figure-strong" data-head={TEXTS.mean}>
        {mean}
      </td>
      <td className="number" data-head={TEXTS.limits}>
        {limits}
      </td>
      <td className="number" data-head={TEXTS.count}>
        {n}
      </td>
    </tr>
  );
}

function ThemeTable({ scales, tables }: { scales: readonly StaffScale[]; tables: StaffTables }) {
  const [first] = scales;
  if (first === undefined) return null;
  return (
    <table className="list list-stack chart-table">
      <caption>{first.code === "index" ? TEXTS.index : TEXTS.onScale(first.lowest, first.highest)}</caption>
      <TableHead
        columns={[
          TEXTS.theme,
          { label: TEXTS.overviewTable, holds: "chart", unseen: true, axis: <RangeNumbers range={first} /> },
          numbers(TEXTS.mean),
          numbers(TEXTS.limits),
          numbers(TEXTS.count),
        ]}
      />
      <tbody>
        {scales.map((scale) => (
          <ThemeRow key={scale.code} scale={scale} tables={tables} />
        ))}
      </tbody>
    </table>
  );
}

/** Themes with scales of different length stand in tables of their own. */
function byRange(scales: readonly StaffScale[]): readonly (readonly StaffScale[])[] {
  const keys = [...new Set(scales.map(({ lowest, highest }) => `${lowest} ${highest}`))];
  return keys.map((key) => scales.filter(({ lowest, highest }) => `${lowest} ${highest}` === key));
}

export function ThemesSection({ tables }: { readonly tables: StaffTables }) {
  const { scales, index } = tables;
  return (
    <section className="page-section" aria-labelledby="overview">
      <h2 id="overview">{TEXTS.overview}</h2>
      <p className="hint">{scales.length === 0 ? TEXTS.noThemes : TEXTS.overviewIntro}</p>
      {byRange(scales).map((list) => (
        <ThemeTable key={list[0]?.code} scales={list} tables={tables} />
      ))}
      {index !== null && <ThemeTable scales={[index]} tables={tables} />}
    </section>
  );
}
