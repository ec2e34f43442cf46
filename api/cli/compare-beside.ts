/** The sections of a comparison that only some have: turnover, weights, comparison group, rates, changed items. */
import type {
  ComparedRate,
  TreatmentEffect,
  WaveComparison,
  WeightedChange,
} from "../../analysis/comparison/comparison-model.ts";
import { digitsOf, rounded, signed } from "../../analysis/number-text.ts";
import { change, NOTHING, number, pValue, verdict } from "./compare-words.ts";
import type { DocumentCell, DocumentSection } from "./report-document.ts";
import { plainRow, section } from "./report-document.ts";

export function besideSections(compared: WaveComparison): readonly DocumentSection[] {
  return [
    ...agreementSection(compared),
    ...turnoverSection(compared),
    ...weightSections(compared),
    ...rakedSection(compared),
    ...treatmentSection(compared),
    ...rateSection(compared.rates),
    ...changesSection(compared),
  ];
}

/** Label and digits of a measure, by code. */
function measureOf({ scales, index }: WaveComparison, code: string) {
  const found = scales.find((scale) => scale.code === code) ?? index;
  return { label: found?.label ?? code, digits: digitsOf(found?.kind ?? "scale") };
}

function agreementSection(compared: WaveComparison): readonly DocumentSection[] {
  const { leaders } = compared;
  if (leaders === null || leaders.agreement.length === 0) return [];
  return [
    section("Agreement of the raters", {
      paragraphs: [
        "Before the raters of one person are averaged: how far they agree, and how far the persons rated differ. No single figure is a gate; raters who agree about everybody alike do not tell persons apart.",
      ],
      tables: [
        {
          caption: "Agreement of the raters in the first wave",
          head: ["Scale", "ICC(1)", "ICC(2)", "r_wg(j), random answers", "r_wg(j), kind answers"],
          rows: leaders.agreement.map(({ code, icc1, icc2, rwgJ }) =>
            plainRow(
              measureOf(compared, code).label,
              number(icc1, 2),
              number(icc2, 2),
              rwgJ === null ? NOTHING : `${rounded(rwgJ.uniform, 2)} (middle of ${rwgJ.leaders})`,
              number(rwgJ?.skewed ?? null, 2),
            ),
          ),
        },
      ],
    }),
  ];
}

function turnoverSection(compared: WaveComparison): readonly DocumentSection[] {
  const known = compared.turnover.filter((one) =>
    [one.stayersBefore, one.stayersAfter, one.leaversBefore, one.joinersAfter].some((mean) => mean !== null),
  );
  if (known.length === 0) return [];
  return [
    section("Stayers, leavers, joiners", {
      paragraphs: [
        "A change of the whole can come from other people answering. Groups of fewer than ten, and what they could be worked out from, are left out.",
      ],
      tables: [
        {
          caption: "Means of those who stayed, left and joined",
          head: ["Scale", "Stayers, first", "Stayers, second", "Leavers, first", "Joiners, second"],
          rows: known.map((one) => {
            const { label, digits } = measureOf(compared, one.code);
            return plainRow(
              label,
              number(one.stayersBefore, digits),
              number(one.stayersAfter, digits),
              number(one.leaversBefore, digits),
              number(one.joinersAfter, digits),
            );
          }),
        },
      ],
    }),
  ];
}

const UNWEIGHTED = {
  heading: { weighted: "Weighted to the headcounts", composition: "If the same groups had answered" },
  caption: {
    weighted: "Changes with both waves weighted to their headcounts",
    composition: "Changes with the second wave reweighted to the first one's groups",
  },
} as const;

function weightSections(compared: WaveComparison): readonly DocumentSection[] {
  return (["weighted", "composition"] as const).flatMap((kind): readonly DocumentSection[] => {
    const changes = compared[kind];
    if (changes.length === 0) return [];
    const rows = changes.flatMap((one) => weightRow(one, compared));
    const missing = changes
      .filter(({ computed }) => !computed)
      .map(({ code }) => measureOf(compared, code).label);
    const sentence = `Not worked out for ${missing.join(", ")}: a group has fewer than ten answers, or no headcount.`;
    return [
      section(UNWEIGHTED.heading[kind], {
        paragraphs: missing.length === 0 ? [] : [sentence],
        tables: rows.length === 0 ? [] : [{ caption: UNWEIGHTED.caption[kind], head: WEIGHT_HEAD, rows }],
      }),
    ];
  });
}

const WEIGHT_HEAD = [
  "Scale",
  "Unweighted change",
  "First, weighted",
  "Second, weighted",
  "Weighted change",
  "Design effect",
];

function rakedSection(compared: WaveComparison): readonly DocumentSection[] {
  const { raked } = compared;
  if (raked === null) return [];
  const rows = raked.changes.flatMap((one) => weightRow(one, compared));
  const missing = raked.changes
    .filter(({ computed }) => !computed)
    .map(({ code }) => measureOf(compared, code).label);
  const sentence = `Not worked out for ${missing.join(", ")}: a value has fewer than ten answers in a wave, or the headcounts cannot be met together.`;
  const by = raked.columns.join(" and ");
  return [
    section(`Weighted to the headcounts by ${by}`, {
      paragraphs: missing.length === 0 ? [] : [sentence],
      tables:
        rows.length === 0
          ? []
          : [
              {
                caption: `Changes with both waves raked to the headcounts by ${by}`,
                head: WEIGHT_HEAD,
                rows,
              },
            ],
    }),
  ];
}

function weightRow(one: WeightedChange, compared: WaveComparison): readonly (readonly DocumentCell[])[] {
  if (!one.computed) return [];
  const { label, digits } = measureOf(compared, one.code);
  const measures = [...compared.scales, ...(compared.index === null ? [] : [compared.index])];
  const plain = measures.find(({ code }) => code === one.code);
  return [
    plainRow(
      label,
      change(plain?.difference ?? null, digits),
      number(one.before, digits),
      number(one.after, digits),
      change(one.difference, digits),
      `${rounded(one.designEffect, 2)}${one.trimmed ? ", weights cut" : ""}`,
    ),
  ];
}

function treatmentSection(compared: WaveComparison): readonly DocumentSection[] {
  const { treatment } = compared;
  if (treatment === null) return [];
  const isAdjusted = treatment.effects.some(({ ancova }) => ancova !== null);
  return [
    section(`Compared with "${treatment.comparison}"`, {
      paragraphs: ["How much more the others changed than the comparison group."],
      tables: [
        {
          caption: "Difference in differences",
          head: [
            "Scale",
            "Change of the others",
            "Change of the comparison group",
            "Difference (95 % limits)",
            "Test",
            ...(isAdjusted ? ["At equal answers before (ANCOVA)"] : []),
          ],
          rows: treatment.effects.map((one) => {
            const { label, digits } = measureOf(compared, one.code);
            return plainRow(
              label,
              one.treated === null ? NOTHING : signed(one.treated, digits),
              one.comparison === null ? NOTHING : signed(one.comparison, digits),
              change(one.effect, digits),
              verdict(one.verdict),
              ...(isAdjusted ? [ancovaText(one, digits)] : []),
            );
          }),
        },
      ],
    }),
  ];
}

function ancovaText({ ancova }: TreatmentEffect, digits: number): string {
  return ancova === null ? NOTHING : `${change(ancova, digits)}, p ${pValue(ancova.p)}`;
}

function rateSection(rates: readonly ComparedRate[]): readonly DocumentSection[] {
  if (rates.length === 0) return [];
  const side = ({ events, staff, per100, interval }: ComparedRate["before"]): string =>
    `${rounded(per100, 1)} (${rounded(interval.lower, 1)} to ${rounded(interval.upper, 1)}; ${events} of ${staff} staff)`;
  return [
    section("Rates per 100 staff", {
      tables: [
        {
          caption: "Events per 100 staff",
          head: ["Events", "First wave", "Second wave", "Ratio (95 % limits)", "Test"],
          rows: rates.map(({ name, before, after, ratio, verdict: found }) => {
            const upper = ratio?.upper ?? null;
            const text =
              ratio === null || ratio.estimate === null
                ? NOTHING
                : `${rounded(ratio.estimate, 2)} (${rounded(ratio.lower, 2)} to ${upper === null ? "no limit" : rounded(upper, 2)})`;
            return plainRow(name, side(before), side(after), text, verdict(found));
          }),
        },
      ],
    }),
  ];
}

const KINDS = {
  same: "the same",
  "wording-changed": "worded differently",
  "scale-changed": "another scale",
  gone: "gone",
  new: "new",
} as const;

function changesSection({ changes }: WaveComparison): readonly DocumentSection[] {
  const changed = changes?.items.filter(({ kind }) => kind !== "same") ?? [];
  if (changes === null || changed.length === 0) return [];
  return [
    section("What changed in the survey", {
      tables: [
        {
          caption: `Items that are not the same in versions ${changes.before} and ${changes.after}`,
          head: ["Item before", "Item after", "Change", "Comparable", "Why"],
          rows: changed.map(({ before, after, kind, comparable, reasons }) =>
            plainRow(
              before ?? NOTHING,
              after ?? NOTHING,
              KINDS[kind],
              comparable ? "yes" : "no",
              reasons.join(" ") || NOTHING,
            ),
          ),
        },
      ],
    }),
  ];
}
