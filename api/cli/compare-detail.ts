/** The sections of a comparison that go into detail: by groups, and every test for an evaluator. */
import type {
  BesideFigure,
  ComparedMeasure,
  GroupCell,
  WaveComparison,
} from "../../analysis/comparison/comparison-model.ts";
import { digitsOf, howMany, rounded, signed } from "../../analysis/number-text.ts";
import { change, NOTHING, number, pValue } from "./compare-words.ts";
import type { DocumentCell, DocumentSection } from "./report-document.ts";
import { plainRow, section } from "./report-document.ts";

const HIDDEN = {
  "too-few-answers": (minimum: number) => `not shown: fewer than ${minimum} answers in a wave`,
  "would-reveal-another": () => "not shown: another group could be worked out from it",
} as const;

export function groupSections({ groups }: WaveComparison): readonly DocumentSection[] {
  if (groups === null) return [];
  const labels = groups.cells.flatMap((cell) =>
    cell.shown ? [cell.measures.map(({ label }) => label)] : [],
  )[0];
  const columns = labels ?? [];
  const cellsOf = (cell: GroupCell): readonly DocumentCell[] => {
    if (!cell.shown) {
      const text = HIDDEN[cell.reason](groups.minimum);
      return [
        { text: cell.group },
        ...(columns.length === 0 ? [""] : columns).map(() => ({ text, suppressed: true })),
      ];
    }
    return [{ text: cell.group }, ...cell.measures.map((measure) => ({ text: groupText(measure) }))];
  };
  return [
    section(`By ${groups.by}`, {
      paragraphs: [
        "Means of both waves with the number of answers, the change, and ● where a test found a change.",
      ],
      tables: [
        {
          caption: `Changes by ${groups.by}`,
          head: ["Group", ...(columns.length === 0 ? ["Change"] : columns)],
          rows: groups.cells.map(cellsOf),
        },
      ],
    }),
  ];
}

function groupText({ kind, before, after, difference, verdict: found }: ComparedMeasure): string {
  const digits = digitsOf(kind);
  const both = `${number(before.mean, digits)} (n ${howMany(before.n)}) → ${number(after.mean, digits)} (n ${howMany(after.n)})`;
  const by = difference === null ? NOTHING : signed(difference.estimate, digits);
  const state = { significant: " ●", "not-significant": "", "not-tested": ", not tested" }[found.state];
  return `${both}, ${by}${state}`;
}

/** p, d and what stands beside, for an evaluator. */
export function detailSection({ scales, index, items }: WaveComparison): DocumentSection {
  const all = [...scales, ...(index === null ? [] : [index]), ...items];
  return section("For the evaluator", {
    paragraphs: [
      "p is the chance of a difference at least this large if nothing had changed; adjusted p takes into account how many tests were made together. The effect size is the change in standard deviations.",
    ],
    tables: [
      {
        caption: "Tests and effect sizes",
        head: ["Measure", "Test", "Statistic", "p", "Adjusted p", "Effect size", "Beside"],
        rows: all.map((one) => {
          const { verdict: found, effect } = one;
          const tested = found.state === "not-tested" ? undefined : found;
          const df = tested?.df ?? null;
          return plainRow(
            one.label,
            tested === undefined ? "not tested" : (TESTS[tested.test] ?? tested.test),
            tested === undefined
              ? NOTHING
              : `${rounded(tested.statistic, 2)}${df === null ? "" : `, ${together(`df ${rounded(df, 1)}`)}`}`,
            tested === undefined ? NOTHING : pValue(tested.p),
            tested === undefined ? NOTHING : pValue(tested.pAdjusted),
            effect === null ? NOTHING : effectText(effect),
            besideText(one),
          );
        }),
      },
    ],
  });
}

/** What stands on one line: its blanks do not break. */
function together(text: string): string {
  return text.replaceAll(" ", "\u00A0");
}

/** "d_av +0.24" and, on the next line where there is little room, its limits. */
function effectText({ name, value, interval }: NonNullable<ComparedMeasure["effect"]>): string {
  const [estimate = "", ...limits] = change({ estimate: value, interval }, 2).split(" ");
  const parts = [together(`${EFFECTS[name]} ${estimate}`), together(limits.join(" "))];
  return parts.filter((part) => part !== "").join(" ");
}

const BESIDE: Readonly<Record<BesideFigure["name"], readonly [words: string, digits: number]>> = {
  d_z: ["d_z", 2],
  "signed-rank-pratt": ["signed-rank correlation", 2],
  "persons-up": ["persons higher", 0],
  "persons-same": ["the same", 0],
  "persons-down": ["lower", 0],
  "reliably-higher": ["reliably higher", 0],
  "reliably-lower": ["reliably lower", 0],
  "probability-of-superiority": ["probability of superiority", 2],
  "mann-whitney": ["Mann-Whitney", 2],
  "linked-only-change": ["change of linked persons", 2],
  "regression-to-mean-expected": ["of which expected from regression to the mean", 2],
  "lowest-quarter-change": ["change of the lowest quarter", 2],
};

const TESTS: Readonly<Record<string, string>> = {
  "paired-t": together("paired t"),
  "partly-overlapping-t": "partially overlapping samples t",
  "welch-t": together("Welch's t"),
};

const EFFECTS = { d_av: "d_av", "hedges-g": "Hedges' g" } as const;

function besideText({ beside, alpha }: ComparedMeasure): string {
  const parts = beside.map(({ name, value, p }) => {
    const [words, digits] = BESIDE[name];
    return `${words} ${rounded(value, digits)}${p === undefined ? "" : ` (p ${pValue(p)})`}`;
  });
  if (alpha !== null) parts.push(`alpha ${number(alpha.before, 2)} and ${number(alpha.after, 2)}`);
  return parts.join("; ") || NOTHING;
}
