/** Invented answers of staff for the demo: the same people before and after, with a change that differs by unit. */
import type { Item, SurveyAnswers, SurveyDefinition } from "../../surveys/definition.ts";
import type { Random } from "./invent-answers.ts";

/** One invented member of staff, the same in both waves. */
export interface InventedMember {
  /** Answers that stay: unit, grade and whatever else is asked about the person. */
  readonly about: Readonly<Record<string, string>>;
  /** How kindly this person sees things, in points. */
  readonly leniency: number;
  /** Seed of the personal code; undefined for somebody who leaves it out. */
  readonly code: number | undefined;
}

export interface InventedWave {
  /** Points above the common level, by dimension. */
  readonly levels: Readonly<Record<string, number>>;
  /** Points added in one unit. */
  readonly ofArea: Readonly<Record<string, number>>;
  /** How likely somebody was bullied. */
  readonly bullied: number;
}

const GRADES = ["band-1", "band-1", "band-2", "band-2", "band-3", "band-4"];
const SERVICE = ["under-2-years", "2-to-9-years", "2-to-9-years", "10-years-or-more"];

function oneOf(values: readonly string[], random: Random): string {
  return values[Math.floor(random() * values.length)] ?? "";
}

/** One in five leaves the personal code out. */
export function inventMember(area: string, random: Random): InventedMember {
  return {
    about: {
      area: `area-${area}`,
      "grade-band": oneOf(GRADES, random),
      "length-of-service": oneOf(SERVICE, random),
      "working-pattern": oneOf(["full-time-days", "full-time-days", "part-time"], random),
    },
    leniency: (random() + random() - 1) * 0.9,
    code: random() < 0.8 ? Math.floor(random() * 2 ** 30) : undefined,
  };
}

function point(level: number, points: number, random: Random): number {
  const noise = (random() + random() + random() - 1.5) * 1.5;
  return Math.min(points, Math.max(1, Math.round(level + noise)));
}

/** Whether somebody was bullied, harassed, or saw it; most prefer one clear answer. */
function experience(item: Item, wave: InventedWave, random: Random): string | undefined {
  const values = (item.choices ?? []).map(({ value }) => value);
  const happened = values.find((value) => value === "once" || value === "yes");
  const not = values.find((value) => value === "no" || value === "never");
  return random() < wave.bullied ? (happened ?? values[0]) : (not ?? values[0]);
}

/** A stand-in for what a browser would hash: four hexadecimal digits, the same in every wave. */
function codeElement(seed: number, place: number): string {
  return (1 + ((seed * (place + 7) * 2_654_435_761) % 65_535)).toString(16).padStart(4, "0");
}

/** One person's answers in one wave; some questions are left out. */
export function inventStaffAnswers(
  definition: SurveyDefinition,
  { member, wave }: { readonly member: InventedMember; readonly wave: InventedWave },
  random: Random,
): SurveyAnswers {
  const data: Record<string, unknown> = {};
  const put = (item: Item, value: unknown): void => {
    if (item.row === undefined) data[item.question] = value;
    else data[item.question] = { ...rowsSoFar(data[item.question]), [item.row]: value };
  };
  const ofArea = wave.ofArea[member.about["area"] ?? ""] ?? 0;
  for (const item of definition.items) {
    const { scale: code, dimension = "", reverseKeyed } = item.metadata;
    const scale = definition.soundings.scales[code ?? ""];
    const about = member.about[item.code];
    if (about !== undefined) put(item, about);
    else if (item.kind === "choice" && ["bullied", "harassed", "witnessed"].includes(item.code)) {
      put(item, experience(item, wave, random));
    } else if (scale !== undefined && random() > 0.03) {
      const level = 3.1 + (wave.levels[dimension] ?? 0) + ofArea + member.leniency;
      put(item, point(reverseKeyed === true ? scale.points + 1 - level : level, scale.points, random));
    }
  }
  (definition.soundings.personalCode ?? []).forEach((question, place) => {
    if (member.code !== undefined) data[question] = codeElement(member.code, place);
  });
  return data;
}

function rowsSoFar(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}
