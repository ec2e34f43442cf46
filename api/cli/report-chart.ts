/** A dot chart as SVG: before hollow, after filled, limits as lines, the whole scale, n beside every figure. */
import { howMany } from "../../analysis/number-text.ts";
import type { ChartMark, ChartRow, DotChart } from "./report-document.ts";

/** In units of the picture; it is as wide as a small phone, so that letters keep their size there. */
const WIDTH = 360;
const LEFT = 10;
const RIGHT = 10;
const TOP = 4;
const LINE = 17;
const TRACK = 40;
const AXIS = 22;
const RADIUS = 5.5;
const LETTERS = 50;

export function escapeHtml(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? "");
}

/** Long labels wrap instead of turning or being cut. */
function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap(pieces)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LETTERS)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string): readonly string[] {
  return word.length < LETTERS ? [word] : (word.match(new RegExp(`.{1,${LETTERS - 1}}`, "gu")) ?? [word]);
}

export function chartSvg(chart: DotChart, id: string): string {
  const x = (value: number): string =>
    (LEFT + ((value - chart.lowest) / (chart.highest - chart.lowest)) * (WIDTH - LEFT - RIGHT)).toFixed(1);
  let top = TOP;
  const rows: string[] = [];
  for (const row of chart.rows) {
    const lines = wrap(row.label);
    rows.push(rowSvg(row, lines, { top, x, ticks: chart.ticks.map(({ at }) => at) }));
    top += lines.length * LINE + TRACK;
  }
  const ticks = chart.ticks.map(
    ({ at, text }, place) =>
      `<text class="tick" x="${x(at)}" y="${top + 14}" text-anchor="${anchor(place, chart.ticks.length)}">${escapeHtml(text)}</text>`,
  );
  return [
    `<svg viewBox="0 0 ${WIDTH} ${top + AXIS}" role="img" aria-labelledby="${id}-title ${id}-text">`,
    `<title id="${id}-title">${escapeHtml(chart.title)}</title>`,
    `<desc id="${id}-text">${escapeHtml(chart.sentence)}</desc>`,
    ...rows,
    ...ticks,
    "</svg>",
  ].join("\n");
}

function anchor(place: number, ticks: number): string {
  if (place === 0) return "start";
  return place === ticks - 1 ? "end" : "middle";
}

interface Frame {
  readonly top: number;
  readonly x: (value: number) => string;
  readonly ticks: readonly number[];
}

function rowSvg(
  { label, before, after }: ChartRow,
  lines: readonly string[],
  { top, x, ticks }: Frame,
): string {
  const middle = top + lines.length * LINE + 8;
  const texts = lines.map(
    (line, place) => `<tspan x="${LEFT}" y="${top + (place + 1) * LINE - 4}">${escapeHtml(line)}</tspan>`,
  );
  const grid = ticks.map(
    (at) => `<line class="grid" x1="${x(at)}" x2="${x(at)}" y1="${middle - 9}" y2="${middle + 11}"/>`,
  );
  const figures = [before, after].map((mark) =>
    mark === null ? "no answers" : `${mark.text} (n ${howMany(mark.n)})`,
  );
  return [
    `<g><title>${escapeHtml(`${label}: ${figures.join(", then ")}`)}</title>`,
    `<text class="label">${texts.join("")}</text>`,
    ...grid,
    `<line class="track" x1="${x(ticks[0] ?? 0)}" x2="${x(ticks.at(-1) ?? 1)}" y1="${middle + 1}" y2="${middle + 1}"/>`,
    before === null ? "" : markSvg(before, x, { at: middle - 3, kind: "before" }),
    after === null ? "" : markSvg(after, x, { at: middle + 5, kind: "after" }),
    `<text class="figures" x="${LEFT}" y="${middle + 25}">${escapeHtml(figures.join(" → "))}</text></g>`,
  ].join("");
}

function markSvg(
  { value, lower, upper }: ChartMark,
  x: (value: number) => string,
  { at, kind }: { readonly at: number; readonly kind: "before" | "after" },
): string {
  return (
    `<line class="limits" x1="${x(lower)}" x2="${x(upper)}" y1="${at}" y2="${at}"/>` +
    `<circle class="${kind}" cx="${x(value)}" cy="${at}" r="${RADIUS}"/>`
  );
}
