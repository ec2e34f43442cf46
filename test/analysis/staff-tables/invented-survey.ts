/** A staff survey and its answers made by hand, for tests of its tables. */
import type { Dataset, DatasetColumn } from "../../../analysis/dataset.ts";
import type { Item, SurveyDefinition } from "../../../surveys/definition.ts";
import type { DisclosurePolicy } from "../../../surveys/disclosure-policy.ts";
import { DEFAULT_POLICIES } from "../../../surveys/disclosure-policy.ts";

export interface Shape {
  /** Choices by code. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Dimension by scale item; "" for none. */
  readonly scaleItems: Readonly<Record<string, string>>;
  readonly reverseKeyed?: readonly string[];
  readonly points?: number;
}

/** One person's answers by code: 1-based points or places of choices; absent: left out. */
export type Person = Readonly<Record<string, number>>;

export function inventedSurvey(shape: Shape): SurveyDefinition {
  const points = shape.points ?? 5;
  const dimensions = [...new Set(Object.values(shape.scaleItems))].filter((code) => code !== "");
  const text = (en: string) => ({ en });
  const choices = Object.entries(shape.choices).map(
    ([code, values]): Item => ({
      code,
      question: code,
      kind: "choice",
      title: text(`Your ${code}`),
      choices: values.map((value) => ({ value, label: text(value.toUpperCase()) })),
      metadata: {},
    }),
  );
  const scaleItems = Object.entries(shape.scaleItems).map(
    ([code, dimension]): Item => ({
      code,
      question: code,
      kind: "scale",
      title: text(`Item ${code}`),
      metadata: {
        scale: "agreement",
        reverseKeyed: shape.reverseKeyed?.includes(code) ?? false,
        ...(dimension === "" ? {} : { dimension }),
      },
    }),
  );
  return {
    soundings: {
      format: 1,
      id: "invented",
      version: "1.0.0",
      kind: "staff-survey",
      identity: "anonymous",
      languages: ["en"],
      minutes: 5,
      groups: [],
      scales: {
        agreement: {
          points,
          labels: Array.from({ length: points }, (_, place) => text(`Point ${place + 1}`)),
          ordered: true,
        },
      },
      dimensions: dimensions.map((code) => ({ code, label: text(`Scale ${code}`), minimumAnswered: 1 })),
      items: {},
      pipes: [],
    },
    survey: {},
    title: text("Invented"),
    items: [...choices, ...scaleItems],
    canonical: "",
  };
}

export function inventedAnswers(definition: SurveyDefinition, persons: readonly Person[]): Dataset {
  const columns = definition.items.map((item): DatasetColumn => {
    const values = persons.map((person) => person[item.code] ?? 0);
    if (item.kind === "choice") {
      const choices = (item.choices ?? []).map(({ value }) => value);
      return { kind: "choice", code: item.code, choices, values: Int16Array.from(values) };
    }
    const points = definition.soundings.scales["agreement"]?.points ?? 0;
    return { kind: "scale", code: item.code, points, values: Int8Array.from(values) };
  });
  return {
    format: 1,
    survey: { id: definition.soundings.id, version: definition.soundings.version },
    subjects: [""],
    groups: [""],
    rows: persons.length,
    subject: new Uint16Array(persons.length),
    group: new Uint8Array(persons.length),
    columns,
    comments: [],
  };
}

export function policyOf(minimumGroupSize: number, cuts: readonly (readonly string[])[]): DisclosurePolicy {
  return { ...DEFAULT_POLICIES["staff-survey"], minimumGroupSize, cuts };
}
