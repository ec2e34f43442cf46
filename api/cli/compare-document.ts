/** A comparison as a document: one sentence first, then who answered, scales, items, groups, and how it was made. */
import type { ComparedMeasure, WaveComparison } from "../../analysis/comparison/comparison-model.ts";
import { digitsOf, howMany, percent, rounded } from "../../analysis/number-text.ts";
import { besideSections } from "./compare-beside.ts";
import { detailSection, groupSections } from "./compare-detail.ts";
import { change, headline, NOTHING, number, sizeOf, verdict } from "./compare-words.ts";
import type {
  ChartMark,
  DocumentCell,
  DocumentSection,
  DotChart,
  ReportDocument,
} from "./report-document.ts";
import { plainRow, section } from "./report-document.ts";

export function comparisonDocument(compared: WaveComparison): ReportDocument {
  return {
    title: `${compared.survey.title}: what changed`,
    subtitle: "The second wave compared with the first",
    sections: [
      section("In one sentence", { paragraphs: [headline(compared.scales)] }),
      whoAnswered(compared),
      ...scaleSections(compared),
      ...itemSections(compared.items),
      ...groupSections(compared),
      ...besideSections(compared),
      detailSection(compared),
      section("How this was made", { list: compared.methods }),
    ],
  };
}

function whoAnswered({ response, persons }: WaveComparison): DocumentSection {
  const row = (name: string, { answered, headcount, rate }: WaveComparison["response"]["before"]) =>
    plainRow(
      name,
      howMany(answered),
      headcount === null ? "not known" : howMany(headcount),
      rate === null ? NOTHING : percent(rate),
    );
  const paragraphs =
    persons === null
      ? ["The waves are not linked by person."]
      : [
          `${howMany(persons.both)} persons answered both waves, ${howMany(persons.beforeOnly)} only the first and ${howMany(persons.afterOnly)} only the second.`,
        ];
  return section("Who answered", {
    paragraphs,
    tables: [
      {
        caption: "Answers and response rate",
        head: ["Wave", "Answered", "Asked", "Response rate"],
        rows: [row("First", response.before), row("Second", response.after)],
      },
    ],
  });
}

function mark(measure: ComparedMeasure, wave: "before" | "after"): ChartMark | null {
  const { n, mean, interval } = measure[wave];
  if (mean === null) return null;
  const limits = interval ?? { lower: mean, upper: mean };
  return { value: mean, n, text: rounded(mean, digitsOf(measure.kind)), ...limits };
}

function meansChart(title: string, measures: readonly ComparedMeasure[]): DotChart {
  const [first] = measures;
  const lowest = first?.lowest ?? 1;
  const highest = first?.highest ?? 5;
  const step = highest - lowest > 20 ? 25 : 1;
  const ticks = Array.from({ length: Math.floor((highest - lowest) / step) + 1 }, (_, place) => {
    const at = lowest + place * step;
    return { at, text: String(at) };
  });
  return {
    title,
    sentence: `Mean of each wave, ${lowest} to ${highest}, with 95 % limits: the first wave hollow, the second filled.`,
    lowest,
    highest,
    ticks,
    rows: measures.map((one) => ({
      label: one.label,
      before: mark(one, "before"),
      after: mark(one, "after"),
    })),
  };
}

/** Scales of different length each get their own chart: the real scale is never cut or stretched. */
function byLength(measures: readonly ComparedMeasure[]): readonly (readonly ComparedMeasure[])[] {
  const lengths = [...new Set(measures.map(({ highest }) => highest))];
  return lengths.map((length) => measures.filter(({ highest }) => highest === length));
}

function meanRows(measures: readonly ComparedMeasure[]): readonly (readonly DocumentCell[])[] {
  return measures.map((one) => {
    const digits = digitsOf(one.kind);
    return plainRow(
      one.label,
      `${number(one.before.mean, digits)} (n ${howMany(one.before.n)})`,
      `${number(one.after.mean, digits)} (n ${howMany(one.after.n)})`,
      change(one.difference, digits),
      sizeOf(one),
      verdict(one.verdict),
    );
  });
}

const MEAN_HEAD = ["", "First wave", "Second wave", "Change (95 % limits)", "Size", "Test"];

function scaleSections({ scales, index }: WaveComparison): readonly DocumentSection[] {
  const sections: DocumentSection[] = [];
  if (scales.length > 0) {
    const broken = scales.filter(({ leftOut }) => leftOut.length > 0);
    sections.push(
      section("Scales", {
        paragraphs: broken.map(
          ({ label, leftOut }) =>
            `Break in "${label}": compared on the items both waves share, without ${leftOut.join(", ")}.`,
        ),
        charts: byLength(scales).map((group) => meansChart("Scales in both waves", group)),
        tables: [
          { caption: "Scales in both waves", head: ["Scale", ...MEAN_HEAD.slice(1)], rows: meanRows(scales) },
        ],
      }),
    );
  }
  if (index !== null) {
    sections.push(
      section("Index", {
        charts: [meansChart("Index in both waves", [index])],
        tables: [
          {
            caption: "Index of all items, 0 to 100",
            head: ["Index", ...MEAN_HEAD.slice(1)],
            rows: meanRows([index]),
          },
        ],
      }),
    );
  }
  return sections;
}

function shareMark(measure: ComparedMeasure, wave: "before" | "after"): ChartMark | null {
  const { favourable } = measure[wave];
  if (favourable === null) return null;
  const { share, n, interval } = favourable;
  return {
    value: share * 100,
    lower: interval.lower * 100,
    upper: interval.upper * 100,
    n,
    text: percent(share),
  };
}

/** Shares of favourable answers, and means; means alone where the rows are people rated. */
function itemSections(items: readonly ComparedMeasure[]): readonly DocumentSection[] {
  if (items.length === 0) return [];
  if (items.every(({ before, after }) => before.favourable === null && after.favourable === null)) {
    const table = {
      caption: "Items in both waves",
      head: ["Item", ...MEAN_HEAD.slice(1)],
      rows: meanRows(items),
    };
    const charts = byLength(items).map((group) => meansChart("Items in both waves", group));
    return [section("Items", { charts, tables: [table] })];
  }
  return [
    section("Items", {
      paragraphs: [
        "Favourable answers are those above the middle of the scale; items that are worded the other way round are turned first.",
      ],
      charts: [shareChart(items)],
      tables: [
        {
          caption: "Items in both waves",
          head: [
            "Item",
            "Favourable, first",
            "Favourable, second",
            "Change in points (95 % limits)",
            "Mean",
            "Size",
            "Test",
          ],
          rows: items.map(itemRow),
        },
      ],
    }),
  ];
}

function shareChart(items: readonly ComparedMeasure[]): DotChart {
  return {
    title: "Favourable answers to each item",
    sentence:
      "Favourable answers of each wave in per cent, with 95 % limits: the first wave hollow, the second filled.",
    lowest: 0,
    highest: 100,
    ticks: [0, 25, 50, 75, 100].map((at) => ({ at, text: `${at} %` })),
    rows: items.map((one) => ({
      label: one.label,
      before: shareMark(one, "before"),
      after: shareMark(one, "after"),
    })),
  };
}

function itemRow(one: ComparedMeasure): readonly DocumentCell[] {
  const share = (wave: "before" | "after"): string => {
    const { favourable } = one[wave];
    if (favourable === null) return NOTHING;
    const margin = favourable.margin === undefined ? "" : ` ± ${rounded(favourable.margin * 100, 0)}`;
    return `${rounded(favourable.share * 100, 0)}${margin} % (n ${howMany(favourable.n)})`;
  };
  return plainRow(
    one.label,
    share("before"),
    share("after"),
    change(one.shareChange, 0, 100),
    `${number(one.before.mean, 2)} → ${number(one.after.mean, 2)}`,
    sizeOf(one),
    verdict(one.verdict),
  );
}
