/** Where marks and their labels stand on a scale, so that none covers another. */
import { scaleLinear } from "d3-scale";

/** Room kept left and right of the scale for marks that stand on its ends, in per cent of the width. */
const EDGE_PER_CENT = 4;

/** Place of a value on a scale 1..points, in per cent of the chart's width. The scale is never cut. */
export function placeOnScale(value: number, points: number): number {
  const place = scaleLinear()
    .domain([1, points])
    .range([EDGE_PER_CENT, 100 - EDGE_PER_CENT]);
  return Math.round(place(value) * 100) / 100;
}

/** The points of the scale, each a grid line. */
export function scaleTicks(points: number): readonly number[] {
  return Array.from({ length: points }, (_, index) => index + 1);
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Puts spans into rows: each into the first row where it overlaps nothing that came before.
 * @returns the row of each span, 0 being the first
 */
export function rowsWithoutOverlap(spans: readonly Span[]): readonly number[] {
  const rows: Span[][] = [];
  return spans.map((span) => {
    const free = rows.findIndex((row) =>
      row.every((other) => span.from >= other.to || span.to <= other.from),
    );
    const row = free === -1 ? rows.length : free;
    const spansOfRow = rows[row];
    if (spansOfRow === undefined) rows.push([span]);
    else spansOfRow.push(span);
    return row;
  });
}

/** On which side of its mark a label stands: left where the right end of the scale is near. */
export function labelSide(value: number, points: number): "left" | "right" {
  return value > 1 + (points - 1) * 0.7 ? "left" : "right";
}

/** The width that a mark and its label take, in scale points of a scale of 5 on a phone. */
export function labelledSpan(value: number, points: number): Span {
  const unit = (points - 1) / 4;
  return labelSide(value, points) === "right"
    ? { from: value - 0.14 * unit, to: value + 1.05 * unit }
    : { from: value - 1.05 * unit, to: value + 0.14 * unit };
}

/** The width that a mark alone takes. */
export function markSpan(value: number, points: number): Span {
  const half = 0.12 * ((points - 1) / 4);
  return { from: value - half, to: value + half };
}
