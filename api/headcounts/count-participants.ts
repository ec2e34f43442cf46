/** Headcounts from the list of people: those invited, by unit, site or grade, where these are what a cut asks for. */
import type { NamedCut } from "./cut-categories.ts";
import type { CategoryHeadcount } from "./store.ts";

/** What the list of people says of somebody who is invited. */
export interface Participant {
  readonly unit: string;
  readonly site: string;
  readonly grade: string;
}

type Field = keyof Participant;

const FIELDS: readonly Field[] = ["unit", "site", "grade"];
/** The share of those invited whose entry is one of the question's answers, for the list to speak of the same thing. */
const MATCHED = 0.5;

export interface CountedParticipants {
  readonly rows: readonly CategoryHeadcount[];
  /** One a cut that the list can answer: which of its columns, and how many people fit no category. */
  readonly matches: readonly {
    readonly cut: string;
    readonly fields: readonly Field[];
    readonly unmatched: number;
  }[];
}

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();

/** From an entry of the list to the value of the form's answer. */
type Answers = ReadonlyMap<string, string>;

/** The answers of one question, by value and by label. */
function answersOf(cut: NamedCut, place: number): Answers {
  const found = new Map<string, string>();
  for (const { values, label } of cut.categories) {
    const value = values[place] ?? "";
    found.set(plain(label.split(" · ")[place] ?? ""), value);
    found.set(plain(value), value);
  }
  return found;
}

function fieldOf(
  code: string | undefined,
  answers: Answers,
  people: readonly Participant[],
): Field | undefined {
  const named = FIELDS.find((field) => field === code);
  const matched = (field: Field): number =>
    people.filter((person) => answers.has(plain(person[field]))).length / Math.max(1, people.length);
  const [best] = [...(named === undefined ? FIELDS : [named])].sort((a, b) => matched(b) - matched(a));
  return best !== undefined && matched(best) >= MATCHED ? best : undefined;
}

/** Counts those invited in each category; cuts that the list cannot answer are left out. */
export function countParticipants(
  people: readonly Participant[],
  cuts: readonly NamedCut[],
): CountedParticipants {
  const counted = cuts.flatMap((cut) => {
    const axes = cut.codes.map((code, place) => {
      const answers = answersOf(cut, place);
      return { answers, field: fieldOf(code, answers, people) };
    });
    const fields = axes.flatMap(({ field }) => field ?? []);
    if (fields.length < cut.codes.length) return [];
    const counts = new Map(cut.categories.map(({ category }) => [category, 0]));
    let unmatched = 0;
    for (const person of people) {
      const values = axes.map(({ answers, field }) =>
        field === undefined ? undefined : answers.get(plain(person[field])),
      );
      const category = values.join("+");
      const count = values.includes(undefined) ? undefined : counts.get(category);
      if (count === undefined) unmatched += 1;
      else counts.set(category, count + 1);
    }
    return [{ cut: cut.cut, fields, unmatched, counts }];
  });
  return {
    // Nobody on the list is a "prefer not to say": what nobody belongs to has no headcount.
    rows: counted.flatMap(({ cut, counts }) =>
      [...counts].flatMap(([category, headcount]) => (headcount > 0 ? [{ cut, category, headcount }] : [])),
    ),
    matches: counted.map(({ cut, fields, unmatched }) => ({ cut, fields, unmatched })),
  };
}
