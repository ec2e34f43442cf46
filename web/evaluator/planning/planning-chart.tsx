/** The smallest change that can be shown against the number of answers, with the line of what matters in practice. */
import { scaleLinear, scaleLog } from "d3-scale";
import { rounded } from "../../../analysis/number-text.ts";
import { PLANNING_TEXTS } from "../../ui/texts/evaluator-planning.ts";
import { LevelGrid } from "../figures/scale-axis.tsx";
import type { PlanStep } from "./plan.ts";

const HEIGHT = 200;
const FOOT = 24;
const LABELS = [10, 50, 200, 1000, 5000];

interface PlanningChartProps {
  readonly steps: readonly PlanStep[];
  readonly band: number;
  /** The plan itself: answers of the smaller wave, and its change. */
  readonly planned: PlanStep;
}

function placesOf(steps: readonly PlanStep[]) {
  const numbers = steps.map(({ answers }) => answers);
  const largest = Math.max(...steps.map(({ change }) => change));
  const x = scaleLog()
    .domain([Math.min(...numbers), Math.max(...numbers)])
    .range([6, 97])
    .clamp(true);
  const y = scaleLinear()
    .domain([0, largest])
    .range([HEIGHT - FOOT, 10])
    .clamp(true);
  return { x, y, ticks: y.ticks(4) };
}

function sentenceOf(steps: readonly PlanStep[]): string {
  const ends = [steps[0], steps.at(-1)].map((step) =>
    step === undefined ? "" : PLANNING_TEXTS.pointAt(String(step.answers), rounded(step.change, 2)),
  );
  return PLANNING_TEXTS.chartSentence(ends[0] ?? "", ends[1] ?? "");
}

export function PlanningChart({ steps, band, planned }: PlanningChartProps) {
  const { x, y, ticks } = placesOf(steps);
  return (
    <svg className="trend" role="img" aria-label={sentenceOf(steps)} width="100%" height={HEIGHT}>
      <LevelGrid levels={ticks} yOf={y} start="6%" />
      {LABELS.map((label) => (
        <text key={label} className="trend-tick" x={`${x(label)}%`} y={HEIGHT - 4} textAnchor="middle">
          {label}
        </text>
      ))}
      <line className="break-line" x1="6%" x2="100%" y1={y(band)} y2={y(band)} />
      {steps.slice(1).map((step, index) => {
        const from = steps[index];
        if (from === undefined) return null;
        return (
          <line
            key={step.answers}
            className="trend-line"
            x1={`${x(from.answers)}%`}
            x2={`${x(step.answers)}%`}
            y1={y(from.change)}
            y2={y(step.change)}
          />
        );
      })}
      <circle className="dot dot-after" cx={`${x(planned.answers)}%`} cy={y(planned.change)} r="6" />
    </svg>
  );
}
