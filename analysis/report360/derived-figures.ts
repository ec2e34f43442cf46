/** Which displayed figures of a 360 report each higher figure claims to be made of. */

import type { Cell, Figure } from "../disclosure/cell.ts";
import type { DerivedFigure, DisplayedFigure } from "../disclosure-audit/published.ts";
import type { DimensionRow, FigureRow, ItemRow, Report360, ReportBlock } from "./report-model.ts";

/**
 * The claims of all others, dimensions, gaps and highlights. Attributed answers are shown by name, so figures
 * made of them alone are left out.
 *
 * @param report the report
 * @param anonymous its anonymous blocks
 * @returns one claim a displayed higher figure
 * @see ../disclosure/README.md, rule 4
 * @example derivedFigures(report, blocks).every(isDerived);
 */
export function derivedFigures(
  report: Report360,
  anonymous: readonly ReportBlock[],
): readonly DerivedFigure[] {
  const items = [...report.dimensions.flatMap((row) => row.items), ...report.otherItems];
  const rows: readonly FigureRow[] = [...report.dimensions, ...items];
  return [
    ...items.flatMap((item) => allOthersOfItem(item, anonymous)),
    ...report.dimensions.flatMap((row) => dimensionFigures(row, anonymous)),
    ...gapFigures(report, new Map(rows.map((row) => [row.code, row]))),
    ...highlightFigures(report, items),
  ];
}

function allOthersOfItem(item: ItemRow, anonymous: readonly ReportBlock[]): readonly DerivedFigure[] {
  const shown = displayed(item.allOthers);
  if (shown === undefined) return [];
  const parts = anonymous
    .flatMap(({ code }) => displayed(item.blocks[code]) ?? [])
    .map((figure) => ({ figure, weight: figure.n }));
  const divisor = parts.reduce((sum, { weight }) => sum + weight, 0);
  return [{ name: `all others, item ${item.code}`, shown, parts, divisor, count: "sum" }];
}

function dimensionFigures(row: DimensionRow, anonymous: readonly ReportBlock[]): readonly DerivedFigure[] {
  const mean = (
    whose: string,
    cell: Cell<Figure> | undefined,
    of: (item: ItemRow) => Cell<Figure> | undefined,
  ) => {
    const shown = displayed(cell);
    if (shown === undefined) return [];
    const parts = row.items
      .flatMap((item) => displayed(of(item)) ?? [])
      .map((figure) => ({ figure, weight: 1 }));
    const name = `${whose}, dimension ${row.code}`;
    return [{ name, shown, parts, divisor: parts.length, count: "least" as const }];
  };
  return [
    ...anonymous.flatMap(({ code }) => mean(code, row.blocks[code], (item) => item.blocks[code])),
    ...mean("all others", row.allOthers, (item) => item.allOthers),
  ];
}

/** Self minus all others. The report does not name the self-rating: it is the attributed block that fits. */
function gapFigures(report: Report360, rows: ReadonlyMap<string, FigureRow>): readonly DerivedFigure[] {
  const claims = report.blocks
    .filter(({ attributed }) => attributed)
    .map(({ code: self }) =>
      report.gaps.rows.flatMap(({ code, gap, bound }): DerivedFigure[] => {
        if (!gap.shown) return [];
        const own = displayed(rows.get(code)?.blocks[self]);
        const others = displayed(rows.get(code)?.allOthers);
        return [
          {
            name: `gap, ${code}`,
            shown: { value: gap.value, n: gap.n, bound },
            parts:
              own === undefined || others === undefined
                ? []
                : [
                    { figure: { ...own, n: others.n }, weight: 1 },
                    { figure: others, weight: -1 },
                  ],
            divisor: 1,
            count: "least",
          },
        ];
      }),
    );
  const fitting = claims.find((claim) => claim.every(({ shown, parts }) => fits(shown, parts)));
  return fitting ?? claims[0] ?? [];
}

function fits(shown: DisplayedFigure, parts: DerivedFigure["parts"]): boolean {
  const total = parts.reduce((sum, { figure, weight }) => sum + weight * figure.value, 0);
  return parts.length > 0 && Math.abs(total - shown.value) < 1e-6;
}

function highlightFigures(report: Report360, items: readonly ItemRow[]): readonly DerivedFigure[] {
  return [...report.highest, ...report.lowest].flatMap(({ code, value }): DerivedFigure[] => {
    const shown = displayed(value);
    if (shown === undefined) return [];
    const same = items.flatMap((item) => (item.code === code ? (displayed(item.allOthers) ?? []) : []));
    const parts = same.map((figure) => ({ figure, weight: 1 }));
    return [{ name: `highlight, item ${code}`, shown, parts, divisor: 1, count: "least" }];
  });
}

function displayed(cell: Cell<Figure> | undefined): DisplayedFigure | undefined {
  if (cell?.shown !== true) return undefined;
  return { value: cell.value.mean, n: cell.n, bound: cell.value.bound };
}
