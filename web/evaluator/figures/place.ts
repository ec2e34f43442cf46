/** Where a value stands in a chart: per cent of its width, with room left for marks at the ends of the scale. */
import { scaleLinear } from "d3-scale";

const EDGE_PER_CENT = 3;

export interface Range {
  readonly lowest: number;
  readonly highest: number;
}

/** Place of a value on the whole scale, which is never cut; values beyond it stand at its end. */
export function placeOn({ lowest, highest }: Range, value: number): number {
  const place = scaleLinear()
    .domain([lowest, highest])
    .range([EDGE_PER_CENT, 100 - EDGE_PER_CENT])
    .clamp(true);
  return Math.round(place(value) * 100) / 100;
}

/** The same as an SVG length. */
export function percentOn(range: Range, value: number): string {
  return `${placeOn(range, value)}%`;
}

/** The grid lines: each point of a short scale, quarters of a long one. */
export function ticksOn({ lowest, highest }: Range): readonly number[] {
  const steps = highest - lowest <= 10 ? highest - lowest : 4;
  return Array.from({ length: steps + 1 }, (_, index) => lowest + ((highest - lowest) / steps) * index);
}
