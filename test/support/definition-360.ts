/** A small 360 definition made by hand, for tests of what comes after the survey. */
import type {
  CheckedAnswers,
  Item,
  ItemAnswer,
  RaterGroup,
  SurveyDefinition,
} from "../../surveys/definition.ts";

interface Shape {
  readonly dimensions?: Readonly<Record<string, readonly string[]>>;
  readonly looseItems?: readonly string[];
  readonly textItems?: readonly string[];
  readonly reverseKeyed?: readonly string[];
  readonly points?: number;
  readonly groups?: readonly RaterGroup[];
  readonly extraItems?: readonly Item[];
}

export function raterGroup(code: string, attributed = false): RaterGroup {
  return {
    code,
    label: { en: code, de: `${code} (de)` },
    attributed,
    wording: code === "self" ? "self" : "other",
  };
}

const GROUPS = [
  raterGroup("self", true),
  raterGroup("manager", true),
  raterGroup("peer"),
  raterGroup("report"),
  raterGroup("other"),
];

/** A definition of kind 360 with the given dimensions, one scale, and the usual five groups. */
export function definition360(shape: Shape = {}): SurveyDefinition {
  const dimensions = shape.dimensions ?? { clarity: ["c1", "c2"], support: ["s1", "s2"] };
  const dimensionOf = new Map(
    Object.entries(dimensions).flatMap(([dimension, items]) =>
      items.map((item) => [item, dimension] as const),
    ),
  );
  const scaleItem = (code: string): Item => {
    const dimension = dimensionOf.get(code);
    return {
      code,
      question: code,
      kind: "scale",
      title: { en: `Item ${code}` },
      metadata: {
        scale: "agreement",
        reverseKeyed: shape.reverseKeyed?.includes(code) ?? false,
        ...(dimension === undefined ? {} : { dimension }),
      },
    };
  };
  const textItem = (code: string): Item => ({
    code,
    question: code,
    kind: "text",
    title: { en: `Text ${code}` },
    metadata: {},
  });
  const points = shape.points ?? 5;
  return {
    soundings: {
      format: 1,
      id: "test-360",
      version: "1.0.0",
      kind: "360",
      identity: "anonymous",
      languages: ["en", "de"],
      minutes: 5,
      groups: shape.groups ?? GROUPS,
      scales: {
        agreement: {
          points,
          ordered: true,
          labels: Array.from({ length: points }, (_, place) => ({ en: String(place + 1) })),
          notObserved: { en: "Not observed" },
        },
      },
      dimensions: Object.keys(dimensions).map((code) => ({
        code,
        label: { en: code },
        minimumAnswered: 1,
      })),
      items: {},
      pipes: [],
    },
    survey: {},
    title: { en: "Test 360" },
    items: [
      ...[...dimensionOf.keys(), ...(shape.looseItems ?? [])].map(scaleItem),
      ...(shape.textItems ?? []).map(textItem),
      ...(shape.extraItems ?? []),
    ],
    canonical: "{}",
  };
}

/** Answers by item code; undefined ones are left out. */
export function answersOf(values: Readonly<Record<string, ItemAnswer | undefined>>): CheckedAnswers {
  return new Map(
    Object.entries(values).flatMap(([code, value]) => (value === undefined ? [] : [[code, value] as const])),
  );
}
